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
			Action:      p.list,
		},
		Argument: func(string) []commandline.Candidate {
			var out []commandline.Candidate
			for _, s := range knowledge.Sorts() {
				out = append(out, commandline.Candidate{Word: s.Name, Says: s.Title.EN})
			}
			return out
		},
		Values: map[string]commandline.Completer{"lang": languages(), "catalog": commandline.Folders},
	}
}

// listed is a line of a list, as JSON.
type listed struct {
	ID    string      `json:"id"`
	Name  models.Text `json:"name"`
	Means models.Text `json:"means,omitzero"`
}

func (p *program) list(c *cli.Context) error {
	lang, err := p.langOf(c)
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		return p.printList(listOfSorts(), lang)
	}
	name, err := commandline.OneArgument(c)
	if err != nil {
		return err
	}
	s, found := knowledge.SortNamed(name)
	if !found {
		remedy := commandline.DidYouMean(name, knowledge.SortNames())
		if remedy == "" {
			remedy = "there are " + strings.Join(knowledge.SortNames(), ", ")
		}
		return commandline.Misuse(c, "there is no list of "+commandline.Quoted(name), remedy)
	}
	read, err := readCatalog(c)
	if err != nil {
		return err
	}
	var lines []listed
	for _, one := range s.About(read) {
		lines = append(lines, listed{one.ID, one.Name, one.Means})
	}
	return p.printList(lines, lang)
}

func listOfSorts() []listed {
	var out []listed
	for _, s := range knowledge.Sorts() {
		out = append(out, listed{ID: s.Name, Name: s.Title})
	}
	return out
}

// printList prints lines as a table, or as JSON where that is asked for.
func (p *program) printList(lines []listed, lang models.Lang) error {
	if p.json {
		return p.printJSON(slices.Concat([]listed{}, lines))
	}
	var rows [][]string
	for _, l := range lines {
		row := []string{p.screen.Strong(l.ID), content.Clean(l.Name.In(lang))}
		if !l.Means.Empty() {
			row = append(row, content.Clean(l.Means.In(lang)))
		}
		rows = append(rows, row)
	}
	return terminal.PrintTable(p.stdout, p.screen, nil, rows)
}
