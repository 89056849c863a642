package solve_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

func TestSinglePointsEqualBruteForce(t *testing.T) {
	for seed := range uint64(3000) {
		g, goal := smallGraph(seed, 13)
		sel := g.All()
		rules, facts := graphtest.NewBrute(g, sel, goal).SinglePoints()
		a := solve.SinglePoints(context.Background(), g, sel, goal, graph.Limits{})
		if a.Status != graph.Exact || !slices.Equal(a.Rules, rules) || !slices.Equal(a.Facts, facts) {
			t.Fatalf("seed %d: %v %v, want %v %v", seed, a.Rules, a.Facts, rules, facts)
		}
	}
}

// A chain of 200 rules is all single points, more than one word's worth.
func TestSinglePointsOfALongChain(t *testing.T) {
	g, goal := graphtest.Chain(200)
	a := solve.SinglePoints(context.Background(), g, g.All(), goal, graph.Limits{})
	if len(a.Rules) != 200 || len(a.Facts) != 199 {
		t.Errorf("%d rules and %d facts", len(a.Rules), len(a.Facts))
	}
}

func TestSampleAgreesWithBruteForce(t *testing.T) {
	missed := 0
	for seed := range uint64(400) {
		g, goal := smallGraph(seed, 14)
		want := graphtest.NewBrute(g, g.All(), goal).Probability()
		a := solve.Sample(context.Background(), g, g.All(), goal, solve.SampleOptions{Samples: 20000, Seed: seed})
		if a.Status == graph.Exact {
			if math.Abs(a.Value-want) > 1e-12 {
				t.Fatalf("seed %d: %v, want %v", seed, a.Value, want)
			}
			continue
		}
		if want < a.Low || want > a.High {
			missed++
		}
		if math.Abs(a.Value-want) > 6*math.Sqrt(want*(1-want)/20000) {
			t.Fatalf("seed %d: %v, want %v", seed, a.Value, want)
		}
		again := solve.Sample(context.Background(), g, g.All(), goal, solve.SampleOptions{Samples: 20000, Seed: seed})
		if *again != *a {
			t.Fatalf("seed %d: not the same twice", seed)
		}
	}
	if missed > 12 {
		t.Errorf("the 99%% interval missed %d of 400 times", missed)
	}
}
