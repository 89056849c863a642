package ground_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/topology"
	"pgregory.net/rapid"
)

// occurring lists the effects that occur under a query.
func occurring(c *ground.Case, q ground.Query) []string {
	reached := graph.Reach(c.Graph, c.Select(q))
	var out []string
	for i := range c.Effects {
		if goal, there := c.Fact(models.Fact{State: models.StateOccurred, Subject: string(c.Effects[i].ID)}); there && reached.Holds(goal) {
			out = append(out, string(c.Effects[i].ID))
		}
	}
	return out
}

func groundedBy(t interface{ Fatal(...any) }, how func(*models.System, *models.Catalog) (*ground.Case, error), s *models.System, c *models.Catalog) *ground.Case {
	out, err := how(s, c)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// graded draws how much some properties of a system and some attackers are able to.
func graded(t *rapid.T, s *models.System) {
	grade := func(p models.Properties) {
		for _, id := range slices.Sorted(keys(p)) {
			if p[id] == models.Given && rapid.Bool().Draw(t, "graded") || rapid.Bool().Draw(t, "graded too") {
				p[id] = rapid.SampledFrom([]models.Resistance{models.ResistBasic, models.ResistSubstantial, models.ResistHigh, models.Absolute}).Draw(t, "grade")
			}
		}
	}
	for i := range s.Components {
		grade(s.Components[i].Properties)
	}
	for i := range s.Flows {
		grade(s.Flows[i].Properties)
	}
	for i := range s.Data {
		grade(s.Data[i].Properties)
	}
	for i := range s.Attackers {
		s.Attackers[i].Capability = models.Capability(rapid.IntRange(0, int(models.HighAttacker)).Draw(t, "capability"))
	}
}

func keys(p models.Properties) func(func(models.PropertyID) bool) {
	return func(yield func(models.PropertyID) bool) {
		for id := range p {
			if !yield(id) {
				return
			}
		}
	}
}

// An open case holds what the plain one does, whoever is at work in whatever reading.
func TestOpenHoldsTheSame(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	occurred := 0
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 6})
		graded(rt, system)
		plain, open := groundedBy(rt, ground.New, system, known), groundedBy(rt, ground.Open, system, known)
		for _, reading := range []models.ReadingID{models.Inherent, models.Assessed, models.Residual} {
			for _, p := range ground.Profiles(system) {
				q := ground.Query{Reading: reading, Profiles: []models.ProfileID{p.ID}}
				want := occurring(plain, q)
				occurred += len(want)
				if got := occurring(open, q); !slices.Equal(got, want) {
					rt.Fatalf("%s, %s: %v, in the open case %v", reading, p.ID, want, got)
				}
			}
		}
	})
	if occurred == 0 {
		t.Error("nothing occurs in any case")
	}
}

// What is not stated taken as worst allows whatever is published, and that whatever the best does; and more capability
// allows whatever less does.
func TestTakingsAndCapabilitiesNest(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	differ := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 6})
		graded(rt, system)
		open := groundedBy(rt, ground.Open, system, known)
		for _, p := range ground.Profiles(system) {
			q := ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}}
			within := func(what string, less, more ground.Query) {
				few, many := occurring(open, less), occurring(open, more)
				for _, e := range few {
					if !slices.Contains(many, e) {
						rt.Fatalf("%s, %s: %s is lost", p.ID, what, e)
					}
				}
				differ[what] += len(many) - len(few)
			}
			best, worst := q, q
			best.Taking, worst.Taking = ground.AsBest, ground.AsWorst
			within("best", best, q)
			within("worst", q, worst)
			if !p.Kind.Malicious() {
				continue
			}
			for i, c := range models.Capabilities()[1:] {
				less, more := q, q
				less.Capability, more.Capability = models.Capabilities()[i], c
				within(c.String(), less, more)
			}
		}
	})
	for _, what := range []string{"best", "substantial", "high"} {
		if differ[what] == 0 {
			t.Errorf("%s makes no difference", what)
		}
	}
}

// The least effort in an open case whose statements may fail is how many of them have to: as taking each set of them out
// of the model says.
func TestDepthCountsStatements(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 3})
		graded(rt, system)
		system.Measures = nil
		open := groundedBy(rt, ground.Open, system, known)
		profiles := ground.Profiles(system)
		if len(profiles) == 0 {
			return
		}
		p := profiles[rapid.IntRange(0, len(profiles)-1).Draw(rt, "profile")]
		q := ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}}
		failing := q
		failing.Failing = true
		for i := range open.Effects {
			goal, there := open.Fact(models.Fact{State: models.StateOccurred, Subject: string(open.Effects[i].ID)})
			if !there {
				continue
			}
			a := solve.LeastEffort(context.Background(), open.Graph, open.Select(failing), goal, graph.Limits{})
			strikes := statements(system, known, p.Kind.Malicious())
			most := 1
			if len(strikes) < 28 {
				most = 2
			}
			want := struckToOccur(rt, system, known, p.ID, open.Effects[i].ID, strikes, most)
			got := fmt.Sprint(a.Value)
			if a.Value > float64(most) {
				got = "more"
			}
			if got != want {
				rt.Fatalf("%s by %s: depth %s, by striking statements %s", open.Effects[i].ID, p.ID, got, want)
			}
			found[want]++
		}
	})
	t.Log(found)
	for _, depth := range []string{"0", "1"} { // two together are rare, and seldom drawn
		if found[depth] == 0 {
			t.Errorf("no effect of depth %s", depth)
		}
	}
}

// struckToOccur says how many statements must be struck out of a system so that an effect occurs: up to most, or "more".
func struckToOccur(t *rapid.T, s *models.System, known *models.Catalog, who models.ProfileID, effect models.EffectID, strikes []func(*models.System, map[string]bool), most int) string {
	occurs := func(struck ...int) bool {
		changed := *s
		changed.Components, changed.Flows, changed.Data = slices.Clone(s.Components), slices.Clone(s.Flows), slices.Clone(s.Data)
		failed := map[string]bool{}
		for _, k := range struck {
			strikes[k](&changed, failed)
		}
		changed.Attackers, changed.Initiators = beginningWith(s.Attackers, failed), beginningWith(s.Initiators, failed)
		c := groundedBy(t, ground.New, &changed, known)
		return slices.Contains(occurring(c, ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{who}}), string(effect))
	}
	if occurs() {
		return "0"
	}
	for i := range strikes {
		if occurs(i) {
			return "1"
		}
	}
	if most > 1 {
		for i := range strikes {
			for j := range i {
				if occurs(i, j) {
					return "2"
				}
			}
		}
	}
	return "more"
}

// beginningWith returns profiles that start with failed safeguards.
func beginningWith(profiles []models.Profile, failed map[string]bool) []models.Profile {
	out := slices.Clone(profiles)
	for i := range out {
		out[i].Starts = slices.Clone(out[i].Starts)
		for id := range failed {
			out[i].Starts = append(out[i].Starts, models.Fact{State: models.StateDefeated, Subject: id, In: models.AllUnits})
		}
	}
	return out
}

// statements lists what can be struck out of a system: each changes it, whose lists are its own.
func statements(s *models.System, known *models.Catalog, malicious bool) []func(*models.System, map[string]bool) {
	var out []func(*models.System, map[string]bool)
	struck := func(p models.Properties, id models.PropertyID) models.Properties {
		q := models.Properties{}
		for k, v := range p {
			q[k] = v
		}
		q[id] = models.Absent
		return q
	}
	for i := range s.Safeguards {
		id := string(s.Safeguards[i].ID)
		out = append(out, func(_ *models.System, failed map[string]bool) { failed[id] = true })
	}
	if !malicious {
		return out
	}
	add := func(p models.Properties, of models.Sort, set func(*models.System) *models.Properties) {
		for i := range known.Properties {
			presumed := !p[known.Properties[i].ID].Stated() && known.Properties[i].Of == of && (known.Properties[i].Unstated.Protects() || len(known.Properties[i].OnWays) > 0)
			if id := known.Properties[i].ID; p[id].Protects() || presumed {
				out = append(out, func(c *models.System, _ map[string]bool) { at := set(c); *at = struck(*at, id) })
			}
		}
	}
	for i := range s.Components {
		id := s.Components[i].ID
		out = append(out, func(c *models.System, _ map[string]bool) {
			c.Effects = slices.Clone(c.Effects)
			for i := range c.Effects {
				c.Effects[i].Causes = without(c.Effects[i].Causes, id)
			}
		})
		out = append(out, unfiltered(s, known, i)...)
		add(s.Components[i].Properties, models.ComponentSort, func(c *models.System) *models.Properties { return &c.Components[i].Properties })
	}
	for i := range s.Flows {
		add(s.Flows[i].Properties, models.FlowSort, func(c *models.System) *models.Properties { return &c.Flows[i].Properties })
	}
	for i := range s.Data {
		add(s.Data[i].Properties, models.DataSort, func(c *models.System) *models.Properties { return &c.Data[i].Properties })
	}
	return out
}

// unfiltered lists what a component can be made to pass between its networks and does not, and what can join it to networks
// from which it is separate: another one of which nothing is known but that it passes everything.
func unfiltered(s *models.System, known *models.Catalog, i int) []func(*models.System, map[string]bool) {
	var out []func(*models.System, map[string]bool)
	var all []models.Passage
	for _, p := range slices.Concat(topology.New(s).Ways(known).Passages(), topology.New(s).Ways(known).Crossings()) {
		if p.Gateway == s.Components[i].ID && p.Passed {
			all = append(all, models.Passage{From: p.From, To: p.To})
		}
	}
	ways := topology.New(s).Ways(known)
	held := ways.Passages()
	for _, p := range ways.Crossings() {
		if units := ways.Units(); units.Several(models.ComponentSort, string(p.From)) && !units.Several(models.ComponentSort, string(p.Gateway)) {
			held = append(held, p)
		}
	}
	for _, p := range held {
		if p.Gateway == s.Components[i].ID && !p.Passed {
			out = append(out, func(c *models.System, _ map[string]bool) {
				if c.Components[i].Passes == nil {
					c.Components[i].Passes = slices.Clone(all)
				}
				c.Components[i].Passes = append(slices.Clone(c.Components[i].Passes), models.Passage{From: p.From, To: p.To})
			})
		}
	}
	for _, other := range s.Components[i].Separate {
		id := s.Components[i].ID
		out = append(out, func(c *models.System, _ map[string]bool) {
			c.Components = append(c.Components, models.Component{
				ID: models.ComponentID("join-" + string(other)), Kind: "router", Zone: "zone", On: []models.ComponentID{id, other},
				Passes:     []models.Passage{{From: id, To: other}, {From: other, To: id}},
				Properties: models.Properties{"no_inbound": models.Absolute},
			})
		})
	}
	return out
}

// without returns a tree of causes that the device class of a component no longer rules out.
func without(c models.Cause, component models.ComponentID) models.Cause {
	if c.RuledOut != nil && c.RuledOut.Component == component {
		c.RuledOut = nil
	}
	c.Any, c.All = slices.Clone(c.Any), slices.Clone(c.All)
	for _, list := range [][]models.Cause{c.Any, c.All} {
		for i := range list {
			list[i] = without(list[i], component)
		}
	}
	return c
}
