package measures

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// choice tells a set of candidates and what it brings about.
func (s *search) choice(set []graph.MeasureID) *models.Choice {
	then := s.with(set...)
	out := &models.Choice{Measures: []models.MeasureID{}, Levels: then.levels().Point(), Published: then.published().Point()}
	for i := range s.all {
		if c := &s.all[i]; slices.Contains(set, c.id) {
			out.Measures = append(out.Measures, c.measure.ID)
			out.Cost += c.cost
			out.Shares = share(out.Shares, c)
		}
	}
	slices.SortStableFunc(out.Shares, func(a, b models.Share) int { return s.rank(a.Stakeholder) - s.rank(b.Stakeholder) })
	out.Stops = s.pass.EffectIDs(func(e int) bool { return s.now.reached(e) && !then.reached(e) })
	out.Remains = s.pass.EffectIDs(then.reached)
	return out
}

// share adds a measure to what is asked of its stakeholder.
func share(list []models.Share, c *candidate) []models.Share {
	at := slices.IndexFunc(list, func(x models.Share) bool { return x.Stakeholder == c.measure.Stakeholder })
	if at < 0 {
		at = len(list)
		list = append(list, models.Share{Stakeholder: c.measure.Stakeholder})
	}
	list[at].Measures = append(list[at].Measures, c.measure.ID)
	list[at].Cost += c.cost
	list[at].Burden += c.burden
	return list
}

// rank is a stakeholder's place in the model; nobody comes last.
func (s *search) rank(id models.StakeholderID) int {
	at := slices.IndexFunc(s.system.Stakeholders, func(p models.Stakeholder) bool { return p.ID == id })
	if at < 0 {
		return len(s.system.Stakeholders)
	}
	return at
}
