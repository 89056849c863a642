package solve_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// Many gates with the same many events, in chains and in an order of their own, as in industrial fault trees:
//
//	top = AND of lines, line i = OR of all common events and of "own i AND spare i"
//
// come to any of the common events, or all of the pairs.
func TestCommonEventsAreReduced(t *testing.T) {
	const lines, common = 30, 300
	r := rand.New(rand.NewPCG(3, 61))
	b := graph.NewBuilder()
	event := func(name string) graph.FactID {
		b.Rule(graph.Rule{ID: name, Then: b.Fact(name), Effort: 1, Probability: 0.001})
		return b.Fact(name)
	}
	for c := range common {
		event(fmt.Sprint("common ", c))
	}
	top := graph.Rule{ID: "top", Then: b.Fact("top")}
	for i := range lines {
		pair := b.Fact(fmt.Sprint("pair ", i))
		b.Rule(graph.Rule{ID: fmt.Sprint("pair ", i), Then: pair, If: []graph.FactID{event(fmt.Sprint("own ", i)), event(fmt.Sprint("spare ", i))}})
		line := pair
		for _, c := range r.Perm(common) {
			more := b.Fact(fmt.Sprintf("line %d with %d", i, c))
			b.Rule(graph.Rule{ID: fmt.Sprintf("line %d %d", i, c), Then: more, If: []graph.FactID{b.Fact(fmt.Sprint("common ", c))}})
			b.Rule(graph.Rule{ID: fmt.Sprintf("line %d past %d", i, c), Then: more, If: []graph.FactID{line}})
			line = more
		}
		top.If = append(top.If, line)
	}
	b.Rule(top)
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	goal, ctx := b.Fact("top"), context.Background()
	limits := graph.Limits{Work: 200_000}
	want := 1 - math.Pow(1-0.001, common)*(1-math.Pow(1e-6, lines))
	if a := solve.Probability(ctx, g, g.All(), goal, limits); a.Status != graph.Exact || math.Abs(a.Value-want) > 1e-12 {
		t.Errorf("chance %+v, want %v", a, want)
	}
	a := solve.AttackSets(ctx, g, g.All(), goal, common+2, limits)
	if a.Status != graph.Exact || a.Count.Int64() != common+1 || len(a.Easiest) != common+1 || a.Easiest[common].Effort != 2*lines {
		t.Errorf("%v sets (%v), %d listed", a.Count, a.Status, len(a.Easiest))
	}
}

// What a fold, a gathering or a peeling does, on what it is for.
func TestReductions(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		count  int64
		chance float64
	}{
		"equal gates": {`
a: a <-; p 0.5
b: b <-; p 0.5
g1: g <- a b
h1: h <- b a
t1: top <- g h`, 1, 0.25},
		"a gate that needs another of its gate": {`
a: a <-; p 0.5
b: b <-; p 0.5
g1: g <- a b
t1: top <- a
t2: top <- g`, 1, 0.5},
		"around a cycle": {`
a: x <-; p 0.5
b: y <-; p 0.5
r: x <- y
s: y <- x
t: top <- x; p 0.5`, 2, 0.375},
	} {
		g := graphtest.Must(c.text)
		goal := graphtest.Fact(g, "top")
		p := solve.Probability(context.Background(), g, g.All(), goal, graph.Limits{})
		a := solve.AttackSets(context.Background(), g, g.All(), goal, 5, graph.Limits{})
		if p.Value != c.chance || a.Count.Int64() != c.count {
			t.Errorf("%s: chance %v, want %v; %v sets, want %d", name, p.Value, c.chance, a.Count, c.count)
		}
	}
}
