package measures

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// candidate is a measure that has an effect on attacks.
type candidate struct {
	id      graph.MeasureID
	measure *models.Measure
	cost    float64
	burden  float64
}

// open reports whether the measure is still to be decided on.
func (c *candidate) open() bool { return !c.measure.Status.InForce() }

// costOf returns what a measure costs and what burden it is, with the defaults filled in.
func costOf(m *models.Measure) (cost, burden float64) {
	cost = 1
	if m.Cost != nil {
		cost = *m.Cost
	}
	if m.Burden != nil {
		burden = *m.Burden
	}
	return cost, burden
}

// find lists the measures with an effect on attacks, in the model's order.
func (s *search) find() {
	g := s.pass.Graph()
	for i := range s.system.Measures {
		m := &s.system.Measures[i]
		id, there := g.MeasureByName(string(m.ID))
		if !there || !s.acts(id) {
			continue
		}
		c := candidate{id: id, measure: m}
		c.cost, c.burden = costOf(m)
		s.all = append(s.all, c)
		if c.open() {
			s.open = append(s.open, id)
		}
	}
}

// acts reports whether some rule instance is removed or hardened by the measure.
func (s *search) acts(id graph.MeasureID) bool {
	if s.acting == nil {
		g := s.pass.Graph()
		s.acting, s.removing = make([]bool, g.NumMeasures()), make([]bool, g.NumMeasures())
		for r := range graph.RuleID(g.NumRules()) {
			for _, m := range g.BlockedBy(r) {
				s.acting[m] = true
				s.removing[m] = s.removing[m] || s.pass.Case.RuleOf(r) != models.RuleIdle
			}
			for _, h := range g.HardenedBy(r) {
				s.acting[h.Measure] = true
			}
		}
	}
	return s.acting[id]
}

// onlyHardens reports whether a measure leaves an attacker every step: it hardens, or it can be overcome.
func (s *search) onlyHardens(id graph.MeasureID) bool { return s.acts(id) && !s.removing[id] }
