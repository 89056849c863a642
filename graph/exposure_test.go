package graph_test

import (
	"context"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
)

func TestExposureEqualsOneFixpointEach(t *testing.T) {
	for seed := range uint64(500) {
		g, _ := smallGraph(seed, 15)
		sel := g.All()
		footholds := make([][]graph.FactID, g.NumFacts())
		for f := range footholds {
			footholds[f] = []graph.FactID{graph.FactID(f)}
		}
		a := graph.Exposure(context.Background(), g, sel, footholds, graph.Limits{}, nil)
		reached := make([]int32, g.NumFacts())
		base := closure(g, sel, nil)
		for i, facts := range footholds {
			n := int32(0)
			for f, holds := range closure(g, sel, facts) {
				if holds && !base[f] {
					n++
					reached[f]++
				}
			}
			if a.Blast[i] != n {
				t.Fatalf("seed %d: the blast of %v is %d, want %d", seed, facts, a.Blast[i], n)
			}
		}
		if !slices.Equal(a.ReachedBy, reached) {
			t.Fatalf("seed %d: reached by %v, want %v", seed, a.ReachedBy, reached)
		}
	}
}
