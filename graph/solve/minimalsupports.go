package solve

import (
	"cmp"
	"context"
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// Supports are, for every fact, the minimal sets of some chosen rules on which it rests: with all enabled
// rules that are not chosen, each set derives the fact and no part of it does.
type Supports struct {
	Whole bool // no limit was met: every fact has all of its minimal sets

	ctx     context.Context
	g       *graph.AttackGraph
	without *graph.Selection // without the chosen rules
	chosen  []graph.RuleID
	sets    []antichain // by fact
	cut     []bool      // by fact: it may have further sets
	work    int64       // left for making sets minimal
}

// SupportLimits bound the search for minimal supports.
type SupportLimits struct {
	Sets int   // sets kept for each fact; 0: 64
	Work int64 // sets compared and joined, and premises looked at to make sets minimal; 0: DefaultWork
}

// reachCost is the work that a fixpoint takes for each premise.
const reachCost = 4

// basis is a set of chosen rules by their places in the choice, ascending.
type basis []int32

// antichain is a list of supports none of which is a part of another.
type antichain []basis

// MinimalSupports finds the minimal sets of the chosen rules, which are entries, for all facts together:
// the least fixpoint over monotone Boolean functions of the chosen rules, each kept as the antichain of
// its minimal models (absorptive provenance: Green, Karvounarakis, Tannen, "Provenance semirings", PODS
// 2007; assumption-based truth maintenance: de Kleer, Artificial Intelligence 1986). The number of sets
// can be exponential: where a limit is met, or the context is done, the sets found are minimal still, and others may be missing.
func MinimalSupports(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, chosen []graph.RuleID, limits SupportLimits) *Supports {
	s := newSupporting(ctx, g, sel, chosen, limits)
	for len(s.queue) > 0 && s.open() {
		round := s.queue
		s.queue = nil
		for _, f := range round {
			if !s.open() {
				s.queue = append(s.queue, f)
				continue
			}
			s.queued[f] = false
			for _, r := range g.Using(f) {
				s.conclude(r)
			}
		}
	}
	if len(s.queue) > 0 {
		for f := range s.out.cut {
			s.cutAt(graph.FactID(f))
		}
	}
	s.spreadCuts()
	return s.out
}

// Of returns the minimal sets of a fact, smaller ones first, as places in the choice; one empty set where
// the fact needs none of them. The second result tells whether these are all. It is for one goroutine.
func (s *Supports) Of(f graph.FactID) (sets [][]int32, all bool) {
	least := s.sets[f]
	if s.cut[f] {
		least = nil
		for _, set := range s.sets[f] {
			if s.work > 0 && s.ctx.Err() == nil {
				if small, done := s.shrink(f, set); done {
					least, _ = least.with(small)
				}
			}
		}
	}
	for _, set := range least {
		sets = append(sets, set)
	}
	slices.SortFunc(sets, func(a, b []int32) int { return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) })
	return sets, !s.cut[f]
}

// supporting is the search.
type supporting struct {
	out    *Supports
	ctx    context.Context
	g      *graph.AttackGraph
	usable []bool // rule → it is not chosen, enabled, and all its premises hold when all chosen rules do
	limit  int
	work   int64
	queue  []graph.FactID
	queued []bool
}

func newSupporting(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, chosen []graph.RuleID, limits SupportLimits) *supporting {
	s := &supporting{ctx: ctx, g: g, limit: limits.Sets, work: limits.Work, usable: make([]bool, g.NumRules()), queued: make([]bool, g.NumFacts())}
	if s.limit == 0 {
		s.limit = 64
	}
	if s.work == 0 {
		s.work = graph.DefaultWork
	}
	s.out = &Supports{Whole: true, ctx: ctx, g: g, chosen: chosen, work: s.work, sets: make([]antichain, g.NumFacts()), cut: make([]bool, g.NumFacts())}
	without := sel.Clone()
	without.Disable(chosen...)
	s.out.without = without
	free, all := graph.Reach(g, without), graph.Reach(g, sel)
	for f := range s.out.sets {
		if free.Holds(graph.FactID(f)) {
			s.out.sets[f] = antichain{nil}
		}
	}
	for r := range graph.RuleID(g.NumRules()) {
		holds := func(f graph.FactID) bool { return all.Holds(f) }
		s.usable[r] = without.Enabled(r) && !free.Holds(g.Then(r)) && every(g.If(r), holds)
	}
	for i, r := range chosen {
		if sel.Enabled(r) && len(g.If(r)) == 0 {
			s.add(g.Then(r), basis{int32(i)})
		}
	}
	return s
}

func every(facts []graph.FactID, holds func(graph.FactID) bool) bool {
	return !slices.ContainsFunc(facts, func(f graph.FactID) bool { return !holds(f) })
}

// conclude joins the sets of a rule's premises and adds them to its conclusion.
func (s *supporting) conclude(r graph.RuleID) {
	if !s.usable[r] {
		return
	}
	joined := antichain{nil}
	for _, f := range s.g.If(r) {
		if len(s.out.sets[f]) == 0 {
			return
		}
	}
	for _, f := range s.g.If(r) {
		var next antichain
		for _, a := range joined {
			for _, b := range s.out.sets[f] {
				if !s.open() {
					s.cutAt(s.g.Then(r))
					return
				}
				both := union(a, b)
				s.work -= int64(4 + 2*len(next)*(1+len(both)))
				next, _ = next.with(both)
			}
		}
		if joined = next; len(joined) > s.limit {
			joined = joined[:s.limit]
			s.cutAt(s.g.Then(r))
		}
	}
	for _, set := range joined {
		s.add(s.g.Then(r), set)
	}
}

// open tells whether the search may go on.
func (s *supporting) open() bool { return s.work > 0 && s.ctx.Err() == nil }

// add adds a set to a fact. One that finds no room is left out, so that what a fact has only ever grows and the search
// comes to an end.
func (s *supporting) add(f graph.FactID, set basis) {
	s.work -= int64(2 * len(s.out.sets[f]) * (1 + len(set)))
	grown, changed := s.out.sets[f].with(set)
	switch {
	case !changed:
		return
	case len(grown) > s.limit:
		s.cutAt(f)
		return
	}
	s.out.sets[f] = grown
	if !s.queued[f] {
		s.queued[f] = true
		s.queue = append(s.queue, f)
	}
}

func (s *supporting) cutAt(f graph.FactID) {
	s.out.cut[f], s.out.Whole = true, false
}

// spreadCuts marks all facts whose sets come from a fact that lacks some.
func (s *supporting) spreadCuts() {
	var queue []graph.FactID
	for f := range s.out.cut {
		if s.out.cut[f] {
			queue = append(queue, graph.FactID(f))
		}
	}
	for next := 0; next < len(queue); next++ {
		for _, r := range s.g.Using(queue[next]) {
			if f := s.g.Then(r); s.usable[r] && !s.out.cut[f] {
				s.out.cut[f] = true
				queue = append(queue, f)
			}
		}
	}
}

// shrink takes one member after the other out of a set, where the fact still holds without it: a smaller set may be
// one that was left out. It tells whether the work sufficed.
func (s *Supports) shrink(f graph.FactID, set basis) (small basis, done bool) {
	for i := len(set) - 1; i >= 0; i-- {
		if s.work <= 0 || s.ctx.Err() != nil {
			return nil, false
		}
		less := slices.Delete(slices.Clone(set), i, i+1)
		with := s.without.Clone()
		for _, m := range less {
			with.Enable(s.chosen[m])
		}
		s.work -= reachCost * int64(s.g.NumPremises())
		if graph.Reach(s.g, with).Holds(f) {
			set = less
		}
	}
	return set, true
}

// with adds a set unless a part of it is there, and drops the sets of which it is a part.
func (a antichain) with(set basis) (grown antichain, changed bool) {
	for _, old := range a {
		if old.within(set) {
			return a, false
		}
	}
	for _, old := range a {
		if !set.within(old) {
			grown = append(grown, old)
		}
	}
	return append(grown, set), true
}

// within tells whether all members are in other.
func (s basis) within(other basis) bool {
	if len(s) > len(other) {
		return false
	}
	at := 0
	for _, m := range s {
		for at < len(other) && other[at] < m {
			at++
		}
		if at == len(other) || other[at] != m {
			return false
		}
	}
	return true
}

func union(a, b basis) basis {
	if len(a) == 0 {
		return b
	}
	out := make(basis, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}
