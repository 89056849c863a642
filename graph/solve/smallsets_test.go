package solve_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// Where the work ends the search, sets are shown, the count is a lower bound that more work raises, and the chance lies
// within its bounds.
func TestLimitsLeaveWhatWasFound(t *testing.T) {
	more, cut := 0, 0
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 51))
		g, goal := graphtest.FaultTree(r, 60+r.IntN(120), 6, 0.5)
		sel, ctx := g.All(), context.Background()
		exact := solve.AttackSets(ctx, g, sel, goal, 0, graph.Limits{})
		chance := solve.Probability(ctx, g, sel, goal, graph.Limits{})
		if exact.Status != graph.Exact || chance.Status != graph.Exact {
			continue
		}
		last := new(big.Int)
		for work := int64(10); work <= 1_000_000; work *= 10 {
			a := solve.AttackSets(ctx, g, sel, goal, 5, graph.Limits{Work: work})
			if a.Count.Cmp(exact.Count) > 0 || a.Status == graph.Exact && a.Count.Cmp(exact.Count) < 0 || len(a.Easiest) == 0 {
				t.Fatalf("seed %d, work %d: %v sets (%v), %d shown, of %v", seed, work, a.Count, a.Status, len(a.Easiest), exact.Count)
			}
			for _, set := range a.Easiest {
				if err := confirm.Minimal(g, sel, goal, set.Rules); err != nil {
					t.Fatalf("seed %d, work %d: %v", seed, work, err)
				}
			}
			if a.Status == graph.Bound {
				cut++
				if a.Count.Cmp(last) > 0 {
					more++
				}
			}
			last = a.Count
			p := solve.Probability(ctx, g, sel, goal, graph.Limits{Work: work})
			if p.Lower > chance.Value*(1+1e-9) || p.Upper < chance.Value*(1-1e-9) {
				t.Fatalf("seed %d, work %d: chance from %v to %v, and it is %v", seed, work, p.Lower, p.Upper, chance.Value)
			}
		}
	}
	if more < cut/2 || cut < 20 {
		t.Errorf("of %d searches that were cut, %d found more than with less work", cut, more)
	}
}
