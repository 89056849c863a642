package graph_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
)

func TestReach(t *testing.T) {
	tests := []struct {
		name, text, goal string
		proof            []string // nil: does not hold
	}{
		{"an entry", "r: a <-", "a", []string{"r"}},
		{"nothing concludes it", "r: a <- b", "a", nil},
		{"a chain", "r3: c <- b\nr2: b <- a\nr1: a <-", "c", []string{"r1", "r2", "r3"}},
		{"an AND needs both", "r1: a <-\nr2: c <- a b", "c", nil},
		{"a premise named twice counts once", "r1: a <-\nr2: c <- a a", "c", []string{"r1", "r2"}},
		{"a cycle supports nothing", "r1: a <- b\nr2: b <- a", "a", nil},
		{"a cycle entered", "r1: a <- b\nr2: b <- a\nr3: b <-", "a", []string{"r3", "r1"}},
		{"a rule that never fires", "r1: a <-; p 0", "a", nil},
		{"a shared step appears once", "s: s <-\nx: x <- s\ny: y <- s\nt: t <- x y", "t", []string{"s", "x", "y", "t"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := graphtest.Must(test.text)
			proof := graph.Reach(g, g.All()).Proof(graphtest.Fact(g, test.goal))
			if got := graphtest.RuleNames(g, proof); !slices.Equal(got, test.proof) {
				t.Errorf("proof %v, want %v", got, test.proof)
			}
		})
	}
}

func TestReachEqualsSweeping(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(9), Rules: 1 + r.IntN(16), Counted: 6, MaxIf: 3})
		sel := g.All()
		if g.NumRules() > 0 && r.IntN(2) == 0 {
			sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		}
		fix := graph.Reach(g, sel)
		b := graphtest.NewBrute(g, sel, goal)
		if want := b.Derives[len(b.Derives)-1]; fix.Holds(goal) != want {
			t.Fatalf("seed %d: holds %v, want %v", seed, fix.Holds(goal), want)
		}
		if fix.Holds(goal) {
			if err := confirm.Proof(g, sel, goal, fix.Proof(goal)); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
	}
}

func TestTreeCostBoundsLeastEffort(t *testing.T) {
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 2))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(8), Rules: 1 + r.IntN(16), Counted: 8, MaxIf: 3})
		sel := g.All()
		upper, lower := graph.TreeCost(g, sel, graph.Sum), graph.TreeCost(g, sel, graph.Max)
		sets := graphtest.NewBrute(g, sel, goal).AttackSets()
		if len(sets) == 0 {
			if upper.Proof(goal) != nil || !math.IsInf(upper.Cost(goal), 1) {
				t.Fatalf("seed %d: a tree cost for an underivable goal", seed)
			}
			continue
		}
		least := graphtest.NewBrute(g, sel, goal).Effort(sets[0])
		if lower.Cost(goal) > least+1e-9 || upper.Cost(goal) < least-1e-9 {
			t.Fatalf("seed %d: least effort %v is outside %v…%v", seed, least, lower.Cost(goal), upper.Cost(goal))
		}
		for _, c := range []*graph.TreeCosts{upper, lower} {
			if err := confirm.Proof(g, sel, goal, c.Proof(goal)); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
	}
}

func TestSelectionWithout(t *testing.T) {
	g := graphtest.Must("measure m1 1\nmeasure m2 1\nr1: a <-; effort 1; blocked m1; hardened m2 3 0.5")
	m1, _ := g.MeasureByName("m1")
	m2, _ := g.MeasureByName("m2")
	a := graphtest.Fact(g, "a")
	all := g.All()
	if hard := all.Without(m2, m2).Without(m2); hard.Effort(0) != 4 || hard.Probability(0) != 0.5 || !graph.Reach(g, hard).Holds(a) {
		t.Errorf("hardened: effort %v, probability %v", hard.Effort(0), hard.Probability(0))
	}
	if graph.Reach(g, all.Without(m1)).Holds(a) {
		t.Error("the measure does not block")
	}
	if all.Effort(0) != 1 || !graph.Reach(g, all).Holds(a) {
		t.Error("Without changed the selection it was called on")
	}
}

func TestBuilderSaysAllThatIsWrong(t *testing.T) {
	b := graph.NewBuilder()
	a := b.Fact("a")
	b.Rule(graph.Rule{ID: "r", Then: a, Effort: -1})
	b.Rule(graph.Rule{ID: "r", Then: a})
	b.Rule(graph.Rule{ID: "s", Then: 7, If: []graph.FactID{9}, Probability: 2, BlockedBy: []graph.MeasureID{3}})
	_, err := b.Build()
	if err == nil {
		t.Fatal("no error")
	}
	want := `graph: rule "r": effort -1 is not a number ≥ 0
graph: rule "r" is there already
graph: rule "s" concludes fact 7, which is not there
graph: rule "s" needs fact 9, which is not there
graph: rule "s": probability 2 is not between 0 and 1
graph: rule "s" names measure 3, which is not there`
	if err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
