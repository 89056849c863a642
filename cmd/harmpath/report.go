package main

import (
	"cmp"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/index"
)

// reportOutputs are the outputs of a report where no others are named.
const reportOutputs = "html,md,svg,json"

func reportCommand(p *program) subcommand {
	return subcommand{
		Command: &cli.Command{
			Name:      "report",
			Usage:     "analyze a case and write its diagrams, its document and an index page",
			ArgsUsage: "MODEL",
			Description: `MODEL is a file or a case folder. The folder is made where it is missing; files of the same names are replaced, all of
them together or none, and others are left alone.`,
			Flags: append([]cli.Flag{
				&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write into `FOLDER`"},
				outputsFlag("formats", reportOutputs), langFlag(), themeFlag(), templateFlag(), catalogFlag(),
			}, thresholdFlags()...),
			Action: p.report,
		},
		argument: modelFiles(),
		values: map[string]completer{
			"output": folders, "formats": outputWords(), "template": files(".docx", ".pptx"), "lang": languages(), "theme": themes(), "catalog": folders,
			"fail-at": thresholds(), "reading": readings(),
		},
	}
}

func (p *program) report(c *cli.Context) (err error) {
	name, err := oneArgument(c)
	if err != nil {
		return err
	}
	folder := c.String("output")
	if folder == "" {
		return misuse(c, "the folder to write into is missing", "write "+c.Command.HelpName+" "+name+" -o FOLDER")
	}
	want, err := wantedFrom(c, "formats")
	if err != nil {
		return err
	}
	limit, err := thresholdOf(c)
	if err != nil {
		return err
	}
	engine := p.layouts(c.Context, want)
	defer func() { err = cmp.Or(err, engine.Close()) }()
	read, err := readCase(c, name)
	if err != nil {
		return err
	}
	shown := p.follow(len(suite.All()) + len(want.outputs))
	defer shown.close()
	result, err := runAnalyses(c.Context, read, shown)
	if err != nil {
		return err
	}
	made, err := p.produce(c.Context, engine, result, want, shown)
	if err != nil {
		return err
	}
	page := index.Page(result, want.langs, made, want.theme)
	all := append([]render.File{page}, filesOf(made)...)
	if err := put(folder, all); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	shown.close()
	if err := p.tellReport(filepath.Join(folder, page.Name), all); err != nil {
		return err
	}
	return limit.compare(result)
}

// tellReport says where the report begins, or lists its files as JSON.
func (p *program) tellReport(page string, all []render.File) error {
	if p.json {
		names := make([]string, len(all))
		for i, f := range all {
			names[i] = f.Name
		}
		return p.printJSON(struct {
			Index string   `json:"index"`
			Files []string `json:"files"`
		}{filepath.ToSlash(page), names})
	}
	_, err := fmt.Fprintf(p.remarks(), "%d files are written; begin with %s\n", len(all), page)
	return err
}
