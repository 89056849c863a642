package graphtest

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
)

// Chain makes n rules of effort 1 and probability one half, each needing the one before.
func Chain(n int) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	var last graph.FactID
	for i := range n {
		r := graph.Rule{ID: fmt.Sprintf("r%d", i), Effort: 1, Probability: 0.5}
		if i > 0 {
			r.If = []graph.FactID{last}
		}
		last = b.Fact(fmt.Sprintf("f%d", i))
		r.Then = last
		b.Rule(r)
	}
	return mustBuild(b), last
}

func mustBuild(b *graph.Builder) *graph.AttackGraph {
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g
}
