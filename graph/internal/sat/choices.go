package sat

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// Choices are things that can be chosen, at a weight each, and clauses that every sufficient choice satisfies. What the
// clauses do not say is found out by asking: of a choice that satisfies them all and is not sufficient, Wrong returns
// clauses that it breaks. A thing is a number of the caller's; a set of things is a list of them.
type Choices struct {
	*Clauses
	ByName  []int32   // what can be chosen, sorted by id: of several optima, the first is meant in this order
	Literal []Literal // thing → its literal, of those that can be chosen; the caller makes them
	Weight  []int64   // thing → its weight, ≥ 0

	Wrong   func(set []int32) [][]Literal // clauses that the set breaks; none: it is sufficient, and never changes to be not
	Trimmed func(set []int32) []int32     // a part of a sufficient set that is sufficient, found at little cost
	Minimal func(set []int32) []int32     // a part that is minimal by inclusion, the last left out first; for First alone

	meter *meter.Meter
}

// NewChoices makes things the choices, of which every set is sufficient until the caller says in Wrong what is wrong
// with one. What is looked for among them is counted on the meter.
func NewChoices(byName []int32, weight []int64, m *meter.Meter) *Choices {
	return &Choices{Clauses: newClauses(), ByName: byName, Literal: make([]Literal, len(weight)), Weight: weight, meter: m,
		Wrong:   func([]int32) [][]Literal { return nil },
		Trimmed: func(set []int32) []int32 { return set },
	}
}

// chosen returns what is chosen in the model, sorted by id.
func (c *Choices) chosen() []int32 {
	var set []int32
	for _, x := range c.ByName {
		if c.Holds(c.Literal[x]) {
			set = append(set, x)
		}
	}
	return set
}

// total adds the weights of a set.
func (c *Choices) total(set []int32) int64 {
	sum := int64(0)
	for _, x := range set {
		sum += c.Weight[x]
	}
	return sum
}

// Forbid excludes a set and all that contain it.
func (c *Choices) Forbid(set []int32) {
	clause := make([]Literal, len(set))
	for i, x := range set {
		clause[i] = c.Literal[x].Not()
	}
	c.Add(clause...)
}

// reject adds what is wrong with a set as clauses; it says false when nothing is. When the meter has run out
// nothing is known of the set.
func (c *Choices) reject(set []int32) bool {
	clauses := c.Wrong(set)
	for _, clause := range clauses {
		c.Add(clause...)
	}
	return len(clauses) > 0 || c.meter.Over()
}

// ranks returns each choice's place by id.
func (c *Choices) ranks() []int {
	rank := make([]int, len(c.Literal))
	for i, x := range c.ByName {
		rank[x] = i
	}
	return rank
}

// minimalByName makes a set minimal, large ids first, and sorts it by id.
func (c *Choices) minimalByName(set []int32, rank []int) []int32 {
	sorted := slices.Clone(set)
	slices.SortFunc(sorted, func(a, b int32) int { return rank[a] - rank[b] })
	return c.Minimal(sorted)
}
