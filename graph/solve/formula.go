package solve

import "github.com/harmpath/harmpath/graph/internal/adjacency"

// A formula is a cone whose facts are put in an order in which each strongly connected component comes
// after those that it needs.
type formula struct {
	*cone
	parts    [][]int32 // components in that order; the goal is in the last
	opposite []int32   // rule → its opposite, -1: none is here; nil: there are no opposites
}

func newFormula(c *cone) *formula {
	return &formula{cone: c, parts: adjacency.Components([]int32{c.goal}, len(c.fact), func(f int32, visit func(int32)) {
		for _, r := range c.concluding.At(f) {
			for _, p := range c.ifs.At(r) {
				visit(p)
			}
		}
	})}
}
