package suite_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
)

// The answers about a city are those that its formulas give, at every size and in whatever order its elements stand.
func TestCity(t *testing.T) {
	for _, city := range []modeltest.City{
		{Homes: 1},
		{Homes: 2, Makers: 1},
		{Homes: 7},
		{Homes: 31, Plants: 3, Seed: 1},
		{Homes: 150, Makers: 5, Plants: 4, Seed: 7},
	} {
		t.Run(fmt.Sprintf("%+v", city), func(t *testing.T) {
			result := analysistest.Analyse(t, city.System(), suite.All())
			for _, l := range result.Limits {
				if !strings.Contains(l.Reason, "lists of effects") && l.Question != "margins" { // how much a row shows is no limit of the search, and what keeps a city safe is hundreds of properties
					t.Errorf("limit: %v", l)
				}
			}
			got := modeltest.Counts{
				Components: len(result.System.Components), Flows: len(result.System.Flows),
				Data: len(result.System.Data), Effects: len(result.Consequences),
			}
			if want := city.Counts(); got != want {
				t.Errorf("counts %+v, want %+v", got, want)
			}
			effortsAre(t, city, result)
			slipsAre(t, city, result)
			if level := result.Levels.Published.Assessed.Recovery.Level; level != models.FatalDamage {
				t.Errorf("level %v", level)
			}
		})
	}
}

// effortsAre compares who brings about what in the assessed reading, and with which least effort.
func effortsAre(t *testing.T, city modeltest.City, result *models.Result) {
	t.Helper()
	for _, by := range []models.ProfileID{modeltest.Remote, modeltest.Neighbour} {
		want := city.Efforts(by)
		for _, c := range result.Consequences {
			effort, reached := want[c.Effect]
			if got := slices.Contains(c.Reachable.Assessed.By, by); got != reached {
				t.Errorf("%s brings about %s: %v", by, c.Effect, got)
			}
			for _, a := range c.Attacks {
				if a.Profile == by && a.Reading == models.Assessed && (a.Effort.Status != models.Exact || *a.Effort.Value != effort) {
					t.Errorf("%s by %s takes %s, want %v", c.Effect, by, figure(a.Effort), effort)
				}
			}
		}
	}
}

func figure(f models.Figure) string {
	if f.Value != nil {
		return fmt.Sprint(f.Status, " ", *f.Value)
	}
	return fmt.Sprint(f.Status, " ", *f.Lower, " to ", *f.Upper)
}

// slipsAre compares what a wrong operation brings about.
func slipsAre(t *testing.T, city modeltest.City, result *models.Result) {
	t.Helper()
	want := map[models.EffectID]bool{}
	for h := range city.Homes {
		want[modeltest.Poisoning(h)] = city.Slips(h)
	}
	for _, c := range result.Consequences {
		if got := slices.Contains(c.Reachable.Assessed.By, modeltest.Slip); got != want[c.Effect] {
			t.Errorf("%s after a slip: %v", c.Effect, got)
		}
	}
}

// The cheapest measures of a city cost what its formula says.
func TestCityMeasures(t *testing.T) {
	serious := models.SeriousDamage
	question := measures.Question{Target: models.PlanTarget{Recovery: &serious}}
	for _, city := range []modeltest.City{{Homes: 1}, {Homes: 20}, {Homes: 60, Seed: 3}, {Homes: 200, Makers: 7}} {
		city.Measures = true
		plan := analysistest.Analyse(t, city.System(), []analysis.Analysis{measures.Asking(question)}).Plan
		if plan.Answer.Status != models.PlanOptimal || plan.Answer.Choice.Cost != city.NoPoisoningCost() {
			t.Errorf("%+v: %s %v, want %v", city, plan.Answer.Status, plan.Answer.Choice, city.NoPoisoningCost())
		}
	}
}
