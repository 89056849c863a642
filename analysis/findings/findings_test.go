package findings_test

import (
	"os"
	"slices"
	"testing"

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
		if kind.ID != "no-attacker" && !told[kind.ID] {
			t.Errorf("no finding %s", kind.ID)
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
