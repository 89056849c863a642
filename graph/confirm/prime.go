package confirm

import (
	"fmt"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
)

// primeTrials is how many states of the other events Prime draws where it does not try all of them.
const primeTrials = 1 << 12

// Prime confirms that a set of counted rules is enough for the goal whatever the other events do, and holds no
// rule beside its opposite: in all states of the others where those are few (up to 12), else in some thousands that are drawn. That no part
// of the set is enough, it does not confirm.
func Prime(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, o graph.Opposites, set []graph.RuleID) error {
	out := make([]uint64, g.NumRules()) // rule → the states, a bit each, in which it does not fire
	said := map[graph.RuleID]bool{}
	for _, r := range set {
		if said[r] || !sel.Enabled(r) || !sel.Counted(r) {
			return fmt.Errorf("confirm: rule %q has no place in a prime implicant beside the others", g.RuleName(r))
		}
		said[r] = true
		if other, paired := o.Of(r); paired {
			said[other], out[other] = true, ^uint64(0)
		}
	}
	others := openRules(g, sel, o, said)
	random := rand.NewPCG(1, 2)
	states := primeTrials
	if len(others) <= 12 {
		states = 1 << len(others)
	}
	for start := 0; start < states; start += 64 {
		for i, r := range others {
			out[r] = counting(i, start)
			if len(others) > 12 {
				out[r] = random.Uint64()
			}
			if other, paired := o.Of(r); paired {
				out[other] = ^out[r]
			}
		}
		if closures(g, sel, out)[goal] != ^uint64(0) {
			return fmt.Errorf("confirm: the goal does not hold in every state of the other events")
		}
	}
	return nil
}

// openRules returns the counted rules of which nothing is said; of a pair, the event.
func openRules(g *graph.AttackGraph, sel *graph.Selection, o graph.Opposites, said map[graph.RuleID]bool) (rules []graph.RuleID) {
	for r := range graph.RuleID(g.NumRules()) {
		other, paired := o.Of(r)
		if said[r] || !sel.Counted(r) || paired && o.Absence(r) && sel.Enabled(other) {
			continue
		}
		rules = append(rules, r)
	}
	return rules
}

// counting returns the i-th digits of the 64 numbers from start on.
func counting(i, start int) uint64 {
	out := uint64(0)
	for bit := range 64 {
		out |= uint64((start+bit)>>i&1) << bit
	}
	return out
}
