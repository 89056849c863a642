package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
)

// IsNoncoherent says whether the goal depends on both rules of some pair: then its function is not monotone, and
// [NewNoncoherent] answers for it. Where it depends on one rule of each pair at most, the solvers of monotone graphs do.
func IsNoncoherent(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, o graph.Opposites) bool {
	if o.None() {
		return false
	}
	return slices.ContainsFunc(oppositesIn(cone.New(g, sel, goal, sel.Counted), o), func(other int32) bool { return other >= 0 })
}

// oppositesIn returns the opposite of each rule of a cone, -1 where it is not in the cone.
func oppositesIn(c *cone.Cone, o graph.Opposites) []int32 {
	here := make(map[graph.RuleID]int32, len(c.Rule))
	for i, r := range c.Rule {
		here[r] = int32(i)
	}
	out := make([]int32, len(c.Rule))
	for i, r := range c.Rule {
		out[i] = -1
		if other, known := o.Of(r); known {
			if at, there := here[other]; there {
				out[i] = at
			}
		}
	}
	return out
}

// DependsOn returns those of the rules that some derivation of the goal can use.
func DependsOn(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, rules []graph.RuleID) []graph.RuleID {
	if len(rules) == 0 {
		return nil
	}
	c := cone.New(g, sel, goal, sel.Counted)
	here := make(map[graph.RuleID]bool, len(c.Rule))
	for _, r := range c.Rule {
		here[r] = true
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r graph.RuleID) bool { return !here[r] })
}
