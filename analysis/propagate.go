package analysis

import (
	"math"

	"github.com/harmpath/harmpath/graph"
)

// What follows from every single start is, in a large case, mostly the same again and again: once on the internet, one
// comes to everything that hangs on it. So starts that lead to much are put in groups: of a fact to which several of
// them lead, what follows is found once, and of each only what it adds to that, in groups again. As the attack graph is
// monotone, the answers are those of one search a start.
const (
	littleWork = 512 // a start that takes more to follow is put in a group
	beginning  = 64  // of what a start leads to, how many facts are looked at for something in common
	groupsIn   = 6   // how many groups lie within each other at most
)

// Propagate reports for each start, facts taken to hold beyond the baseline, what follows. Starts for which the question's
// work does not suffice are not told.
func (p *Pass) Propagate(o *Baseline, starts [][]graph.FactID) ([]Propagation, error) {
	s := propagator{pass: p, then: o.then, starts: starts, out: make([]Propagation, len(starts)), begun: o.Work()}
	all := make([]int, len(starts))
	for i := range all {
		all[i] = i
	}
	o.then.Undo()
	s.group(all, &spread{}, 0)
	return s.out, p.Context.Err()
}

// Compromised tells of each listed component, by its place, what follows when it is compromised in every way and nobody
// takes a first step, computed at first use.
func (p *Pass) Compromised() ([]Propagation, error) {
	if p.compromised != nil {
		return p.compromised, nil
	}
	starts := make([][]graph.FactID, len(p.Case.System.Components))
	for c := range starts {
		if !p.Case.System.Components[c].DrawnOnly {
			starts[c] = p.CompromisesOf(c)
		}
	}
	follows, err := p.Propagate(p.Nobody(), starts)
	if err != nil {
		return nil, err
	}
	p.compromised = follows
	return follows, nil
}

// propagator is one run of Propagate.
type propagator struct {
	pass   *Pass
	then   *graph.Extension
	starts [][]graph.FactID
	out    []Propagation
	begun  int64 // the baseline's work before
	groups int32
}

// spent reports whether the question's work is used up, or the run is to end.
func (s *propagator) spent() bool {
	return s.then.Work()-s.begun > s.pass.work || s.pass.Context.Err() != nil
}

// group follows the members of a group, from what they are known to share.
func (s *propagator) group(members []int, shared *spread, depth int) {
	number, mark := s.groups, len(s.then.Added())
	large := newSharedFacts()
	for _, i := range members {
		most := int64(littleWork)
		if depth == groupsIn {
			most = math.MaxInt64
		}
		if begun := s.member(i, most, shared, number); begun != nil {
			large.add(i, begun)
		}
		s.then.UndoTo(mark)
	}
	for _, hub := range large.hubs() {
		some := large.waitingFor(hub)
		if len(some) > 1 && !s.spent() && !s.then.AssumeUpTo(littleWork/2, hub) {
			s.then.Assume() // what is left of it
			s.groups++
			more := shared.and(s.pass.spreadOf(s.then.Added()[mark:], *shared))
			s.group(some, &more, depth+1)
			large.take(some)
		}
		s.then.UndoTo(mark)
	}
	for _, i := range large.waiting() {
		s.member(i, math.MaxInt64, shared, number)
		s.then.UndoTo(mark)
	}
}

// member follows one start as long as it takes no more than some work. If it takes more, the facts come back that it
// leads to first.
func (s *propagator) member(i int, most int64, shared *spread, group int32) []graph.FactID {
	if s.spent() {
		s.out[i].unexamined = true
		return nil
	}
	mark := len(s.then.Added())
	whole := s.then.AssumeUpTo(most, s.starts[i]...)
	added := s.then.Added()[mark:]
	if !whole {
		return added[:min(beginning, len(added))]
	}
	s.out[i] = Propagation{shared: shared, own: s.pass.spreadOf(added, *shared), group: group}
	return nil
}
