package review

import "github.com/harmpath/harmpath/models"

// measureWithoutStakeholder finds measures that are nobody's task.
func measureWithoutStakeholder(r *report) {
	for _, m := range r.system.Measures {
		if !m.Placeholder && m.Status != models.Rejected && m.Stakeholder == "" {
			r.add(m.At, r.measure(&m))
		}
	}
}

// decisionWithoutReason finds decisions whose reason is not told.
func decisionWithoutReason(r *report) {
	for _, m := range r.system.Measures {
		decided := m.Status == models.Adopted || m.Status == models.Adapted || m.Status == models.Rejected
		if decided && !m.Placeholder && m.Reason.Empty() {
			r.add(m.At, r.measure(&m))
		}
	}
}

// overcomeWithoutStep finds measures that say how they are overcome and remove no step.
func overcomeWithoutStep(r *report) {
	for _, m := range r.system.Measures {
		if m.OvercomeBy != nil && len(m.Blocks) == 0 && len(m.Provides) > 0 {
			r.add(m.At, r.measure(&m))
		}
	}
}

// measure returns a measure as a subject: by its text, else by that of the catalog's entry that it uses.
func (r *report) measure(m *models.Measure) subject {
	text := m.Text
	if e := r.catalog.Measure(m.Uses); e != nil && text.Empty() {
		text = e.Text
	}
	return subject{string(m.ID), named(text, string(m.ID))}
}
