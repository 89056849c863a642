package measures_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/measures"
	"github.com/harmpath/harmpath/models"
)

// servers is the system of the tables: two servers with flaws, either of which can start the fire.
//
//	internet ──▶ one ──▶ fire (death)
//	        └──▶ two ──▶ fire, stop (serious impact)
const servers = `
harmpath: "1"
id: two-servers
title: Two servers
site: consumer
stakeholders:
  - {id: vendor, name: vendor, operates: [one, two] VENDOR}
  - {id: operator, name: operator OPERATOR}
trust_zones: [{id: out, name: out}]
components:
  - {id: one, name: one, kind: cloud_service, zone: out, on: [internet], properties: {flood_protected: true, admin_authenticated: true}}
  - {id: two, name: two, kind: cloud_service, zone: out, on: [internet], properties: {flood_protected: true, admin_authenticated: true}}
  - {id: internet, name: internet, kind: wide_network, zone: out, drawn_only: true}
effects:
  - {id: fire, name: fire, causes: {any: [infected(one), infected(two)]}, harm: {injury: death}}
  - {id: halt, name: halt, causes: {any: [infected(two)]}, economic: {scope: external, duration: long, substitutable: true, large_recall: false}}
attackers: [{id: who, name: who, kind: remote, starts: [reached(internet)]}]
initiators: [{id: slip, name: slip, kind: misoperation, starts: [misoperated(two)]}]
measures:
  - {id: both, measure: both, stakeholder: vendor, applies_to: [one, two], provides: [flaw_free], cost: 3 BOTH}
  - {id: first, measure: first, stakeholder: operator, applies_to: [one], provides: [flaw_free], cost: 1, burden: 2 FIRST}
  - {id: second, measure: second, stakeholder: operator, applies_to: [two], provides: [flaw_free], cost: 1, burden: 1 SECOND}
  - {id: slow, measure: slow, stakeholder: operator, applies_to: [one, two], hardens: [{rule: exploit-flaw, effort: 100}], cost: 0.5}
  - {id: late, measure: late, stakeholder: vendor, applies_to: [one, two], blocks: [exploit-flaw], overcome: {effort: 7}, cost: 0.1}
  - {id: talk, measure: talk, stakeholder: vendor, cost: 1 TALK}
`

// with fills the places of the system in: VENDOR is what follows the vendor, and so on.
func with(pairs ...string) string {
	for _, place := range []string{"VENDOR", "OPERATOR", "BOTH", "FIRST", "SECOND", "TALK"} {
		pairs = append(pairs, " "+place, "")
	}
	return strings.NewReplacer(pairs...).Replace(servers)
}

// planned runs the analysis that answers a question over a model's text.
func planned(t *testing.T, text string, q measures.Question) *models.MeasurePlan {
	t.Helper()
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(text)}}, "model.yaml")
	return analysistest.Analyse(t, system, []analysis.Analysis{measures.Asking(q)}).Plan
}

// told writes an answer on one line.
func told(a *models.PlanAnswer) string {
	out := string(a.Status)
	if a.Choice != nil {
		out += fmt.Sprintf(" %g %v leaves %s/%s", a.Choice.Cost, a.Choice.Measures, a.Choice.Levels.Recovery, a.Choice.Levels.Economic)
	}
	if a.Beyond != nil {
		out += fmt.Sprintf(" beyond %g %v", a.Beyond.Cost, a.Beyond.Measures)
	}
	for _, x := range a.Exceeds {
		out += fmt.Sprintf(" %s of %s %g of %g", x.Kind, x.Stakeholder, x.Used, x.Limit)
	}
	if a.Stays != nil {
		out += " stays " + a.Stays.Goal.String()
	}
	return out
}

func TestAnswers(t *testing.T) {
	serious, limited := models.SeriousDamage, models.LimitedImpact
	lowest := models.LimitedDamage
	stop := func(e models.EffectID) models.PlanTarget { return models.PlanTarget{Stop: e} }
	for _, test := range []struct {
		name string
		text string
		ask  measures.Question
		want string
	}{
		{"by default the lowest levels", with(), measures.Question{}, "optimal 2 [first second] leaves limited/limited"},
		{"or what stakeholders accept", with(" VENDOR", ", accepts: {economic: limited}"), measures.Question{},
			"optimal 1 [second] leaves fatal/limited"},
		{"one axis", with(), measures.Question{Target: models.PlanTarget{Economic: &limited}}, "optimal 1 [second] leaves fatal/limited"},
		{"the other", with(), measures.Question{Target: models.PlanTarget{Recovery: &serious}}, "optimal 2 [first second] leaves limited/limited"},
		{"one consequence", with(), measures.Question{Target: stop("halt")}, "optimal 1 [second] leaves fatal/limited"},
		{"what the model's budget allows", with(" OPERATOR", ", budget: 1"), measures.Question{}, "optimal 3 [both] leaves limited/limited"},
		{"what a burden allows", with(" OPERATOR", ", capacity: 2"), measures.Question{}, "optimal 3 [both] leaves limited/limited"},
		{"the question's limit in place of the model's", with(" OPERATOR", ", budget: 1"),
			measures.Question{Budgets: []measures.Limit{{"operator", models.CostBudget, 2}}}, "optimal 2 [first second] leaves limited/limited"},
		{"nothing within the budgets", with(" OPERATOR", ", budget: 1", " VENDOR", ", budget: 2"), measures.Question{},
			"infeasible beyond 2 [first second] cost of operator 2 of 1"},
		{"what is adopted is used up", with(" OPERATOR", ", budget: 1.5", " VENDOR", ", budget: 3", " TALK", ", status: adopted"), measures.Question{},
			"infeasible beyond 2 [first second] cost of operator 2 of 1.5"},
		{"what is adopted counts", with(" FIRST", ", status: adopted"), measures.Question{}, "optimal 1 [second] leaves limited/limited"},
		{"what is adapted counts", with(" SECOND", ", status: adapted"), measures.Question{Target: stop("halt")}, "optimal 0 [] leaves fatal/limited"},
		{"what is rejected is out", with(" FIRST", ", status: rejected"), measures.Question{}, "optimal 3 [both] leaves limited/limited"},
		{"nothing is enough", with(" FIRST", ", status: rejected", " BOTH", ", status: rejected"), measures.Question{},
			"impossible stays occurred(fire)"},
		{"but something is for the other axis", with(" FIRST", ", status: rejected", " BOTH", ", status: rejected"),
			measures.Question{Target: models.PlanTarget{Economic: &limited}}, "optimal 1 [second] leaves fatal/limited"},
		{"both axes in one", with(), measures.Question{Target: models.PlanTarget{Recovery: &lowest, Economic: &limited, Stop: "halt"}},
			"optimal 2 [first second] leaves limited/limited"},
	} {
		t.Run(test.name, func(t *testing.T) {
			plan := planned(t, test.text, test.ask)
			if got := told(&plan.Answer); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFront(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"each level at its cost", with(), []string{
			"optimal 0 [] leaves fatal/serious", "optimal 1 [second] leaves fatal/limited", "optimal 2 [first second] leaves limited/limited",
		}},
		{"what cannot be had stands at the end", with(" FIRST", ", status: rejected", " BOTH", ", status: rejected"), []string{
			"optimal 0 [] leaves fatal/serious", "optimal 1 [second] leaves fatal/limited", "impossible stays occurred(fire)",
		}},
		{"nothing to gain", with(" BOTH", ", status: adopted"), []string{"optimal 0 [] leaves limited/limited"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			plan := planned(t, test.text, measures.Question{})
			for i := range plan.Front {
				got = append(got, told(&plan.Front[i]))
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestValues(t *testing.T) {
	plan := planned(t, with(), measures.Question{})
	got := map[models.MeasureID]string{}
	for _, v := range plan.Measures {
		line := fmt.Sprintf("alone %s/%s", v.Alone.After.Recovery, v.Alone.After.Economic)
		for _, s := range v.Alone.Stops {
			line += fmt.Sprintf(" stops %s %v", s.Effect, s.Profiles)
		}
		for _, h := range v.Alone.Harder {
			line += fmt.Sprintf(" %s %g>%g", h.Effect, *h.Effort.Value, *h.NewEffort.Value)
		}
		line += fmt.Sprintf("; last %s/%s>%s/%s stops %d", v.Last.Before.Recovery, v.Last.Before.Economic, v.Last.After.Recovery, v.Last.After.Economic, len(v.Last.Stops))
		if v.OnlyHardens {
			line += "; hardens"
		}
		got[v.Measure] = line
	}
	for id, want := range map[models.MeasureID]string{
		"both":   "alone limited/limited stops fire [who] stops halt [who]; last limited/limited>limited/limited stops 0",
		"second": "alone fatal/limited stops halt [who] fire 10>10; last limited/limited>limited/limited stops 0",
	} {
		if got[id] != want {
			t.Errorf("%s\ngot  %s\nwant %s", id, got[id], want)
		}
	}
	for _, id := range []models.MeasureID{"slow", "late"} {
		if !strings.HasPrefix(got[id], "alone fatal/serious fire ") || !strings.HasSuffix(got[id], "; hardens") {
			t.Errorf("%s: %s", id, got[id])
		}
	}
	if _, there := got["talk"]; there {
		t.Error("a measure without an effect on attacks has a value")
	}
}

func TestUnknownWords(t *testing.T) {
	system := analysistest.Load(t, fstest.MapFS{"model.yaml": {Data: []byte(with())}}, "model.yaml")
	for _, test := range []struct {
		ask  measures.Question
		want string
	}{
		{measures.Question{Target: models.PlanTarget{Stop: "fir"}}, "argument: stop: there is no effect fir; did you mean fire?"},
		{measures.Question{Budgets: []measures.Limit{{"vendr", models.CostBudget, 1}}}, "argument: budget: there is no stakeholder vendr; did you mean vendor?"},
		{measures.Question{Budgets: []measures.Limit{{"vendor", models.BurdenBudget, -1}}}, "argument: burden: a limit is 0 or more, not -1; write 0"},
	} {
		if got := refused(t, system, test.ask); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestNoMeasures(t *testing.T) {
	text := with()
	if plan := planned(t, text[:strings.Index(text, "measures:")], measures.Question{}); plan != nil {
		t.Errorf("a plan without measures: %+v", plan)
	}
}
