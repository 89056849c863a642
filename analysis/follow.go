package analysis

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// What follows from every single start is, in a large case, mostly the same again and again: once on the internet, one
// comes to everything that hangs on it. So starts that lead to much are put in groups: of a fact to which several of
// them lead, what follows is found once, and of each only what it adds to that. As the attack graph is monotone, the
// answers are those of one search a start.
const (
	manyFacts = 128 // a start that leads to more is put in a group
	beginning = 64  // of what a start leads to, how many facts are looked at for something in common
)

// Follow tells of each start, facts taken to hold beyond the outset, what follows. Starts for which the question's
// work does not suffice are not told.
func (p *Pass) Follow(o *Outset, starts [][]graph.FactID) ([]Following, error) {
	s := following{pass: p, outset: o, starts: starts, out: make([]Following, len(starts)), begun: o.Work()}
	for i := range starts {
		if err := s.alone(i); err != nil {
			return nil, err
		}
	}
	for _, hub := range s.hubs() {
		if err := s.together(hub); err != nil {
			return nil, err
		}
	}
	for _, i := range s.large {
		if err := s.whole(i); err != nil {
			return nil, err
		}
	}
	return s.out, nil
}

// following is one run of Follow.
type following struct {
	pass   *Pass
	outset *Outset
	starts [][]graph.FactID
	out    []Following
	begun  int64 // the outset's work before

	large  []int                  // starts that lead to much and are not told yet
	begins map[graph.FactID][]int // fact → large starts that lead to it early on
	order  []graph.FactID         // those facts, in the order in which they were come by
	groups int32
}

// spent tells whether the question's work is used up.
func (s *following) spent() bool { return s.outset.Work()-s.begun > s.pass.work }

// alone follows one start as long as it leads to little.
func (s *following) alone(i int) error {
	if s.spent() {
		s.out[i].untold = true
		return s.pass.Context.Err()
	}
	then := s.outset.then
	then.Undo()
	if then.AssumeUpTo(manyFacts, s.starts[i]...) {
		s.out[i].own = s.pass.spreadOf(then.Added(), spread{})
		return nil
	}
	s.large = append(s.large, i)
	if s.begins == nil {
		s.begins = map[graph.FactID][]int{}
	}
	for _, f := range then.Added()[:beginning] {
		if s.begins[f] == nil {
			s.order = append(s.order, f)
		}
		s.begins[f] = append(s.begins[f], i)
	}
	return nil
}

// hubs returns the facts to which several large starts lead, the most frequent first.
func (s *following) hubs() []graph.FactID {
	out := slices.DeleteFunc(slices.Clone(s.order), func(f graph.FactID) bool { return len(s.begins[f]) < 2 })
	slices.SortStableFunc(out, func(a, b graph.FactID) int { return cmp.Compare(len(s.begins[b]), len(s.begins[a])) })
	return out
}

// together follows the starts that lead to a fact, where much follows from that and little more from each of them.
func (s *following) together(hub graph.FactID) error {
	waiting := func(i int) bool { _, there := slices.BinarySearch(s.large, i); return there }
	members := slices.DeleteFunc(slices.Clone(s.begins[hub]), func(i int) bool { return !waiting(i) })
	if len(members) < 2 || s.spent() {
		return s.pass.Context.Err()
	}
	then := s.outset.then
	then.Undo()
	if then.AssumeUpTo(manyFacts/2, hub) {
		return nil
	}
	then.Assume() // the rest
	mark := len(then.Added())
	shared := s.pass.spreadOf(then.Added(), spread{})
	s.groups++
	told := map[int]bool{}
	for _, i := range members {
		if then.AssumeUpTo(mark+manyFacts, s.starts[i]...) {
			own := s.pass.spreadOf(then.Added()[mark:], shared)
			s.out[i] = Following{shared: shared, own: own, group: s.groups}
			told[i] = true
		}
		then.UndoTo(mark)
	}
	s.large = slices.DeleteFunc(s.large, func(i int) bool { return told[i] })
	return s.pass.Context.Err()
}

// whole follows one start however much it leads to.
func (s *following) whole(i int) error {
	if s.spent() {
		s.out[i].untold = true
		return s.pass.Context.Err()
	}
	s.out[i].own = s.pass.spreadOf(s.outset.After(s.starts[i]...), spread{})
	return s.pass.Context.Err()
}
