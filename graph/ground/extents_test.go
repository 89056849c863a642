package ground_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/topology"
)

// What holds in all units holds in one, for each profile, however what is not stated is taken.
func TestAllUnitsAreOneToo(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	held := 0
	analysistest.CheckUntil(t, func() bool { return held > 0 }, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 6})
		graded(rt, system)
		c := groundedBy(rt, ground.Open, system, known)
		for _, p := range ground.Profiles(system) {
			for _, q := range []ground.Query{{Taking: ground.AsPublished}, {Taking: ground.AsWorst}, {Taking: ground.AsBest}, {Failing: true}} {
				q.Reading, q.Profiles = models.Assessed, []models.ProfileID{p.ID}
				reached := graph.Reach(c.Graph, c.Select(q))
				for f := range graph.FactID(c.Graph.NumFacts()) {
					fact := c.FactOf(f)
					if fact.In != models.AllUnits || !reached.Holds(f) {
						continue
					}
					held++
					fact.In = ""
					if one, there := c.Fact(fact); !there || !reached.Holds(one) {
						rt.Fatalf("%s, taking %d: %s holds in all units and not in one", p.ID, q.Taking, fact)
					}
				}
			}
		}
	})
}

// A system that says once what is there twice says what a system does that has everything twice: what comes about in one unit
// comes about there in the first, in which attackers begin, and what does in all, in both.
func TestUnitsEqualCopies(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	known.Rules = slices.DeleteFunc(known.Rules, func(r models.Rule) bool { return len(r.Narrows) > 0 }) // of copies, one may be picked after the other
	seen := map[string]int{}
	analysistest.CheckUntil(t, func() bool { return len(seen) == 3 }, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 6})
		for i := range system.Components {
			if system.Components[i].Users == models.ManyUsers {
				system.Components[i].Users = models.OneUser // one service for two users is not the same as two services
			}
		}
		units := topology.New(system).Ways(known).Units()
		if units == nil {
			return
		}
		for i := range system.Flows { // nor is a way through two copies the same as two ways
			if f := &system.Flows[i]; !units.Several(models.FlowSort, string(f.ID)) {
				f.Via = slices.DeleteFunc(f.Via, func(c models.ComponentID) bool { return units.Several(models.ComponentSort, string(c)) })
			}
		}
		// One effect that each unit guards comes about where one of them fails to: of copies, all would have to.
		system.Safeguards = slices.DeleteFunc(system.Safeguards, func(s models.Safeguard) bool {
			return units.Several(models.SafeguardSort, string(s.ID)) && slices.ContainsFunc(system.Effects, func(e models.Effect) bool {
				return !units.Several(models.EffectSort, string(e.ID)) && e.Of != models.AllUnits && guarded(s, e)
			})
		})
		once := groundedBy(rt, ground.New, system, known)
		twice := groundedBy(rt, ground.New, (&copying{system, units}).twice(), known)
		for _, p := range ground.Profiles(system) {
			q := ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p.ID}}
			reached, copied := graph.Reach(once.Graph, once.Select(q)), graph.Reach(twice.Graph, twice.Select(q))
			holds := func(c *ground.Case, x *graph.Fixpoint, f models.Fact) bool {
				id, there := c.Fact(f)
				return there && x.Holds(id)
			}
			for _, e := range once.Effects {
				occurs := models.Fact{State: models.StateOccurred, Subject: string(e.ID)}
				in := func(n int) bool {
					f := occurs
					if units.Many(f) {
						f.Subject = copyOf(f.Subject, n)
					}
					return holds(twice, copied, f)
				}
				one, all := holds(once, reached, occurs), holds(once, reached, models.Fact{State: occurs.State, Subject: occurs.Subject, In: models.AllUnits})
				if !units.Many(occurs) {
					all = one
				}
				if one != in(1) || all != in(2) {
					rt.Fatalf("%s, %s: in one %t, in all %t; of two copies in the first %t, in the second %t", p.ID, e.ID, one, all, in(1), in(2))
				}
				if units.Many(occurs) {
					seen[fmt.Sprint(one, all)]++
				}
			}
		}
	})
}

func copyOf(id string, n int) string { return fmt.Sprint(id, "-", n) }

// copying makes a system in which everything stands twice of which there are several.
type copying struct {
	system *models.System
	units  *topology.Units
}

// ids replaces those of which there are several by the ids of a copy, or of both where n is 0.
func ids[ID ~string](c *copying, sort models.Sort, list []ID, n int) (out []ID) {
	for _, id := range list {
		switch several := c.units.Several(sort, string(id)); {
		case several && n == 0:
			out = append(out, ID(copyOf(string(id), 1)), ID(copyOf(string(id), 2)))
		case several:
			out = append(out, ID(copyOf(string(id), n)))
		default:
			out = append(out, id)
		}
	}
	return out
}

func id[ID ~string](c *copying, sort models.Sort, of ID, n int) ID {
	if of == "" {
		return of
	}
	return ids(c, sort, []ID{of}, n)[0]
}

// copies lists in which copies an element stands: 0 for one of which there is one.
func (c *copying) copies(sort models.Sort, id string) []int {
	if c.units.Several(sort, id) {
		return []int{1, 2}
	}
	return []int{0}
}

func (c *copying) twice() *models.System {
	out := *c.system
	out.Zones = slices.Clone(out.Zones)
	for i := range out.Zones {
		out.Zones[i].Installations = 0
	}
	out.Components, out.Flows, out.Data, out.Dependencies, out.Effects, out.Safeguards = nil, nil, nil, nil, nil, nil
	for _, x := range c.system.Components {
		for _, n := range c.copies(models.ComponentSort, string(x.ID)) {
			out.Components = append(out.Components, c.component(x, n))
		}
	}
	for _, x := range c.system.Flows {
		for _, n := range c.copies(models.FlowSort, string(x.ID)) {
			out.Flows = append(out.Flows, c.flow(x, n))
		}
	}
	for _, x := range c.system.Data {
		for _, n := range c.copies(models.DataSort, string(x.ID)) {
			x := x
			x.ID, x.Shared = id(c, models.DataSort, x.ID, n), false
			out.Data = append(out.Data, x)
		}
	}
	for _, x := range c.system.Dependencies {
		c.dependencies(&out, x)
	}
	for _, x := range c.system.Effects {
		for _, n := range c.copies(models.EffectSort, string(x.ID)) {
			out.Effects = append(out.Effects, c.effect(x, n))
		}
	}
	for _, x := range c.system.Safeguards {
		for _, n := range c.copies(models.SafeguardSort, string(x.ID)) {
			out.Safeguards = append(out.Safeguards, c.safeguard(x, n))
		}
	}
	c.people(&out)
	return &out
}

func (c *copying) component(x models.Component, n int) models.Component {
	x.ID = id(c, models.ComponentSort, x.ID, n)
	x.On, x.Separate = ids(c, models.ComponentSort, x.On, n), ids(c, models.ComponentSort, x.Separate, n)
	x.Stores, x.Addresses = ids(c, models.DataSort, x.Stores, n), ids(c, models.DataSort, x.Addresses, n)
	passes := x.Passes
	if x.Passes != nil {
		x.Passes = []models.Passage{}
	}
	for _, p := range passes {
		for _, from := range ids(c, models.ComponentSort, []models.ComponentID{p.From}, n) {
			for _, to := range ids(c, models.ComponentSort, []models.ComponentID{p.To}, n) {
				x.Passes = append(x.Passes, models.Passage{From: from, To: to})
			}
		}
	}
	return x
}

func (c *copying) flow(x models.Flow, n int) models.Flow {
	x.ID = id(c, models.FlowSort, x.ID, n)
	x.From, x.To, x.OpenedBy = id(c, models.ComponentSort, x.From, n), id(c, models.ComponentSort, x.To, n), id(c, models.ComponentSort, x.OpenedBy, n)
	x.Via = ids(c, models.ComponentSort, x.Via, n)
	x.Carries, x.Credentials = ids(c, models.DataSort, x.Carries, n), ids(c, models.DataSort, x.Credentials, n)
	return x
}

func (c *copying) dependencies(out *models.System, x models.Dependency) {
	for _, n := range []int{1, 2} {
		d := x
		d.ID = models.DependencyID(copyOf(string(x.ID), n))
		d.Component, d.Needs = id(c, models.ComponentSort, x.Component, n), id(c, models.ComponentSort, x.Needs, n)
		out.Dependencies = append(out.Dependencies, d)
	}
}

func (c *copying) effect(x models.Effect, n int) models.Effect {
	x.ID = id(c, models.EffectSort, x.ID, n)
	x.Causes = c.cause(x.Causes, n)
	if x.Of == models.AllUnits {
		x.Of = ""
	}
	if x.Harm != nil {
		harm := *x.Harm
		harm.Discloses = ids(c, models.DataSort, harm.Discloses, n)
		x.Harm = &harm
	}
	return x
}

// cause copies a tree of causes: of an effect of all units, what there are several of is there in both.
func (c *copying) cause(x models.Cause, n int) models.Cause {
	if x.ID != "" && n > 0 {
		x.ID = copyOf(x.ID, n)
	}
	if x.RuledOut != nil {
		ruled := *x.RuledOut
		ruled.Component = id(c, models.ComponentSort, ruled.Component, n)
		x.RuledOut = &ruled
	}
	if c.units.Many(x.Fact) {
		copied := func(n int) models.Fact { return models.Fact{State: x.Fact.State, Subject: copyOf(x.Fact.Subject, n)} }
		if n > 0 {
			x.Fact = copied(n)
			return x
		}
		x.Fact, x.All = models.Fact{}, []models.Cause{{Fact: copied(1)}, {Fact: copied(2)}}
		return x
	}
	x.All, x.Any = slices.Clone(x.All), slices.Clone(x.Any)
	for _, list := range [][]models.Cause{x.All, x.Any} {
		for i := range list {
			list[i] = c.cause(list[i], n)
		}
	}
	return x
}

func (c *copying) safeguard(x models.Safeguard, n int) models.Safeguard {
	x.ID = id(c, models.SafeguardSort, x.ID, n)
	x.Host, x.Flow, x.Stops = id(c, models.ComponentSort, x.Host, n), id(c, models.FlowSort, x.Flow, n), ids(c, models.ComponentSort, x.Stops, n)
	var guards []string
	for _, target := range x.Guards {
		for _, e := range c.system.Effects {
			if guarded(models.Safeguard{Guards: []string{target}}, e) && c.units.Several(models.EffectSort, string(e.ID)) {
				target = copyOf(target, n)
				break
			}
		}
		guards = append(guards, target)
	}
	x.Guards = guards
	return x
}

// guarded tells whether a safeguard guards an effect or a named cause of it.
func guarded(s models.Safeguard, e models.Effect) bool {
	return slices.ContainsFunc(s.Guards, func(target string) bool {
		return target == string(e.ID) || slices.ContainsFunc(slices.Collect(e.Causes.Nodes()), func(node *models.Cause) bool { return node.ID == target })
	})
}

// people copies what people have to do with components, and lets attackers begin in the first copy, unless it is in all.
func (c *copying) people(out *models.System) {
	out.Stakeholders = slices.Clone(out.Stakeholders)
	for i := range out.Stakeholders {
		s := &out.Stakeholders[i]
		for _, list := range []*[]models.ComponentID{&s.Makes, &s.Supplies, &s.Owns, &s.Operates, &s.Maintains, &s.Uses} {
			*list = ids(c, models.ComponentSort, *list, 0)
		}
	}
	for _, list := range []*[]models.Profile{&out.Attackers, &out.Initiators} {
		*list = slices.Clone(*list)
		for i := range *list {
			p := &(*list)[i]
			var starts []models.Fact
			for _, f := range p.Starts {
				n := 1
				if f.In == models.AllUnits || f.In == "" && p.Kind == models.SupplyChainAttacker {
					n = 0
				}
				sort := models.ComponentSort
				if f.State == "insider" {
					sort = models.StakeholderSort
				}
				for _, subject := range ids(c, sort, []string{f.Subject}, n) {
					starts = append(starts, models.Fact{State: f.State, Subject: subject})
				}
			}
			p.Starts, p.Knows = starts, ids(c, models.DataSort, p.Knows, 1)
		}
	}
	out.Measures = nil
}
