package check

import "github.com/harmpath/harmpath/models"

// MaxBuiltIn is how many pairs of a component and one that is built into it, parts of parts too, a case may have: each is a tuple that
// rules are asked about. A row of parts within each other makes half the square of its length.
const MaxBuiltIn = 500_000

// builtIn reports the component at which the pairs become too many. Parts of themselves are another problem.
func (c *checker) builtIn() {
	pairs := 0
	for i := range c.system.Components {
		x := &c.system.Components[i]
		if pairs += len(c.view.BuiltIn(x.ID)); pairs > MaxBuiltIn {
			c.report(element{at: x.At, list: "components", index: i}, "parts",
				models.Messagef("components and what is built into them, parts of parts too, make more than %d pairs", MaxBuiltIn), models.Messagef("nest fewer parts"))
			return
		}
	}
}
