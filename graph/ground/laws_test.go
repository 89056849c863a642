package ground_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// outcomes are the least efforts by which profiles bring effects about, by what is asked; what does not come about is missing.
type outcomes map[string]float64

// outcome answers, for each profile and effect of a system, what the least effort is under a taking, at a capability.
func outcome(t *rapid.T, s *models.System, known *models.Catalog, taking ground.Taking, able models.Capability) outcomes {
	return outcomeIn(t, s, known, ground.Query{Reading: models.Assessed, Taking: taking}, able)
}

func outcomeIn(t *rapid.T, s *models.System, known *models.Catalog, q ground.Query, able models.Capability) outcomes {
	c := groundedBy(t, ground.Open, s, known)
	out := outcomes{}
	for _, p := range ground.Profiles(s) {
		q.Profiles, q.Capability = []models.ProfileID{p.ID}, models.CapabilityUnstated
		if p.Kind.Malicious() {
			q.Capability = able
		}
		sel := c.Select(q)
		for _, e := range occurring(c, q) {
			goal, _ := c.Fact(models.Fact{State: models.StateOccurred, Subject: e})
			out[fmt.Sprint(p.ID, " ", e)] = solve.LeastEffort(context.Background(), c.Graph, sel, goal, graph.Limits{}).Value
		}
	}
	return out
}

// beyond names something that comes about in more and not in less, or with less effort; none where there is nothing.
func (more outcomes) beyond(less outcomes) string {
	for what, effort := range more {
		if least, there := less[what]; !there {
			return what + " comes about"
		} else if effort < least-1e-9 {
			return fmt.Sprint(what, " takes ", effort, " instead of ", least)
		}
	}
	return ""
}

// moved counts what differs between two outcomes, in what comes about and in what it takes.
func (more outcomes) moved(less outcomes) (n int) {
	for what, effort := range more {
		if least, there := less[what]; !there || math.Abs(effort-least) > 1e-9 {
			n++
		}
	}
	return n
}

// holder is an element with what is stated of its properties, and all that it can have.
type holder struct {
	element string
	held    *models.Properties
	of      []models.PropertyID
}

// holders lists the properties of a system's elements, with those that its catalog has for each.
func holders(s *models.System, known *models.Catalog) (out []holder) {
	add := func(element string, held *models.Properties, of []models.PropertyID) {
		out = append(out, holder{element, held, of})
	}
	for i := range s.Components {
		if of := known.PropertiesOf(s.Components[i].Kind); len(of) > 0 {
			add(string(s.Components[i].ID), &s.Components[i].Properties, of)
		}
	}
	ofSort := func(sort models.Sort) (out []models.PropertyID) {
		for _, p := range known.Properties {
			if p.Of == sort {
				out = append(out, p.ID)
			}
		}
		return out
	}
	for i := range s.Flows {
		add(string(s.Flows[i].ID), &s.Flows[i].Properties, ofSort(models.FlowSort))
	}
	for i := range s.Data {
		add(string(s.Data[i].ID), &s.Data[i].Properties, ofSort(models.DataSort))
	}
	return out
}

// apart returns a copy of a system in which lists and properties are its own.
func apart(s *models.System) *models.System {
	c := *s
	c.Components, c.Flows, c.Data = slices.Clone(s.Components), slices.Clone(s.Flows), slices.Clone(s.Data)
	c.Safeguards, c.Attackers = slices.Clone(s.Safeguards), slices.Clone(s.Attackers)
	own := func(p *models.Properties) {
		out := models.Properties{}
		for id, r := range *p {
			out[id] = r
		}
		*p = out
	}
	for i := range c.Components {
		own(&c.Components[i].Properties)
	}
	for i := range c.Flows {
		own(&c.Flows[i].Properties)
	}
	for i := range c.Data {
		own(&c.Data[i].Properties)
	}
	return &c
}

// aStatement is something said of drawn systems: its name, and how it is said, of many elements at once; false where a system has no
// place for it.
type aStatement struct {
	name  string
	state func(*rapid.T, *models.System, *models.Catalog) bool
}

// protective are the statements that protect.
var protective = []aStatement{
	{"resistance", func(t *rapid.T, s *models.System, known *models.Catalog) (said bool) {
		for _, at := range holders(s, known) {
			for _, id := range at.of {
				to := rapid.SampledFrom([]models.Resistance{models.NotStated, models.Given, models.ResistBasic, models.ResistHigh, models.Absolute}).Draw(t, "resistance")
				p := known.Property(id)
				stands := p.Resistance((*at.held)[id])
				if stands == models.NotStated && (p.Presumed().Protects() || len(p.OnWays) > 0) {
					stands = models.Absolute // what a presumption may count as
				}
				if p.Resistance(to) > stands {
					(*at.held)[id], said = to, true
				}
			}
		}
		return said
	}},
	{"safeguard", func(t *rapid.T, s *models.System, _ *models.Catalog) bool {
		guarded := rapid.SampledFrom(s.Effects).Draw(t, "effect").ID
		s.Safeguards = append(s.Safeguards, guarding("one_more", guarded, rapid.SampledFrom([]models.Independence{models.Mechanical, models.SeparateController, models.Person}).Draw(t, "independence"), s.Components[0].ID))
		return true
	}},
	{"on loss", func(_ *rapid.T, s *models.System, _ *models.Catalog) (said bool) {
		for i := range s.Safeguards {
			if g := &s.Safeguards[i]; g.Independence.Electronic() {
				g.OnLoss, said = models.ActsOnLoss, true
			}
		}
		return said
	}},
	{"basis", func(_ *rapid.T, s *models.System, _ *models.Catalog) bool {
		for i := range s.Safeguards {
			s.Safeguards[i].Basis = models.Plain("A certificate")
		}
		return len(s.Safeguards) > 0
	}},
}

// descriptive are the statements that describe.
var descriptive = []aStatement{
	{"absent", func(t *rapid.T, s *models.System, known *models.Catalog) (said bool) {
		for _, at := range holders(s, known) {
			for _, id := range at.of {
				if !(*at.held)[id].Stated() && rapid.Bool().Draw(t, "absent") {
					(*at.held)[id], said = models.Absent, true
				}
			}
		}
		return said
	}},
	{"attachment", func(t *rapid.T, s *models.System, _ *models.Catalog) (said bool) {
		for i := range s.Components {
			e := &s.Components[i]
			network := rapid.SampledFrom([]models.ComponentID{"wide", "local"}).Draw(t, "network")
			if !e.DrawnOnly && !slices.Contains(e.On, network) {
				e.On, said = append(slices.Clone(e.On), network), true
			}
		}
		return said
	}},
	{"flow", func(t *rapid.T, s *models.System, _ *models.Catalog) (said bool) {
		n := slices.IndexFunc(s.Components, func(c models.Component) bool { return c.DrawnOnly })
		for i := range n {
			to := s.Components[rapid.IntRange(0, n-1).Draw(t, "to")].ID
			for _, nature := range []models.Nature{models.CommandFlow, models.UpdateFlow} {
				id := models.FlowID(fmt.Sprint("one_more_", nature, i))
				s.Flows = append(s.Flows, models.Flow{ID: id, Name: models.Plain("One more"), From: s.Components[i].ID, To: to, Nature: nature})
			}
			said = said || to != s.Components[i].ID
		}
		return said
	}},
	{"settings", func(t *rapid.T, s *models.System, _ *models.Catalog) bool {
		for i := range s.Data {
			s.Data[i].Settings = true
		}
		return true
	}},
	{"stored", func(t *rapid.T, s *models.System, _ *models.Catalog) (said bool) {
		for i := range s.Components {
			e, d := &s.Components[i], rapid.SampledFrom(s.Data).Draw(t, "data").ID
			if !e.DrawnOnly && !slices.Contains(e.Stores, d) {
				e.Stores, said = append(slices.Clone(e.Stores), d), true
			}
		}
		return said
	}},
}

// guarding returns a safeguard of an effect, carried out by a component.
func guarding(id models.SafeguardID, effect models.EffectID, how models.Independence, host models.ComponentID) models.Safeguard {
	out := models.Safeguard{ID: id, Name: models.Plain(string(id)), Guards: []string{string(effect)}, Independence: how}
	if how != models.Mechanical {
		out.Host = host
	}
	return out
}

// holdsFor states one thing more of drawn systems, and compares what comes about and what it takes: holds gets the outcomes
// before and after, and returns what breaks the law. Each statement but the still ones has to move something now and then.
func holdsFor(t *testing.T, statements []aStatement, takings []ground.Taking, still []string, breaks func(before, after outcomes) string) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range statements {
		t.Run(st.name, func(t *testing.T) {
			moved := 0
			still := slices.Contains(still, st.name)
			analysistest.CheckUntil(t, func() bool { return still || moved > 0 }, func(rt *rapid.T) {
				system := analysistest.System(rt, known, analysistest.Shape{Unknown: 6})
				graded(rt, system)
				for _, e := range system.Effects {
					if rapid.Bool().Draw(rt, "guarded") {
						system.Safeguards = append(system.Safeguards, guarding(models.SafeguardID("of-"+e.ID), e.ID, models.SeparateController, system.Components[0].ID))
					}
				}
				changed := apart(system)
				if !st.state(rt, changed, known) {
					return
				}
				able := rapid.SampledFrom(models.Capabilities()).Draw(rt, "capability")
				for _, taking := range takings {
					before, after := outcome(rt, system, known, taking, able), outcome(rt, changed, known, taking, able)
					if what := breaks(before, after); what != "" {
						rt.Fatalf("taking %d, as %s: %s", taking, able, what)
					}
					moved += before.moved(after) + after.moved(before)
				}
			})
			if still && moved > 0 {
				t.Errorf("%d outcomes moved", moved)
			}
		})
	}
}

// A statement that protects brings nothing about and makes nothing easier, for nobody, of whatever capability, as published and
// at worst.
func TestProtectiveStatementsWorsenNothing(t *testing.T) {
	holdsFor(t, protective, []ground.Taking{ground.AsPublished, ground.AsWorst}, []string{"basis"}, func(before, after outcomes) string { return after.beyond(before) })
}

// A statement that describes takes nothing away and makes nothing harder where what is not stated is taken as worst.
func TestDescriptiveStatementsImproveNothingAtWorst(t *testing.T) {
	holdsFor(t, descriptive, []ground.Taking{ground.AsWorst}, []string{"absent"}, func(before, after outcomes) string { return before.beyond(after) })
}

// A measure in force that provides a property is the same as the property: whoever gets somewhere in the residual reading gets
// there with as much effort in the assessed one of the system in which the property is stated, at every capability.
func TestAMeasureIsTheSameAsItsProperty(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	moved := 0
	rapid.Check(t, func(rt *rapid.T) {
		stated := apart(analysistest.System(rt, known, analysistest.Shape{Unknown: 8}))
		graded(rt, stated)
		stated.Measures = nil
		measured := apart(stated)
		for _, at := range holders(stated, known) {
			for _, id := range at.of {
				p := known.Property(id)
				if r := (*at.held)[id]; p.Resistance(r) >= p.Resistance(models.Given) || r == models.NotStated && (p.Presumed().Protects() || len(p.OnWays) > 0) || rapid.IntRange(0, 2).Draw(rt, "measure") > 0 {
					continue
				}
				(*at.held)[id] = models.Given
				measured.Measures = append(measured.Measures, models.Measure{
					ID: models.MeasureID(fmt.Sprint("m", len(measured.Measures))), Text: models.Plain("Measure"), Status: models.Adopted, Stakeholder: "maker",
					Viewpoint: "viewpoint-1", Target: models.SystemTarget, AppliesTo: []string{at.element}, Provides: []models.PropertyID{id},
				})
			}
		}
		able := rapid.SampledFrom(models.Capabilities()).Draw(rt, "capability")
		want := outcomeIn(rt, stated, known, ground.Query{Reading: models.Assessed}, able)
		got := outcomeIn(rt, measured, known, ground.Query{Reading: models.Residual}, able)
		if what := got.beyond(want); what != "" {
			rt.Fatalf("with measures %s", what)
		}
		if what := want.beyond(got); what != "" {
			rt.Fatalf("with properties %s", what)
		}
		moved += outcomeIn(rt, measured, known, ground.Query{Reading: models.Assessed}, able).moved(got)
	})
	if moved == 0 {
		t.Error("no measure moves anything")
	}
}
