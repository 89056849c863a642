package graph

import (
	"context"
	"math"
)

// A ChanceAnswer is the probability that a goal holds.
type ChanceAnswer struct {
	Status       Status // Exact, Bound, or Sampled (by Sample)
	Value        float64
	Lower, Upper float64 // exact: the value; bound: proven

	Low, High  float64 // sampled: the interval
	Confidence float64 // sampled: of the interval
	Samples    int64
	Seed       uint64

	Cut *Cut // what ended the search, when something did
}

// Probability computes the chance that the goal holds when every enabled rule succeeds independently with
// its probability; a rule that is certain succeeds, whatever its effort. It is exact up to floating-point
// rounding, by a binary decision diagram of the goal's function (Rauzy 1993), cycles by iteration to the
// least fixpoint. Where no diagram fits within the limits, the answer is a bound (see ChanceBounds).
func Probability(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, limits Limits) *ChanceAnswer {
	c := newCone(g, sel, goal, sel.uncertain)
	if a := c.certain(); a != nil {
		return a
	}
	m := newMeter(ctx, limits)
	x := compileAny(c, m)
	if x == nil {
		lower, upper := newFormula(c).chanceBounds()
		return &ChanceAnswer{Status: Bound, Lower: lower, Upper: upper, Cut: m.cut()}
	}
	p := x.chances()[x.root]
	return &ChanceAnswer{Status: Exact, Value: p, Lower: p, Upper: p}
}

// ChanceBounds returns proven bounds of the chance, from the fact that increasing events of independent
// trials are associated (Esary, Proschan, Walkup 1967): all of several are at least as likely as the product
// of their chances, any of them at most as the complement of the product of their complements.
func ChanceBounds(g *AttackGraph, sel *Selection, goal FactID) (lower, upper float64) {
	c := newCone(g, sel, goal, sel.uncertain)
	if a := c.certain(); a != nil {
		return a.Value, a.Value
	}
	return newFormula(c).chanceBounds()
}

func (s *Selection) uncertain(r RuleID) bool { return s.Probability(r) < 1 }

// certain answers what needs no computation.
func (c *cone) certain() *ChanceAnswer {
	switch {
	case !c.derivable:
		return &ChanceAnswer{Status: Exact}
	case c.free:
		return &ChanceAnswer{Status: Exact, Value: 1, Lower: 1, Upper: 1}
	}
	return nil
}

// chance is the probability of the rule that a variable stands for.
func (x *compiled) chance(variable int32) float64 {
	return x.sel.Probability(x.cone.rule[x.rule[variable]])
}

// chances returns the chance of each node up to the root.
func (x *compiled) chances() []float64 {
	p := make([]float64, x.root+1)
	if x.root >= always {
		p[always] = 1
	}
	for n := always + 1; n <= x.root; n++ {
		q := x.chance(x.level[n])
		p[n] = q*p[x.high[n]] + (1-q)*p[x.low[n]]
	}
	return p
}

func (f *formula) chanceBounds() (lower, upper float64) {
	return f.mostLikelyProof(), f.unionBound()
}

// mostLikelyProof returns the largest product of chances over a proof tree.
func (f *formula) mostLikelyProof() float64 {
	sub := f.graph()
	for r, id := range f.rule {
		sub.effort[r] = 0
		if f.counted[r] {
			sub.effort[r] = -math.Log(f.sel.Probability(id))
		}
	}
	return math.Exp(-TreeCost(sub, sub.All(), Sum).Cost(FactID(f.goal)))
}

// unionBound passes over the parts once; within a cyclic part everything may have happened.
func (f *formula) unionBound() float64 {
	upper := make([]float64, len(f.fact))
	for _, part := range f.parts {
		if len(part) > 1 {
			for _, fact := range part {
				upper[fact] = 1
			}
		}
		next := make([]float64, len(part))
		for i, fact := range part {
			miss := 1.0
			for _, r := range f.concluding.at(fact) {
				miss *= 1 - f.upperRule(upper, r, len(part) == 1)
			}
			next[i] = 1 - miss
		}
		for i, fact := range part {
			upper[fact] = next[i]
		}
	}
	return min(1, upper[f.goal]*(1+1e-12))
}

// upperRule: a rule's own trial is independent of its premises unless it is part of a cycle.
func (f *formula) upperRule(upper []float64, rule int32, independent bool) float64 {
	premises := 1.0
	for _, p := range f.ifs.at(rule) {
		premises = min(premises, upper[p])
	}
	if !f.counted[rule] {
		return premises
	}
	q := f.sel.Probability(f.rule[rule])
	if independent {
		return q * premises
	}
	return min(q, premises)
}
