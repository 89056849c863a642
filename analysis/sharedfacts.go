package analysis

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// sharedFacts knows which facts several starts lead to early on.
type sharedFacts struct {
	order  []graph.FactID // in the order in which they were come by
	starts map[graph.FactID][]int
	all    []int
	taken  map[int]bool
}

func newSharedFacts() *sharedFacts {
	return &sharedFacts{starts: map[graph.FactID][]int{}, taken: map[int]bool{}}
}

// add takes down what a start leads to.
func (c *sharedFacts) add(start int, facts []graph.FactID) {
	c.all = append(c.all, start)
	for _, f := range facts {
		if c.starts[f] == nil {
			c.order = append(c.order, f)
		}
		c.starts[f] = append(c.starts[f], start)
	}
}

// hubs returns the facts to which several starts lead, the most frequent first.
func (c *sharedFacts) hubs() []graph.FactID {
	out := slices.DeleteFunc(slices.Clone(c.order), func(f graph.FactID) bool { return len(c.starts[f]) < 2 })
	slices.SortStableFunc(out, func(a, b graph.FactID) int { return cmp.Compare(len(c.starts[b]), len(c.starts[a])) })
	return out
}

// waitingFor returns the starts that lead to a fact and were not taken yet.
func (c *sharedFacts) waitingFor(f graph.FactID) []int {
	return slices.DeleteFunc(slices.Clone(c.starts[f]), func(i int) bool { return c.taken[i] })
}

// waiting returns the starts that were not taken yet.
func (c *sharedFacts) waiting() []int {
	return slices.DeleteFunc(slices.Clone(c.all), func(i int) bool { return c.taken[i] })
}

func (c *sharedFacts) take(starts []int) {
	for _, i := range starts {
		c.taken[i] = true
	}
}
