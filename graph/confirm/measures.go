package confirm

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
)

// Measures confirms that the measures make every case's goal underivable and that no cheaper set of
// open measures (nil: every measure of the graph) can: each need is a derivation of a goal that its measures and no other open ones block,
// and no set that has one of each need's measures costs less (up to a relative 10⁻⁹), which a branch and
// bound search of at most so many nodes proves.
func Measures(g *graph.AttackGraph, cases []graph.Case, open, measures []graph.MeasureID, needs []graph.Need, nodes int) error {
	if err := checkBlocked(g, cases, measures); err != nil {
		return err
	}
	isOpen := make(map[graph.MeasureID]bool, len(open))
	for _, m := range open {
		isOpen[m] = true
	}
	for m := range graph.MeasureID(g.NumMeasures()) {
		isOpen[m] = isOpen[m] || open == nil
	}
	landmarks := make([][]graph.MeasureID, len(needs))
	for i, n := range needs {
		if err := checkNeed(g, cases, isOpen, n); err != nil {
			return err
		}
		landmarks[i] = n.Measures
	}
	cost := 0.0
	for _, m := range measures {
		cost += g.Cost(m)
	}
	cheaper, found, within := hitCheaper(landmarks, g.Cost, cost, nodes)
	switch {
	case found:
		return fmt.Errorf("confirm: %d measures block all needs at less cost than %v", len(cheaper), cost)
	case !within:
		return ErrTooHard
	}
	return nil
}

func checkBlocked(g *graph.AttackGraph, cases []graph.Case, measures []graph.MeasureID) error {
	inForce := make(map[graph.MeasureID]bool, len(measures))
	for _, m := range measures {
		inForce[m] = true
	}
	closed := map[*graph.Selection][]bool{}
	for _, c := range cases {
		if closed[c.Sel] == nil {
			closed[c.Sel] = closure(g, func(r graph.RuleID) bool {
				for _, m := range g.BlockedBy(r) {
					if inForce[m] {
						return false
					}
				}
				return c.Sel.Enabled(r)
			})
		}
		if closed[c.Sel][c.Goal] {
			return fmt.Errorf("confirm: %q holds although the measures are in force", g.FactName(c.Goal))
		}
	}
	return nil
}

// checkNeed confirms a proof of the case's goal and that only the measures listed block it.
func checkNeed(g *graph.AttackGraph, cases []graph.Case, open map[graph.MeasureID]bool, n graph.Need) error {
	listed := make(map[graph.MeasureID]bool, len(n.Measures))
	for _, m := range n.Measures {
		listed[m] = true
	}
	for _, r := range n.Proof {
		for _, m := range g.BlockedBy(r) {
			if open[m] && !listed[m] {
				return fmt.Errorf("confirm: measure %q blocks a need that does not list it", g.MeasureName(m))
			}
		}
	}
	return Proof(g, cases[n.Case].Sel, cases[n.Case].Goal, n.Proof)
}
