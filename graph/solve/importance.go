package solve

import (
	"context"
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// An Importance says what one uncertain rule means for the chance of the goal. With P the chance and p the
// rule's probability:
type Importance struct {
	Rule      graph.RuleID
	Birnbaum  float64 // dP/dp: how much the chance changes with the rule's
	Fussell   float64 // Fussell–Vesely: the share of P that is gone when the rule never fires
	Achieved  float64 // risk achievement worth: P with p = 1, over P
	Reduction float64 // risk reduction worth: P over P with p = 0; +Inf when nothing is left
}

// Importances computes the chance as Probability does and the importance of each uncertain rule that can
// matter to the goal, sorted by Birnbaum importance, largest first, and then by id. It returns no list when
// the answer is not exact. The measures of a rule that is an absence are told of its event.
func Importances(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, o graph.Opposites, limits graph.Limits) (*ChanceAnswer, []Importance) {
	c := cone.New(g, sel, goal, sel.Uncertain)
	if a := certain(c); a != nil {
		return a, nil
	}
	m := meter.New(ctx, limits)
	parts := bdd.CompileModules(c, m)
	a := chanceOf(parts, m, m.Spare())
	if a.Status != graph.Exact {
		return a, nil
	}
	derivatives := parts.Birnbaum()
	p := a.Value
	var list []Importance
	for i, b := range derivatives {
		if math.IsNaN(b) {
			continue
		}
		list = append(list, importanceOf(o, sel, c.Rule[i], b, p))
	}
	return a, sortImportances(g, list)
}

// importanceOf makes the measures from the derivative of the chance p by the probability of a rule. That of an absence
// is told of its event.
func importanceOf(o graph.Opposites, sel *graph.Selection, r graph.RuleID, b, p float64) Importance {
	q := sel.Probability(r)
	if event, paired := o.Of(r); paired && o.Absence(r) {
		r, b, q = event, -b, 1-q
	}
	return Importance{Rule: r, Birnbaum: b, Fussell: q * b / p, Achieved: (p + (1-q)*b) / p, Reduction: reduction(p, p-q*b)}
}

func sortImportances(g *graph.AttackGraph, list []Importance) []Importance {
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

func nameRank(g *graph.AttackGraph, list []Importance) map[graph.RuleID]int {
	rules := make([]graph.RuleID, len(list))
	for i, x := range list {
		rules[i] = x.Rule
	}
	cone.SortByName(g, rules)
	rank := make(map[graph.RuleID]int, len(rules))
	for i, r := range rules {
		rank[r] = i
	}
	return rank
}

// reduction takes what is left of rounding for nothing.
func reduction(p, rest float64) float64 {
	if rest < 1e-15*p {
		return math.Inf(1)
	}
	return p / rest
}
