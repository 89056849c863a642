package solve

import (
	"context"
	"math"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// An EffortAnswer is the least effort of an attack on a goal.
type EffortAnswer struct {
	Status graph.Status // Exact, Bound, or Impossible when the goal cannot be derived
	Value  float64      // exact: the least effort
	Lower  float64      // bound: proven; exact: the value
	Upper  float64      // the effort of Set; exact: the value

	Set   []graph.RuleID // counted rules of an attack of effort Upper, minimal by inclusion, sorted by id
	Proof []graph.RuleID // rules of one well-founded derivation that uses Set, premises first
	First bool           // Set is, of all such attacks, the first by its sorted ids

	Landmarks [][]graph.RuleID // certificate of an optimum: every attack uses a rule of each; none cheaper hits them all
	Cut       *graph.Cut       // what ended the search, when something did
	Work      int64            // how much work was done
}

// LeastEffort finds the attack of least effort, each rule paid once however many steps share it, on
// graphs with sharing and cycles. It searches by weighted MaxSAT over the goal's cone and adds a landmark
// wherever a cycle supports itself. Of several least attacks it gives the one that is minimal by
// inclusion and first by its sorted ids.
//
// The problem is NP-hard (it contains minimum set cover): where the limits end the search, the answer is a
// bound with an attack that is possible. Efforts count as whole numbers of a common decimal unit; where
// they have none, they are rounded to it and the value is exact up to that rounding.
func LeastEffort(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, limits graph.Limits) *EffortAnswer {
	c := cone.New(g, sel, goal, sel.Counted)
	m := meter.New(ctx, limits)
	switch {
	case !c.Derivable:
		return &EffortAnswer{Status: graph.Impossible, Value: math.Inf(1), Lower: math.Inf(1), Upper: math.Inf(1)}
	case c.Free:
		a := &EffortAnswer{Status: graph.Exact, First: true}
		a.derive(c, goal, m)
		return a
	}
	known := c.Tree()
	part, number := c.Within(c.Total(known))
	part, own := part.Reduce()
	number = cone.Through(own, number)
	o := sat.NewOptimum(choicesOf(part, m), renumber(known, number))
	proven := o.Search()
	a := &EffortAnswer{Status: graph.Exact}
	var set []int32
	if proven {
		set, a.First = o.First()
	} else {
		set = o.Minimal(o.Best())
	}
	a.Set = part.Rules(set)
	a.Upper = part.Effort(set)
	a.Lower, a.Value = a.Upper, a.Upper
	if !proven {
		a.bound(c, o.Lower())
	}
	a.derive(c, goal, m)
	if proven {
		a.certify(c, wholeCores(o, number), part.Total(set), m)
	}
	a.Cut, a.Work = m.Cut(), m.Spent()
	return a
}

// bound makes the answer a bound, of the search or of the tree cost that pays only for the dearest premise,
// unless that meets the attack known.
func (a *EffortAnswer) bound(c *cone.Cone, searched int64) {
	sub := c.Graph()
	tree := graph.TreeCost(sub, sub.All(), graph.Max).Cost(graph.FactID(c.Goal))
	if tree >= 1<<53 {
		tree *= 1 - 1e-12 // sums of whole numbers are no longer exact
	}
	a.Lower = min(a.Upper, max(c.Unit.Effort(searched), tree/c.Unit.PerOne))
	if a.Lower < a.Upper {
		a.Status, a.Value = graph.Bound, 0
	}
}

// renumber turns a cone's rules into those of a part of it; those that it has not are not needed.
func renumber(rules, number []int32) []int32 {
	inner := make(map[int32]int32, len(number))
	for i, r := range number {
		inner[r] = int32(i)
	}
	out := make([]int32, 0, len(rules))
	for _, r := range rules {
		if i, there := inner[r]; there {
			out = append(out, i)
		}
	}
	return out
}
