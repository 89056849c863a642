package graph_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
)

func TestLeastEffortEqualsBruteForce(t *testing.T) {
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 5))
		shape := graphtest.Shape{Facts: 2 + r.IntN(9), Rules: 1 + r.IntN(22), Counted: 10, MaxIf: 3,
			Acyclic: r.IntN(3) == 0, WholeEfforts: r.IntN(2) == 0}
		g, goal := graphtest.Random(r, shape)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		sets := b.AttackSets()
		a := graph.LeastEffort(context.Background(), g, sel, goal, graph.Limits{})
		if len(sets) == 0 {
			if a.Status != graph.Impossible {
				t.Fatalf("seed %d: %v for an underivable goal", seed, a.Status)
			}
			continue
		}
		if a.Status != graph.Exact || math.Abs(a.Value-b.Effort(sets[0])) > 1e-9 {
			t.Fatalf("seed %d: effort %v (%v), want %v", seed, a.Value, a.Status, b.Effort(sets[0]))
		}
		if !a.Certified || !a.First {
			t.Fatalf("seed %d: certified %v, first %v", seed, a.Certified, a.First)
		}
		if !slices.Equal(a.Set, sets[0]) {
			t.Fatalf("seed %d: set %v, want %v", seed, graphtest.RuleNames(g, a.Set), graphtest.RuleNames(g, sets[0]))
		}
		if err := graph.CheckProof(g, sel, goal, a.Proof); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}
