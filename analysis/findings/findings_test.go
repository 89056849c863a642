package findings_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

func TestSlips(t *testing.T) {
	r := analysistest.Run(t, os.DirFS("testdata"), "slips.yaml", suite.All())
	told := map[string]bool{}
	for _, f := range r.Findings {
		told[f.Kind] = true
		if f.At.Line == 0 || len(f.Subjects) != len(f.Names) || slices.ContainsFunc(f.Names, models.Text.Empty) {
			t.Errorf("%+v: a finding says where and what in words", f)
		}
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range known.Findings {
		elsewhere := slices.Contains([]string{"no-attacker", "level-not-determined", "character-not-shown", "flawed-entry", "level-rests-on-presumption", "effect-without-cause", "safeguard-without-basis"}, kind.ID)
		if !elsewhere && !told[kind.ID] {
			t.Errorf("no finding %s", kind.ID)
		}
	}
}

// A safeguard on which something rests, and of which nobody says why it can be relied on, is found.
func TestSafeguardWithoutBasis(t *testing.T) {
	for basis, want := range map[string]bool{"": true, "IEC 61511, SIL 2": false} {
		system := analysistest.Load(t, os.DirFS("../../testdata/semantics/safety-program"), "model.yaml")
		for i := range system.Components {
			if system.Components[i].ID == "sis" {
				system.Components[i].Properties["program_locked"] = models.Given
			}
		}
		if basis != "" {
			system.Safeguards[0].Basis = models.Plain(basis)
		}
		r := analysistest.Analyse(t, system, suite.All())
		got := slices.ContainsFunc(r.Findings, func(f models.Finding) bool { return f.Kind == "safeguard-without-basis" && f.Subjects[0] == "trip" })
		if got != want {
			t.Errorf("basis %q: found %v, want %v", basis, got, want)
		}
	}
}

func TestNoAttacker(t *testing.T) {
	system := analysistest.Load(t, os.DirFS("testdata"), "slips.yaml")
	system.Attackers = nil
	r := analysistest.Analyse(t, system, suite.All())
	if !slices.ContainsFunc(r.Findings, func(f models.Finding) bool { return f.Kind == "no-attacker" }) {
		t.Errorf("%+v", r.Findings)
	}
}

// A level that is higher where presumptions fail is told, and only there: the more a catalog presumes, the less is published,
// and the worst stays.
func TestLevelsRestOnPresumptions(t *testing.T) {
	system := analysistest.Load(t, os.DirFS("../../testdata/usecases/gas-water-heater"), ".")
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, presumed := range []bool{false, true} {
		c := *known
		c.Properties = slices.Clone(known.Properties)
		for i := range c.Properties {
			if presumed {
				c.Properties[i].Unstated = models.Given
			}
		}
		system := *system
		system.Measures = nil
		system.Initiators = slices.DeleteFunc(slices.Clone(system.Initiators), func(p models.Profile) bool { return p.Kind == models.Misoperation })
		system.Attackers = slices.DeleteFunc(slices.Clone(system.Attackers), func(p models.Profile) bool { return p.Kind == models.InsiderAttacker })
		r, err := analysis.Run(t.Context(), &system, &c, suite.All(), analysis.Options{})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(r.Findings, func(f models.Finding) bool { return f.Kind == "level-rests-on-presumption" })
		if told != presumed {
			t.Errorf("presumed: %t, told: %t, published %v between %+v", presumed, told, r.Levels.Published.Assessed.Point(), r.Levels.Intervals)
		}
	}
}

// What nothing leads to is told also where no margins are known.
func TestEffectWithoutCause(t *testing.T) {
	list := slices.DeleteFunc(slices.Clone(suite.All()), func(a analysis.Analysis) bool { return a.Name == "margins" })
	for i := range list {
		list[i].Needs = slices.DeleteFunc(slices.Clone(list[i].Needs), func(name string) bool { return name == "margins" })
	}
	r := analysistest.Analyse(t, analysistest.Load(t, os.DirFS("testdata"), "slips.yaml"), list)
	if !slices.ContainsFunc(r.Findings, func(f models.Finding) bool { return f.Kind == "effect-without-cause" && f.Subjects[0] == "flood" }) {
		t.Errorf("%+v", r.Findings)
	}
}

// What reading a model remarked on stands among the findings, with its words.
func TestRemarks(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	flaw := models.Finding{Kind: "flawed-entry", Severity: models.Warning, At: models.Place{File: "a.json", Line: 3}, Subjects: []string{"a", "b"}, Names: []models.Text{models.Plain("a"), models.Plain("b")}}
	r, err := analysis.Run(t.Context(), analysistest.Load(t, os.DirFS("testdata"), "slips.yaml"), known, suite.All(), analysis.Options{Remarks: []models.Finding{flaw}})
	if err != nil {
		t.Fatal(err)
	}
	of := func(f models.Finding) bool { return cmp.Equal(f, flaw) }
	if !slices.ContainsFunc(r.Findings, of) || !slices.ContainsFunc(r.Words.Findings, func(k models.FindingKind) bool { return k.ID == flaw.Kind }) {
		t.Errorf("%+v", r.Findings)
	}
}
