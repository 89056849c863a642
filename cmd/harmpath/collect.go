package main

import (
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/threshold"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/index"
	"github.com/harmpath/harmpath/render/terminal"
)

// reportTogether analyzes several cases and writes the outputs of each, those of all together, and index pages.
func (p *program) reportTogether(c *cli.Context, names []string, s *studio.Studio, limit threshold.Threshold) error {
	cases, err := p.readCases(c, names)
	if err != nil {
		return err
	}
	shown := p.follow(len(cases)*(len(suite.All())+len(s.Want.Outputs)) + len(s.Want.Outputs))
	defer shown.Close()
	var results []*models.Result
	for i, read := range cases {
		result, err := runAnalysesInTime(c.Context, reportShare/float64(len(cases)-i), read, shown)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	folder := c.String("output")
	written, err := p.publish(c, s, studio.Gathered(results), shown, index.Page)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	shown.Close()
	if err := p.tellReport(filepath.Join(folder, index.FileName), written); err != nil {
		return err
	}
	return limit.CompareAll(results)
}

// renderTogether makes the outputs of several results, and those of all together.
func (p *program) renderTogether(c *cli.Context, names []string, s *studio.Studio) error {
	folder := c.String("output")
	if folder == "" {
		return commandline.Misuse(c, "several results make several files, and standard output takes one", "name a folder with -o")
	}
	results, err := p.readResults(c, names)
	if err != nil {
		return err
	}
	shown := p.follow((len(results) + 1) * len(s.Want.Outputs))
	defer shown.Close()
	written, err := p.publish(c, s, studio.Gathered(results), shown, nil)
	if err != nil {
		return fmt.Errorf("write the outputs: %w", err)
	}
	shown.Close()
	_, err = fmt.Fprintf(p.remarks(), "%d files are written into %s\n", len(written), terminal.VisibleLine(filepath.Clean(folder)))
	return err
}

// readCases reads the models of a command line. What is wrong in them is told of all of them at once; so is what keeps
// them from standing in one collection.
func (p *program) readCases(c *cli.Context, names []string) ([]sound, error) {
	out, err := studio.ReadEach(names, func(_ int, name string) (sound, error) { return p.readCase(c, name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, read := range out {
		members = append(members, collection.Member{System: read.system, At: terminal.Placed(modelFolder(names[i]), read.system.At)})
	}
	return out, collection.Check(members)
}

// readResults reads the results of a command line, as readCases does.
func (p *program) readResults(c *cli.Context, names []string) ([]*models.Result, error) {
	out, err := studio.ReadEach(names, func(_ int, name string) (*models.Result, error) { return p.readResult(c, name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, result := range out {
		members = append(members, collection.Member{System: &result.System, At: models.Place{File: shownName(names[i])}})
	}
	return out, collection.Check(members)
}
