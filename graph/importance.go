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
// the answer is not exact. The measures of a rule that is an absence are told of its event.
func Importances(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, o Opposites, limits Limits) (*ChanceAnswer, []Importance) {
	c := newCone(g, sel, goal, sel.uncertain)
	if a := c.certain(); a != nil {
		return a, nil
	}
	m := newMeter(ctx, limits)
	parts, diagrams := compileModules(c, m)
	a := chanceOf(parts, diagrams, m, m.spare())
	if a.Status != Exact {
		return a, nil
	}
	birnbaum := c.birnbaum(parts, diagrams)
	p := a.Value
	var list []Importance
	for i, b := range birnbaum {
		if math.IsNaN(b) {
			continue
		}
		list = append(list, o.importance(g, sel, c.rule[i], b, p))
	}
	return a, sortImportances(g, list)
}

// importance makes the measures from the derivative of the chance p by the probability of a rule. That of an absence
// is told of its event.
func (o Opposites) importance(g *AttackGraph, sel *Selection, r RuleID, b, p float64) Importance {
	q := sel.Probability(r)
	if o.is[r] {
		r, b, q = o.of[r], -b, 1-q
	}
	return Importance{Rule: r, Birnbaum: b, Fussell: q * b / p, Achieved: (p + (1-q)*b) / p, Reduction: reduction(p, p-q*b)}
}

func sortImportances(g *AttackGraph, list []Importance) []Importance {
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
	return list
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

// birnbaum returns the derivative of the chance by the probability of each rule of the cone, NaN for wiring:
// down through the modules, that of a rule inside a module times that of the module.
func (c *cone) birnbaum(list []module, diagrams []*compiled) []float64 {
	out := make([]float64, len(c.rule))
	for r, counted := range c.counted {
		if !counted {
			out[r] = math.NaN()
		}
	}
	chance, weight := make([]float64, len(list)), make([]float64, len(list))
	given := make([][]float64, len(list))
	for i, x := range diagrams {
		given[i] = list[i].chances(chance)
		chance[i] = x.chances(given[i])[x.root]
	}
	weight[len(list)-1] = 1
	for i := len(list) - 1; i >= 0; i-- {
		derivative := diagrams[i].birnbaum(given[i])
		for v, r := range diagrams[i].rule {
			if inner := list[i].inner[r]; inner >= 0 {
				weight[inner] = weight[i] * derivative[v]
				continue
			}
			out[list[i].own[r]] = weight[i] * derivative[v]
		}
	}
	return out
}

// birnbaum returns the derivative of the chance by each variable: the chance of passing a node on the
// way down, times the difference that the node's variable makes there, summed over its nodes.
func (x *compiled) birnbaum(of []float64) []float64 {
	up := x.chances(of)
	down := make([]float64, x.root+1)
	down[x.root] = 1
	derivative := make([]float64, len(x.rule))
	for n := x.root; n > always; n-- {
		if down[n] == 0 {
			continue
		}
		at := x.nodes[n]
		q := of[x.rule[at.level]]
		derivative[at.level] += down[n] * (up[at.high] - up[at.low])
		down[at.high] += down[n] * q
		down[at.low] += down[n] * (1 - q)
	}
	return derivative
}

// reduction takes what is left of rounding for nothing.
func reduction(p, rest float64) float64 {
	if rest < 1e-15*p {
		return math.Inf(1)
	}
	return p / rest
}
