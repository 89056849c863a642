package graph_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
)

// What a pass over the compiled order finds is what the queue finds, whatever is enabled.
func TestSweepEqualsQueue(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 3))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(60), Rules: 1 + r.IntN(200), Counted: 60, MaxIf: 3,
			Acyclic: seed%4 == 0})
		if seed%10 == 0 {
			g = graphtest.City{Homes: 1 + r.IntN(4), Cyclic: true}.Build()
		}
		sel := g.All()
		for range r.IntN(3) * g.NumRules() / 4 {
			sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		}
		checkSweep(t, g, sel)
	}
}

// A ring is entered on the other side than the order expects.
func TestSweepOfManyPasses(t *testing.T) {
	const n = 100
	b := graph.NewBuilder()
	for i := range n {
		b.Fact(fmt.Sprintf("f%d", i))
	}
	near := b.Rule(graph.Rule{ID: "near", Then: 0, Effort: 1})
	b.Rule(graph.Rule{ID: "far", Then: n - 1, Effort: 1})
	for i := range graph.FactID(n - 1) {
		b.Rule(graph.Rule{ID: fmt.Sprintf("up%d", i), Then: i + 1, If: []graph.FactID{i}, Effort: 1})
		b.Rule(graph.Rule{ID: fmt.Sprintf("down%d", i), Then: i, If: []graph.FactID{i + 1}, Effort: 1})
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	sel := g.All()
	sel.Disable(near)
	checkSweep(t, g, sel)
	if held := graphtest.Held(g, graph.Reach(g, sel)); held != n {
		t.Errorf("%d facts hold, want %d", held, n)
	}
	if c := graph.TreeCost(g, sel, graph.Sum).Cost(0); c != n {
		t.Errorf("cost %v, want %d", c, n)
	}
}

func checkSweep(t *testing.T, g *graph.AttackGraph, sel *graph.Selection) {
	t.Helper()
	x := graph.Reach(g, sel)
	for f := range graph.FactID(g.NumFacts()) {
		if _, derived := x.Rule(f); derived != x.Holds(f) {
			t.Fatalf("%q: holds %v, derived %v", g.FactName(f), x.Holds(f), derived)
		}
	}
	if n := graphtest.Held(g, x); len(x.Order()) != n {
		t.Fatalf("%d facts hold, %d in order", n, len(x.Order()))
	}
	for _, fold := range []graph.Fold{graph.Sum, graph.Max} {
		costs := graph.TreeCost(g, sel, fold)
		for f := range graph.FactID(g.NumFacts()) {
			want := math.Inf(1)
			if proof := costs.Proof(f); proof != nil {
				want = costOf(g, sel, costs, fold, proof[len(proof)-1])
			}
			if costs.Cost(f) != want {
				t.Fatalf("%q costs %v, its rule %v", g.FactName(f), costs.Cost(f), want)
			}
		}
	}
}

// costOf prices a rule by the costs of its premises.
func costOf(g *graph.AttackGraph, sel *graph.Selection, costs *graph.TreeCosts, fold graph.Fold, r graph.RuleID) float64 {
	cost := 0.0
	for _, f := range g.If(r) {
		if fold == graph.Sum {
			cost += costs.Cost(f)
		} else {
			cost = max(cost, costs.Cost(f))
		}
	}
	return cost + sel.Effort(r)
}
