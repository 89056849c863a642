package solve

import (
	"context"
	"math"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// A ChanceAnswer is the probability that a goal holds.
type ChanceAnswer struct {
	Status       graph.Status // Exact, Bound, or Sampled (by Sample)
	Value        float64
	Lower, Upper float64 // exact: the value; bound: proven

	Low, High  float64 // sampled: the interval
	Confidence float64 // sampled: of the interval
	Samples    int64
	Seed       uint64

	Cut *graph.Cut // what ended the search, when something did
}

// Probability computes the chance that the goal holds when every enabled rule succeeds independently with
// its probability; a rule that is certain succeeds, whatever its effort. It is exact up to floating-point
// rounding, by a binary decision diagram of each module of the goal's function (Rauzy 1993), cycles by iteration to
// the least fixpoint. Where the diagram of some module does not fit within the limits, the answer is a bound: of
// that module see chanceBounds and its small sets, of the others the chances are exact given what it has.
func Probability(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, limits graph.Limits) *ChanceAnswer {
	c := cone.New(g, sel, goal, sel.Uncertain)
	if a := certain(c); a != nil {
		return a
	}
	m := meter.New(ctx, limits)
	return chanceOf(bdd.CompileModules(c, m), m, m.Spare())
}

// chanceOf puts the chances of modules together; those that do not fit are bounded with the spare work.
func chanceOf(parts *bdd.Modules, m, spare *meter.Meter) *ChanceAnswer {
	lower, upper := make([]float64, len(parts.List)), make([]float64, len(parts.List))
	exact := true
	open := 0
	for _, x := range parts.Of {
		if x == nil {
			open++
		}
	}
	for i, part := range parts.List {
		low, high := part.Chances(lower), part.Chances(upper)
		switch x := parts.Of[i]; {
		case x == nil:
			exact = false
			f := cone.NewFormula(part.Cone)
			least, most := bdd.NewSmallSets(part.Cone, spare.Share(open)).Chance(low, high)
			lower[i], upper[i] = max(least, mostLikelyProof(f, low)), min(most, unionBound(f, high))
		case exact:
			lower[i] = x.Chance(low)
			upper[i] = lower[i]
		default:
			lower[i], upper[i] = x.Chance(low), x.Chance(high)
		}
	}
	last := len(parts.List) - 1
	if !exact {
		return &ChanceAnswer{Status: graph.Bound, Lower: lower[last], Upper: upper[last], Cut: bdd.Cut(m)}
	}
	return &ChanceAnswer{Status: graph.Exact, Value: lower[last], Lower: lower[last], Upper: lower[last]}
}

// certain answers what needs no computation.
func certain(c *cone.Cone) *ChanceAnswer {
	switch {
	case !c.Derivable:
		return &ChanceAnswer{Status: graph.Exact}
	case c.Free:
		return &ChanceAnswer{Status: graph.Exact, Value: 1, Lower: 1, Upper: 1}
	}
	return nil
}

// chanceBounds returns proven bounds of the chance, from the fact that increasing events of independent
// trials are associated (Esary, Proschan, Walkup 1967): all of several are at least as likely as the product
// of their chances, any of them at most as the complement of the product of their complements.
func chanceBounds(f *cone.Formula) (lower, upper float64) {
	chance := f.Cone.Chances()
	return mostLikelyProof(f, chance), unionBound(f, chance)
}

// mostLikelyProof returns the largest product of chances over a proof tree.
func mostLikelyProof(f *cone.Formula, chance []float64) float64 {
	unlikeliness := make([]float64, len(f.Rule))
	for r := range f.Rule {
		if f.Counted[r] {
			unlikeliness[r] = -math.Log(chance[r])
		}
	}
	sub := f.PricedGraph(unlikeliness)
	return math.Exp(-graph.TreeCost(sub, sub.All(), graph.Sum).Cost(graph.FactID(f.Goal)))
}

// unionBound passes over the parts once; within a cyclic part everything may have happened.
func unionBound(f *cone.Formula, chance []float64) float64 {
	upper := make([]float64, len(f.Fact))
	for _, part := range f.Parts {
		if len(part) > 1 {
			for _, fact := range part {
				upper[fact] = 1
			}
		}
		next := make([]float64, len(part))
		for i, fact := range part {
			miss := 1.0
			for _, r := range f.Concluding.At(fact) {
				miss *= 1 - upperRule(f, upper, r, chance[r], len(part) == 1)
			}
			next[i] = 1 - miss
		}
		for i, fact := range part {
			upper[fact] = next[i]
		}
	}
	return min(1, upper[f.Goal]*(1+1e-12))
}

// upperRule: a rule's own trial is independent of its premises unless it is part of a cycle.
func upperRule(f *cone.Formula, upper []float64, rule int32, q float64, independent bool) float64 {
	premises := 1.0
	for _, p := range f.Premises.At(rule) {
		premises = min(premises, upper[p])
	}
	if !f.Counted[rule] {
		return premises
	}
	if independent {
		return q * premises
	}
	return min(q, premises)
}
