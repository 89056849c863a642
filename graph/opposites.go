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

// None says whether there is no pair.
func (o Opposites) None() bool { return len(o.of) == 0 }
