package neo4jstore_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/neo4jstore"
	"github.com/harmpath/harmpath/models"
)

// The store reaches what the engine reaches where protections withstand some attackers and not others.
func TestReachEqualsEngineByCapability(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{Single: 1000, Batch: 300})
	name := version(ownName(t, s), "current")
	p := analysed(t, "gas-water-heater", name.Case, func(m *models.System) {
		grades := []models.Resistance{models.ResistBasic, models.ResistSubstantial, models.ResistHigh}
		for i := range m.Components {
			m.Components[i].Properties = models.Properties{"flaw_free": grades[i%3], "ports_closed": grades[(i+1)%3]}
		}
		for i := range m.Attackers {
			m.Attackers[i].Capability = models.Capability(i % 4)
		}
	})
	push(t, s, name, neo4jstore.StreamContent(p.read, p.grounded.Catalog))
	for _, q := range queries(p.grounded) {
		sameFixpoint(t, s, name, p.grounded, q)
	}
}

func queries(c *ground.Case) []ground.Query {
	var all []models.ProfileID
	for _, p := range ground.Profiles(c.System) {
		all = append(all, p.ID)
	}
	out := []ground.Query{{Reading: models.Inherent, Profiles: all}, {Reading: models.Assessed}, {Reading: models.Residual, Profiles: all}}
	for _, p := range all {
		out = append(out, ground.Query{Reading: models.Assessed, Profiles: []models.ProfileID{p}})
	}
	return out
}

func sameFixpoint(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, c *ground.Case, q ground.Query) {
	t.Helper()
	sel := neo4jstore.Selection{Reading: q.Reading, Profiles: q.Profiles}
	if q.Reading == models.Residual {
		for _, m := range c.InForce() {
			sel.Without = append(sel.Without, c.MeasureOf(m))
		}
	}
	compareFixpoints(t, fmt.Sprint(q), c.Graph, graph.Reach(c.Graph, c.Select(q)), reached(t, s, name, sel, c.Graph))
}

func reached(t *testing.T, s *neo4jstore.Store, name neo4jstore.Name, sel neo4jstore.Selection, g *graph.AttackGraph) map[string]bool {
	t.Helper()
	x, err := s.Reach(context.Background(), name, sel)
	if err != nil {
		t.Fatal(err)
	}
	var facts []string
	for f := range graph.FactID(g.NumFacts()) {
		facts = append(facts, g.FactName(f))
	}
	got, err := x.Holds(context.Background(), facts)
	if err != nil {
		t.Fatal(err)
	}
	if x.Facts != int64(len(got)) {
		t.Errorf("%d facts are counted, and %d hold", x.Facts, len(got))
	}
	if err := x.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	return got
}

func compareFixpoints(t *testing.T, about string, g *graph.AttackGraph, want *graph.Fixpoint, got map[string]bool) {
	t.Helper()
	for f := range graph.FactID(g.NumFacts()) {
		if want.Holds(f) != got[g.FactName(f)] {
			t.Errorf("%s: %s holds %v, and in the store %v", about, g.FactName(f), want.Holds(f), got[g.FactName(f)])
		}
	}
}

// The same on generated graphs with cycles, rules that never fire and measures in force, in small batches.
func TestReachEqualsEngineOnGeneratedGraphs(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{Batch: 7, Single: 100_000})
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 5))
		shape := graphtest.Shape{Facts: 10 + r.IntN(40), Rules: 20 + r.IntN(80), Counted: 20, MaxIf: 3, Measures: 3}
		g, _ := graphtest.Random(r, shape)
		name := version(ownName(t, s), "current")
		push(t, s, name, neo4jstore.GraphContent(name.Case, g))
		for _, measures := range [][]graph.MeasureID{nil, {0}, {0, 2}} {
			sel := neo4jstore.Selection{Reading: models.Assessed}
			for _, m := range measures {
				sel.Without = append(sel.Without, models.MeasureID(g.MeasureName(m)))
			}
			want := graph.Reach(g, g.All().Without(measures...))
			compareFixpoints(t, fmt.Sprint("seed ", seed, " measures ", measures), g, want, reached(t, s, name, sel, g))
		}
	}
}

// Two runs over one version do not mix: the second is told to wait.
func TestOneRunAtATime(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	name := version(ownName(t, s), "current")
	g, _ := graphtest.Chain(50)
	push(t, s, name, neo4jstore.GraphContent(name.Case, g))
	first, err := s.Reach(context.Background(), name, neo4jstore.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Reach(context.Background(), name, neo4jstore.Selection{}); err == nil {
		t.Error("a second run began while the first was open")
	}
	if err := first.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := reached(t, s, name, neo4jstore.Selection{}, g); len(got) != g.NumFacts() {
		t.Errorf("%d facts hold, want %d", len(got), g.NumFacts())
	}
}

// A fixpoint leaves nothing behind that a push or a pull would see.
func TestReachChangesNothingThatIsPushed(t *testing.T) {
	s := open(t, shared, neo4jstore.Options{})
	name := version(ownName(t, s), "current")
	p := analysed(t, "kalay-camera", name.Case, nil)
	push(t, s, name, p.content())
	before := dump(t, name)
	x, err := s.Reach(context.Background(), name, neo4jstore.Selection{Reading: models.Inherent})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if again := push(t, s, name, p.content()); !again.Unchanged {
		t.Errorf("after a fixpoint the same push changes something: %+v", again)
	}
	if !slices.Equal(before, dump(t, name)) {
		t.Error("a fixpoint left other labels, relationships or properties behind")
	}
}
