package analysis

import "github.com/harmpath/harmpath/models"

// Element is what results say of an element of the model: what people call it and where it is written.
type Element struct {
	Name models.Text
	At   models.Place
	No   int // its place among the elements of its sort
}

type elementKey struct {
	of models.SubjectType
	id string
}

// Element finds an element of the case. One that the model does not have is the zero Element.
func (p *Pass) Element(of models.SubjectType, id string) Element {
	if p.elements == nil {
		p.elements = elementsOf(p.Case.System)
	}
	return p.elements[elementKey{of, id}]
}

func elementsOf(s *models.System) map[elementKey]Element {
	out := make(map[elementKey]Element, len(s.Components)+len(s.Flows)+len(s.Data)+len(s.Effects))
	put := func(of models.SubjectType, no int, id string, name models.Text, at models.Place) {
		if name.Empty() {
			name = models.Plain(id)
		}
		out[elementKey{of, id}] = Element{Name: name, At: at, No: no}
	}
	for i, e := range s.Components {
		put(models.ComponentSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Flows {
		put(models.FlowSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Data {
		put(models.DataSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Safeguards {
		put(models.SafeguardSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Effects {
		put(models.EffectSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Conditions {
		put(models.ConditionSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Stakeholders {
		put(models.StakeholderSubject, i, string(e.ID), e.Name, e.At)
	}
	for i, e := range s.Measures {
		put(models.MeasureSubject, i, string(e.ID), e.Text, e.At)
	}
	return out
}
