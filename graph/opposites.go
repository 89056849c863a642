package graph

import "slices"

// Opposites are pairs of entries of which exactly one fires: an event, and its absence. A graph is monotone in its
// rules; with opposites it holds the functions of fault trees that are not monotone in their events, negation having been
// pushed down to the events.
type Opposites struct {
	of map[RuleID]RuleID // both ways
	is map[RuleID]bool   // the rule is an absence
}

// NewOpposites pairs each first rule, an event, with the second one, its absence. Both are counted, have no premises
// and conclude facts that nothing else does; their probabilities add up to 1.
func NewOpposites(pairs [][2]RuleID) Opposites {
	o := Opposites{of: make(map[RuleID]RuleID, 2*len(pairs)), is: make(map[RuleID]bool, len(pairs))}
	for _, pair := range pairs {
		o.of[pair[0]], o.of[pair[1]] = pair[1], pair[0]
		o.is[pair[1]] = true
	}
	return o
}

// Of returns the opposite of a rule, if it has one.
func (o Opposites) Of(r RuleID) (RuleID, bool) {
	other, known := o.of[r]
	return other, known
}

// Absence says whether the rule stands for an event that does not occur.
func (o Opposites) Absence(r RuleID) bool { return o.is[r] }

// Meet says whether the goal depends on both rules of some pair: then its function is not monotone, and
// [NewNoncoherent] answers for it. Where it depends on one rule of each pair at most, the solvers of monotone graphs do.
func (o Opposites) Meet(g *AttackGraph, sel *Selection, goal FactID) bool {
	if len(o.of) == 0 {
		return false
	}
	return slices.ContainsFunc(o.in(newCone(g, sel, goal, sel.Counted)), func(other int32) bool { return other >= 0 })
}

// in returns the opposite of each rule of a cone, -1 where it is not in the cone.
func (o Opposites) in(c *cone) []int32 {
	here := make(map[RuleID]int32, len(c.rule))
	for i, r := range c.rule {
		here[r] = int32(i)
	}
	out := make([]int32, len(c.rule))
	for i, r := range c.rule {
		out[i] = -1
		if other, known := o.of[r]; known {
			if at, there := here[other]; there {
				out[i] = at
			}
		}
	}
	return out
}

// DependsOn returns those of the rules that some derivation of the goal can use.
func DependsOn(g *AttackGraph, sel *Selection, goal FactID, rules []RuleID) []RuleID {
	if len(rules) == 0 {
		return nil
	}
	c := newCone(g, sel, goal, sel.Counted)
	here := make(map[RuleID]bool, len(c.rule))
	for _, r := range c.rule {
		here[r] = true
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r RuleID) bool { return !here[r] })
}
