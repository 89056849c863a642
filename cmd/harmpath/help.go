package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/knowledge"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/render/terminal"
)

func helpCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:        "help",
			Usage:       "explain a command, a topic or an entry of the catalog",
			ArgsUsage:   "[COMMAND...|TOPIC|ENTRY]",
			Description: "Where several things have the same name, all are explained; SORT/NAME, e.g. rules/lure-user, means one.",
			Flags:       []cli.Flag{ownLangFlag(), catalogFlag()},
			Action:      p.action((*invocation).explain),
		},
		Argument: func(string) []commandline.Candidate { return p.explained() },
	}
}

// printHelp answers -h and --help.
func (p *program) printHelp(app *cli.App, line *commandline.CommandLine) error {
	app.Setup()
	if len(line.Path) == 0 {
		return p.explainProgram(app)
	}
	return p.explainCommand(line.Path[len(line.Path)-1])
}

func (p *program) explainProgram(app *cli.App) error {
	cli.HelpPrinter(p.stdout, cli.AppHelpTemplate, app)
	var names []string
	for _, t := range knowledge.Topics() {
		names = append(names, t.ID)
	}
	_, err := fmt.Fprintf(p.stdout, "\nTOPICS (harmpath help TOPIC):\n   %s\n\nLISTS (harmpath list LIST):\n   %s\n",
		strings.Join(names, ", "), strings.Join(knowledge.SortNames(), ", "))
	return err
}

func (p *program) explainCommand(c *cli.Command) error {
	cli.HelpPrinter(p.stdout, cli.CommandHelpTemplate, c)
	if len(c.Subcommands) == 0 {
		return nil
	}
	var below strings.Builder
	wide := 0
	for _, one := range c.Subcommands {
		wide = max(wide, len(one.Name))
	}
	for _, one := range c.Subcommands {
		fmt.Fprintf(&below, "   %-*s  %s\n", wide, one.Name, one.Usage)
	}
	_, err := fmt.Fprintf(p.stdout, "\nCOMMANDS (%s COMMAND --help):\n%s", c.HelpName, &below)
	return err
}

// explain prints all that is known under a word: the command, and whatever else is of that name.
func (in *invocation) explain() error {
	words := in.names
	if len(words) == 0 {
		return in.explainProgram(in.line.App)
	}
	command := commandAt(in.line.App.Commands, words)
	if len(words) > 1 && command == nil {
		return in.misuse(models.Messagef("one thing is explained at a time, and `%s` is one too many", words[1]), models.Message{})
	}
	read, err := in.readCatalog()
	if err != nil {
		return err
	}
	var pages []string
	for _, one := range knowledge.Known(read, strings.Join(words, " ")) {
		page := one.Help(in.lang)
		if !one.Set {
			page = terminal.Wrapped(page, in.screen.Width)
		}
		pages = append(pages, page+"\n")
	}
	if command != nil {
		if err := in.explainCommand(command); err != nil {
			return err
		}
		pages = append([]string{""}, pages...)
	}
	if len(pages) == 0 {
		return in.misuse(models.Messagef("nothing is known of `%s`", words[0]), commandline.DidYouMean(words[0], in.explainedNames(read)))
	}
	_, err = io.WriteString(in.stdout, strings.Join(pages, "\n"))
	return err
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

// explained completes what help can explain.
func (p *program) explained() []commandline.Candidate {
	out := commandline.CommandCandidates(p.offered())
	read, err := catalog.Load()
	if err != nil {
		return out
	}
	for _, s := range knowledge.Sorts() {
		for _, one := range s.About(read) {
			out = append(out, commandline.Candidate{Word: one.ID, Says: s.Title.EN + ": " + one.Name.EN})
		}
	}
	return out
}

func (p *program) explainedNames(read *models.Catalog) []string {
	var out []string
	for _, c := range p.offered() {
		if !c.Hidden {
			out = append(out, c.Name)
		}
	}
	for _, s := range knowledge.Sorts() {
		for _, one := range s.About(read) {
			out = append(out, one.ID)
		}
	}
	return out
}

func (p *program) offered() []*cli.Command {
	var out []*cli.Command
	for _, c := range p.commands {
		out = append(out, c.Command)
	}
	return out
}
