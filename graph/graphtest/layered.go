package graphtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
)

// Layered makes an OR-only network of n facts in which every fact leads to four others, at most 2,000 ahead,
// and each eight neighbours form a ring: long, and nothing like a city.
func Layered(r *rand.Rand, n int) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	for i := range n {
		b.Fact(fmt.Sprintf("n%d", i))
	}
	b.Rule(graph.Rule{ID: "entry", Then: 0})
	for i := range n {
		for k := range 4 {
			to := min(n-1, i+1+r.IntN(2000))
			if k == 3 { // the ring
				if to = i + 1; to%8 == 0 || to >= n {
					to = i / 8 * 8
				}
			}
			b.Rule(graph.Rule{ID: fmt.Sprintf("r%d-%d", i, k), Then: graph.FactID(to), If: []graph.FactID{graph.FactID(i)},
				Effort: float64(1 + r.IntN(20)), Probability: float64(1+r.IntN(9)) / 10})
		}
	}
	return mustBuild(b), graph.FactID(n - 1)
}
