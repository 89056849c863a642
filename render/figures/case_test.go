package figures_test

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/portrait"
)

// useCase is the result of a case that the project keeps, as far as figures read it.
func useCase(t testing.TB, name string) *models.Result {
	t.Helper()
	return resultOf(t, os.DirFS(modeltest.Find(t, "../..", name).Folder))
}

// resultOf reads a model and derives from it what figures show, by the graph's own algorithms. The analyses themselves
// stand on the other side of the wall.
func resultOf(t testing.TB, files fs.FS) *models.Result {
	t.Helper()
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: files, Name: "."})
	if err != nil {
		t.Fatal(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := ground.New(model.System, knowledge)
	if err != nil {
		t.Fatal(err)
	}
	return derive(c)
}

func derive(c *ground.Case) *models.Result {
	r := &models.Result{System: *c.System, Words: models.Words{
		Kinds: c.Catalog.Kinds, States: c.Catalog.States, Properties: c.Catalog.Properties, Rules: c.Catalog.Rules,
		Sites: c.Catalog.Sites, Threats: c.Catalog.Threats, Sensitivities: c.Catalog.Sensitivities, Viewpoints: c.Catalog.Viewpoints,
	}}
	for i := range c.Effects {
		r.Consequences = append(r.Consequences, consequenceOf(c, &c.Effects[i]))
	}
	for i := range r.Consequences {
		q := &r.Consequences[i]
		raise(&r.Levels.Published.Inherent, q, q.Reachable.Inherent)
		raise(&r.Levels.Published.Assessed, q, q.Reachable.Assessed)
		raise(&r.Levels.Published.Residual, q, q.Reachable.Residual)
		if reading := readingOf(q); reading != "" {
			r.Graphs = append(r.Graphs, graphOf(c, q.Effect, reading))
		}
		r.Entries = append(r.Entries, entriesOf(c, q)...)
	}
	portrait.Complete(r)
	for _, component := range c.System.Components {
		r.Components = append(r.Components, ifAttacked(c, r, component.ID))
	}
	return r
}

// raise lifts a pair of levels to what a reachable consequence gives.
func raise(pair *models.LevelPair, q *models.Consequence, reach models.Reachability) {
	if reach.Reachable {
		pair.Recovery.Level = max(pair.Recovery.Level, q.Levels.Recovery.Level)
		pair.Economic.Min = max(pair.Economic.Min, q.Levels.Economic.Min)
		pair.Economic.Max = max(pair.Economic.Max, q.Levels.Economic.Max)
	}
}

func readingOf(q *models.Consequence) models.ReadingID {
	switch {
	case q.Reachable.Assessed.Reachable:
		return models.Assessed
	case q.Reachable.Inherent.Reachable:
		return models.Inherent
	}
	return ""
}

func occurred(id models.EffectID) models.Fact {
	return models.Fact{State: "occurred", Subject: string(id)}
}

func consequenceOf(c *ground.Case, e *ground.Effect) models.Consequence {
	q := models.Consequence{Effect: e.ID, Name: e.Name, Derived: e.Derived, Harm: e.Harm, Economic: e.Economic, Excluded: e.Exclusions}
	q.Levels.Recovery.Level = map[models.Injury]models.Recovery{models.SevereInjury: models.SeriousDamage, models.Death: models.FatalDamage}[injury(e.Harm)]
	if e.Economic != nil && e.Economic.Duration == models.UnknownDuration && e.Economic.Scope == models.ExternalScope {
		q.Levels.Economic.Max = models.SeriousImpact
	}
	goal, _ := c.Fact(occurred(e.ID))
	for _, p := range ground.Profiles(c.System) {
		for _, reading := range models.ReadingIDs() {
			sel := c.Select(ground.Query{Reading: reading, Profiles: []models.ProfileID{p.ID}})
			if reach := q.Reachable.In(reading); graph.Reach(c.Graph, sel).Holds(goal) {
				reach.Reachable, reach.By = true, append(reach.By, p.ID)
			}
		}
	}
	for _, p := range ground.Profiles(c.System) {
		if reading := readingOf(&q); slices.Contains(q.Reachable.In(reading).By, p.ID) {
			q.Attacks = append(q.Attacks, attackOf(c, p.ID, reading, occurred(e.ID)))
		}
	}
	if readingOf(&q) == models.Inherent {
		q.StoppedBy = e.Guards
	}
	return q
}

func injury(h *models.Harm) models.Injury {
	if h == nil {
		return models.NoInjury
	}
	return h.Injury
}

func attackOf(c *ground.Case, profile models.ProfileID, reading models.ReadingID, goal models.Fact) models.Attack {
	costs := graph.TreeCost(c.Graph, c.Select(ground.Query{Reading: reading, Profiles: []models.ProfileID{profile}}), graph.Sum)
	place, _ := c.Fact(goal)
	effort, chance := 0.0, 1.0
	a := models.Attack{Profile: profile, Reading: reading, Goal: goal}
	for _, rule := range costs.Proof(place) {
		a.Steps = append(a.Steps, c.Step(rule))
		effort += c.Graph.Effort(rule)
		chance *= c.Graph.Probability(rule)
	}
	a.Effort = models.Figure{Status: models.Bound, Upper: &effort}
	a.Chance = models.Figure{Status: models.Exact, Value: &chance}
	return a
}

// graphOf is every step that can take part in bringing the effect about, whoever begins.
func graphOf(c *ground.Case, effect models.EffectID, reading models.ReadingID) models.ConsequenceGraph {
	var all []models.ProfileID
	for _, p := range ground.Profiles(c.System) {
		all = append(all, p.ID)
	}
	sel := c.Select(ground.Query{Reading: reading, Profiles: all})
	fixpoint := graph.Reach(c.Graph, sel)
	goal, _ := c.Fact(occurred(effect))
	g := models.ConsequenceGraph{Effect: effect, Reading: reading}
	seen := map[graph.FactID]bool{goal: true}
	for queue := []graph.FactID{goal}; len(queue) > 0; queue = queue[1:] {
		for _, rule := range c.Graph.Concluding(queue[0]) {
			holds := func(f graph.FactID) bool { return fixpoint.Holds(f) }
			if !sel.Enabled(rule) || !all2(c.Graph.If(rule), holds) {
				continue
			}
			g.Steps = append(g.Steps, c.Step(rule))
			for _, f := range c.Graph.If(rule) {
				if !seen[f] {
					seen[f] = true
					queue = append(queue, f)
				}
			}
		}
	}
	slices.Reverse(g.Steps)
	return g
}

func all2[T any](list []T, ok func(T) bool) bool {
	return !slices.ContainsFunc(list, func(x T) bool { return !ok(x) })
}

func entriesOf(c *ground.Case, q *models.Consequence) []models.EntryPoint {
	var out []models.EntryPoint
	for _, p := range ground.Profiles(c.System) {
		if !slices.Contains(q.Reachable.Assessed.By, p.ID) {
			continue
		}
		for _, a := range q.Attacks {
			if a.Profile == p.ID {
				for _, s := range a.Steps {
					if of := c.Catalog.State(s.Concludes.State); of != nil && of.Compromise {
						out = append(out, models.EntryPoint{Effect: q.Effect, Profile: p.ID, Type: of.Of, Subject: s.Concludes.Subject, Fact: s.Concludes})
						break
					}
				}
			}
		}
	}
	return out
}

func ifAttacked(c *ground.Case, r *models.Result, id models.ComponentID) models.ComponentResult {
	out := models.ComponentResult{Component: id}
	fixpoint := graph.Reach(c.Graph, c.Select(ground.Query{Reading: models.Assessed, Asset: id}))
	for i := range r.Consequences {
		q := &r.Consequences[i]
		if goal, _ := c.Fact(occurred(q.Effect)); fixpoint.Holds(goal) {
			out.Leads = append(out.Leads, q.Effect)
			raise(&out.IfAttacked, q, models.Reachability{Reachable: true})
		}
	}
	return out
}
