package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// Least efforts are certified, too, where very large ones stand beside very small ones.
func TestOptimaOfUnlikeEffortsAreCertified(t *testing.T) {
	reachable := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 61))
		plain, goal := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(8), Rules: 4 + r.IntN(20), Counted: 10, MaxIf: 3})
		b := graph.NewBuilder()
		for f := range graph.FactID(plain.NumFacts()) {
			b.Fact(plain.FactName(f))
		}
		for id := range graph.RuleID(plain.NumRules()) {
			rule := graph.Rule{ID: plain.RuleName(id), Then: plain.Then(id), If: plain.If(id)}
			if plain.All().Counted(id) {
				rule.Effort = []float64{0.001, 0.002, 1e6, 1000000.001, 3e6}[r.IntN(5)]
			}
			b.Rule(rule)
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		brute := graphtest.NewBrute(g, g.All(), goal)
		sets := brute.AttackSets()
		if len(sets) == 0 {
			continue
		}
		reachable++
		a := solve.LeastEffort(context.Background(), g, g.All(), goal, graph.Limits{})
		if want := brute.Effort(sets[0]); a.Status != graph.Exact || math.Abs(a.Value-want) > 1e-7 {
			t.Fatalf("seed %d: %v %v, want %v", seed, a.Status, a.Value, want)
		}
		if err := confirm.Optimum(g, g.All(), goal, a.Set, a.Landmarks, confirm.DefaultNodes); err != nil {
			t.Errorf("seed %d: %v: %v", seed, a.Value, err)
		}
	}
	if reachable < 50 {
		t.Errorf("only %d of the graphs reach the goal", reachable)
	}
}
