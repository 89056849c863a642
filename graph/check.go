package graph

import "fmt"

// The functions of this file are certificates' other half: they confirm a witness and share no code
// with the solvers that found it. They read the graph's own accessors and nothing else.

// CheckProof confirms that the rules are enabled, stand in an order in which premises come first, and
// derive the goal.
func CheckProof(g *AttackGraph, sel *Selection, goal FactID, proof []RuleID) error {
	holds := map[FactID]bool{}
	for _, r := range proof {
		if !sel.Enabled(r) {
			return fmt.Errorf("graph: rule %q of the proof is not enabled", g.RuleName(r))
		}
		for _, f := range g.If(r) {
			if !holds[f] {
				return fmt.Errorf("graph: premise %q of rule %q comes too late in the proof", g.FactName(f), g.RuleName(r))
			}
		}
		holds[g.Then(r)] = true
	}
	if !holds[goal] {
		return fmt.Errorf("graph: the proof does not derive %q", g.FactName(goal))
	}
	return nil
}

// CheckAttackSet confirms that the set holds enabled counted rules only, each once, and that with all
// enabled free and certain rules it derives the goal. It does not confirm that the set is minimal.
func CheckAttackSet(g *AttackGraph, sel *Selection, goal FactID, set []RuleID) error {
	chosen := make(map[RuleID]bool, len(set))
	for _, r := range set {
		if !sel.Enabled(r) || !sel.Counted(r) || chosen[r] {
			return fmt.Errorf("graph: rule %q has no place in an attack set", g.RuleName(r))
		}
		chosen[r] = true
	}
	closed := closure(g, func(r RuleID) bool { return sel.Enabled(r) && (chosen[r] || !sel.Counted(r)) })
	if !closed[goal] {
		return fmt.Errorf("graph: the attack set does not derive %q", g.FactName(goal))
	}
	return nil
}

// CheckHardening confirms that with the measures in force the goal is not in the fixpoint.
func CheckHardening(g *AttackGraph, sel *Selection, goal FactID, measures []MeasureID) error {
	inForce := make(map[MeasureID]bool, len(measures))
	for _, m := range measures {
		inForce[m] = true
	}
	closed := closure(g, func(r RuleID) bool {
		for _, m := range g.BlockedBy(r) {
			if inForce[m] {
				return false
			}
		}
		return sel.Enabled(r)
	})
	if closed[goal] {
		return fmt.Errorf("graph: %q holds although the measures are in force", g.FactName(goal))
	}
	return nil
}

// CheckLandmarks confirms that each of the sets of rules is a landmark of the goal: every attack uses one of its rules, so that
// without them the goal is not in the fixpoint. It looks at 64 at a time.
func CheckLandmarks(g *AttackGraph, sel *Selection, goal FactID, landmarks [][]RuleID) error {
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
			return fmt.Errorf("graph: %q holds without the rules of a landmark", g.FactName(goal))
		}
	}
	return nil
}

// closures computes 64 closures at once: bit i of a fact says that it holds when the enabled rules fire
// except those whose bit i is out, by rule.
func closures(g *AttackGraph, sel *Selection, out []uint64) []uint64 {
	holds := make([]uint64, g.NumFacts())
	waits := make([]bool, g.NumRules())
	queue := make([]RuleID, 0, g.NumRules())
	for r := range RuleID(g.NumRules()) {
		if len(g.If(r)) == 0 && sel.Enabled(r) {
			queue = append(queue, r)
			waits[r] = true
		}
	}
	for next := 0; next < len(queue); next++ {
		r := queue[next]
		waits[r] = false
		word := ^out[r]
		for _, f := range g.If(r) {
			word &= holds[f]
		}
		f := g.Then(r)
		if word&^holds[f] == 0 {
			continue
		}
		holds[f] |= word
		for _, u := range g.Using(f) {
			if !waits[u] && sel.Enabled(u) {
				waits[u] = true
				queue = append(queue, u)
			}
		}
	}
	return holds
}

// closure computes which facts hold when only the admitted rules fire. Each rule waits at one premise
// that does not hold yet and moves on to its next when that one does.
func closure(g *AttackGraph, admitted func(RuleID) bool) []bool {
	holds := make([]bool, g.NumFacts())
	waiting := make([][]RuleID, g.NumFacts())
	next := make([]int32, g.NumRules()) // rule → premises known to hold, from the first
	ready := make([]RuleID, 0, g.NumRules())
	for r := RuleID(g.NumRules()) - 1; r >= 0; r-- {
		if admitted(r) {
			ready = append(ready, r)
		}
	}
	for len(ready) > 0 {
		r := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		premises := g.If(r)
		for int(next[r]) < len(premises) && holds[premises[next[r]]] {
			next[r]++
		}
		if int(next[r]) < len(premises) {
			f := premises[next[r]]
			waiting[f] = append(waiting[f], r)
			continue
		}
		if f := g.Then(r); !holds[f] {
			holds[f] = true
			ready = append(ready, waiting[f]...)
			waiting[f] = nil
		}
	}
	return holds
}
