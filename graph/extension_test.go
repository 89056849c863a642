package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
)

func TestExtensionEqualsSweeping(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 7))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(12), Rules: 1 + r.IntN(24), Counted: 4, MaxIf: 3})
		sel := g.All()
		if g.NumRules() > 0 {
			sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		}
		base := graph.Reach(g, sel)
		x := graph.NewExtension(g, sel, base)
		for round := range 4 {
			taken := []graph.FactID{graph.FactID(r.IntN(g.NumFacts())), graph.FactID(r.IntN(g.NumFacts()))}
			x.Assume(taken[0])
			mark := len(x.Added())
			x.AssumeUpTo(int64(r.IntN(6)), graph.FactID(r.IntN(g.NumFacts())))
			x.UndoTo(mark) // cut or whole, what was added beyond the mark leaves no trace
			x.Assume(taken[1])
			added := map[graph.FactID]bool{}
			for _, f := range x.Added() {
				added[f] = true
			}
			for f, want := range graphtest.Closure(g, sel, taken) {
				id := graph.FactID(f)
				if x.Holds(id) != want || added[id] != (want && !base.Holds(id)) {
					t.Fatalf("seed %d, round %d: %s holds %v, added %v, want %v", seed, round, g.FactName(id), x.Holds(id), added[id], want)
				}
			}
			x.Undo()
		}
	}
}

func ExampleExtension() {
	g := graphtest.Must("r1: reached <-\nr2: used <- infected reached\nr3: scald <- used")
	x := graph.NewExtension(g, g.All(), graph.Reach(g, g.All()))
	x.Assume(graphtest.Fact(g, "infected"))
	for _, f := range x.Added() {
		fmt.Println(g.FactName(f))
	}
	// Output:
	// infected
	// used
	// scald
}
