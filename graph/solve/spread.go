package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// spread is the fixpoint of a cone's wiring and a growing set of its counted rules, with undo.
type spread struct {
	cone    *cone
	meter   *meter.Meter
	enabled []bool    // cone rule
	missing []int32   // cone rule → premises that do not hold
	holds   []bool    // cone fact
	by      []int32   // cone fact that holds → the rule that made it
	order   []int32   // facts in the order in which they came to hold
	work    int64     // premises looked at
	carried int       // how many of order have been carried on to the rules that use them
	fresh   []int32   // scratch of try
	many    *parallel // nil until survives needs it
}

func newSpread(c *cone, m *meter.Meter) *spread {
	s := &spread{cone: c, meter: m, enabled: make([]bool, len(c.rule)), missing: make([]int32, len(c.rule)),
		holds: make([]bool, len(c.fact)), by: make([]int32, len(c.fact))}
	s.reset()
	return s
}

// reset goes back to wiring alone, by which nothing of a cone holds.
func (s *spread) reset() {
	s.undo(0)
	for r := range s.enabled {
		s.enabled[r] = !s.cone.counted[r]
		s.missing[r] = int32(len(s.cone.ifs.At(int32(r))))
	}
}

// goal says whether the goal holds.
func (s *spread) goal() bool { return s.holds[s.cone.goal] }

// enable adds a rule and all that follows, until the goal holds.
func (s *spread) enable(rule int32) {
	s.enabled[rule] = true
	if s.missing[rule] != 0 {
		return
	}
	s.fire(rule)
	for ; s.carried < len(s.order) && !s.goal(); s.carried++ {
		for _, r := range s.cone.using.At(s.order[s.carried]) {
			s.work++
			s.missing[r]--
			if s.missing[r] == 0 && s.enabled[r] {
				s.fire(r)
			}
		}
	}
}

// grow enables as many of the rules as it can, in their order, without reaching the goal. Those left out
// are a minimal landmark: every attack uses one of them. All counted rules that are not enabled must be
// among those given. Rules are tried in blocks that are halved where they reach the goal, which comes to the
// same as one by one and takes few trials when the landmark is small. When the meter runs out, the landmark
// is not minimal.
func (s *spread) grow(rules []int32) (landmark []int32) {
	blocks := [][]int32{rules}
	for len(blocks) > 0 {
		block := blocks[len(blocks)-1]
		blocks = blocks[:len(blocks)-1]
		switch {
		case !s.meter.Over() && s.try(block):
		case len(block) == 1 || s.meter.Over():
			landmark = append(landmark, slices.DeleteFunc(slices.Clone(block), func(r int32) bool { return s.enabled[r] })...)
		default:
			blocks = append(blocks, block[len(block)/2:], block[:len(block)/2])
		}
	}
	return landmark
}

// try enables the rules unless the goal would then hold; it says whether they are enabled.
func (s *spread) try(rules []int32) bool {
	mark := len(s.order)
	defer func(before int64) { s.meter.Spend((s.work - before + int64(len(rules))) / 8) }(s.work)
	s.fresh = s.fresh[:0]
	for _, r := range rules {
		if s.enabled[r] {
			continue
		}
		s.fresh = append(s.fresh, r)
		if s.enable(r); s.goal() {
			s.undo(mark)
			for _, r := range s.fresh {
				s.enabled[r] = false
			}
			return false
		}
	}
	return true
}

// load goes back to wiring and enables the rules.
func (s *spread) load(rules []int32) {
	s.reset()
	for _, r := range rules {
		s.enable(r)
	}
}

// proof returns the rules of one derivation of the goal, which must hold, premises first.
func (s *spread) proof() []int32 {
	wanted := map[int32]bool{s.cone.goal: true}
	var rules []int32
	for i := len(s.order) - 1; i >= 0; i-- {
		f := s.order[i]
		if !wanted[f] {
			continue
		}
		rules = append(rules, s.by[f])
		for _, p := range s.cone.ifs.At(s.by[f]) {
			wanted[p] = true
		}
	}
	slices.Reverse(rules)
	return rules
}

// used returns the counted rules of one derivation of the goal, ascending.
func (s *spread) used() []int32 {
	var rules []int32
	for _, r := range s.proof() {
		if s.cone.counted[r] {
			rules = append(rules, r)
		}
	}
	slices.Sort(rules)
	return rules
}

// minimal leaves rules out of a set that derives the goal while it does, the last first, and while the meter
// allows. Rules that the whole set cannot do without stay: no part of it can.
func (s *spread) minimal(set []int32) []int32 {
	kept := slices.Clone(set)
	alone := make([][]int32, len(set))
	for i := range set {
		alone[i] = set[i : i+1]
	}
	spare := s.survives(alone, s.others(set))
	for i := len(kept) - 1; i >= 0 && s.meter.Spend(1); i-- {
		if !spare[i] || !s.meter.Spend(int64(len(s.cone.rule))/8) {
			continue
		}
		rest := slices.Delete(slices.Clone(kept), i, i+1)
		s.load(rest)
		if s.goal() {
			kept = rest
		}
	}
	return kept
}

// others returns the counted rules that are not in the set.
func (s *spread) others(set []int32) []int32 {
	in := make([]bool, len(s.cone.rule))
	for _, r := range set {
		in[r] = true
	}
	var out []int32
	for r, counted := range s.cone.counted {
		if counted && !in[r] {
			out = append(out, int32(r))
		}
	}
	return out
}

// survives says of each set of rules whether the goal holds without it, those off being disabled too.
func (s *spread) survives(sets [][]int32, off []int32) []bool {
	if s.many == nil {
		s.many = newParallel(newFormula(s.cone))
	}
	return s.many.survives(sets, off, s.meter)
}

func (s *spread) fire(rule int32) {
	if f := s.cone.head[rule]; !s.holds[f] {
		s.holds[f], s.by[f] = true, rule
		s.order = append(s.order, f)
	}
}

// undo takes back all facts from a place in the order on.
func (s *spread) undo(mark int) {
	for i, f := range s.order[mark:] {
		s.holds[f] = false
		if mark+i >= s.carried {
			continue
		}
		for _, r := range s.cone.using.At(f) {
			s.missing[r]++
		}
	}
	s.order = s.order[:mark]
	s.carried = min(s.carried, mark)
}
