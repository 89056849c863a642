package graph

import (
	"cmp"
	"slices"
)

// A Fixpoint is what holds under a selection, with one well-founded derivation of each fact.
type Fixpoint struct {
	g     *AttackGraph
	order []FactID
	first []derived
}

// derived is how a fact came to hold: the first rule and the fact's place in the order, from 1; 0: not.
type derived struct {
	rule RuleID
	rank int32
}

// Reach computes the least fixpoint by unit propagation with a counter for each rule (Dowling,
// Gallier, "Linear-time algorithms for testing the satisfiability of propositional Horn formulae",
// J. Logic Programming 1984) and an explicit queue, first in, first out. It takes time linear in the
// number of premises. The derivations are well-founded, not the shortest or cheapest.
func Reach(g *AttackGraph, sel *Selection) *Fixpoint {
	p := propagation{g: g, sel: sel, missing: make([]int32, g.NumRules())}
	p.Fixpoint = &Fixpoint{g: g, first: make([]derived, g.NumFacts())}
	for r := range p.missing {
		p.missing[r] = int32(g.ifs.start[r+1] - g.ifs.start[r])
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
	return p.Fixpoint
}

type propagation struct {
	*Fixpoint
	g       *AttackGraph
	sel     *Selection
	missing []int32 // rule → premises that do not hold yet
}

func (p *propagation) fire(r RuleID) {
	f := p.g.then[r]
	if p.first[f].rank != 0 || !p.sel.Enabled(r) {
		return
	}
	p.order = append(p.order, f)
	p.first[f] = derived{r, int32(len(p.order))}
}

// Holds says whether the fact is in the fixpoint.
func (x *Fixpoint) Holds(f FactID) bool { return x.first[f].rank != 0 }

// Rule returns the rule that made the fact hold first; false when it does not hold.
func (x *Fixpoint) Rule(f FactID) (RuleID, bool) {
	return x.first[f].rule, x.first[f].rank != 0
}

// Order returns the facts that hold, each after the premises of its rule.
func (x *Fixpoint) Order() []FactID { return x.order }

// Proof returns the rules of one well-founded derivation of the goal, premises first; nil when the
// goal does not hold. Each fact is derived by one rule, however many steps share it.
func (x *Fixpoint) Proof(goal FactID) []RuleID {
	if !x.Holds(goal) {
		return nil
	}
	return x.proof([]FactID{goal})
}

// proof derives several facts, all of which hold.
func (x *Fixpoint) proof(goals []FactID) []RuleID {
	wanted := make(map[FactID]bool, len(goals))
	facts := make([]FactID, 0, len(goals))
	want := func(f FactID) {
		if !wanted[f] {
			wanted[f] = true
			facts = append(facts, f)
		}
	}
	for _, f := range goals {
		want(f)
	}
	for next := 0; next < len(facts); next++ {
		for _, p := range x.g.If(x.first[facts[next]].rule) {
			want(p)
		}
	}
	slices.SortFunc(facts, func(a, b FactID) int { return cmp.Compare(x.first[a].rank, x.first[b].rank) })
	proof := make([]RuleID, len(facts))
	for i, f := range facts {
		proof[i] = x.first[f].rule
	}
	return proof
}
