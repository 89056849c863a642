package solve

import (
	"context"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
)

// Essentials say, for every fact that holds, which labels no derivation of it can do without: were every fact
// that bears such a label taken away, the fact would not hold.
type Essentials struct {
	Whole bool // false: the work limit or the context ended the search, and nothing is known

	sets adjacency.Lists[int32] // by fact, ascending
}

// FindEssentials finds the essential labels of all facts together. A label is a number of the caller's choice, which
// several facts can bear; -1 is none. A fact's labels are its own and those that all the rules concluding it
// have in common, a rule's are those of its premises: their greatest fixpoint is exact, on cycles too (the landmarks of a
// delete relaxation: Keyder, Richter, Helmert, "Sound and complete landmarks for And/Or graphs", ECAI 2010).
// The work counts labels looked at, of which an eighth may be kept; 0: DefaultWork.
func FindEssentials(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, x *graph.Fixpoint, label func(graph.FactID) int32, work int64) *Essentials {
	if work == 0 {
		work = graph.DefaultWork
	}
	s := essential{g: g, sel: sel, x: x, label: label, work: work, room: int(work / workPerLabel), queued: make([]bool, g.NumFacts()),
		sets: make([][]int32, g.NumFacts()), known: make([]bool, g.NumFacts())}
	round := x.OrderAnew()
	for len(round) > 0 && s.work > 0 && ctx.Err() == nil {
		s.next = nil
		for i, f := range round {
			if s.work <= 0 || i&1023 == 0 && ctx.Err() != nil {
				return &Essentials{}
			}
			s.queued[f] = false
			s.look(f)
		}
		round = s.next
	}
	if len(round) > 0 || s.work <= 0 {
		return &Essentials{}
	}
	return &Essentials{Whole: true, sets: adjacency.Pack(s.sets)}
}

// workPerLabel is how much work may be done for each label that is kept: what fits into the time may not fit into memory.
const workPerLabel = 8

// Of returns the labels that are essential for a fact, ascending; none for one that does not hold, or where the search was cut.
func (e *Essentials) Of(f graph.FactID) []int32 {
	return e.sets.At(int32(f))
}

// essential is the search: sets only shrink, from all labels (not known) down.
type essential struct {
	g      *graph.AttackGraph
	sel    *graph.Selection
	x      *graph.Fixpoint
	label  func(graph.FactID) int32
	work   int64
	room   int       // how many more labels the sets may hold
	sets   [][]int32 // by fact, ascending
	known  []bool
	next   []graph.FactID
	queued []bool
}

// look computes a fact's labels anew.
func (s *essential) look(f graph.FactID) {
	var common []int32
	first := true
	for _, r := range s.g.Concluding(f) {
		labels, usable := s.ofRule(r)
		switch {
		case !usable:
		case first:
			common, first = labels, false
		default:
			common = slices.DeleteFunc(common, func(l int32) bool { return !has(labels, l) })
		}
	}
	if first {
		return
	}
	if own := s.label(f); own >= 0 && !has(common, own) {
		at, _ := slices.BinarySearch(common, own)
		common = slices.Insert(common, at, own)
	}
	if s.known[f] && len(common) == len(s.sets[f]) {
		return
	}
	s.room += len(s.sets[f]) - len(common)
	s.sets[f], s.known[f] = common, true
	if s.room < 0 {
		s.work = 0
		return
	}
	for _, r := range s.g.Using(f) {
		if then := s.g.Then(r); s.x.Holds(then) && !s.queued[then] {
			s.queued[then] = true
			s.next = append(s.next, then)
		}
	}
}

// ofRule joins the labels of a rule's premises. A rule that cannot fire, or of whose premises one is not known yet,
// restricts nothing.
func (s *essential) ofRule(r graph.RuleID) (labels []int32, usable bool) {
	if !s.sel.Enabled(r) {
		return nil, false
	}
	for _, f := range s.g.If(r) {
		if !s.known[f] {
			return nil, false
		}
		s.work -= int64(1 + len(s.sets[f]))
		labels = append(labels, s.sets[f]...)
	}
	slices.Sort(labels)
	return slices.Compact(labels), true
}

func has(sorted []int32, l int32) bool {
	_, there := slices.BinarySearch(sorted, l)
	return there
}
