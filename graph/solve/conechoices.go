package solve

import "github.com/harmpath/harmpath/graph/internal/meter"

// choicesOf makes a cone's counted rules the choices, and the cone the clauses: the goal is true, a true fact
// has a true rule, a true rule has true premises. A model's chosen rules derive the goal unless facts of a
// cycle support each other; then a landmark that they miss, and what the loop lacks from outside, forbid it.
func choicesOf(c *cone, m *meter.Meter) *choices {
	s := supporter{cone: c, spread: newSpread(c, m), byWeight: c.byWeight()}
	s.choices = &choices{clauses: newClauses(), meter: m, byName: c.byName(), literal: make([]lit, len(c.rule)),
		weight: c.weight, wrong: s.unfounded, trimmed: s.trim, minimal: s.spread.minimal}
	s.facts = make([]lit, len(c.fact))
	for f := range s.facts {
		s.facts[f] = positive(s.variable())
	}
	for r := range s.literal {
		s.rule(int32(r))
	}
	for f := range s.facts {
		clause := []lit{s.facts[f].not()}
		for _, r := range c.concluding.At(int32(f)) {
			clause = append(clause, s.literal[r])
		}
		s.add(clause...)
	}
	s.add(s.facts[c.goal])
	return s.choices
}

type supporter struct {
	*choices
	cone     *cone
	spread   *spread
	byWeight []int32
	facts    []lit // cone fact → its literal
}

// rule gives the rule its literal; a wiring rule of one premise is its premise.
func (s *supporter) rule(r int32) {
	premises := s.cone.ifs.At(r)
	if !s.cone.counted[r] && len(premises) == 1 {
		s.literal[r] = s.facts[premises[0]]
		return
	}
	s.literal[r] = positive(s.variable())
	for _, f := range premises {
		s.add(s.literal[r].not(), s.facts[f])
	}
}

// unfounded returns a landmark that the set misses, as a clause, when the set does not derive the goal.
func (s *supporter) unfounded(set []int32) [][]lit {
	s.spread.load(set)
	if s.spread.goal() {
		return nil
	}
	clauses := s.loops(s.spread.holds)
	landmark := s.spread.grow(s.byWeight)
	clause := make([]lit, len(landmark))
	for i, r := range landmark {
		clause[i] = s.literal[r]
	}
	return append(clauses, clause)
}

// trim keeps the rules of one derivation.
func (s *supporter) trim(set []int32) []int32 {
	s.spread.load(set)
	return s.spread.used()
}
