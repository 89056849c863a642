package cone

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// A Spread is the fixpoint of a cone's wiring and a growing set of its counted rules, with undo. It is for one goroutine.
type Spread struct {
	Cone    *Cone
	meter   *meter.Meter
	enabled []bool    // cone rule
	missing []int32   // cone rule → premises that do not hold
	Holds   []bool    // cone fact
	by      []int32   // cone fact that holds → the rule that made it
	order   []int32   // facts in the order in which they came to hold
	work    int64     // premises looked at
	carried int       // how many of order have been carried on to the rules that use them
	fresh   []int32   // scratch of try
	many    *Variants // nil until Survives needs them
}

// NewSpread begins with wiring alone; what the growing takes is counted on the meter.
func NewSpread(c *Cone, m *meter.Meter) *Spread {
	s := &Spread{Cone: c, meter: m, enabled: make([]bool, len(c.Rule)), missing: make([]int32, len(c.Rule)),
		Holds: make([]bool, len(c.Fact)), by: make([]int32, len(c.Fact))}
	s.Reset()
	return s
}

// Reset goes back to wiring alone, by which nothing of a cone holds.
func (s *Spread) Reset() {
	s.undo(0)
	for r := range s.enabled {
		s.enabled[r] = !s.Cone.Counted[r]
		s.missing[r] = int32(len(s.Cone.Premises.At(int32(r))))
	}
}

// Reached says whether the goal holds.
func (s *Spread) Reached() bool { return s.Holds[s.Cone.Goal] }

// Enable adds a rule and all that follows, until the goal holds.
func (s *Spread) Enable(rule int32) {
	s.enabled[rule] = true
	if s.missing[rule] != 0 {
		return
	}
	s.fire(rule)
	for ; s.carried < len(s.order) && !s.Reached(); s.carried++ {
		for _, r := range s.Cone.using.At(s.order[s.carried]) {
			s.work++
			s.missing[r]--
			if s.missing[r] == 0 && s.enabled[r] {
				s.fire(r)
			}
		}
	}
}

// Grow enables as many of the rules as it can, in their order, without reaching the goal. Those left out
// are a minimal landmark: every attack uses one of them. All counted rules that are not enabled must be
// among those given. Rules are tried in blocks that are halved where they reach the goal, which comes to the
// same as one by one and takes few trials when the landmark is small. When the meter runs out, the landmark
// is not minimal.
func (s *Spread) Grow(rules []int32) (landmark []int32) {
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
func (s *Spread) try(rules []int32) bool {
	mark := len(s.order)
	defer func(before int64) { s.meter.Spend((s.work - before + int64(len(rules))) / 8) }(s.work)
	s.fresh = s.fresh[:0]
	for _, r := range rules {
		if s.enabled[r] {
			continue
		}
		s.fresh = append(s.fresh, r)
		if s.Enable(r); s.Reached() {
			s.undo(mark)
			for _, r := range s.fresh {
				s.enabled[r] = false
			}
			return false
		}
	}
	return true
}

// Load goes back to wiring and enables the rules.
func (s *Spread) Load(rules []int32) {
	s.Reset()
	for _, r := range rules {
		s.Enable(r)
	}
}

// Proof returns the rules of one derivation of the goal, which must hold, premises first.
func (s *Spread) Proof() []int32 {
	wanted := map[int32]bool{s.Cone.Goal: true}
	var rules []int32
	for i := len(s.order) - 1; i >= 0; i-- {
		f := s.order[i]
		if !wanted[f] {
			continue
		}
		rules = append(rules, s.by[f])
		for _, p := range s.Cone.Premises.At(s.by[f]) {
			wanted[p] = true
		}
	}
	slices.Reverse(rules)
	return rules
}

// Used returns the counted rules of one derivation of the goal, ascending.
func (s *Spread) Used() []int32 {
	var rules []int32
	for _, r := range s.Proof() {
		if s.Cone.Counted[r] {
			rules = append(rules, r)
		}
	}
	slices.Sort(rules)
	return rules
}

// Minimal leaves rules out of a set that derives the goal while it does, the last first, and while the meter
// allows. Rules that the whole set cannot do without stay: no part of it can.
func (s *Spread) Minimal(set []int32) []int32 {
	kept := slices.Clone(set)
	alone := make([][]int32, len(set))
	for i := range set {
		alone[i] = set[i : i+1]
	}
	spare := s.Survives(alone, s.others(set))
	for i := len(kept) - 1; i >= 0 && s.meter.Spend(1); i-- {
		if !spare[i] || !s.meter.Spend(int64(len(s.Cone.Rule))/8) {
			continue
		}
		rest := slices.Delete(slices.Clone(kept), i, i+1)
		s.Load(rest)
		if s.Reached() {
			kept = rest
		}
	}
	return kept
}

// others returns the counted rules that are not in the set.
func (s *Spread) others(set []int32) []int32 {
	in := make([]bool, len(s.Cone.Rule))
	for _, r := range set {
		in[r] = true
	}
	var out []int32
	for r, counted := range s.Cone.Counted {
		if counted && !in[r] {
			out = append(out, int32(r))
		}
	}
	return out
}

// Survives says of each set of rules whether the goal holds without it, those off being disabled too.
func (s *Spread) Survives(sets [][]int32, off []int32) []bool {
	if s.many == nil {
		s.many = NewVariants(NewFormula(s.Cone))
	}
	return s.many.survives(sets, off, s.meter)
}

func (s *Spread) fire(rule int32) {
	if f := s.Cone.Head[rule]; !s.Holds[f] {
		s.Holds[f], s.by[f] = true, rule
		s.order = append(s.order, f)
	}
}

// undo takes back all facts from a place in the order on.
func (s *Spread) undo(mark int) {
	for i, f := range s.order[mark:] {
		s.Holds[f] = false
		if mark+i >= s.carried {
			continue
		}
		for _, r := range s.Cone.using.At(f) {
			s.missing[r]++
		}
	}
	s.order = s.order[:mark]
	s.carried = min(s.carried, mark)
}
