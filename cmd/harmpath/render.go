package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/harmpath/harmpath/render/terminal"
	"github.com/urfave/cli/v2"
)

func renderCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "render",
			Usage:     "make outputs of results without analysing again",
			ArgsUsage: "RESULT...",
			Description: `RESULT is a file that harmpath analyze -o has written, or - for standard input. Without -o a single file is printed on
standard output; several need a folder. Of several results a collection is made, as harmpath report does. RESULT may also be
the collection.json of such a collection, which leads to the results of its cases: its outputs are made, and not those of
each case.`,
			Flags: []cli.Flag{
				outputsFlag("as", ""),
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `FOLDER`"},
				langFlag(), outputsThemeFlag(), templateFlag(), timeLimitFlag("end the work"),
			},
			Action: p.render,
		},
		argument: files(".json"),
		values:   map[string]completer{"as": outputWords(), "template": files(".docx", ".pptx"), "output": folders, "lang": languages(), "theme": themes()},
	}
}

func (p *program) render(c *cli.Context) (err error) {
	names, err := someArguments(c)
	if err != nil {
		return err
	}
	if !c.IsSet("as") {
		return misuse(c, "what to make is missing", "write "+c.Command.HelpName+" "+strings.Join(names, " ")+" --as md")
	}
	want, err := p.wantedFrom(c, "as")
	if err != nil {
		return err
	}
	s := openStudio(c.Context, want, p.remark)
	defer func() { err = cmp.Or(err, s.Close()) }()
	if len(names) > 1 {
		return p.renderTogether(c, names, s)
	}
	shown := p.follow(len(want.outputs))
	defer shown.Close()
	made, err := p.renderOne(c, names[0], s, shown)
	if err != nil {
		return err
	}
	list := made.files()
	folder := c.String("output")
	switch {
	case folder != "":
		if err := p.disk.put(folder, c.Command.Name, list); err != nil {
			return fmt.Errorf("write the outputs: %w", err)
		}
		shown.Close()
		_, err = fmt.Fprintf(p.remarks(), "%d files are written into %s\n", len(list), terminal.VisibleLine(filepath.Clean(folder)))
		return err
	case len(list) == 1:
		_, err = p.binary.Write(list[0].Body)
		return err
	}
	return misuse(c, fmt.Sprintf("%d files are made, and standard output takes one", len(list)),
		"name a folder with -o, or fewer outputs and one language")
}

// renderOne makes the outputs of a file: of the result of a case, or of a collection.
func (p *program) renderOne(c *cli.Context, name string, s *studio, shown *terminal.Progress) (product, error) {
	body, err := p.readResultFile(c, name)
	if err != nil {
		return product{}, err
	}
	if isCollection(body) {
		folder := "." // of standard input
		if name != "-" {
			folder = filepath.Dir(name)
		}
		all, err := decodeCollection(shownName(name), folder, body)
		if err != nil {
			return product{}, err
		}
		return s.together(c.Context, all, shown)
	}
	result, err := decodeResult(shownName(name), body)
	if err != nil {
		return product{}, err
	}
	return s.one(c.Context, result, shown)
}
