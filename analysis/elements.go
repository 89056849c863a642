package analysis

import "github.com/harmpath/harmpath/models"

// Element is what results say of an element of the model: what people call it and where it is written.
type Element struct {
	Name models.Text
	At   models.Place
	No   int // its place among the elements of its sort
}

// elements find the elements of a case by their ids: of each sort, by their places in the model.
type elements map[models.Sort]map[string]int32

// Element finds an element of the case. One that the model does not have is the zero Element.
func (p *Pass) Element(of models.Sort, id string) Element {
	entry := of.Entry()
	if p.elements[of] == nil {
		if p.elements == nil {
			p.elements = elements{}
		}
		p.elements[of] = map[string]int32{}
		for i, x := range entry.Items(p.Case.System) {
			p.elements[of][x.ID] = int32(i)
		}
	}
	place, there := p.elements[of][id]
	if !there {
		return Element{}
	}
	x := entry.Item(p.Case.System, int(place))
	if x.Name.Empty() {
		x.Name = models.Plain(id)
	}
	return Element{Name: x.Name, At: x.Origin.At, No: int(place)}
}
