package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
)

func helpCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "help",
			Usage:     "explain a command, a topic or an entry of the catalog",
			ArgsUsage: "[COMMAND|TOPIC|ENTRY]",
			Action: func(c *cli.Context) error {
				if c.NArg() == 0 {
					return p.explainProgram(c.App)
				}
				return p.explain(c.App, c.Args().Slice())
			},
		},
		argument: func(string) []candidate { return p.explained() },
	}
}

// printHelp answers -h and --help.
func (p *program) printHelp(app *cli.App, line *commandLine) error {
	app.Setup()
	if len(line.path) == 0 {
		return p.explainProgram(app)
	}
	return p.explainCommand(line.path[len(line.path)-1])
}

func (p *program) explainProgram(app *cli.App) error {
	cli.HelpPrinter(p.stdout, cli.AppHelpTemplate, app)
	var names []string
	for _, t := range topics() {
		names = append(names, t.name)
	}
	_, err := fmt.Fprintf(p.stdout, "\nTOPICS (harmpath help TOPIC):\n   %s\n", strings.Join(names, ", "))
	return err
}

func (p *program) explainCommand(c *cli.Command) error {
	template := cli.CommandHelpTemplate
	if len(c.Subcommands) > 0 {
		template = cli.SubcommandHelpTemplate
	}
	cli.HelpPrinter(p.stdout, template, c)
	return nil
}

// explain prints all that is known under a word: the command, the topic and the entries of the catalog of that name.
func (p *program) explain(app *cli.App, words []string) error {
	if c := commandAt(app.Commands, words); c != nil {
		return p.explainCommand(c)
	}
	if len(words) > 1 {
		return usageError{"harmpath help", "one thing is explained at a time, and " + quoted(words[1]) + " is one too many", ""}
	}
	for _, t := range topics() {
		if t.name == words[0] {
			_, err := fmt.Fprintln(p.stdout, strings.TrimSpace(t.text))
			return err
		}
	}
	var known []string
	for _, e := range p.explained() {
		known = append(known, e.word)
	}
	return usageError{"harmpath help", "nothing is known of " + quoted(words[0]), didYouMean(words[0], known)}
}

func commandAt(commands []*cli.Command, words []string) *cli.Command {
	var found *cli.Command
	for _, word := range words {
		found = nil
		for _, c := range commands {
			if c.HasName(word) && !c.Hidden {
				found = c
			}
		}
		if found == nil {
			return nil
		}
		commands = found.Subcommands
	}
	return found
}

// explained lists all that help can explain.
func (p *program) explained() []candidate {
	var out []candidate
	for _, c := range p.commands {
		if !c.Hidden {
			out = append(out, candidate{c.Name, "command: " + c.Usage})
		}
	}
	for _, t := range topics() {
		out = append(out, candidate{t.name, "topic: " + t.title})
	}
	return out
}
