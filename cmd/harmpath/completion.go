package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/urfave/cli/v2"
)

// The scripts make a shell ask the hidden sub-command complete what may stand at the cursor, so that nothing about
// harmpath is written in them.
//
//go:embed completion
var completionScripts embed.FS

// shells lists the shells for which there is a script.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func completionCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "completion",
			Usage:     "print the script that completes harmpath's commands in a shell",
			ArgsUsage: strings.Join(shells(), "|"),
			Description: `The script completes commands, flags, entries of the catalog and model files. To load it in every shell:

bash:        harmpath completion bash > ~/.local/share/bash-completion/completions/harmpath
zsh:         harmpath completion zsh > "${fpath[1]}/_harmpath"
fish:        harmpath completion fish > ~/.config/fish/completions/harmpath.fish
powershell:  harmpath completion powershell >> $PROFILE`,
			Action: p.action((*invocation).completion),
		},
		Argument: commandline.Fixed(shells()...),
	}
}

// completion prints the script of a shell.
func (in *invocation) completion() error {
	shell := in.names[0]
	if !slices.Contains(shells(), shell) {
		return in.misuse(models.Messagef("there is no script for the shell `%s`", shell), models.Meant(shell, shells()))
	}
	script, err := fs.ReadFile(completionScripts, "completion/"+shell)
	if err != nil {
		panic("harmpath: " + err.Error())
	}
	_, err = in.stdout.Write(script)
	return err
}

// completeCommand is what the scripts call. Its arguments are the words after `harmpath` up to the cursor, the last
// one perhaps empty; it prints one candidate a line, with a tab and an explanation after it where there is one.
func completeCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{Command: &cli.Command{
		Name:   "complete",
		Usage:  "list what may stand at the end of a command line",
		Hidden: true,
		Action: func(c *cli.Context) error {
			typed := c.Args().Slice()
			if len(typed) == 0 {
				typed = []string{""}
			}
			last := len(typed) - 1
			return printCandidates(p.stdout, commandline.Candidates(p.commands, c.App, typed[:last], typed[last]))
		},
	}}
}

func printCandidates(w io.Writer, list []commandline.Candidate) error {
	for _, c := range list {
		line := terminal.VisibleLine(c.Word)
		if says, _, _ := strings.Cut(c.Says, "\n"); says != "" {
			line += "\t" + strings.ReplaceAll(says, "\t", " ")
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
