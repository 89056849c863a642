package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// Counting and weighing module by module comes to the same as trying all sets, cycles included.
func TestModulesEqualBruteForce(t *testing.T) {
	divided := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 51))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 4 + r.IntN(12), Rules: 8 + r.IntN(24), Counted: 11, MaxIf: 2, Acyclic: seed%2 == 0})
		if seed%5 == 0 {
			g, goal = graphtest.FaultTree(r, 8+r.IntN(10), 3, 0.2)
		}
		sel, ctx := g.All(), context.Background()
		count, modules := solve.CountInParts(ctx, g, sel, goal)
		if modules < 2 {
			continue
		}
		divided++
		b := graphtest.NewBrute(g, sel, goal)
		if want := len(b.AttackSets()); count.Int64() != int64(want) {
			t.Fatalf("seed %d: %v sets in %d modules, want %d", seed, count, modules, want)
		}
		a, list := solve.Importances(ctx, g, sel, goal, graph.Opposites{}, graph.Limits{})
		if want := b.Probability(); math.Abs(a.Value-want) > 1e-12 {
			t.Fatalf("seed %d: chance %v, want %v", seed, a.Value, want)
		}
		for _, x := range list {
			want := b.ProbabilityGiven(x.Rule, 1) - b.ProbabilityGiven(x.Rule, 0)
			if math.Abs(x.Birnbaum-want) > 1e-12 {
				t.Fatalf("seed %d: importance %v of %s, want %v", seed, x.Birnbaum, g.RuleName(x.Rule), want)
			}
		}
	}
	if divided < 300 {
		t.Errorf("only %d graphs had several modules", divided)
	}
}

// Where one module is too large, the others still narrow the bound.
func TestBoundOfOneModule(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 52))
	hard, hardGoal := graphtest.FaultTree(r, 2000, 15, 0.5)
	b := graph.NewBuilder()
	for f := range graph.FactID(hard.NumFacts()) {
		b.Fact(hard.FactName(f))
	}
	for x := range graph.RuleID(hard.NumRules()) {
		b.Rule(graph.Rule{ID: hard.RuleName(x), Then: hard.Then(x), If: hard.If(x), Probability: hard.Probability(x)})
	}
	top := b.Fact("top")
	b.Rule(graph.Rule{ID: "a", Then: top, If: []graph.FactID{hardGoal}, Probability: 0.5})
	b.Rule(graph.Rule{ID: "b", Then: top, Probability: 0.25})
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	limits := graph.Limits{Work: 3000}
	inner := solve.Probability(context.Background(), g, g.All(), hardGoal, limits)
	outer := solve.Probability(context.Background(), g, g.All(), top, limits)
	if inner.Status != graph.Bound || outer.Status != graph.Bound || outer.Cut == nil {
		t.Fatalf("%+v, %+v", inner, outer)
	}
	for _, want := range [][2]float64{{inner.Lower, outer.Lower}, {inner.Upper, outer.Upper}} {
		if math.Abs(1-(1-0.5*want[0])*0.75-want[1]) > 1e-12 {
			t.Errorf("the inner bound %v does not make the outer %v", want[0], want[1])
		}
	}
}
