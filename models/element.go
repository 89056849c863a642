package models

// Element is what is said of an element wherever it is named.
type Element struct {
	Type Sort   `json:"type"`
	ID   string `json:"id"`
	Name Text   `json:"name,omitzero"` // empty where it has none
}

// ElementPlace is where an element is written in the user's files.
type ElementPlace struct {
	Type Sort   `json:"type"`
	ID   string `json:"id"`
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
		sort Sort
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
	for i := range sorts {
		if sorts[i].Aside {
			continue
		}
		for _, x := range sorts[i].Items(s) {
			visit(Element{sorts[i].Sort, x.ID, x.Name}, &x.Origin.At)
		}
	}
}
