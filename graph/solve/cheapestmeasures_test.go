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

func TestCheapestMeasuresEqualBruteForce(t *testing.T) {
	seen := map[graph.Status]int{}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 11))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(9), Rules: 1 + r.IntN(22), Counted: 4,
			MaxIf: 3, Measures: 1 + r.IntN(7)})
		sel := g.All()
		want := graphtest.NewBrute(g, sel, goal).Hardenings()
		cases := []graph.Case{{Sel: sel, Goal: goal}}
		a := solve.CheapestMeasures(context.Background(), g, cases, solve.MeasuresOptions{})
		seen[a.Status]++
		if len(want) == 0 {
			if a.Status != graph.Impossible {
				t.Fatalf("seed %d: %v, want impossible", seed, a.Status)
			}
			if err := confirm.Proof(g, sel, goal, a.Remains); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			continue
		}
		checkMeasures(t, seed, g, cases, a, want[0])
	}
	if seen[graph.Exact] < 500 || seen[graph.Impossible] < 100 {
		t.Errorf("too few of a kind: %v", seen)
	}
}

func TestCheapestMeasuresWithBudgetsEqualBruteForce(t *testing.T) {
	seen := map[graph.Status]int{}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 12))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(9), Rules: 6 + r.IntN(18), Counted: 4,
			MaxIf: 2, Measures: 2 + r.IntN(6)})
		sel := g.All()
		budgets := randomBudgets(r, g)
		var want [][]graph.MeasureID
		all := graphtest.NewBrute(g, sel, goal).Hardenings()
		for _, set := range all {
			if withinBudgets(budgets, set) {
				want = append(want, set)
			}
		}
		a := solve.CheapestMeasures(context.Background(), g, []graph.Case{{Sel: sel, Goal: goal}},
			solve.MeasuresOptions{Budgets: budgets})
		seen[a.Status]++
		switch {
		case len(all) == 0:
			if a.Status != graph.Impossible {
				t.Fatalf("seed %d: %v, want impossible", seed, a.Status)
			}
		case len(want) == 0:
			if a.Status != graph.Infeasible {
				t.Fatalf("seed %d: %v, want infeasible", seed, a.Status)
			}
		default:
			if a.Status != graph.Exact || !slices.Equal(a.Set, want[0]) {
				t.Fatalf("seed %d: %v (%v), want %v", seed, a.Set, a.Status, want[0])
			}
		}
	}
	if seen[graph.Infeasible] < 50 {
		t.Errorf("too few of a kind: %v", seen)
	}
}

func TestCheapestMeasuresOfSeveralCases(t *testing.T) {
	g := graphtest.Must(`
measure m1 1
measure m2 1
measure both 1.5
a: x <-; blocked m1 both
b: y <-; blocked m2 both
c: top <- x
d: top <- y`)
	cases := []graph.Case{{Sel: g.All(), Goal: graphtest.Fact(g, "x")}, {Sel: g.All(), Goal: graphtest.Fact(g, "y")}}
	for _, cs := range [][]graph.Case{cases, {{Sel: g.All(), Goal: graphtest.Fact(g, "top")}}} {
		a := solve.CheapestMeasures(context.Background(), g, cs, solve.MeasuresOptions{})
		if err := confirm.Measures(g, cs, nil, a.Set, a.Needs, confirm.DefaultNodes); err != nil || a.Value != 1.5 || len(a.Set) != 1 {
			t.Errorf("%v at %v: %v", a.Set, a.Value, err)
		}
	}
	m1, _ := g.MeasureByName("m1")
	m2, _ := g.MeasureByName("m2")
	a := solve.CheapestMeasures(context.Background(), g, cases, solve.MeasuresOptions{Open: []graph.MeasureID{m1, m2}})
	if a.Value != 2 || !slices.Equal(a.Set, []graph.MeasureID{m1, m2}) {
		t.Errorf("without one: %v at %v", a.Set, a.Value)
	}
}

func checkMeasures(t *testing.T, seed uint64, g *graph.AttackGraph, cases []graph.Case, a *solve.MeasuresAnswer, want []graph.MeasureID) {
	t.Helper()
	cost := 0.0
	for _, m := range want {
		cost += g.Cost(m)
	}
	if a.Status != graph.Exact || math.Abs(a.Value-cost) > 1e-9 || !slices.Equal(a.Set, want) {
		t.Fatalf("seed %d: %v at %v (%v), want %v at %v", seed, a.Set, a.Value, a.Status, want, cost)
	}
	if err := confirm.Measures(g, cases, nil, a.Set, a.Needs, confirm.DefaultNodes); err != nil || !a.First {
		t.Fatalf("seed %d: %v, first %v", seed, err, a.First)
	}
}

func randomBudgets(r *rand.Rand, g *graph.AttackGraph) []solve.Budget {
	budgets := make([]solve.Budget, 1+r.IntN(2))
	for i := range budgets {
		budgets[i].Limit = float64(r.IntN(6))
		for m := range graph.MeasureID(g.NumMeasures()) {
			if r.IntN(3) != 0 {
				budgets[i].Spends = append(budgets[i].Spends, solve.Spend{Measure: m, Amount: float64(r.IntN(5))})
			}
		}
	}
	return budgets
}

func withinBudgets(budgets []solve.Budget, set []graph.MeasureID) bool {
	for _, b := range budgets {
		sum := 0.0
		for _, s := range b.Spends {
			if slices.Contains(set, s.Measure) {
				sum += s.Amount
			}
		}
		if sum > b.Limit {
			return false
		}
	}
	return true
}
