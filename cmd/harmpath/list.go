package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/knowledge"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/terminal"
	"github.com/harmpath/harmpath/render/words"
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

func coverageCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "coverage",
			Usage:     "tell which classes of attacks the rules model, for which kinds of components, and which not",
			ArgsUsage: "[MODEL]",
			Description: `Each class of attacks is modelled by rules, left out for a reason, or not modelled yet, each for some kinds and those below
them. With a MODEL: for the kinds of its components. A consequence that does not come about was examined as far as the rules go, and no further.

harmpath help CLASS explains a class, with the public techniques that it stands for.`,
			Flags: []cli.Flag{
				&cli.BoolFlag{Name: "open", Usage: "only what is not modelled", DisableDefaultText: true},
				ownLangFlag(), catalogFlag(), strictFlag(),
			},
			Action: p.action((*invocation).coverage),
		},
		Argument: modelFiles(),
	}
}

// coverage tells what becomes of each class of attacks.
func (in *invocation) coverage() error {
	known, kinds, err := in.coveredKinds()
	if err != nil {
		return err
	}
	covered := append([]models.Covered{}, known.Covered(kinds)...)
	if in.line.Bool("open") {
		covered = slices.DeleteFunc(covered, func(c models.Covered) bool { return c.Answer == models.ModelledClass })
	}
	if in.json {
		return in.printJSON(struct {
			Format  string           `json:"format"`
			Classes []models.Covered `json:"classes"`
		}{"harmpath/coverage/v1", covered})
	}
	rows := make([][]string, len(covered))
	for i := range covered {
		rows[i] = in.coverageRow(known, kinds, &covered[i])
	}
	return terminal.PrintTable(in.stdout, in.screen, nil, rows)
}

// coveredKinds returns the catalog and, where a model is named, the kinds of its components in the catalog's order.
func (in *invocation) coveredKinds() (*models.Catalog, []models.KindID, error) {
	if len(in.names) == 0 {
		known, err := in.readCatalog()
		return known, nil, err
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return nil, nil, err
	}
	return read.catalog, read.catalog.KindsIn(read.system), nil
}

// coverageRow is a line of the table: the class, what becomes of it, for which of the kinds asked for, and by which rules or why
// not.
func (in *invocation) coverageRow(known *models.Catalog, asked []models.KindID, c *models.Covered) []string {
	var of []string
	for _, kind := range c.Kinds {
		if k := known.Kind(kind); k != nil {
			of = append(of, content.Clean(k.Name.In(in.lang)))
		}
	}
	if len(c.Kinds) == len(asked) {
		of = []string{models.Text{JA: "すべて", EN: "all"}.In(in.lang)}
	}
	why := content.Clean(c.Why.In(in.lang))
	if c.Answer == models.ModelledClass {
		rules := make([]string, len(c.Rules))
		for i, rule := range c.Rules {
			rules[i] = string(rule)
		}
		why = strings.Join(rules, ", ")
	}
	told := models.Text{JA: "%s（%s）：%s", EN: "%s (%s): %s"}.In(in.lang)
	return []string{in.screen.Strong(string(c.Class)), words.Coverage(c.Answer).In(in.lang), fmt.Sprintf(told, content.Clean(c.Name.In(in.lang)), strings.Join(of, words.Comma.In(in.lang)), why)}
}
