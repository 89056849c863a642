package confirm

import "github.com/harmpath/harmpath/graph"

// closures computes 64 closures at once: bit i of a fact says that it holds when the enabled rules fire
// except those whose bit i is out, by rule.
func closures(g *graph.AttackGraph, sel *graph.Selection, out []uint64) []uint64 {
	holds := make([]uint64, g.NumFacts())
	waits := make([]bool, g.NumRules())
	queue := make([]graph.RuleID, 0, g.NumRules())
	for r := range graph.RuleID(g.NumRules()) {
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
func closure(g *graph.AttackGraph, admitted func(graph.RuleID) bool) []bool {
	holds := make([]bool, g.NumFacts())
	waiting := make([][]graph.RuleID, g.NumFacts())
	next := make([]int32, g.NumRules()) // rule → premises known to hold, from the first
	ready := make([]graph.RuleID, 0, g.NumRules())
	for r := graph.RuleID(g.NumRules()) - 1; r >= 0; r-- {
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
