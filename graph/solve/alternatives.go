package solve

import "github.com/harmpath/harmpath/graph"

// an alternative is a fact from which a goal follows by wiring rules of one premise, in their order.
type alternative struct {
	fact graph.FactID
	path []graph.RuleID
}

// alternatives replaces a goal by the facts that it follows from by wiring of one premise: each has to be
// blocked, and each has a smaller cone.
func (r *reading) alternatives(goal graph.FactID) []alternative {
	seen := map[graph.FactID]bool{goal: true}
	walk := []alternative{{fact: goal}}
	var out []alternative
	for next := 0; next < len(walk); next++ {
		a := walk[next]
		if !r.simple(a.fact) {
			out = append(out, a)
			continue
		}
		for _, rule := range r.g.Concluding(a.fact) {
			if p := r.g.If(rule)[0]; r.sel.Enabled(rule) && !seen[p] {
				seen[p] = true
				walk = append(walk, alternative{p, append([]graph.RuleID{rule}, a.path...)})
			}
		}
	}
	return out
}

// simple says whether a fact follows only by wiring of one premise, and not by wiring alone.
func (r *reading) simple(f graph.FactID) bool {
	if !r.all.Holds(f) || r.wiring.Holds(f) {
		return false
	}
	for _, rule := range r.g.Concluding(f) {
		if len(r.g.If(rule)) != 1 || r.sel.Enabled(rule) && r.counts(rule) {
			return false
		}
	}
	return true
}
