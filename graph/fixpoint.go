package graph

import (
	"cmp"
	"slices"
	"sync"
)

// A Fixpoint is what holds under a selection, with one well-founded derivation of each fact. The derivations are
// found when they are first asked for. It is safe for concurrent use.
type Fixpoint struct {
	g       *AttackGraph
	enabled []uint64
	holds   []uint8 // fact → 1 when it holds

	derive sync.Once
	found  *propagation // see derivations
}

// Reach computes the least fixpoint in time linear in the number of premises: one pass over the rules in a
// compiled order (see sweep), or unit propagation where cycles make that slow.
func Reach(g *AttackGraph, sel *Selection) *Fixpoint {
	x := &Fixpoint{g: g, enabled: slices.Clone(sel.enabled)}
	if g.sweep != nil {
		if holds, ok := g.sweep.holds(g.NumFacts(), x.enabled); ok {
			x.holds = holds
			return x
		}
	}
	x.holds = make([]uint8, g.NumFacts())
	for _, f := range x.Order() {
		x.holds[f] = 1
	}
	return x
}

// Holds says whether the fact is in the fixpoint.
func (x *Fixpoint) Holds(f FactID) bool { return x.holds[f] != 0 }

// Rule returns the rule that made the fact hold first; false when it does not hold.
func (x *Fixpoint) Rule(f FactID) (RuleID, bool) {
	first := x.derivations().first[f]
	return first.rule, first.rank != 0
}

// Order returns the facts that hold, each after the premises of its rule.
func (x *Fixpoint) Order() []FactID { return x.derivations().order }

func (x *Fixpoint) derivations() *propagation {
	x.derive.Do(func() {
		x.found = propagate(x.g, x.enabled)
		x.found.missing = nil // nobody asks for it
	})
	return x.found
}

// Proof returns the rules of one well-founded derivation of the goals, premises first; nil when one of them does not
// hold. Each fact is derived by one rule, however many steps share it.
func (x *Fixpoint) Proof(goals ...FactID) []RuleID {
	if slices.ContainsFunc(goals, func(f FactID) bool { return !x.Holds(f) }) {
		return nil
	}
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
	first := x.derivations().first
	for next := 0; next < len(facts); next++ {
		for _, p := range x.g.If(first[facts[next]].rule) {
			want(p)
		}
	}
	slices.SortFunc(facts, func(a, b FactID) int { return cmp.Compare(first[a].rank, first[b].rank) })
	proof := make([]RuleID, len(facts))
	for i, f := range facts {
		proof[i] = first[f].rule
	}
	return proof
}

// OrderAnew returns the facts as Order does, but computes them anew and keeps nothing: for a fixpoint that is kept for long
// and of which nobody else asks for derivations.
func (x *Fixpoint) OrderAnew() []FactID { return propagate(x.g, x.enabled).order }
