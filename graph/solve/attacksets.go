package solve

import (
	"cmp"
	"context"
	"math/big"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// An AttackSetsAnswer counts the minimal attack sets of a goal and lists the easiest. A minimal attack set
// is a minimal set of counted rules that, with all free and certain rules, derives the goal.
type AttackSetsAnswer struct {
	Status   graph.Status // Exact: the count is; Bound: there are at least Count
	Count    *big.Int     // exact or a lower bound
	Easiest  []AttackSet  // by effort, then by sorted ids
	Proven   int          // before the first so many of them, nothing easier is missing; the others were found
	Complete bool         // Easiest is what was asked for, and all of it is proven
	Cut      *graph.Cut   // what ended the search, when something did
}

// An AttackSet is one minimal attack set.
type AttackSet struct {
	Effort float64
	Rules  []graph.RuleID // sorted by id
}

// AttackSets counts all minimal attack sets and lists the easiest, at most so many. It takes the minimal
// solutions of the decision diagrams of its modules (Rauzy, "New algorithms for fault trees analysis", Reliability
// Engineering and System Safety 1993) as a zero-suppressed diagram, so that counting does not list. Where
// no diagram fits within the limits, the easiest sets are found one after another by the search of
// LeastEffort, and the count is a bound.
func AttackSets(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, easiest int, limits graph.Limits) *AttackSetsAnswer {
	c := cone.New(g, sel, goal, sel.Counted)
	switch {
	case !c.Derivable:
		return &AttackSetsAnswer{Status: graph.Exact, Count: new(big.Int), Complete: true}
	case c.Free:
		a := &AttackSetsAnswer{Status: graph.Exact, Count: big.NewInt(1), Complete: true}
		if easiest > 0 {
			a.Easiest, a.Proven = []AttackSet{{}}, 1
		}
		return a
	}
	m := meter.New(ctx, limits)
	sets := bdd.CompileModules(c, m).MinimalSets(m)
	a := &AttackSetsAnswer{Status: graph.Exact, Count: sets.Count()}
	graft := m
	if !sets.Whole {
		a.Status, a.Cut, graft = graph.Bound, bdd.Cut(m), m.Spare()
	}
	if family := sets.Together(graft); family != nil {
		list, complete := family.Easiest(easiest)
		a.Easiest, a.Complete = attackSets(c, list), complete
		for a.Complete && a.Proven < len(a.Easiest) && a.Easiest[a.Proven].Effort < sets.Beyond {
			a.Proven++
		}
		a.Complete = a.Complete && (sets.Whole || a.Proven == easiest)
		if a.Complete {
			if sets.Whole {
				a.Cut = m.Cut()
			}
			return a
		}
	}
	e := enumerate(ctx, c, easiest, limits, bdd.Cut(m))
	if sets.Whole {
		e.Status, e.Count = graph.Exact, a.Count
		return e
	}
	return e.with(a, easiest)
}

// with adds the small sets to those that were found one by one, the easiest first.
func (a *AttackSetsAnswer) with(small *AttackSetsAnswer, easiest int) *AttackSetsAnswer {
	if a.Status == graph.Exact {
		return a
	}
	if a.Count.Cmp(small.Count) < 0 {
		a.Count = small.Count
	}
	for _, set := range small.Easiest {
		known := func(other AttackSet) bool { return slices.Equal(other.Rules, set.Rules) }
		if len(a.Easiest) < easiest && !slices.ContainsFunc(a.Easiest, known) {
			a.Easiest = append(a.Easiest, set)
		}
	}
	slices.SortStableFunc(a.Easiest[a.Proven:], func(x, y AttackSet) int { return cmp.Compare(x.Effort, y.Effort) })
	return a
}

// attackSets turns sets of a cone's rules into attack sets.
func attackSets(c *cone.Cone, sets [][]int32) []AttackSet {
	var list []AttackSet
	for _, set := range sets {
		list = append(list, AttackSet{Effort: c.Effort(set), Rules: c.Rules(set)})
	}
	return list
}
