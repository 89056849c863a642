package solve

import (
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// choicesOf makes a cone's counted rules the choices, and the cone the clauses: the goal is true, a true fact
// has a true rule, a true rule has true premises. A model's chosen rules derive the goal unless facts of a
// cycle support each other; then a landmark that they miss, and what the loop lacks from outside, forbid it.
func choicesOf(c *cone.Cone, m *meter.Meter) *sat.Choices {
	s := supporter{cone: c, spread: cone.NewSpread(c, m), byWeight: c.ByWeight()}
	s.Choices = sat.NewChoices(c.ByName(), c.Weight, m)
	s.Wrong, s.Trimmed, s.Minimal = s.unfounded, s.trim, s.spread.Minimal
	s.facts = make([]sat.Literal, len(c.Fact))
	for f := range s.facts {
		s.facts[f] = s.Variable()
	}
	for r := range s.Literal {
		s.rule(int32(r))
	}
	for f := range s.facts {
		clause := []sat.Literal{s.facts[f].Not()}
		for _, r := range c.Concluding.At(int32(f)) {
			clause = append(clause, s.Literal[r])
		}
		s.Add(clause...)
	}
	s.Add(s.facts[c.Goal])
	return s.Choices
}

type supporter struct {
	*sat.Choices
	cone     *cone.Cone
	spread   *cone.Spread
	byWeight []int32
	facts    []sat.Literal // cone fact → its literal
}

// rule gives the rule its literal; a wiring rule of one premise is its premise.
func (s *supporter) rule(r int32) {
	premises := s.cone.Premises.At(r)
	if !s.cone.Counted[r] && len(premises) == 1 {
		s.Literal[r] = s.facts[premises[0]]
		return
	}
	s.Literal[r] = s.Variable()
	for _, f := range premises {
		s.Add(s.Literal[r].Not(), s.facts[f])
	}
}

// unfounded returns a landmark that the set misses, as a clause, when the set does not derive the goal.
func (s *supporter) unfounded(set []int32) [][]sat.Literal {
	s.spread.Load(set)
	if s.spread.Reached() {
		return nil
	}
	clauses := s.loops(s.spread.Holds)
	landmark := s.spread.Grow(s.byWeight)
	clause := make([]sat.Literal, len(landmark))
	for i, r := range landmark {
		clause[i] = s.Literal[r]
	}
	return append(clauses, clause)
}

// trim keeps the rules of one derivation.
func (s *supporter) trim(set []int32) []int32 {
	s.spread.Load(set)
	return s.spread.Used()
}
