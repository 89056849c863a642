package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// minimalBySubsets tries all subsets of the chosen rules, smaller ones first.
func minimalBySubsets(g *graph.AttackGraph, sel *graph.Selection, chosen []graph.RuleID, f graph.FactID) [][]int32 {
	var found [][]int32
	for size := range len(chosen) + 1 {
		for bits := range 1 << len(chosen) {
			var set []int32
			with := sel.Clone()
			with.Disable(chosen...)
			for i := range chosen {
				if bits>>i&1 != 0 {
					set = append(set, int32(i))
					if sel.Enabled(chosen[i]) {
						with.Enable(chosen[i])
					}
				}
			}
			has := func(part []int32) bool {
				return !slices.ContainsFunc(part, func(i int32) bool { return !slices.Contains(set, i) })
			}
			if len(set) == size && !slices.ContainsFunc(found, has) && graphtest.Closure(g, with, nil)[f] {
				found = append(found, set)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b []int32) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return slices.Compare(a, b)
	})
	return found
}

// someEntries chooses up to six rules without premises.
func someEntries(r *rand.Rand, g *graph.AttackGraph) []graph.RuleID {
	var out []graph.RuleID
	for rule := range graph.RuleID(g.NumRules()) {
		if len(g.If(rule)) == 0 && len(out) < 6 && r.IntN(4) > 0 {
			out = append(out, rule)
		}
	}
	return out
}

func TestMinimalSupportsEqualSubsets(t *testing.T) {
	sets := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 11))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(8), Rules: 4 + r.IntN(20), Counted: 4, MaxIf: 3})
		chosen := someEntries(r, g)
		sel := g.All()
		sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		supports := solve.MinimalSupports(context.Background(), g, sel, chosen, solve.SupportLimits{})
		for f := range graph.FactID(g.NumFacts()) {
			got, all := supports.Of(f)
			want := minimalBySubsets(g, sel, chosen, f)
			if !all || len(got) != len(want) || !slices.EqualFunc(got, want, func(a, b []int32) bool { return slices.Equal(a, b) }) {
				t.Fatalf("seed %d: %s rests on %v (all: %v), want %v", seed, g.FactName(f), got, all, want)
			}
			sets += len(want)
		}
	}
	if sets < 3000 {
		t.Errorf("only %d sets were compared", sets)
	}
}

// Where the limit leaves sets out, those found are minimal still.
func TestMinimalSupportsWithinLimits(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 12))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(8), Rules: 8 + r.IntN(20), Counted: 4, MaxIf: 3})
		chosen := someEntries(r, g)
		limits := solve.SupportLimits{Sets: 1}
		if r.IntN(2) == 0 {
			limits = solve.SupportLimits{Work: int64(1 + r.IntN(20))}
		}
		supports := solve.MinimalSupports(context.Background(), g, g.All(), chosen, limits)
		for f := range graph.FactID(g.NumFacts()) {
			got, all := supports.Of(f)
			want := minimalBySubsets(g, g.All(), chosen, f)
			if all && len(got) != len(want) {
				t.Fatalf("seed %d: %s: said to be all: %v, want %v", seed, g.FactName(f), got, want)
			}
			for _, set := range got {
				if !slices.ContainsFunc(want, func(w []int32) bool { return slices.Equal(w, set) }) {
					t.Fatalf("seed %d: %s: %v is none of %v", seed, g.FactName(f), set, want)
				}
			}
		}
	}
}

func ExampleMinimalSupports() {
	g := graphtest.Must("a1: open <-\na2: unsigned <-\nr1: infected <- open\nr2: infected <- unsigned\nr3: scald <- infected")
	chosen := []graph.RuleID{0, 1}
	sets, all := solve.MinimalSupports(context.Background(), g, g.All(), chosen, solve.SupportLimits{}).Of(graphtest.Fact(g, "scald"))
	fmt.Println(sets, all)
	// Output: [[0] [1]] true
}
