package sat

import (
	"cmp"
	"slices"
)

// forget throws half of the learnt clauses away, those with many decision levels and the oldest first,
// and packs the arena. It may be called at any decision level.
func (c *Clauses) forget() {
	locked := func(l learnt) bool {
		first := c.at(l.at)[0]
		return c.values[first] > 0 && c.reason[first.v()] == l.at
	}
	slices.SortStableFunc(c.learnt, func(a, b learnt) int {
		if a.glue != b.glue {
			return cmp.Compare(a.glue, b.glue)
		}
		return cmp.Compare(b.activity, a.activity)
	})
	kept := c.learnt[:0]
	for i, l := range c.learnt {
		if i < len(c.learnt)/2 || l.glue <= 2 || locked(l) {
			kept = append(kept, l)
		}
	}
	c.learnt = kept
	c.pack()
}

// pack copies the clauses that are left into a fresh arena and watches them anew.
func (c *Clauses) pack() {
	old := c.arena
	c.arena = make([]Literal, 0, len(old))
	moved := make(map[int32]int32, len(c.given)+len(c.learnt))
	for i := range c.watches {
		c.watches[i] = c.watches[i][:0]
	}
	move := func(at int32) int32 {
		to := c.attach(old[at+1 : at+1+int32(old[at])])
		moved[at] = to
		return to
	}
	for i, at := range c.given {
		c.given[i] = move(at)
	}
	for i := range c.learnt {
		c.learnt[i].at = move(c.learnt[i].at)
	}
	for _, l := range c.trail {
		if r := c.reason[l.v()]; r >= 0 {
			c.reason[l.v()] = moved[r]
		}
	}
}
