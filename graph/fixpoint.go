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
	wanted := map[FactID]bool{goal: true}
	stack := []FactID{goal}
	var proof []RuleID
	for len(stack) > 0 {
		f := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		proof = append(proof, x.first[f].rule)
		for _, p := range x.g.If(x.first[f].rule) {
			if !wanted[p] {
				wanted[p] = true
				stack = append(stack, p)
			}
		}
	}
	slices.SortFunc(proof, func(a, b RuleID) int {
		return cmp.Compare(x.first[x.g.then[a]].rank, x.first[x.g.then[b]].rank)
	})
	return proof
}
