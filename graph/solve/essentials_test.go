package solve_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

func TestEssentialsEqualRemoval(t *testing.T) {
	found := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 13))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(12), Rules: 4 + r.IntN(24), Counted: 4, MaxIf: 3})
		labels := make([]int32, g.NumFacts())
		for f := range labels {
			labels[f] = int32(r.IntN(6)) - 1
		}
		sel := g.All()
		sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		x := graph.Reach(g, sel)
		e := solve.FindEssentials(context.Background(), g, sel, x, func(f graph.FactID) int32 { return labels[f] }, 0)
		for f := range graph.FactID(g.NumFacts()) {
			var want []int32
			for l := range int32(5) {
				without := sel.Clone()
				for other, its := range labels {
					if its == l {
						without.Disable(g.Concluding(graph.FactID(other))...)
					}
				}
				if x.Holds(f) && !graphtest.Closure(g, without, nil)[f] {
					want = append(want, l)
				}
			}
			found += len(want)
			if !e.Whole || !slices.Equal(e.Of(f), want) {
				t.Fatalf("seed %d: %s cannot do without %v, want %v", seed, g.FactName(f), e.Of(f), want)
			}
		}
	}
	if found < 2000 {
		t.Errorf("only %d labels were compared", found)
	}
}

func TestEssentialsWithinTheWorkLimit(t *testing.T) {
	g := graphtest.Must("r1: a <-\nr2: b <- a\nr3: c <- b")
	x := graph.Reach(g, g.All())
	e := solve.FindEssentials(context.Background(), g, g.All(), x, func(f graph.FactID) int32 { return int32(f) }, 1)
	if e.Whole || e.Of(graphtest.Fact(g, "c")) != nil {
		t.Errorf("a search that was cut says %v", e.Of(graphtest.Fact(g, "c")))
	}
}
