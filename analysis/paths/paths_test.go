package paths_test

import (
	"math"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/paths"
	"github.com/harmpath/harmpath/models"
)

var list = []analysis.Analysis{levels.Analysis, paths.Analysis}

func TestWays(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "ways.yaml", list)
}

// An attack is a derivation of its goal: every step comes after what it needs, none is there for nothing, and its effort is
// what its steps cost, each once. Every profile that brings a consequence about has one.
func TestAttacksAreDerivations(t *testing.T) {
	attacks := 0
	analysistest.Law(t, list, func(t *rapid.T, _ *models.Catalog, r *models.Result) {
		for i := range r.Consequences {
			c := &r.Consequences[i]
			by := c.Reachable.Assessed.By
			if len(by) == 0 {
				by = c.Reachable.Inherent.By
			}
			var found []models.ProfileID
			for _, a := range c.Attacks {
				attacks++
				found = append(found, a.Profile)
				derives(t, a)
			}
			if !slices.Equal(found, by) {
				t.Fatalf("%s is brought about by %v, and has attacks of %v", c.Effect, by, found)
			}
		}
	})
	if attacks < 20 {
		t.Errorf("only %d attacks were looked at", attacks)
	}
}

func derives(t *rapid.T, a models.Attack) {
	concluded, used := map[models.Fact]bool{}, map[models.Fact]bool{a.Goal: true}
	var effort float64
	for _, step := range a.Steps {
		for _, from := range step.From {
			if !concluded[from] {
				t.Fatalf("%v: %s needs %v, which comes later", a.Goal, step.Instance, from)
			}
			used[from] = true
		}
		if concluded[step.Concludes] {
			t.Fatalf("%v: %v is concluded twice", a.Goal, step.Concludes)
		}
		concluded[step.Concludes] = true
		effort += step.Effort
	}
	for fact := range concluded {
		if !used[fact] {
			t.Fatalf("%v: %v leads nowhere", a.Goal, fact)
		}
	}
	if !concluded[a.Goal] {
		t.Fatalf("%v is not concluded", a.Goal)
	}
	if a.Effort.Status == models.Exact && math.Abs(*a.Effort.Value-effort) > 1e-9 {
		t.Fatalf("%v: the effort is %v, and the steps cost %v", a.Goal, *a.Effort.Value, effort)
	}
}
