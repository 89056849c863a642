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

// With fixed durations the time together is the longest branch, and alone what is paid once.
func TestTimeToCompromiseWithFixedTimes(t *testing.T) {
	g := graphtest.Must("a: a <-; effort 2\nb: b <- a; effort 3\nc: c <- a; effort 4\ntop: top <- b c")
	fixed := func(r graph.RuleID, _ *rand.Rand) float64 { return g.Effort(r) }
	a := graph.TimeToCompromise(context.Background(), g, g.All(), graphtest.Fact(g, "top"), graph.TimeOptions{Samples: 10, Draw: fixed})
	if !slices.Equal(a.Together, []float64{6, 6, 6}) || !slices.Equal(a.Alone, []float64{9, 9, 9}) || a.Reached != 1 {
		t.Errorf("together %v, alone %v, reached %v", a.Together, a.Alone, a.Reached)
	}
}

// One rule of mean effort 10: the quantiles of the exponential distribution.
func TestTimeToCompromiseOfOneStep(t *testing.T) {
	g := graphtest.Must("a: a <-; effort 10; p 0.5")
	a := graph.TimeToCompromise(context.Background(), g, g.All(), 0, graph.TimeOptions{Samples: 40000, Seed: 1, Quantiles: []float64{0.1, 0.25, 0.9}})
	if math.Abs(a.Reached-0.5) > 0.02 || !math.IsInf(a.Together[2], 1) {
		t.Errorf("reached %v, at 0.9 %v", a.Reached, a.Together[2])
	}
	for i, q := range []float64{0.2, 0.5} { // of those that succeed
		if want := -10 * math.Log(1-q); math.Abs(a.Together[i]-want) > 0.05*want {
			t.Errorf("quantile %v: %v, want about %v", q, a.Together[i], want)
		}
	}
}

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
