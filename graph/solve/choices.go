package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// choices is a set of things that can be chosen at a weight each, and clauses that every sufficient choice
// satisfies. What the clauses do not say is found out by asking: wrong returns clauses that a choice of the
// model breaks although it is not sufficient.
type choices struct {
	*clauses
	meter   *meter.Meter
	byName  []int32 // what can be chosen, sorted by id
	literal []lit   // choice → its literal
	weight  []int64 // choice → its weight

	wrong   func(set []int32) [][]lit // nil: the set is sufficient
	trimmed func(set []int32) []int32 // a part of a sufficient set that is sufficient, found at little cost
	minimal func(set []int32) []int32 // a part that is minimal by inclusion, the last left out first
}

// chosen returns what is chosen in the model, sorted by id.
func (c *choices) chosen() []int32 {
	var set []int32
	for _, x := range c.byName {
		if c.holds(c.literal[x]) {
			set = append(set, x)
		}
	}
	return set
}

// total adds the weights of a set.
func (c *choices) total(set []int32) int64 {
	sum := int64(0)
	for _, x := range set {
		sum += c.weight[x]
	}
	return sum
}

// forbid excludes a set and all that contain it.
func (c *choices) forbid(set []int32) {
	clause := make([]lit, len(set))
	for i, x := range set {
		clause[i] = c.literal[x].not()
	}
	c.add(clause...)
}

// reject adds what is wrong with a set as clauses; it says false when nothing is. When the meter has run out
// nothing is known of the set.
func (c *choices) reject(set []int32) bool {
	clauses := c.wrong(set)
	for _, clause := range clauses {
		c.add(clause...)
	}
	return len(clauses) > 0 || c.meter.Over()
}

// ranks returns each choice's place by id.
func (c *choices) ranks() []int {
	rank := make([]int, len(c.literal))
	for i, x := range c.byName {
		rank[x] = i
	}
	return rank
}

// minimalByName makes a set minimal, large ids first, and sorts it by id.
func (c *choices) minimalByName(set []int32, rank []int) []int32 {
	sorted := slices.Clone(set)
	slices.SortFunc(sorted, func(a, b int32) int { return rank[a] - rank[b] })
	return c.minimal(sorted)
}
