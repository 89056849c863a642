package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/index"
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
			Description: `MODEL is a file, a case folder, or - for standard input. The folder is made where it is missing; files of the same names are replaced, all of
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
			Action: p.action((*invocation).report),
		},
		Argument: modelFiles(),
		Values: map[string]commandline.Completer{
			"output": commandline.Folders, "formats": outputWords(),
		},
	}
}

func (in *invocation) report() (err error) {
	folder := in.line.String("output")
	if folder == "" {
		return in.misuse(models.Messagef("the folder to write into is missing"), models.Messagef("write %s %s -o FOLDER", in.line.Command.HelpName, strings.Join(in.names, " ")))
	}
	want, err := in.wantedFrom("formats")
	if err != nil {
		return err
	}
	s := studio.OpenStudio(in.ctx, want, in.remark)
	defer func() { err = cmp.Or(err, s.Close()) }()
	if len(in.names) > 1 {
		return in.reportTogether(s)
	}
	read, err := in.readCase(in.names[0])
	if err != nil {
		return err
	}
	shown := in.follow(len(suite.All()) + len(want.Outputs))
	defer shown.Close()
	result, err := runAnalysesInTime(in.ctx, reportShare, read, shown)
	if err != nil {
		return err
	}
	made, err := s.One(in.ctx, result, shown)
	if err != nil {
		return err
	}
	page := index.Page(made.Input, made.Made)
	all := append([]render.File{page}, made.Files()...)
	if err := in.disk.Put(folder, in.line.Command.Name, all); err != nil {
		return failed(models.Messagef("write the report"), err)
	}
	shown.Close()
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	if err := in.tellReport(filepath.Join(folder, page.Name), names); err != nil {
		return err
	}
	return in.limit.Compare(result)
}

// tellReport says where the report begins, or lists its files as JSON.
func (p *program) tellReport(page string, names []string) error {
	if p.json {
		return p.printJSON(struct {
			Index string   `json:"index"`
			Files []string `json:"files"`
		}{filepath.ToSlash(page), names})
	}
	p.say(models.Messagef("%d files are written; begin with %s", len(names), page))
	return nil
}
