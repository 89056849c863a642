package graph

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

// Meet says whether the goal depends on both rules of some pair: then its function is not monotone, and the solvers of
// monotone graphs do not answer for it. Where it depends on one rule of each pair at most, they do.
func (o Opposites) Meet(g *AttackGraph, sel *Selection, goal FactID) bool {
	if len(o.of) == 0 {
		return false
	}
	return o.meet(newCone(g, sel, goal, sel.Counted))
}

func (o Opposites) meet(c *cone) bool {
	here := make(map[RuleID]bool, len(c.rule))
	for _, r := range c.rule {
		here[r] = true
	}
	for _, r := range c.rule {
		if other, known := o.of[r]; known && here[other] {
			return true
		}
	}
	return false
}
