package analysis

import "github.com/harmpath/harmpath/models"

// Element is what results say of an element of the model: what people call it and where it is written.
type Element struct {
	Name models.Text
	At   models.Place
	No   int // its place among the elements of its sort
}

// elements find the elements of a case by their ids: of each sort, by their places in the model.
type elements struct {
	system *models.System
	places map[models.SubjectType]map[string]int32
}

// Element finds an element of the case. One that the model does not have is the zero Element.
func (p *Pass) Element(of models.SubjectType, id string) Element {
	if p.elements.system == nil {
		p.elements = elements{p.Case.System, map[models.SubjectType]map[string]int32{}}
	}
	place, there := p.elements.of(of)[id]
	if !there {
		return Element{}
	}
	name, at := p.elements.told(of, int(place))
	if name.Empty() {
		name = models.Plain(id)
	}
	return Element{Name: name, At: at, No: int(place)}
}

// of returns the places of a sort of elements, which are listed at first use.
func (e *elements) of(sort models.SubjectType) map[string]int32 {
	if e.places[sort] == nil {
		e.places[sort] = e.list(sort)
	}
	return e.places[sort]
}

func (e *elements) list(sort models.SubjectType) map[string]int32 {
	s := e.system
	switch sort {
	case models.ComponentSubject:
		return placesOf(s.Components, func(e *models.Component) string { return string(e.ID) })
	case models.FlowSubject:
		return placesOf(s.Flows, func(e *models.Flow) string { return string(e.ID) })
	case models.DataSubject:
		return placesOf(s.Data, func(e *models.Data) string { return string(e.ID) })
	case models.SafeguardSubject:
		return placesOf(s.Safeguards, func(e *models.Safeguard) string { return string(e.ID) })
	case models.EffectSubject:
		return placesOf(s.Effects, func(e *models.Effect) string { return string(e.ID) })
	case models.ConditionSubject:
		return placesOf(s.Conditions, func(e *models.Condition) string { return string(e.ID) })
	case models.StakeholderSubject:
		return placesOf(s.Stakeholders, func(e *models.Stakeholder) string { return string(e.ID) })
	case models.MeasureSubject:
		return placesOf(s.Measures, func(e *models.Measure) string { return string(e.ID) })
	}
	return map[string]int32{}
}

func placesOf[E any](list []E, id func(*E) string) map[string]int32 {
	out := make(map[string]int32, len(list))
	for i := range list {
		out[id(&list[i])] = int32(i)
	}
	return out
}

// told returns what an element is called and where it is written.
func (e *elements) told(sort models.SubjectType, place int) (models.Text, models.Place) {
	s := e.system
	switch sort {
	case models.ComponentSubject:
		return s.Components[place].Name, s.Components[place].At
	case models.FlowSubject:
		return s.Flows[place].Name, s.Flows[place].At
	case models.DataSubject:
		return s.Data[place].Name, s.Data[place].At
	case models.SafeguardSubject:
		return s.Safeguards[place].Name, s.Safeguards[place].At
	case models.EffectSubject:
		return s.Effects[place].Name, s.Effects[place].At
	case models.ConditionSubject:
		return s.Conditions[place].Name, s.Conditions[place].At
	case models.StakeholderSubject:
		return s.Stakeholders[place].Name, s.Stakeholders[place].At
	}
	return s.Measures[place].Text, s.Measures[place].At
}
