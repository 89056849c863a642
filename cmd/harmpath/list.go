package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/terminal"
)

func listCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:        "list",
			Usage:       "list entries of the catalog, analyses, outputs and topics",
			ArgsUsage:   "[" + strings.Join(sortNames(), "|") + "]",
			Description: `Without an argument the lists are listed. harmpath help ENTRY explains one entry.`,
			Flags:       []cli.Flag{ownLangFlag(), catalogFlag()},
			Action:      p.list,
		},
		argument: func(string) []candidate {
			var out []candidate
			for _, s := range sorts() {
				out = append(out, candidate{s.name, s.title.EN})
			}
			return out
		},
		values: map[string]completer{"lang": languages(), "catalog": folders},
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
	name, err := oneArgument(c)
	if err != nil {
		return err
	}
	s, found := sortNamed(name)
	if !found {
		remedy := didYouMean(name, sortNames())
		if remedy == "" {
			remedy = "there are " + strings.Join(sortNames(), ", ")
		}
		return misuse(c, "there is no list of "+quoted(name), remedy)
	}
	read, err := readCatalog(c)
	if err != nil {
		return err
	}
	var lines []listed
	for _, one := range s.about(read) {
		lines = append(lines, listed{one.id, one.name, one.means})
	}
	return p.printList(lines, lang)
}

func listOfSorts() []listed {
	var out []listed
	for _, s := range sorts() {
		out = append(out, listed{ID: s.name, Name: s.title})
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
