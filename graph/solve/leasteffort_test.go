package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

func TestLeastEffortEqualsBruteForce(t *testing.T) {
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 5))
		shape := graphtest.Shape{Facts: 2 + r.IntN(9), Rules: 1 + r.IntN(22), Counted: 10, MaxIf: 3,
			Acyclic: r.IntN(3) == 0, WholeEfforts: r.IntN(2) == 0}
		g, goal := graphtest.Random(r, shape)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		sets := b.AttackSets()
		a := solve.LeastEffort(context.Background(), g, sel, goal, graph.Limits{})
		if len(sets) == 0 {
			if a.Status != graph.Impossible {
				t.Fatalf("seed %d: %v for an underivable goal", seed, a.Status)
			}
			continue
		}
		if a.Status != graph.Exact || math.Abs(a.Value-b.Effort(sets[0])) > 1e-9 {
			t.Fatalf("seed %d: effort %v (%v), want %v", seed, a.Value, a.Status, b.Effort(sets[0]))
		}
		if err := confirm.Optimum(g, sel, goal, a.Set, a.Landmarks, confirm.DefaultNodes); err != nil || !a.First {
			t.Fatalf("seed %d: %v, first %v", seed, err, a.First)
		}
		if !slices.Equal(a.Set, sets[0]) {
			t.Fatalf("seed %d: set %v, want %v", seed, graphtest.RuleNames(g, a.Set), graphtest.RuleNames(g, sets[0]))
		}
		if err := confirm.Proof(g, sel, goal, a.Proof); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func TestProofIsTheFirstOfTheMinimal(t *testing.T) {
	several := 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 6))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(6), Rules: 4 + r.IntN(14), Counted: 3, MaxIf: 2,
			WholeEfforts: true})
		sel := g.All()
		a := solve.LeastEffort(context.Background(), g, sel, goal, graph.Limits{})
		if a.Status != graph.Exact {
			continue
		}
		want, n := firstProof(g, sel, goal, a.Set)
		if n > 1 {
			several++
		}
		if got := slices.Sorted(slices.Values(graphtest.RuleNames(g, a.Proof))); !slices.Equal(got, want) {
			t.Fatalf("seed %d: proof %v, want %v", seed, got, want)
		}
	}
	if several < 100 {
		t.Errorf("only %d goals had several proofs", several)
	}
}

// firstProof tries all sets of wiring rules beside the attack set; it returns the first minimal proof and how
// many there are.
func firstProof(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, set []graph.RuleID) (first []string, n int) {
	var wiring []graph.RuleID
	for r := range graph.RuleID(g.NumRules()) {
		if sel.Enabled(r) && !sel.Counted(r) {
			wiring = append(wiring, r)
		}
	}
	derives := make([]bool, 1<<len(wiring))
	for bits := range derives {
		narrow := sel.Clone()
		for r := range graph.RuleID(g.NumRules()) {
			i := slices.Index(wiring, r)
			if i >= 0 && bits>>i&1 == 0 || i < 0 && !slices.Contains(set, r) {
				narrow.Disable(r)
			}
		}
		derives[bits] = graph.Reach(g, narrow).Holds(goal)
	}
	for bits, ok := range derives {
		names := graphtest.RuleNames(g, set)
		for i, r := range wiring {
			if bits>>i&1 != 0 {
				names = append(names, g.RuleName(r))
				ok = ok && !derives[bits&^(1<<i)]
			}
		}
		if !ok {
			continue
		}
		n++
		slices.Sort(names)
		if first == nil || slices.Compare(names, first) < 0 {
			first = names
		}
	}
	return first, n
}
