package graph

// A propagation is the least fixpoint with a well-founded derivation of each fact, by unit propagation with a
// counter for each rule (Dowling, Gallier, "Linear-time algorithms for testing the satisfiability of
// propositional Horn formulae", J. Logic Programming 1984) and an explicit queue, first in, first out. The
// derivations are not the shortest or cheapest.
type propagation struct {
	g       *AttackGraph
	enabled []uint64
	order   []FactID
	first   []derived
	missing []int32 // rule → premises that do not hold
}

// derived is how a fact came to hold: the first rule and the fact's place in the order, from 1; 0: not.
type derived struct {
	rule RuleID
	rank int32
}

// propagate runs in time linear in the number of premises. Enabled is a bit for each rule.
func propagate(g *AttackGraph, enabled []uint64) *propagation {
	p := &propagation{g: g, enabled: enabled, missing: make([]int32, g.NumRules()), first: make([]derived, g.NumFacts())}
	for r := range p.missing {
		p.missing[r] = int32(len(g.If(RuleID(r))))
		if p.missing[r] == 0 {
			p.fire(RuleID(r))
		}
	}
	for next := 0; next < len(p.order); next++ {
		for _, r := range g.Using(p.order[next]) {
			p.missing[r]--
			if p.missing[r] == 0 {
				p.fire(r)
			}
		}
	}
	return p
}

func (p *propagation) fire(r RuleID) {
	f := p.g.then[r]
	if p.first[f].rank != 0 || p.enabled[r>>6]>>(r&63)&1 == 0 {
		return
	}
	p.order = append(p.order, f)
	p.first[f] = derived{r, int32(len(p.order))}
}

// ready returns the rank at which the last premise of a rule came to hold.
func (p *propagation) ready(r RuleID) int32 {
	last := int32(0)
	for _, f := range p.g.If(r) {
		last = max(last, p.first[f].rank)
	}
	return last
}

// facts returns the facts that hold, ascending.
func (p *propagation) facts() []int32 {
	facts := make([]int32, 0, len(p.order))
	for f, first := range p.first {
		if first.rank != 0 {
			facts = append(facts, int32(f))
		}
	}
	return facts
}
