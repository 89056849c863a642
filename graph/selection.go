package graph

import "slices"

// A Selection is one reading of a graph: which of its rules are enabled and which measures are in
// force. It must not be changed while an algorithm reads it.
type Selection struct {
	g       *AttackGraph
	enabled []uint64
	inForce []MeasureID // sorted
	effort  []float64   // nil while no measure in force hardens a rule
	chance  []float64   // likewise
}

// All returns the selection of every rule that can fire, with no measure in force. Rules of
// probability 0 are never part of a selection.
func (g *AttackGraph) All() *Selection {
	s := &Selection{g: g, enabled: make([]uint64, (g.NumRules()+63)/64)}
	for r := range g.NumRules() {
		if g.Probability(RuleID(r)) > 0 {
			s.enabled[r>>6] |= 1 << (r & 63)
		}
	}
	return s
}

// Enabled says whether the rule is part of the selection.
func (s *Selection) Enabled(r RuleID) bool { return s.enabled[r>>6]>>(r&63)&1 != 0 }

// Enable adds rules, except those that never fire.
func (s *Selection) Enable(rules ...RuleID) {
	for _, r := range rules {
		if s.g.Probability(r) > 0 {
			s.enabled[r>>6] |= 1 << (r & 63)
		}
	}
}

// Disable takes rules out.
func (s *Selection) Disable(rules ...RuleID) {
	for _, r := range rules {
		s.enabled[r>>6] &^= 1 << (r & 63)
	}
}

// Clone returns an independent copy.
func (s *Selection) Clone() *Selection {
	return &Selection{g: s.g, enabled: slices.Clone(s.enabled), inForce: slices.Clone(s.inForce),
		effort: slices.Clone(s.effort), chance: slices.Clone(s.chance)}
}

// Without returns a copy in which the measures are in force too: the rules that they block are
// disabled, the rules that they harden cost more effort and succeed less often. A measure counts once.
func (s *Selection) Without(measures ...MeasureID) *Selection {
	next := s.Clone()
	for _, m := range measures {
		at, there := slices.BinarySearch(next.inForce, m)
		if !there {
			next.inForce = slices.Insert(next.inForce, at, m)
		}
	}
	fresh := func(m MeasureID) bool {
		_, now := slices.BinarySearch(next.inForce, m)
		_, before := slices.BinarySearch(s.inForce, m)
		return now && !before
	}
	for r := range RuleID(s.g.NumRules()) {
		if slices.ContainsFunc(s.g.BlockedBy(r), fresh) {
			next.Disable(r)
		}
		for _, h := range s.g.HardenedBy(r) {
			if fresh(h.Measure) {
				next.harden(r, h)
			}
		}
	}
	return next
}

// Effort returns the rule's effort under the measures in force.
func (s *Selection) Effort(r RuleID) float64 {
	if s.effort == nil {
		return s.g.Effort(r)
	}
	return s.effort[r]
}

// Probability returns the rule's probability under the measures in force, enabled or not.
func (s *Selection) Probability(r RuleID) float64 {
	if s.chance == nil {
		return s.g.Probability(r)
	}
	return s.chance[r]
}

// Counted says whether the rule has an effort or can fail under the measures in force.
func (s *Selection) Counted(r RuleID) bool { return s.Effort(r) > 0 || s.Probability(r) < 1 }

func (s *Selection) harden(r RuleID, h Hardening) {
	if s.effort == nil {
		s.effort, s.chance = make([]float64, s.g.NumRules()), make([]float64, s.g.NumRules())
		for r := range s.effort {
			s.effort[r], s.chance[r] = s.g.Effort(RuleID(r)), s.g.Probability(RuleID(r))
		}
	}
	s.effort[r] += h.Effort
	s.chance[r] *= h.Probability
}

// Uncertain says whether the rule can fail under the measures in force.
func (s *Selection) Uncertain(r RuleID) bool { return s.Probability(r) < 1 }

// Only returns the selection of the rules given alone, except those that never fire, with no measure in force.
func (g *AttackGraph) Only(rules ...RuleID) *Selection {
	s := &Selection{g: g, enabled: make([]uint64, (g.NumRules()+63)/64)}
	s.Enable(rules...)
	return s
}
