package compliance

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// measures finds the measures in force that meet the requirement, or a part of it, by what they use of the catalog.
func (e *examination) measures(r *models.SchemeRequirement, out *models.RequirementResult) {
	for i := range e.pass.Case.System.Measures {
		m := &e.pass.Case.System.Measures[i]
		if m.Placeholder || !m.Status.InForce() || !e.scope.touches(m) {
			continue
		}
		whole, part := e.speaksOf(r, m)
		switch {
		case whole:
			out.Measures = append(out.Measures, m.ID)
		case part:
			out.Partly = append(out.Partly, m.ID)
		}
	}
}

// speaksOf reports whether a measure meets a requirement whole or in part: by the measure of the catalog that it, or one
// that it puts into practice, uses, or in part by the catalog's requirement that it meets.
func (e *examination) speaksOf(r *models.SchemeRequirement, m *models.Measure) (whole, part bool) {
	used := []models.MeasureID{m.Uses}
	for _, other := range e.pass.Case.System.Measures {
		if slices.Contains(m.Adapts, other.ID) {
			used = append(used, other.Uses)
		}
	}
	names := func(list []models.MeasureID) bool {
		return slices.ContainsFunc(used, func(id models.MeasureID) bool { return slices.Contains(list, id) })
	}
	return names(r.Measures), names(r.Partly) || m.Requires != "" && slices.Contains(r.Requirements, m.Requires)
}

// properties looks where the properties that meet the requirement hold: as the model states, or by measures in force.
func (e *examination) properties(r *models.SchemeRequirement, out *models.RequirementResult) {
	for _, id := range r.Properties {
		property := e.pass.Case.Catalog.Property(id)
		holds := []models.PropertyHold{}
		lacks := []models.PropertyLack{}
		for _, subject := range e.places.of[id] {
			if !e.scope.inside(r, property.Of, subject) {
				continue
			}
			stated := e.stated(property.Of, subject, property)
			by := e.providers(property, subject, models.Status.InForce)
			if stated.Protects() || len(by) > 0 {
				if stated.Protects() {
					by = nil
				}
				holds = addHold(holds, property, subject, by)
				continue
			}
			lacks = addLack(lacks, property, subject, !stated.Stated())
		}
		out.Holds, out.Lacks = append(out.Holds, holds...), append(out.Lacks, lacks...)
	}
}

// addHold puts an element to those where the property holds for the same reason.
func addHold(list []models.PropertyHold, p *models.Property, subject string, by []models.MeasureID) []models.PropertyHold {
	for i := range list {
		if slices.Equal(list[i].By, by) {
			list[i].Subjects = append(list[i].Subjects, subject)
			return list
		}
	}
	return append(list, models.PropertyHold{Property: p.ID, Of: p.Of, Subjects: []string{subject}, By: by})
}

func addLack(list []models.PropertyLack, p *models.Property, subject string, unknown bool) []models.PropertyLack {
	for i := range list {
		if list[i].Unknown == unknown {
			list[i].Subjects = append(list[i].Subjects, subject)
			return list
		}
	}
	return append(list, models.PropertyLack{Property: p.ID, Of: p.Of, Subjects: []string{subject}, Unknown: unknown})
}

// stated is what the model says of a property of an element.
func (e *examination) stated(of models.Sort, id string, p *models.Property) models.Resistance {
	s, no := e.pass.Case.System, e.pass.Element(of, id).No
	switch of {
	case models.ComponentSort:
		return p.Says(s.Components[no].Properties)
	case models.FlowSort:
		return p.Says(s.Flows[no].Properties)
	}
	return p.Says(s.Data[no].Properties)
}

// providers returns the measures of some decisions that make a property true of an element.
func (e *examination) providers(p *models.Property, subject string, decided func(models.Status) bool) []models.MeasureID {
	var out []models.MeasureID
	for i := range e.pass.Case.System.Measures {
		m := &e.pass.Case.System.Measures[i]
		if !m.Placeholder && decided(m.Status) && slices.Contains(m.Provides, p.ID) && slices.Contains(m.AppliesTo, subject) {
			out = append(out, m.ID)
		}
	}
	return out
}

// candidates finds the measures that are not decided on and that would meet the requirement or a part of it.
func (e *examination) candidates(r *models.SchemeRequirement, out *models.RequirementResult) {
	undecided := func(s models.Status) bool { return s == "" || s == models.Candidate }
	var helping []models.MeasureID
	for _, lack := range out.Lacks {
		for _, subject := range lack.Subjects {
			helping = append(helping, e.providers(e.pass.Case.Catalog.Property(lack.Property), subject, undecided)...)
		}
	}
	for i := range e.pass.Case.System.Measures {
		m := &e.pass.Case.System.Measures[i]
		if m.Placeholder || !undecided(m.Status) || !e.scope.touches(m) {
			continue
		}
		whole, part := e.speaksOf(r, m)
		if whole || part || slices.Contains(helping, m.ID) {
			out.Candidates = append(out.Candidates, m.ID)
		}
	}
}
