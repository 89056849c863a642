package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/index"
	"github.com/harmpath/harmpath/render/terminal"
)

// reportOutputs are the outputs of a report where no others are named.
const reportOutputs = "html,md,svg,json"

// reportShare is the share of the time limit that analyses may take: the rest is for what shows them.
const reportShare = 0.5

func reportCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{
		Command: &cli.Command{
			Name:      "report",
			Usage:     "analyze cases and write their diagrams, their documents and an index page",
			ArgsUsage: "MODEL...",
			Description: `MODEL is a file or a case folder. The folder is made where it is missing; files of the same names are replaced, all of
them together or none. What an earlier report wrote there and this one does not is removed (.harmpath.json keeps the
list); other files are left alone.

Of several models a collection is made: the list of the cases, the common risk map and a comparison of the measures of
cases in the same cell of the map, in every format; each case's own outputs stand in a folder named by its id. The order
is by the cases' No., then by id; no two cases may share either.`,
			Flags: append([]cli.Flag{
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `FOLDER`"},
				outputsFlag("formats", reportOutputs), langFlag(), outputsThemeFlag(), templateFlag(), catalogFlag(), strictFlag(),
				timeLimitFlag("end the work, with what is known after half of it,"),
			}, thresholdFlags()...),
			Action: p.report,
		},
		Argument: modelFiles(),
		Values: map[string]commandline.Completer{
			"output": commandline.Folders, "formats": outputWords(), "template": commandline.Files(".docx", ".pptx"), "lang": languages(), "theme": themes(), "catalog": commandline.Folders,
			"fail-at": thresholds(), "reading": readings(),
		},
	}
}

func (p *program) report(c *cli.Context) (err error) {
	names, err := commandline.SomeArguments(c)
	if err != nil {
		return err
	}
	folder := c.String("output")
	if folder == "" {
		return commandline.Misuse(c, "the folder to write into is missing", "write "+c.Command.HelpName+" "+strings.Join(names, " ")+" -o FOLDER")
	}
	want, err := p.wantedFrom(c, "formats")
	if err != nil {
		return err
	}
	limit, err := thresholdOf(c)
	if err != nil {
		return err
	}
	s := studio.OpenStudio(c.Context, want, p.remark)
	defer func() { err = cmp.Or(err, s.Close()) }()
	if len(names) > 1 {
		return p.reportTogether(c, names, s, limit)
	}
	read, err := p.readCase(c, names[0])
	if err != nil {
		return err
	}
	shown := p.follow(len(suite.All()) + len(want.Outputs))
	defer shown.Close()
	result, err := runAnalysesInTime(c.Context, reportShare, read, shown)
	if err != nil {
		return err
	}
	made, err := s.One(c.Context, result, shown)
	if err != nil {
		return err
	}
	page := index.Page(made.Input, made.Made)
	all := append([]render.File{page}, made.Files()...)
	if err := p.disk.Put(folder, c.Command.Name, all); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	shown.Close()
	names = nil
	for _, f := range all {
		names = append(names, f.Name)
	}
	if err := p.tellReport(filepath.Join(folder, page.Name), names); err != nil {
		return err
	}
	return limit.Compare(result)
}

// tellReport says where the report begins, or lists its files as JSON.
func (p *program) tellReport(page string, names []string) error {
	if p.json {
		return p.printJSON(struct {
			Index string   `json:"index"`
			Files []string `json:"files"`
		}{filepath.ToSlash(page), names})
	}
	_, err := fmt.Fprintf(p.remarks(), "%d files are written; begin with %s\n", len(names), terminal.VisibleLine(page))
	return err
}
