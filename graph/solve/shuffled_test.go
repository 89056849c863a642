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

// Whether a tree can be answered does not hang on the order of its lines or on its names, and the answers are equal.
func TestShuffledCopiesAreAnsweredAlike(t *testing.T) {
	for _, tree := range []struct { // those of their family that are hard, and are answered
		size   int
		shared float64
		seed   uint64
	}{{300, 0.3, 2}, {400, 0.3, 5}, {400, 0.3, 7}} {
		r := rand.New(rand.NewPCG(tree.seed, 72))
		g, goal := graphtest.FaultTree(r, tree.size, 5, tree.shared)
		ctx := context.Background()
		chance, sets := solve.Probability(ctx, g, g.All(), goal, graph.Limits{}), solve.AttackSets(ctx, g, g.All(), goal, 0, graph.Limits{})
		for copied := range 3 {
			h, top := graphtest.Shuffled(r, g, goal)
			p, s := solve.Probability(ctx, h, h.All(), top, graph.Limits{}), solve.AttackSets(ctx, h, h.All(), top, 0, graph.Limits{})
			if p.Status != chance.Status || s.Status != sets.Status {
				t.Errorf("tree %v, copy %d: %v and %v, of the original %v and %v", tree, copied, p.Status, s.Status, chance.Status, sets.Status)
				continue
			}
			if p.Status == graph.Exact && math.Abs(p.Value-chance.Value) > 1e-12 || s.Status == graph.Exact && s.Count.Cmp(sets.Count) != 0 {
				t.Errorf("tree %v, copy %d: %v and %v sets, of the original %v and %v", tree, copied, p.Value, s.Count, chance.Value, sets.Count)
			}
		}
	}
}
