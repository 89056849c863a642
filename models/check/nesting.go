package check

import (
	"github.com/harmpath/harmpath/models"
)

// MaxBuiltIn is how many pairs of a component and one that is built into it, parts of parts too, a case may have: each is a tuple that
// rules are asked about. A row of parts within each other makes half the square of its length.
const MaxBuiltIn = 500_000

// builtIn reports the component at which the pairs become too many. Parts of themselves are another problem.
func (c *checker) builtIn() {
	parts := make([][]int, len(c.system.Components))
	any := false
	for i := range c.system.Components {
		for _, p := range c.system.Components[i].Parts {
			if k, known := c.known.of(models.ComponentSort).index[string(p)]; known {
				parts[i] = append(parts[i], k)
				any = true
			}
		}
	}
	if !any {
		return
	}
	pairs := 0
	seen := make([]int, len(parts)) // by component: 1 + the whole that came by last
	for whole := range parts {
		queue := []int{whole}
		seen[whole] = whole + 1
		for next := 0; next < len(queue); next++ {
			for _, p := range parts[queue[next]] {
				if seen[p] == whole+1 {
					continue
				}
				seen[p] = whole + 1
				queue = append(queue, p)
				if pairs++; pairs > MaxBuiltIn {
					x := &c.system.Components[whole]
					c.report(element{at: x.At, list: "components", index: whole}, "parts",
						models.Messagef("components and what is built into them, parts of parts too, make more than %d pairs", MaxBuiltIn), models.Messagef("nest fewer parts"))
					return
				}
			}
		}
	}
}
