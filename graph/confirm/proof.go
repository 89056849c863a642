package confirm

import (
	"fmt"

	"github.com/harmpath/harmpath/graph"
)

// Proof confirms that the rules are enabled, stand in an order in which premises come first, and
// derive the goal.
func Proof(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, proof []graph.RuleID) error {
	holds := map[graph.FactID]bool{}
	for _, r := range proof {
		if !sel.Enabled(r) {
			return fmt.Errorf("confirm: rule %q of the proof is not enabled", g.RuleName(r))
		}
		for _, f := range g.If(r) {
			if !holds[f] {
				return fmt.Errorf("confirm: premise %q of rule %q comes too late in the proof", g.FactName(f), g.RuleName(r))
			}
		}
		holds[g.Then(r)] = true
	}
	if !holds[goal] {
		return fmt.Errorf("confirm: the proof does not derive %q", g.FactName(goal))
	}
	return nil
}

// AttackSet confirms that the set holds enabled counted rules only, each once, and that with all
// enabled free and certain rules it derives the goal. It does not confirm that the set is minimal.
func AttackSet(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, set []graph.RuleID) error {
	chosen := make(map[graph.RuleID]bool, len(set))
	for _, r := range set {
		if !sel.Enabled(r) || !sel.Counted(r) || chosen[r] {
			return fmt.Errorf("confirm: rule %q has no place in an attack set", g.RuleName(r))
		}
		chosen[r] = true
	}
	closed := closure(g, func(r graph.RuleID) bool { return sel.Enabled(r) && (chosen[r] || !sel.Counted(r)) })
	if !closed[goal] {
		return fmt.Errorf("confirm: the attack set does not derive %q", g.FactName(goal))
	}
	return nil
}

// Hardening confirms that with the measures in force the goal is not in the fixpoint.
func Hardening(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, measures []graph.MeasureID) error {
	inForce := make(map[graph.MeasureID]bool, len(measures))
	for _, m := range measures {
		inForce[m] = true
	}
	closed := closure(g, func(r graph.RuleID) bool {
		for _, m := range g.BlockedBy(r) {
			if inForce[m] {
				return false
			}
		}
		return sel.Enabled(r)
	})
	if closed[goal] {
		return fmt.Errorf("confirm: %q holds although the measures are in force", g.FactName(goal))
	}
	return nil
}

// Landmarks confirms that each of the sets of rules is a landmark of the goal: every attack uses one of its rules, so that
// without them the goal is not in the fixpoint. It looks at 64 at a time.
func Landmarks(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, landmarks [][]graph.RuleID) error {
	out := make([]uint64, g.NumRules())
	for start := 0; start < len(landmarks); start += 64 {
		some := landmarks[start:min(start+64, len(landmarks))]
		clear(out)
		for i, rules := range some {
			for _, r := range rules {
				out[r] |= 1 << i
			}
		}
		if lost := closures(g, sel, out)[goal] & (1<<len(some) - 1); lost != 0 {
			return fmt.Errorf("confirm: %q holds without the rules of a landmark", g.FactName(goal))
		}
	}
	return nil
}
