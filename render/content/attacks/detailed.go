package attacks

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Of how many consequences a document and its figures give the evidence, and of how many attacks on each the steps: more than anybody
// reads makes files that no program opens. What is left out is counted, and is in the result.
const (
	mostDetailed = 100
	mostAttacks  = 20
)

// Detailed says of each consequence of a result, by its place, whether documents and figures give its evidence: all where they are
// few, else those that can come about before the others, of these the gravest, of equally grave ones the first.
func Detailed(r *models.Result) []bool {
	out := make([]bool, len(r.Consequences))
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &r.Consequences[a], &r.Consequences[b]
		return cmp.Or(
			cmp.Compare(rank(y), rank(x)),
			cmp.Compare(y.Levels.Recovery.Level, x.Levels.Recovery.Level),
			cmp.Compare(y.Levels.Economic.Max, x.Levels.Economic.Max),
		)
	})
	for _, i := range order[:min(mostDetailed, len(order))] {
		out[i] = true
	}
	return out
}

// rank says in which reading a consequence can come about: 2 in the assessed one, 1 in the inherent one alone, 0 in none.
func rank(c *models.Consequence) int {
	switch {
	case c.Reachable.Assessed.Reachable:
		return 2
	case c.Reachable.Inherent.Reachable:
		return 1
	}
	return 0
}
