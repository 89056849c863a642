package graph

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// A Fold is how the costs of a rule's premises make the cost of the rule.
type Fold int

const (
	// Sum adds the premises' costs to the rule's effort. A step that several premises share is paid
	// each time, so the least sum is an upper bound of the least effort.
	Sum Fold = iota
	// Max adds only the dearest premise's cost to the rule's effort: a lower bound of the least effort.
	Max
)

// A TreeCosts is the tree cost of every fact under a selection. It is a bound of the least effort, and
// equal to it where no counted rule is shared (Sum) or no rule has two costly premises (both folds). The
// derivations are found when they are first asked for. It is safe for concurrent use.
type TreeCosts struct {
	g    *AttackGraph
	sel  *Selection
	fold Fold
	cost []float64

	derive sync.Once
	found  *knuth // see derivations
}

// TreeCost computes least tree costs: in one pass over the rules in a compiled order (see sweep), or, where
// cycles make that slow, by Knuth's generalisation of Dijkstra's algorithm.
func TreeCost(g *AttackGraph, sel *Selection, fold Fold) *TreeCosts {
	own := &Selection{g: g, enabled: slices.Clone(sel.enabled), effort: sel.effort}
	t := &TreeCosts{g: g, sel: own, fold: fold}
	if g.sweep != nil {
		t.cost = unpriced(g)
		if g.sweep.costs(t.cost, own, fold) {
			return t
		}
	}
	t.cost = nil // what the passes left half done
	t.cost = t.derivations().cost
	return t
}

// unpriced returns a cost of +Inf for each fact.
func unpriced(g *AttackGraph) []float64 {
	cost := make([]float64, g.NumFacts())
	for f := range cost {
		cost[f] = math.Inf(1)
	}
	return cost
}

// Cost returns the fact's tree cost, +Inf when it cannot be derived, or where much sharing makes the sum of its tree too
// large for a number.
func (t *TreeCosts) Cost(f FactID) float64 { return t.cost[f] }

func (t *TreeCosts) derivations() *knuth {
	t.derive.Do(func() {
		t.found = settle(t.g, t.sel, t.fold)
		t.found.missing, t.found.queue = nil, nil
		if t.cost != nil {
			t.found.cost = nil // the same
		}
	})
	return t.found
}

// Proof returns the rules of the derivation that has the tree cost, premises first; nil when the goal
// cannot be derived.
func (t *TreeCosts) Proof(goal FactID) []RuleID {
	return t.ProofUpTo(goal, t.g.NumFacts())
}

// ProofUpTo returns the derivation as Proof does where it has no more than so many rules, else nil, with little work.
func (t *TreeCosts) ProofUpTo(goal FactID, most int) []RuleID {
	k := t.derivations()
	if k.rank[goal] == 0 {
		return nil
	}
	wanted := map[FactID]bool{goal: true}
	facts := []FactID{goal}
	for next := 0; next < len(facts); next++ {
		if len(facts) > most {
			return nil
		}
		for _, p := range t.g.If(k.rule[facts[next]]) {
			if !wanted[p] {
				wanted[p] = true
				facts = append(facts, p)
			}
		}
	}
	slices.SortFunc(facts, func(a, b FactID) int { return cmp.Compare(k.rank[a], k.rank[b]) })
	proof := make([]RuleID, len(facts))
	for i, f := range facts {
		proof[i] = k.rule[f]
	}
	return proof
}
