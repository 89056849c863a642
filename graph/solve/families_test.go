package solve_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// On graphs far beyond brute force, two methods that share no search agree, and the optimum is certified.
func TestFamilies(t *testing.T) {
	families := []struct {
		name string
		make func(*rand.Rand) (*graph.AttackGraph, graph.FactID)
	}{
		{"dependencies", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Dependencies(r, 3000, 0.2) }},
		{"fault trees", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.FaultTree(r, 300, 5, 0.25) }},
		{"networks", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Network(r, 3, 12, 3) }},
	}
	for _, f := range families {
		for seed := range uint64(12) {
			t.Run(fmt.Sprintf("%s %d", f.name, seed), func(t *testing.T) {
				g, goal := f.make(rand.New(rand.NewPCG(seed, 41)))
				checkFamily(t, g, goal)
			})
		}
	}
}

func checkFamily(t *testing.T, g *graph.AttackGraph, goal graph.FactID) {
	ctx, sel := context.Background(), g.All()
	e := solve.LeastEffort(ctx, g, sel, goal, graph.Limits{})
	if e.Status == graph.Impossible {
		return
	}
	if e.Status != graph.Exact || !e.First {
		t.Fatalf("%v, first %v", e.Status, e.First)
	}
	if err := confirm.Optimum(g, sel, goal, e.Set, e.Landmarks, confirm.DefaultNodes); err != nil {
		t.Error(err)
	}
	a := solve.AttackSets(ctx, g, sel, goal, 3, graph.Limits{Work: 5_000_000})
	if len(a.Easiest) == 0 {
		return // neither the diagram nor the listing fits the limit
	}
	if easiest := a.Easiest[0]; math.Abs(easiest.Effort-e.Value) > 1e-6 || !slices.Equal(easiest.Rules, e.Set) {
		t.Errorf("least effort %v by %v, but the easiest set is %v at %v", e.Value, e.Set, easiest.Rules, easiest.Effort)
	}
	for _, set := range a.Easiest {
		if err := confirm.Minimal(g, sel, goal, set.Rules); err != nil {
			t.Error(err)
		}
	}
}

// Graphs of the size of published ones, and larger: much shared, cyclic, many equal efforts, many goals. Each least
// effort is exact, the first of its ties, and certified.
func TestLargeFamilies(t *testing.T) {
	families := []struct {
		name string
		make func(*rand.Rand) (*graph.AttackGraph, graph.FactID)
	}{
		{"dependencies, trees", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Dependencies(r, 15000, 0) }},
		{"dependencies, shared", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Dependencies(r, 10000, 0.5) }},
		{"fault trees, small gates", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) {
			return graphtest.FaultTree(r, 10000, 4, 0.25)
		}},
		{"fault trees, large gates", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) {
			return graphtest.FaultTree(r, 10000, 15, 0.1)
		}},
		{"fault trees, much shared", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) {
			return graphtest.FaultTree(r, 5000, 15, 0.5)
		}},
		{"networks", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Network(r, 6, 40, 3) }},
		{"networks, large", func(r *rand.Rand) (*graph.AttackGraph, graph.FactID) { return graphtest.Network(r, 12, 100, 3) }},
	}
	for _, f := range families {
		for seed := range uint64(3) {
			g, goal := f.make(rand.New(rand.NewPCG(seed, 43)))
			a := solve.LeastEffort(context.Background(), g, g.All(), goal, graph.Limits{})
			if a.Status == graph.Impossible {
				continue
			}
			if a.Status != graph.Exact || !a.First {
				t.Errorf("%s %d: %v, first %v", f.name, seed, a.Status, a.First)
			}
			if err := confirm.Optimum(g, g.All(), goal, a.Set, a.Landmarks, confirm.DefaultNodes); err != nil {
				t.Errorf("%s %d: %v", f.name, seed, err)
			}
			if err := confirm.Proof(g, g.All(), goal, a.Proof); err != nil {
				t.Errorf("%s %d: %v", f.name, seed, err)
			}
		}
	}
}
