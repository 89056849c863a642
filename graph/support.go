package graph

// support is a cone as clauses: the goal is true, a true fact has a true rule, a true rule has true
// premises. A model's chosen rules derive the goal unless facts of a cycle support each other; then
// unfounded gives the clause that forbids it.
type support struct {
	*clauses
	cone   *cone
	rules  []lit // cone rule → its literal; a wiring rule of one premise is its premise
	facts  []lit
	spread *spread
}

func newSupport(c *cone) *support {
	s := &support{clauses: newClauses(), cone: c, rules: make([]lit, len(c.rule)),
		facts: make([]lit, len(c.fact)), spread: newSpread(c)}
	for f := range s.facts {
		s.facts[f] = positive(s.variable())
	}
	for r := range s.rules {
		premises := c.ifs.at(int32(r))
		if !c.counted[r] && len(premises) == 1 {
			s.rules[r] = s.facts[premises[0]]
			continue
		}
		s.rules[r] = positive(s.variable())
		for _, f := range premises {
			s.add(s.rules[r].not(), s.facts[f])
		}
	}
	for f := range s.facts {
		clause := []lit{s.facts[f].not()}
		for _, r := range c.concluding.at(int32(f)) {
			clause = append(clause, s.rules[r])
		}
		s.add(clause...)
	}
	s.add(s.facts[c.goal])
	return s
}

// chosen returns the counted rules that are true in the model, ascending.
func (s *support) chosen() []int32 {
	var set []int32
	for r := range s.rules {
		if s.cone.counted[r] && s.holds(s.rules[r]) {
			set = append(set, int32(r))
		}
	}
	return set
}

// unfounded returns a landmark that the set misses when it does not derive the goal, as a clause; nil
// when it does.
func (s *support) unfounded(set []int32) []lit {
	s.spread.load(set)
	if s.spread.goal() {
		return nil
	}
	landmark := s.spread.grow(s.cone.byWeight())
	clause := make([]lit, len(landmark))
	for i, r := range landmark {
		clause[i] = s.rules[r]
	}
	return clause
}
