package analysis

import (
	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// Scenario is the case in one reading, with the first steps of some profiles: which rule instances take part, and
// what holds by them.
type Scenario struct {
	Query     ground.Query
	Selection *graph.Selection // not to be changed; nil without an attack graph
	Fixpoint  *graph.Fixpoint  // nil without an attack graph

	pass  *Pass
	holds map[graph.FactID]bool // what an engine says, without an attack graph
	*derived
}

// derived is what a scenario computes at first use.
type derived struct {
	sum, max   *graph.TreeCosts
	essentials *solve.Essentials
	focus      *solve.Focus
}

func newScenario(p *Pass, q ground.Query) *Scenario {
	if q.Reading == models.Residual && len(p.Case.InForce()) == 0 {
		same := *p.Under(models.Assessed, q.Profiles...) // no measure in force makes a difference
		same.Query = q
		return &same
	}
	if p.reach != nil {
		return &Scenario{Query: q, pass: p, holds: p.reach.holding(p, q), derived: &derived{}}
	}
	return p.scenario(q, p.Case.Select(q))
}

// scenario computes what holds under a selection.
func (p *Pass) scenario(q ground.Query, sel *graph.Selection) *Scenario {
	return &Scenario{Query: q, Selection: sel, Fixpoint: graph.Reach(p.Graph(), sel), pass: p, derived: &derived{}}
}

// Forget gives the memory back of what was computed at first use. It is computed again when it is asked for.
func (s *Scenario) Forget() { *s.derived = derived{} }

// Holds reports whether a fact holds; one that the attack graph does not know does not.
func (s *Scenario) Holds(f models.Fact) bool {
	id, there := s.pass.Case.Fact(f)
	return there && s.reaches(id)
}

// reaches reports whether a fact holds.
func (s *Scenario) reaches(f graph.FactID) bool {
	if s.Fixpoint == nil {
		return s.holds[f]
	}
	return s.Fixpoint.Holds(f)
}

// Occurs reports whether the effect at a place of Effects occurs.
func (s *Scenario) Occurs(effect int) bool { return s.reaches(s.pass.goals[effect]) }

// Levels returns the levels of the effects that occur.
func (s *Scenario) Levels() models.LevelPair {
	return s.pass.LevelsOf(s.Occurs)
}

// LevelsOf returns the levels of a choice of effects, given by their places in Effects. Of none they are the lowest, or not
// determined where the case examines none at all.
func (p *Pass) LevelsOf(chosen func(effect int) bool) models.LevelPair {
	var grades []*criteria.Grade
	for i := range p.grades {
		if chosen(i) {
			grades = append(grades, &p.grades[i])
		}
	}
	if lacks := p.Lacks(); len(grades) == 0 && len(lacks) > 0 {
		return models.Undetermined(lacks...)
	}
	return criteria.Highest(grades)
}

// Tally tallies the grades of effects, given by their places, ascending.
func (p *Pass) Tally(effects []int32) *criteria.Tally { return criteria.NewTally(p.grades, effects) }

// CanFire reports whether a rule instance takes part and all its premises hold.
func (s *Scenario) CanFire(r graph.RuleID) bool {
	if !s.Selection.Enabled(r) {
		return false
	}
	for _, f := range s.pass.Graph().If(r) {
		if !s.Fixpoint.Holds(f) {
			return false
		}
	}
	return true
}

// With returns the scenario with further measures in force.
func (s *Scenario) With(measures ...graph.MeasureID) *Scenario {
	if len(measures) == 0 {
		return s
	}
	sel := s.Selection.Without(measures...)
	return s.pass.scenario(s.Query, sel)
}

// WithoutRules returns the scenario with some rule instances taken out.
func (s *Scenario) WithoutRules(rules ...graph.RuleID) *Scenario {
	if len(rules) == 0 {
		return s
	}
	sel := s.Selection.Clone()
	sel.Disable(rules...)
	return s.pass.scenario(s.Query, sel)
}
