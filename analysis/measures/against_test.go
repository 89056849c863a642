package measures_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// What is enough against one attacker is what is enough where there is no other.
func TestAgainstOneAttacker(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	analysistest.CheckUntil(t, func() bool { return differ > 0 }, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 8})
		system.Policies.JoinAttackers = false
		system.Attackers = append(system.Attackers, models.Profile{
			ID: "guest", Name: models.Plain("Guest"), Kind: models.LocalAttacker, Starts: []models.Fact{{State: "reached", Subject: "local"}},
		})
		planned := func(s *models.System, q measures.Question) *models.MeasurePlan {
			r, err := analysis.Run(context.Background(), s, known, []analysis.Analysis{levels.Analysis, measures.Asking(q)}, analysis.Options{})
			if err != nil {
				rt.Fatal(err)
			}
			return r.Plan
		}
		target := models.PlanTarget{Stop: system.Effects[0].ID}
		who := rapid.SampledFrom(system.Attackers).Draw(rt, "attacker").ID
		alone := *system
		alone.Attackers = slices.DeleteFunc(slices.Clone(system.Attackers), func(p models.Profile) bool { return p.ID != who })
		got := planned(system, measures.Question{Target: target, Attackers: []models.ProfileID{who}})
		want := planned(&alone, measures.Question{Target: target})
		if got == nil || want == nil { // no measure acts on any attack that there is
			return
		}
		if got.Answer.Status != want.Answer.Status || !reflect.DeepEqual(got.Answer.Choice, want.Answer.Choice) {
			rt.Fatalf("against %s: %+v, where there is no other: %+v", who, got.Answer, want.Answer)
		}
		if all := planned(system, measures.Question{Target: target}); !reflect.DeepEqual(all.Answer.Choice, got.Answer.Choice) {
			differ++
		}
	})
}
