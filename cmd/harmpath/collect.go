package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/harmpath/harmpath/analysis/collection"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/index"
)

// reportTogether analyzes several cases and writes the outputs of each, those of all together, and index pages.
func (p *program) reportTogether(c *cli.Context, names []string, s *studio, limit threshold) error {
	cases, err := p.readCases(c, names)
	if err != nil {
		return err
	}
	shown := p.follow(len(cases)*(len(suite.All())+len(s.want.outputs)) + len(s.want.outputs))
	defer shown.close()
	var results []*models.Result
	for i, read := range cases {
		result, err := runAnalysesInTime(c.Context, reportShare/float64(len(cases)-i), read, shown)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	folder := c.String("output")
	written, err := p.publish(c, s, gathered(results), shown, index.Page)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	shown.close()
	if err := p.tellReport(filepath.Join(folder, index.FileName), written); err != nil {
		return err
	}
	return limit.compareAll(results)
}

// renderTogether makes the outputs of several results, and those of all together.
func (p *program) renderTogether(c *cli.Context, names []string, s *studio) error {
	folder := c.String("output")
	if folder == "" {
		return misuse(c, "several results make several files, and standard output takes one", "name a folder with -o")
	}
	results, err := p.readResults(c, names)
	if err != nil {
		return err
	}
	shown := p.follow((len(results) + 1) * len(s.want.outputs))
	defer shown.close()
	written, err := p.publish(c, s, gathered(results), shown, nil)
	if err != nil {
		return fmt.Errorf("write the outputs: %w", err)
	}
	shown.close()
	_, err = fmt.Fprintf(p.remarks(), "%d files are written into %s\n", len(written), visibleLine(filepath.Clean(folder)))
	return err
}

// readCases reads the models of a command line. What is wrong in them is told of all of them at once; so is what keeps
// them from standing in one collection.
func (p *program) readCases(c *cli.Context, names []string) ([]sound, error) {
	out, err := readEach(names, func(_ int, name string) (sound, error) { return p.readCase(c, name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, read := range out {
		members = append(members, collection.Member{System: read.system, At: placed(modelFolder(names[i]), read.system.At)})
	}
	return out, collection.Check(members)
}

// readResults reads the results of a command line, as readCases does.
func (p *program) readResults(c *cli.Context, names []string) ([]*models.Result, error) {
	out, err := readEach(names, func(_ int, name string) (*models.Result, error) { return p.readResult(c, name) })
	if err != nil {
		return nil, err
	}
	var members []collection.Member
	for i, result := range out {
		members = append(members, collection.Member{System: &result.System, At: models.Place{File: shownName(names[i])}})
	}
	return out, collection.Check(members)
}

// readEach reads the parts of a collection, each given by its place and its name. What is wrong in them is told of all of
// them at once; another error ends the reading.
func readEach[N, T any](names []N, read func(i int, name N) (T, error)) ([]T, error) {
	var out []T
	var problems models.Problems
	for i, name := range names {
		one, err := read(i, name)
		var wrong models.Problems
		switch {
		case errors.As(err, &wrong):
			problems = append(problems, wrong...)
		case err != nil:
			return nil, err
		default:
			out = append(out, one)
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return out, nil
}

// gathered is the collection of results.
func gathered(results []*models.Result) *render.Collection {
	collection.Sort(results)
	return &render.Collection{Collection: collection.Of(results), Results: results}
}

// publish makes the outputs of a collection and puts them into the folder that -o names, all of them or none: each case's
// into a folder of its own, and those of all together beside these. It returns the names of the files. A page, where
// one is wanted, leads to all that was made of its input.
func (p *program) publish(c *cli.Context, s *studio, all *render.Collection, shown *progress, page func(render.Input, []render.Made) render.File) (written []string, err error) {
	set, err := p.openFileSet(c.String("output"), c.Command.Name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, set.Close()) }()
	s.more = true
	together, err := s.together(c.Context, all, shown)
	if err != nil {
		return nil, err
	}
	if err := set.take("", together, page); err != nil {
		return nil, err
	}
	for i, result := range all.Results {
		s.more = i+1 < len(all.Results)
		one, err := s.one(c.Context, result, shown)
		if err != nil {
			return nil, err
		}
		if err := set.take(models.FileName(string(result.System.ID))+"/", one, page); err != nil {
			return nil, err
		}
	}
	return set.names, set.publish()
}

// take adds the files of a product, with a page that leads to them where one is wanted.
func (s *fileSet) take(folder string, p product, page func(render.Input, []render.Made) render.File) error {
	files := p.files()
	if page != nil {
		files = append([]render.File{page(p.input, p.made)}, files...)
	}
	for _, f := range files {
		if err := s.write(folder+f.Name, f.Body); err != nil {
			return err
		}
	}
	return nil
}

// compareAll compares each result with the threshold, as compare does.
func (t threshold) compareAll(results []*models.Result) error {
	var all thresholdError
	for _, r := range results {
		var above thresholdError
		if errors.As(t.compare(r), &above) {
			for _, line := range above {
				all = append(all, string(r.System.ID)+": "+line)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}
