package cone

import "github.com/harmpath/harmpath/graph/internal/adjacency"

// A Formula is a cone whose facts are put in an order in which each strongly connected component comes
// after those that it needs.
type Formula struct {
	*Cone
	Parts    [][]int32 // components in that order; the goal is in the last
	Opposite []int32   // rule → its opposite, -1: none is here; nil: there are no opposites
}

// NewFormula orders the facts of a cone that is derivable and not free.
func NewFormula(c *Cone) *Formula {
	return &Formula{Cone: c, Parts: adjacency.Components([]int32{c.Goal}, len(c.Fact), func(f int32, visit func(int32)) {
		for _, r := range c.Concluding.At(f) {
			for _, p := range c.Premises.At(r) {
				visit(p)
			}
		}
	})}
}
