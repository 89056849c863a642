package main

import (
	"path/filepath"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/index"
	"github.com/harmpath/harmpath/render/terminal"
)

// reportTogether analyzes several cases and writes the outputs of each, those of all together, and index pages.
func (in *invocation) reportTogether(s *studio.Studio) error {
	cases, err := in.readCases()
	if err != nil {
		return err
	}
	shown := in.follow(len(cases)*(len(suite.All())+len(s.Want.Outputs)) + len(s.Want.Outputs))
	defer shown.Close()
	var results []*models.Result
	for i, read := range cases {
		result, err := runAnalysesInTime(in.ctx, reportShare/float64(len(cases)-i), read, shown)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	folder := in.line.String("output")
	written, err := in.publish(s, studio.Gathered(results), shown, index.Page)
	if err != nil {
		return failed(models.Messagef("write the report"), err)
	}
	shown.Close()
	if err := in.tellReport(filepath.Join(folder, index.FileName), written); err != nil {
		return err
	}
	return in.limit.CompareAll(results)
}

// renderTogether makes the outputs of several results, and those of all together.
func (in *invocation) renderTogether(s *studio.Studio) error {
	folder := in.line.String("output")
	if folder == "" {
		return in.misuse(models.Messagef("several results make several files, and standard output takes one"), models.Messagef("name a folder with -o"))
	}
	results, err := in.readResults()
	if err != nil {
		return err
	}
	shown := in.follow((len(results) + 1) * len(s.Want.Outputs))
	defer shown.Close()
	written, err := in.publish(s, studio.Gathered(results), shown, nil)
	if err != nil {
		return failed(models.Messagef("write the outputs"), err)
	}
	shown.Close()
	in.say(models.Messagef("%d files are written into %s", len(written), filepath.Clean(folder)))
	return nil
}

// readCases reads the models of a command line. What is wrong in them is told of all of them at once; so is what keeps
// them from standing in one collection.
func (in *invocation) readCases() ([]sound, error) {
	out, err := studio.ReadEach(in.names, func(_ int, name string) (sound, error) { return in.readCase(name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, read := range out {
		members = append(members, collection.Member{System: read.system, At: terminal.Placed(modelFolder(in.names[i]), read.system.At)})
	}
	return out, collection.Check(members)
}

// readResults reads the results of a command line, as readCases does.
func (in *invocation) readResults() ([]*models.Result, error) {
	out, err := studio.ReadEach(in.names, func(_ int, name string) (*models.Result, error) { return in.readResult(name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, result := range out {
		members = append(members, collection.Member{System: &result.System, At: models.Place{File: disk.Shown(in.names[i])}})
	}
	return out, collection.Check(members)
}
