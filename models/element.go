package models

// ElementType is the sort of an element of a case, as in the sections of the model.
type ElementType string

// The sorts of elements, in the order of the model's sections.
const (
	StakeholderElement ElementType = "stakeholder"
	ZoneElement        ElementType = "trust_zone"
	ComponentElement   ElementType = "component"
	FlowElement        ElementType = "dataflow"
	DataElement        ElementType = "data"
	FieldElement       ElementType = "field"
	EventElement       ElementType = "event"
	DependencyElement  ElementType = "dependency"
	ConditionElement   ElementType = "condition"
	EffectElement      ElementType = "effect"
	SafeguardElement   ElementType = "safeguard"
	ProfileElement     ElementType = "profile" // an attacker or a non-malicious initiator
	MeasureElement     ElementType = "measure"
)

// Element is what is said of an element wherever it is named.
type Element struct {
	Type ElementType `json:"type"`
	ID   string      `json:"id"`
	Name Text        `json:"name,omitzero"` // empty where it has none
}

// ElementPlace is where an element is written in the user's files.
type ElementPlace struct {
	Type ElementType `json:"type"`
	ID   string      `json:"id"`
	Place
}

// Elements lists the elements of the case in the order of the model's sections.
func (s *System) Elements() []Element {
	var out []Element
	s.each(func(e Element, _ *Place) { out = append(out, e) })
	return out
}

// Places lists where the elements of the case are written, as far as that is known.
func (s *System) Places() []ElementPlace {
	var out []ElementPlace
	s.each(func(e Element, at *Place) {
		if *at != (Place{}) {
			out = append(out, ElementPlace{e.Type, e.ID, *at})
		}
	})
	return out
}

// Locate says where the elements are written: it undoes what a file of a result leaves out.
func (s *System) Locate(places []ElementPlace) {
	type key struct {
		sort ElementType
		id   string
	}
	known := make(map[key]Place, len(places))
	for _, p := range places {
		known[key{p.Type, p.ID}] = p.Place
	}
	s.each(func(e Element, at *Place) {
		if place, there := known[key{e.Type, e.ID}]; there {
			*at = place
		}
	})
}

// each visits the elements in the order of the model's sections, each with its place.
func (s *System) each(visit func(e Element, at *Place)) {
	for i := range s.Stakeholders {
		e := &s.Stakeholders[i]
		visit(Element{StakeholderElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Zones {
		e := &s.Zones[i]
		visit(Element{ZoneElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Components {
		e := &s.Components[i]
		visit(Element{ComponentElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Flows {
		e := &s.Flows[i]
		visit(Element{FlowElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Data {
		e := &s.Data[i]
		visit(Element{DataElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Fields {
		e := &s.Fields[i]
		visit(Element{FieldElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Events {
		e := &s.Events[i]
		visit(Element{EventElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Dependencies {
		e := &s.Dependencies[i]
		visit(Element{DependencyElement, string(e.ID), Text{}}, &e.At)
	}
	for i := range s.Conditions {
		e := &s.Conditions[i]
		visit(Element{ConditionElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Effects {
		e := &s.Effects[i]
		visit(Element{EffectElement, string(e.ID), e.Name}, &e.At)
	}
	for i := range s.Safeguards {
		e := &s.Safeguards[i]
		visit(Element{SafeguardElement, string(e.ID), e.Name}, &e.At)
	}
	for _, list := range [][]Profile{s.Attackers, s.Initiators} {
		for i := range list {
			visit(Element{ProfileElement, string(list[i].ID), list[i].Name}, &list[i].At)
		}
	}
	for i := range s.Measures {
		e := &s.Measures[i]
		visit(Element{MeasureElement, string(e.ID), e.Text}, &e.At)
	}
}
