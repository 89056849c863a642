package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

func TestProbabilityEqualsBruteForce(t *testing.T) {
	for seed := range uint64(3000) {
		g, goal := smallGraph(seed, 7)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		a, list := solve.Importances(context.Background(), g, sel, goal, graph.Opposites{}, graph.Limits{})
		if a.Status != graph.Exact || math.Abs(a.Value-b.Probability()) > 1e-12 {
			t.Fatalf("seed %d: %v (%v), want %v", seed, a.Value, a.Status, b.Probability())
		}
		s := solve.Sample(context.Background(), g, sel, goal, solve.SampleOptions{Samples: 64})
		if s.Lower > a.Value+1e-9 || s.Upper < a.Value-1e-9 {
			t.Fatalf("seed %d: chance %v is outside %v…%v", seed, a.Value, s.Lower, s.Upper)
		}
		for _, x := range list {
			sure, never := b.ProbabilityGiven(x.Rule, 1), b.ProbabilityGiven(x.Rule, 0)
			near(t, seed, "Birnbaum", x.Birnbaum, sure-never)
			near(t, seed, "Fussell–Vesely", x.Fussell, (a.Value-never)/a.Value)
			near(t, seed, "risk achievement", x.Achieved, sure/a.Value)
			if never > 1e-12 || !math.IsInf(x.Reduction, 1) {
				near(t, seed, "risk reduction", x.Reduction, a.Value/never)
			}
		}
	}
}

func TestAttackSetsEqualBruteForce(t *testing.T) {
	for seed := range uint64(3000) {
		g, goal := smallGraph(seed, 8)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		want := b.AttackSets()
		most := int(seed % 7)
		a := solve.AttackSets(context.Background(), g, sel, goal, most, graph.Limits{})
		if a.Status != graph.Exact || !a.Complete || a.Count.Int64() != int64(len(want)) {
			t.Fatalf("seed %d: %v sets (%v), want %d", seed, a.Count, a.Status, len(want))
		}
		sameSets(t, seed, g, b, a.Easiest, want[:min(most, len(want))])
	}
}

func TestEnumerationEqualsBruteForce(t *testing.T) {
	for seed := range uint64(1500) {
		g, goal := smallGraph(seed, 9)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		want := b.AttackSets()
		if len(want) == 0 || len(want[0]) == 0 {
			continue
		}
		a := solve.Enumerate(context.Background(), g, sel, goal, len(want)+1)
		if a.Status != graph.Exact || a.Count.Int64() != int64(len(want)) {
			t.Fatalf("seed %d: %v sets (%v), want %d", seed, a.Count, a.Status, len(want))
		}
		sameSets(t, seed, g, b, a.Easiest, want)
	}
}

func sameSets(t *testing.T, seed uint64, g *graph.AttackGraph, b *graphtest.Brute, got []solve.AttackSet, want [][]graph.RuleID) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("seed %d: %d sets listed, want %d", seed, len(got), len(want))
	}
	for i, s := range got {
		if !slices.Equal(s.Rules, want[i]) || math.Abs(s.Effort-b.Effort(want[i])) > 1e-9 {
			t.Fatalf("seed %d: set %d is %v (%v), want %v (%v)", seed, i, graphtest.RuleNames(g, s.Rules), s.Effort,
				graphtest.RuleNames(g, want[i]), b.Effort(want[i]))
		}
	}
}

// smallGraph makes a graph that brute force can answer everything about.
func smallGraph(seed, stream uint64) (*graph.AttackGraph, graph.FactID) {
	r := rand.New(rand.NewPCG(seed, stream))
	return graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(9), Rules: 1 + r.IntN(22), Counted: 10,
		MaxIf: 3, Acyclic: r.IntN(3) == 0, Measures: r.IntN(5), WholeEfforts: r.IntN(2) == 0})
}

func near(t *testing.T, seed uint64, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
		t.Fatalf("seed %d: %s %v, want %v", seed, what, got, want)
	}
}
