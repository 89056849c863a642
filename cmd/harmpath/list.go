package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/knowledge"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/terminal"
)

func listCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:        "list",
			Usage:       "list entries of the catalog, analyses, outputs and topics",
			ArgsUsage:   "[" + strings.Join(knowledge.SortNames(), "|") + "]",
			Description: `Without an argument the lists are listed. harmpath help ENTRY explains one entry.`,
			Flags:       []cli.Flag{ownLangFlag(), catalogFlag()},
			Action:      p.action((*invocation).list),
		},
		Argument: func(string) []commandline.Candidate {
			var out []commandline.Candidate
			for _, s := range knowledge.Sorts() {
				out = append(out, commandline.Candidate{Word: s.Name, Says: s.Title.EN})
			}
			return out
		},
	}
}

// listed is a line of a list, as JSON.
type listed struct {
	ID    string      `json:"id"`
	Name  models.Text `json:"name"`
	Means models.Text `json:"means,omitzero"`
}

func (in *invocation) list() error {
	if len(in.names) == 0 {
		return in.printList(listOfSorts())
	}
	name := in.names[0]
	s, found := knowledge.SortNamed(name)
	if !found {
		return in.misuse(models.Messagef("there is no list of `%s`", name), models.Meant(name, knowledge.SortNames()))
	}
	read, err := in.readCatalog()
	if err != nil {
		return err
	}
	var lines []listed
	for _, one := range s.About(read) {
		lines = append(lines, listed{one.ID, one.Name, one.Means})
	}
	return in.printList(lines)
}

func listOfSorts() []listed {
	var out []listed
	for _, s := range knowledge.Sorts() {
		out = append(out, listed{ID: s.Name, Name: s.Title})
	}
	return out
}

// printList prints lines as a table, or as JSON where that is asked for.
func (p *program) printList(lines []listed) error {
	if p.json {
		return p.printJSON(slices.Concat([]listed{}, lines))
	}
	var rows [][]string
	for _, l := range lines {
		row := []string{p.screen.Strong(l.ID), content.Clean(l.Name.In(p.lang))}
		if !l.Means.Empty() {
			row = append(row, content.Clean(l.Means.In(p.lang)))
		}
		rows = append(rows, row)
	}
	return terminal.PrintTable(p.stdout, p.screen, nil, rows)
}
