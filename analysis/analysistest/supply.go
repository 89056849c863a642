package analysistest

import "github.com/harmpath/harmpath/models"

// supply tells what a result says of parts with known vulnerabilities and of the time that SBOMs save.
func (s *statements) supply(chain *models.SupplyChain) {
	if chain == nil {
		return
	}
	for _, p := range chain.Parts {
		for _, v := range p.Vulnerabilities {
			s.say("known", p.Component, v.ID, v.Status)
		}
	}
	for i := range chain.Exposures {
		e := &chain.Exposures[i]
		for _, l := range []struct {
			name string
			plan *models.Timeline
		}{{"without", &e.Without}, {"stated", e.Stated}, {"with", &e.With}} {
			if l.plan != nil {
				s.say("exposed", e.Part, e.Product, l.name, span(l.plan.Mitigated), span(l.plan.Fixed))
			}
		}
		for _, w := range e.Waits {
			s.say("waits", w.Component, w.Stakeholder, models.SpanOf(w.Without), models.SpanOf(w.With), models.SpanOf(w.Serial))
		}
	}
}

// span is a time; a lower bound has a + behind it.
func span(f models.Figure) string {
	if f.Value != nil {
		return string(models.SpanOf(int(*f.Value)))
	}
	return string(models.SpanOf(int(*f.Lower))) + "+"
}
