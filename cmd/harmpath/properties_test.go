package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/disk"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
)

// property is something that holds of every model that check accepts.
type property struct {
	name  string
	whole bool // it takes long: it is asked of a few models only
	holds func(*specimen) error
}

// properties lists them, in the order in which they are asked.
func properties() []property {
	return []property{
		{"the model is analysed", false, analysedOnce},
		{"a second result is the same", true, analysedAgain},
		{"its drawings are made and can be read", false, drawn},
		{"every command answers", true, answered},
		{"every output is made and can be read", true, reportedWhole},
		{"a second report is the same", true, reportedAgain},
		{"a report from nothing, with one processor, is the same", true, reportedAlone},
		{"outputs of the result are those of the report", true, renderedFromResult},
		{"whatif, diff and analyze agree", true, comparedAlike},
		{"a collection takes it in", true, collected},
	}
}

func analysedOnce(s *specimen) (err error) {
	s.first, err = s.obey("analyze", s.model, "--json")
	return err
}

func analysedAgain(s *specimen) error {
	file := filepath.Join(s.work, "result.json")
	if _, err := s.obey("analyze", s.model, "--lang", "ja", "-o", file); err != nil {
		return err
	}
	again, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return sameResult(s.first, string(again))
}

// drawn asks of drawings, and of a second analysis that comes with them.
func drawn(s *specimen) error {
	if s.whole {
		return nil // a report in every format follows
	}
	files, err := s.reportInto("drawn", "--formats", "svg,json", "--lang", "en")
	if err != nil {
		return err
	}
	if err := sameResult(s.first, string(files["result.json"])); err != nil {
		return err
	}
	return readable(files)
}

func sameResult(once, again string) error {
	if once != again {
		return fmt.Errorf("two results differ: %s", firstDifference([]byte(once), []byte(again)))
	}
	return nil
}

// reportInto makes a report in a folder of its own and returns its files.
func (s *specimen) reportInto(name string, flags ...string) (map[string][]byte, error) {
	folder := filepath.Join(s.work, name)
	if _, err := s.obey(append([]string{"report", s.model, "-o", folder}, flags...)...); err != nil {
		return nil, err
	}
	return contentsOf(folder)
}

// contentsOf reads the files below a folder, by their names with slashes.
func contentsOf(folder string) (map[string][]byte, error) {
	out := map[string][]byte{}
	files := os.DirFS(folder)
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		out[name], err = fs.ReadFile(files, name)
		return err
	})
	return out, err
}

func reportedWhole(s *specimen) (err error) {
	if s.report, err = s.reportInto("report", "--formats", "all"); err != nil {
		return err
	}
	return readable(s.report)
}

func reportedAgain(s *specimen) error {
	again, err := s.reportInto("again", "--formats", "all")
	if err != nil {
		return err
	}
	return same(s.report, again)
}

func reportedAlone(s *specimen) error {
	return withOneProcessor(func() error {
		alone, err := s.reportInto("alone", "--formats", "all")
		if err != nil {
			return err
		}
		return same(s.report, alone)
	})
}

func renderedFromResult(s *specimen) error {
	folder := filepath.Join(s.work, "rendered")
	if _, err := s.obey("render", filepath.Join(s.work, "report", "result.json"), "--as", "all", "-o", folder); err != nil {
		return err
	}
	rendered, err := contentsOf(folder)
	if err != nil {
		return err
	}
	report := maps.Clone(s.report)
	delete(report, "index.html")
	for _, files := range []map[string][]byte{report, rendered} {
		delete(files, disk.ManifestName) // it says which command wrote the files
	}
	return same(report, rendered)
}

// collected makes a collection of the model and of another one.
func collected(s *specimen) error {
	folder := filepath.Join(s.work, "collection")
	other := filepath.Join(s.work, "other.yaml")
	if err := os.WriteFile(other, bytes.Replace(starter, []byte("id: NAME"), []byte("id: other"), 1), 0o666); err != nil {
		return err
	}
	if _, err := s.obey("report", s.model, other, "-o", folder, "--formats", "html,md,docx,pptx,xlsx,svg,json"); err != nil {
		return err
	}
	files, err := contentsOf(folder)
	if err != nil {
		return err
	}
	return readable(files)
}

// same tells the first file in which two sets differ.
func same(want, got map[string][]byte) error {
	all := maps.Clone(want)
	maps.Copy(all, got)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		a, wanted := want[name]
		b, made := got[name]
		switch {
		case !wanted || !made:
			return fmt.Errorf("%s is made only once", name)
		case !bytes.Equal(a, b):
			return fmt.Errorf("%s differs: %s", name, firstDifference(a, b))
		}
	}
	return nil
}

// firstDifference shows where two files part.
func firstDifference(a, b []byte) string {
	const around = 60
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	cut := func(x []byte) []byte { return x[max(0, min(at-around, len(x))):min(len(x), at+around)] }
	return fmt.Sprintf("%d and %d bytes, from %d on: %q, %q", len(a), len(b), at, cut(a), cut(b))
}

// answered runs the commands that only print, in both languages and as JSON, and those that write other files.
func answered(s *specimen) error {
	result, err := s.result(s.model)
	if err != nil {
		return err
	}
	graph, export := filepath.Join(s.work, "attack-graph.json"), filepath.Join(s.work, "csv")
	lines := [][]string{
		{"analyze", s.model, "--attack-graph", graph, "-q", "--fail-at", "recovery=limited"},
		{"store", "export-csv", s.model, "-o", export},
	}
	spoken := [][]string{
		{"analyze", s.model}, {"measures", s.model}, {"comply", s.model, "--scheme", "all"}, {"sbom", s.model},
	}
	if slices.ContainsFunc(result.Consequences, func(c models.Consequence) bool { return c.Harm != nil || c.Economic != nil }) {
		lines = append(lines, []string{"solve", graph, "--work-limit", "200000"}) // the attack graph has a goal
	}
	if n := len(result.Consequences); n > 0 {
		spoken = append(spoken, []string{"paths", s.model, "--to", "effect:" + string(result.Consequences[n-1].Effect)})
	}
	for _, line := range spoken {
		lines = append(lines, append(slices.Clone(line), "--lang", "ja"), append(slices.Clone(line), "--lang", "en"))
	}
	for _, form := range []string{"md", "xlsx", "json"} {
		lines = append(lines, []string{"comply", s.model, "--scheme", "cra,jc-star", "--as", form, "-o", filepath.Join(s.work, "comply."+form)})
	}
	for _, line := range lines {
		if _, err := s.obey(line...); err != nil {
			return err
		}
	}
	for _, line := range spoken {
		var told any
		if err := s.decoded(&told, line...); err != nil {
			return err
		}
	}
	return nil
}

// result analyses a model.
func (s *specimen) result(model string) (*models.Result, error) {
	out, err := s.obey("analyze", model, "--json")
	if err != nil {
		return nil, err
	}
	return resultfile.Decode("result.json", []byte(out))
}

// comparedAlike changes the model in several ways, each as whatif would and in a copy of its files: both say the same, and
// what they call the levels and consequences is what analyze finds.
func comparedAlike(s *specimen) error {
	before, err := s.result(s.model)
	if err != nil {
		return err
	}
	known, err := catalog.Load()
	if err != nil {
		return err
	}
	folder, file := s.model, "."
	if info, err := os.Stat(s.model); err != nil {
		return err
	} else if !info.IsDir() {
		folder, file = filepath.Split(s.model)
	}
	read, err := load.Load(formats.All(), load.Source{Files: os.DirFS(folder), Name: file})
	if err != nil {
		return err
	}
	for i, flags := range changesFor(read.System) {
		changed, err := changedBy(read.System, known, flags)
		if err != nil {
			return err
		}
		if len(check.System(changed, known)) > 0 {
			continue // what is taken out is named elsewhere, which whatif tells
		}
		body, err := json.Marshal(changed)
		if err != nil {
			return err
		}
		copied := filepath.Join(s.work, fmt.Sprintf("changed-%d", i))
		if err := os.CopyFS(copied, os.DirFS(folder)); err != nil { // with what is attached
			return err
		}
		file := filepath.Join(copied, "changed.json")
		if err := os.WriteFile(file, body, 0o666); err != nil {
			return err
		}
		if err := s.comparedWith(before, file, flags); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(flags, " "), err)
		}
	}
	return nil
}

// comparedWith compares what whatif says of a change with what diff and analyze say of the changed model.
func (s *specimen) comparedWith(before *models.Result, changed string, flags []string) error {
	var supposed, compared models.Difference
	if err := s.decoded(&supposed, append([]string{"whatif", s.model}, flags...)...); err != nil {
		return err
	}
	if err := s.decoded(&compared, "diff", s.model, changed); err != nil {
		return err
	}
	for _, d := range []*models.Difference{&supposed, &compared} {
		unplace(reflect.ValueOf(d).Elem())
	}
	if d := cmp.Diff(supposed, compared); d != "" {
		return fmt.Errorf("whatif and diff differ (-whatif +diff):\n%s", d)
	}
	after, err := s.result(changed)
	if err != nil {
		return err
	}
	if d := cmp.Diff(after.Levels.Published.Residual, compared.New.Residual); d != "" {
		return fmt.Errorf("analyze and diff differ in the residual levels (-analyze +diff):\n%s", d)
	}
	return turnsAre(before, after, compared.Consequences)
}

// turnsAre asks that the consequences which analyze reaches on one side only are those that turned.
func turnsAre(before, after *models.Result, told []models.ConsequenceChange) error {
	want, got := map[string]models.Turn{}, map[string]models.Turn{}
	for turn, r := range map[models.Turn]*models.Result{models.Lost: before, models.Gained: after} {
		for i := range r.Consequences {
			c := &r.Consequences[i]
			for _, reading := range []models.ReadingID{models.Assessed, models.Residual} {
				key := string(reading) + " " + string(c.Effect)
				if _, both := want[key]; !c.Reachable.In(reading).Reachable {
					continue
				} else if both {
					delete(want, key)
				} else {
					want[key] = turn
				}
			}
		}
	}
	for _, c := range told {
		got[string(c.Reading)+" "+string(c.Effect)] = c.Turn
	}
	if d := cmp.Diff(want, got); d != "" {
		return fmt.Errorf("analyze and diff differ in what turned (-analyze +diff):\n%s", d)
	}
	return nil
}

// changesFor are the flags of some changes of a model that stay within what check accepts.
func changesFor(system *models.System) [][]string {
	var out [][]string
	for i := range system.Measures {
		if m := &system.Measures[i]; !m.Status.InForce() {
			out = append(out, []string{"--adopt", string(m.ID)})
			break
		}
	}
	if len(system.Flows) > 0 {
		out = append(out, []string{"--close", string(system.Flows[0].ID)})
	}
	if len(system.Safeguards) > 0 {
		out = append(out, []string{"--remove-safeguard", string(system.Safeguards[0].ID)})
	}
	return append(out, []string{"--set", "component:" + string(system.Components[0].ID) + ".installations=7"})
}

// changedBy makes the changes that flags of whatif ask for.
func changedBy(system *models.System, known *models.Catalog, flags []string) (*models.System, error) {
	var changes []change.Change
	switch id := flags[1]; flags[0] {
	case "--adopt":
		changes = append(changes, change.Decide(id, models.Adopted))
	case "--close":
		changes = append(changes, change.Change{Type: "dataflow", ID: id, Field: "closed", Value: "true", Written: id})
	case "--remove-safeguard":
		changes = append(changes, change.Remove(id))
	default:
		parsed, err := change.Parse(id)
		if err != nil {
			return nil, err
		}
		changes = append(changes, parsed)
	}
	return change.Apply(system, known, changes)
}

// unplace clears the places in a value: the same model has others in another file. It recurses over the types of models.
func unplace(v reflect.Value) {
	if v.Type() == reflect.TypeFor[models.Place]() {
		v.SetZero()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				unplace(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			unplace(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			unplace(v.Elem())
		}
	}
}
