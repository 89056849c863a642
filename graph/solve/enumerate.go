package solve

import (
	"context"
	"math/big"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// enumerate lists the easiest minimal attack sets one after another: the least effort, then the least
// among those that contain none of the sets found, and so on. Listing all of them counts them.
func enumerate(ctx context.Context, c *cone.Cone, easiest int, limits graph.Limits, cut *graph.Cut) *AttackSetsAnswer {
	m := meter.New(ctx, limits)
	a := &AttackSetsAnswer{Status: graph.Bound, Count: new(big.Int), Cut: cut}
	o := sat.NewOptimum(choicesOf(c, m), nil)
	for len(a.Easiest) < easiest {
		if !o.Resume() {
			break
		}
		if o.Best() == nil {
			a.Status, a.Complete, a.Cut = graph.Exact, true, nil
			break
		}
		set, first := o.First()
		if !first {
			break
		}
		a.Easiest = append(a.Easiest, AttackSet{Effort: c.Effort(set), Rules: c.Rules(set)})
		o.Forbid(set)
	}
	a.Proven = len(a.Easiest)
	a.Complete = a.Complete || len(a.Easiest) == easiest
	if len(a.Easiest) == 0 && a.Status == graph.Bound && easiest > 0 {
		one := cone.NewSpread(c, meter.New(context.WithoutCancel(ctx), graph.Limits{})).Minimal(c.Tree())
		a.Easiest = []AttackSet{{Effort: c.Effort(one), Rules: c.Rules(one)}}
	}
	a.Count.SetInt64(int64(max(1, len(a.Easiest)))) // the goal can be derived
	if c := m.Cut(); c != nil {
		a.Cut = c
	}
	return a
}
