package measures_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/change"
)

func refused(t *testing.T, system *models.System, q measures.Question) string {
	t.Helper()
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, err = analysis.Run(context.Background(), system, knowledge, []analysis.Analysis{measures.Asking(q)}, analysis.Options{})
	var problems models.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("no problems: %v", err)
	}
	return problems.Error()
}

// subset is one choice of candidates, with what a fresh analysis of the case with it adopted says.
type subset struct {
	adopted []models.MeasureID
	cost    float64
	spent   map[models.StakeholderID]float64
	levels  models.LevelPoint // of the malicious profiles
}

// subsets analyses the case afresh for every choice of its candidates.
func subsets(t rapid.TB, system *models.System, knowledge *models.Catalog, candidates []models.MeasureValue) []subset {
	var out []subset
	for chosen := range 1 << len(candidates) {
		s := subset{spent: map[models.StakeholderID]float64{}}
		var changes []change.Change
		for i, c := range candidates {
			if chosen&(1<<i) != 0 {
				changes = append(changes, change.Decide(string(c.Measure), models.Adopted))
				s.adopted = append(s.adopted, c.Measure)
				s.cost += c.Cost
				s.spent[c.Stakeholder] += c.Cost
			}
		}
		changed, err := change.Apply(system, knowledge, changes)
		if err != nil {
			t.Fatal(err)
		}
		r, err := analysis.Run(context.Background(), changed, knowledge, []analysis.Analysis{levels.Analysis}, analysis.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Levels.ByProfile {
			if l := p.Levels.Residual.Point(); p.Malicious {
				s.levels.Recovery = max(s.levels.Recovery, l.Recovery)
				s.levels.Economic = max(s.levels.Economic, l.Economic)
			}
		}
		out = append(out, s)
	}
	return out
}

// cheapest is the least cost of a subset within some levels and budgets.
func cheapest(all []subset, within models.LevelPoint, budgets map[models.StakeholderID]float64) float64 {
	least := math.Inf(1)
	for _, s := range all {
		kept := s.levels.Recovery <= within.Recovery && s.levels.Economic <= within.Economic
		for party, limit := range budgets {
			kept = kept && s.spent[party] <= limit+1e-9
		}
		if kept {
			least = min(least, s.cost)
		}
	}
	return least
}

// drawn draws a system with a few measures that cost something: any system, or one in which much hangs on measures.
func drawn(t *rapid.T, knowledge *models.Catalog) *models.System {
	system := analysistest.System(t, knowledge, analysistest.Shape{Unknown: 30})
	if rapid.IntRange(0, 3).Draw(t, "sort") > 0 {
		exposed(t, system)
	}
	for i := range system.Stakeholders {
		system.Stakeholders[i].Budget, system.Stakeholders[i].Capacity = nil, nil
	}
	for i := range system.Measures {
		cost := rapid.SampledFrom([]float64{0, 0.5, 1, 2, 3.25}).Draw(t, "cost")
		system.Measures[i].Cost = &cost
	}
	return system
}

// exposed makes a system of servers with a flaw each, of effects that want one or several of them infected, and of
// measures that each mend some of the flaws.
func exposed(t *rapid.T, system *models.System) {
	servers := []string{"one", "two", "three", "four"}
	system.Stakeholders = []models.Stakeholder{{ID: "maker", Name: models.Plain("Maker")}, {ID: "other", Name: models.Plain("Other")}}
	system.Components, system.Flows, system.Data, system.Dependencies = nil, nil, nil, nil
	system.Conditions, system.Effects, system.Safeguards, system.Measures = nil, nil, nil, nil
	system.Components = append(system.Components, models.Component{ID: "wide", Name: models.Plain("Wide"), Kind: "wide_network", Zone: "zone"})
	for _, id := range servers {
		system.Components = append(system.Components, models.Component{
			ID: models.ComponentID(id), Name: models.Plain(id), Kind: "cloud_service", Zone: "zone", On: []models.ComponentID{"wide"},
			Properties: models.Properties{"admin_authenticated": models.Given},
		})
	}
	subset := rapid.SliceOfNDistinct(rapid.SampledFrom(servers), 1, 3, rapid.ID)
	for i := range rapid.IntRange(1, 3).Draw(t, "effects") {
		var leaves []models.Cause
		for _, id := range subset.Draw(t, "causes") {
			leaves = append(leaves, models.Cause{Fact: models.Fact{State: "infected", Subject: id}})
		}
		e := models.Effect{ID: models.EffectID(fmt.Sprint("e", i)), Name: models.Plain("Effect"), Causes: models.Cause{Any: leaves}}
		if rapid.Bool().Draw(t, "all") {
			e.Causes = models.Cause{All: leaves}
		}
		e.Harm = &models.Harm{Injury: rapid.SampledFrom([]models.Injury{models.Death, models.SevereInjury, models.MinorInjury}).Draw(t, "injury")}
		if rapid.Bool().Draw(t, "economic") {
			e.Economic = &models.EconomicImpact{Scope: models.ExternalScope, LargeRecall: rapid.SampledFrom([]models.Truth{models.True, models.False}).Draw(t, "recall")}
		}
		system.Effects = append(system.Effects, e)
	}
	for i := range rapid.IntRange(2, 5).Draw(t, "measures") {
		system.Measures = append(system.Measures, models.Measure{
			ID: models.MeasureID(fmt.Sprint("mend", i)), Text: models.Plain("Mend"), AppliesTo: subset.Draw(t, "at"), Provides: []models.PropertyID{"flaw_free"},
			Stakeholder: rapid.SampledFrom([]models.StakeholderID{"maker", "other"}).Draw(t, "party"),
			Status:      rapid.SampledFrom([]models.Status{models.Candidate, models.Candidate, models.Candidate, models.Adopted, models.Rejected}).Draw(t, "status"),
		})
	}
	system.Attackers = []models.Profile{{ID: "who", Name: models.Plain("Who"), Kind: models.RemoteAttacker, Starts: []models.Fact{{State: "reached", Subject: "wide"}}}}
	system.Initiators = nil
}

func planOf(t rapid.TB, system *models.System, knowledge *models.Catalog, q measures.Question) *models.MeasurePlan {
	r, err := analysis.Run(context.Background(), system, knowledge, []analysis.Analysis{measures.Asking(q)}, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Plan
}

// costOf is what an answer costs: infinite where there is no choice.
func costOf(a *models.PlanAnswer) float64 {
	if a.Choice == nil {
		return math.Inf(1)
	}
	return a.Choice.Cost
}

// Every answer is compared with the analysis of the case under every choice of its candidates.
func TestEqualsBruteForce(t *testing.T) {
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	useful, tight := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		system := drawn(rt, knowledge)
		plan := planOf(t, system, knowledge, measures.Question{})
		if plan == nil {
			return
		}
		candidates := slices.DeleteFunc(slices.Clone(plan.Measures), func(v models.MeasureValue) bool { return v.Alone == nil })
		if len(candidates) == 0 || len(candidates) > 5 {
			return
		}
		all := subsets(rt, system, knowledge, candidates)
		if plan.Now.Levels.Point() != all[0].levels || plan.Full.Levels.Point() != all[len(all)-1].levels {
			rt.Fatalf("now %v and full %v, brute force %v and %v", plan.Now.Levels.Point(), plan.Full.Levels.Point(), all[0].levels, all[len(all)-1].levels)
		}
		for r := models.LimitedDamage; r <= all[0].levels.Recovery; r++ {
			for e := models.LimitedImpact; e <= all[0].levels.Economic; e++ {
				want := cheapest(all, models.LevelPoint{Recovery: r, Economic: e}, nil)
				q := measures.Question{Target: models.PlanTarget{Recovery: &r, Economic: &e}}
				asked := planOf(rt, system, knowledge, q)
				if got := costOf(&asked.Answer); got != want {
					rt.Fatalf("%v/%v costs %g, brute force %g", r, e, got, want)
				}
				if want > 0 && !math.IsInf(want, 1) {
					useful++
				}
				tight += budgeted(rt, system, knowledge, all, q, asked)
			}
		}
		checkFront(rt, plan, all)
		checkValues(rt, plan, candidates, all)
	})
	t.Logf("%d answers cost something, a budget changes %d", useful, tight)
	if useful < 5 || tight == 0 {
		t.Error("the generated systems are no test")
	}
}

// budgeted asks again with a budget, and returns 1 where that changes the answer.
func budgeted(t *rapid.T, system *models.System, knowledge *models.Catalog, all []subset, q measures.Question, free *models.MeasurePlan) int {
	if free.Answer.Choice == nil || len(free.Answer.Choice.Shares) == 0 || free.Answer.Choice.Shares[0].Stakeholder == "" {
		return 0
	}
	share := free.Answer.Choice.Shares[0]
	for _, line := range system.Measures {
		if line.Stakeholder == share.Stakeholder && line.Status.InForce() {
			return 0 // what is in force uses the budget up too: the tables test that
		}
	}
	limit := share.Cost * rapid.SampledFrom([]float64{0, 0.5, 0.99, 1}).Draw(t, "part")
	q.Budgets = []measures.Limit{{Stakeholder: share.Stakeholder, Kind: models.CostBudget, Most: limit}}
	a := planOf(t, system, knowledge, q).Answer
	within := models.LevelPoint{Recovery: *q.Target.Recovery, Economic: *q.Target.Economic}
	want := cheapest(all, within, map[models.StakeholderID]float64{share.Stakeholder: limit})
	got := costOf(&a)
	switch {
	case got != want:
		t.Fatalf("with %g for %s it costs %g, brute force %g", limit, share.Stakeholder, got, want)
	case got < free.Answer.Choice.Cost:
		t.Fatalf("a budget lowers the cost from %g to %g", free.Answer.Choice.Cost, got)
	case math.IsInf(want, 1) && (a.Status != models.PlanInfeasible || len(a.Exceeds) == 0 || a.Beyond.Cost != free.Answer.Choice.Cost):
		t.Fatalf("infeasible, but told so: %s", told(&a))
	case got > free.Answer.Choice.Cost:
		return 1
	}
	return 0
}

// checkFront holds the front against all choices: each of its levels at its least cost, rising, none missing. Two choices
// of one cost stand side by side where neither leaves the lower level on both axes.
func checkFront(t *rapid.T, plan *models.MeasurePlan, all []subset) {
	last := -1.0
	var before models.LevelPoint
	covered := func(s subset) bool {
		return slices.ContainsFunc(plan.Front, func(a models.PlanAnswer) bool {
			return a.Choice != nil && a.Choice.Cost <= s.cost && a.Choice.Levels.Recovery <= s.levels.Recovery && a.Choice.Levels.Economic <= s.levels.Economic
		})
	}
	for _, a := range plan.Front {
		if a.Choice == nil {
			continue
		}
		beside := (a.Choice.Levels.Recovery < before.Recovery) != (a.Choice.Levels.Economic < before.Economic)
		if a.Choice.Cost < last || a.Choice.Cost == last && !beside {
			t.Fatalf("the front goes from %v at %g to %v at %g", before, last, a.Choice.Levels, a.Choice.Cost)
		}
		last, before = a.Choice.Cost, a.Choice.Levels
		if want := cheapest(all, a.Choice.Levels, nil); want != a.Choice.Cost {
			t.Fatalf("the front has %v at %g, brute force at %g", a.Choice.Levels, a.Choice.Cost, want)
		}
	}
	for _, s := range all {
		if !covered(s) {
			t.Fatalf("%v with %v at %g is better than the front", s.adopted, s.levels, s.cost)
		}
	}
}

// checkValues holds what each measure does against fresh analyses without and with it.
func checkValues(t *rapid.T, plan *models.MeasurePlan, candidates []models.MeasureValue, all []subset) {
	full := len(all) - 1
	for i, v := range candidates {
		if got, want := v.Alone.After, all[1<<i].levels; got != want {
			t.Fatalf("%s alone leaves %v, brute force %v", v.Measure, got, want)
		}
		if got, want := v.Last.Before, all[full&^(1<<i)].levels; got != want {
			t.Fatalf("without %s %v is left, brute force %v", v.Measure, got, want)
		}
		if v.OnlyHardens && (v.Alone.Before != v.Alone.After || v.Last.Before != v.Last.After) {
			t.Fatalf("%s only hardens and changes a level", v.Measure)
		}
	}
	for _, a := range plan.Front {
		if a.Choice != nil && bits.OnesCount(uint(full)) < len(a.Choice.Measures) {
			t.Fatalf("a choice of %d among %d candidates", len(a.Choice.Measures), len(candidates))
		}
	}
}
