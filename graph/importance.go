package graph

import (
	"context"
	"math"
	"slices"
)

// An Importance says what one uncertain rule means for the chance of the goal. With P the chance and p the
// rule's probability:
type Importance struct {
	Rule      RuleID
	Birnbaum  float64 // dP/dp: how much the chance changes with the rule's
	Fussell   float64 // Fussell–Vesely: the share of P that is gone when the rule never fires
	Achieved  float64 // risk achievement worth: P with p = 1, over P
	Reduction float64 // risk reduction worth: P over P with p = 0; +Inf when nothing is left
}

// Importances computes the chance as Probability does and the importance of each uncertain rule that can
// matter to the goal, sorted by Birnbaum importance, largest first, and then by id. It returns no list when
// the answer is not exact.
func Importances(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, limits Limits) (*ChanceAnswer, []Importance) {
	c := newCone(g, sel, goal, sel.uncertain)
	if a := c.certain(); a != nil {
		return a, nil
	}
	m := newMeter(ctx, limits)
	x := compileAny(c, m)
	if x == nil {
		lower, upper := newFormula(c).chanceBounds()
		return &ChanceAnswer{Status: Bound, Lower: lower, Upper: upper, Cut: m.cut()}, nil
	}
	p, birnbaum := x.birnbaum()
	list := make([]Importance, 0, len(birnbaum))
	for v, b := range birnbaum {
		r := c.rule[x.rule[v]]
		q := sel.Probability(r)
		list = append(list, Importance{Rule: r, Birnbaum: b, Fussell: q * b / p,
			Achieved: (p + (1-q)*b) / p, Reduction: reduction(p, p-q*b)})
	}
	rank := nameRank(g, list)
	slices.SortFunc(list, func(a, b Importance) int {
		switch {
		case a.Birnbaum > b.Birnbaum:
			return -1
		case a.Birnbaum < b.Birnbaum:
			return 1
		}
		return rank[a.Rule] - rank[b.Rule]
	})
	return &ChanceAnswer{Status: Exact, Value: p, Lower: p, Upper: p}, list
}

func nameRank(g *AttackGraph, list []Importance) map[RuleID]int {
	rules := make([]RuleID, len(list))
	for i, x := range list {
		rules[i] = x.Rule
	}
	sortByName(g, rules)
	rank := make(map[RuleID]int, len(rules))
	for i, r := range rules {
		rank[r] = i
	}
	return rank
}

// birnbaum returns the chance and its derivative by each variable: the chance of passing a node on the
// way down, times the difference that the node's variable makes there, summed over its nodes.
func (x *compiled) birnbaum() (chance float64, derivative []float64) {
	up := x.chances()
	down := make([]float64, x.root+1)
	down[x.root] = 1
	derivative = make([]float64, len(x.rule))
	for n := x.root; n > always; n-- {
		if down[n] == 0 {
			continue
		}
		v := x.level[n]
		q := x.chance(v)
		derivative[v] += down[n] * (up[x.high[n]] - up[x.low[n]])
		down[x.high[n]] += down[n] * q
		down[x.low[n]] += down[n] * (1 - q)
	}
	return up[x.root], derivative
}

// reduction takes what is left of rounding for nothing.
func reduction(p, rest float64) float64 {
	if rest < 1e-15*p {
		return math.Inf(1)
	}
	return p / rest
}
