package suite_test

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/strict"
)

// expectations is the file whatif.yaml beside a model: what the case must say as it is, and after changes. Each
// statement is one of analysistest.Statements, unwanted where it begins with "no ".
type expectations struct {
	AsIs    []string          `json:"as_is"`
	WhatIfs []expectedFromNow `json:"whatifs"`
}

// expectedFromNow is what must become of a case after changes, and why it must in the world.
type expectedFromNow struct {
	ID     string      `json:"id"`
	Name   models.Text `json:"name"`
	Reason models.Text `json:"reason"`
	Change []string    `json:"change"` // as after `harmpath whatif --set`
	Want   []string    `json:"want"`
}

// TestUsecaseWhatIfs holds every case that has a whatif.yaml against it. At least two of its what-ifs move a published
// level.
func TestUsecaseWhatIfs(t *testing.T) {
	for _, c := range modeltest.Cases(t, root) {
		usecase := c.Name
		wanted := expectationsOf(t, c)
		if wanted == nil {
			continue
		}
		t.Run(usecase, func(t *testing.T) {
			before := asIs(t, usecase)
			expect(t, before, wanted.AsIs...)
			moved := 0
			for _, w := range wanted.WhatIfs {
				t.Run(w.ID, func(t *testing.T) {
					after := changed(t, usecase, w)
					expect(t, after, w.Want...)
					if published(before) != published(after) {
						moved++
					}
				})
			}
			if moved < 2 {
				t.Errorf("%d what-ifs move a level, want at least 2", moved)
			}
		})
	}
}

// TestSmallModels holds the small models against what is true of them, as they are and after changes.
func TestSmallModels(t *testing.T) {
	for _, c := range modeltest.SmallCases(t, root) {
		t.Run(c.Name, func(t *testing.T) {
			wanted := expectationsOf(t, c)
			if wanted == nil || len(wanted.AsIs) == 0 {
				t.Fatal("nothing is said of it")
			}
			expect(t, asIs(t, c.Name), wanted.AsIs...)
			for _, w := range wanted.WhatIfs {
				t.Run(w.ID, func(t *testing.T) { expect(t, changed(t, c.Name, w), w.Want...) })
			}
		})
	}
}

// expectationsOf reads the expectations of a case; nil where it has none.
func expectationsOf(t *testing.T, c modeltest.Case) *expectations {
	t.Helper()
	file := c.Folder + "/whatif.yaml"
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var out expectations
	if _, problems := strict.Decode(file, text, &out, strict.Limits{}); len(problems) > 0 {
		t.Fatal(problems)
	}
	return &out
}

// changed analyses a case after a what-if.
func changed(t *testing.T, usecase string, w expectedFromNow) *models.Result {
	t.Helper()
	return analysistest.Analyse(t, after(t, usecase, w), told())
}

// after is a case with the changes of a what-if.
func after(t *testing.T, usecase string, w expectedFromNow) *models.System {
	t.Helper()
	if w.Reason.JA == "" || w.Reason.EN == "" || w.Name.JA == "" || w.Name.EN == "" || len(w.Want) == 0 {
		t.Error("the what-if lacks its name or reason in both languages, or what is wanted")
	}
	var changes []change.Change
	for _, written := range w.Change {
		c, err := change.Parse(written)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, c)
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	system, err := change.Apply(loaded(t, usecase), known, changes)
	if err != nil {
		t.Fatal(err)
	}
	return system
}

// told lists the analyses that statements tell of: all but the plans of measures, which take the longest.
func told() []analysis.Analysis {
	return slices.DeleteFunc(suite.All(), func(a analysis.Analysis) bool { return a.Name == "measures" })
}

// asIs analyses a case as it is written.
func asIs(t *testing.T, usecase string) *models.Result {
	t.Helper()
	return analysistest.Analyse(t, loaded(t, usecase), told())
}

// published is the assessed and the residual level on both axes.
func published(r *models.Result) [2][2]string {
	var out [2][2]string
	for i, reading := range []models.ReadingID{"assessed", "residual"} {
		l := r.Levels.Published.In(reading)
		out[i] = [2]string{l.Recovery.Level.String(), l.Economic.Max.String()}
	}
	return out
}

// TestUsecaseReferences shows that the derived levels of every case agree with the coarse sizes that its source
// prints, although those are no input.
func TestUsecaseReferences(t *testing.T) {
	recovery := map[models.Size][]models.Recovery{
		models.Small: {models.LimitedDamage}, models.Medium: {models.SeriousDamage}, models.Large: {models.SeriousDamage, models.FatalDamage},
	}
	economic := map[models.Size]models.Economic{
		models.Small: models.LimitedImpact, models.Medium: models.SeriousImpact, models.Large: models.CatastrophicImpact,
	}
	held := 0
	for _, c := range modeltest.Cases(t, root) {
		usecase := c.Name
		r := asIs(t, usecase)
		if r.System.Reference == nil {
			continue
		}
		held++
		l := r.Levels.Published.Assessed
		if !slices.Contains(recovery[r.System.Reference.Recovery], l.Recovery.Level) {
			t.Errorf("%s: recovery is %s, the source prints %s", usecase, l.Recovery.Level, r.System.Reference.Recovery)
		}
		if economic[r.System.Reference.Economic] != l.Economic.Max {
			t.Errorf("%s: economic is %s, the source prints %s", usecase, l.Economic.Max, r.System.Reference.Economic)
		}
	}
	if held == 0 {
		t.Error("no use case has a reference")
	}
}

// TestUsecaseSources shows that every element of every case says where it comes from.
func TestUsecaseSources(t *testing.T) {
	for _, c := range modeltest.Cases(t, root) {
		for what, origins := range originsOf(loaded(t, c.Name)) {
			for i, o := range origins {
				if o.Source == "" {
					t.Errorf("%s: %s[%d] (%s) names no source", c.Name, what, i, o.At)
				}
			}
		}
	}
}

func originsOf(s *models.System) map[string][]models.Origin {
	out := map[string][]models.Origin{}
	add := func(what string, o models.Origin) { out[what] = append(out[what], o) }
	for _, e := range s.Stakeholders {
		add("stakeholders", e.Origin)
	}
	for _, e := range s.Zones {
		add("trust_zones", e.Origin)
	}
	for _, e := range s.Components {
		add("components", e.Origin)
	}
	for _, e := range s.Flows {
		add("dataflows", e.Origin)
	}
	for _, e := range s.Data {
		add("data", e.Origin)
	}
	for _, e := range s.Dependencies {
		add("dependencies", e.Origin)
	}
	for _, e := range s.Conditions {
		add("conditions", e.Origin)
	}
	for _, e := range s.Effects {
		add("effects", e.Origin)
	}
	for _, e := range s.Safeguards {
		add("safeguards", e.Origin)
	}
	for _, e := range slices.Concat(s.Attackers, s.Initiators) {
		add("attackers and initiators", e.Origin)
	}
	for _, e := range s.Measures {
		add("measures", e.Origin)
	}
	for _, e := range s.Assumptions {
		add("assumptions", e.Origin)
	}
	return out
}
