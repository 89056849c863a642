package ground

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// index finds elements of the system by their ids, and what rules ask of them by the numbers of these.
type index struct {
	flows        map[models.FlowID]*models.Flow
	data         map[models.DataID]*models.Data
	dependencies map[models.DependencyID]*models.Dependency
	safeguards   map[models.SafeguardID]*models.Safeguard
	guards       map[string][]int // what safeguards guard → their places in the system

	// By the numbers of their ids, the places of components and flows in the system.
	componentAt, flowAt []int32

	symbols    *symbols
	properties map[models.PropertyID]int
	listed     []models.Property   // the catalog's
	stated     []models.Resistance // by the number of the element's id, then by property
}

func newIndex(s *models.System, c *models.Catalog, numbers *symbols) *index {
	ix := &index{
		flows:        byID(s.Flows, func(e *models.Flow) models.FlowID { return e.ID }),
		data:         byID(s.Data, func(e *models.Data) models.DataID { return e.ID }),
		dependencies: byID(s.Dependencies, func(e *models.Dependency) models.DependencyID { return e.ID }),
		safeguards:   byID(s.Safeguards, func(e *models.Safeguard) models.SafeguardID { return e.ID }),
		guards:       map[string][]int{},
		symbols:      numbers,
		properties:   map[models.PropertyID]int{},
		listed:       c.Properties,
	}
	for i := range s.Safeguards {
		for _, target := range s.Safeguards[i].Guards {
			ix.guards[target] = append(ix.guards[target], i)
		}
	}
	for i := range c.Properties {
		ix.properties[c.Properties[i].ID] = i
	}
	for i := range s.Components {
		n := ix.state(string(s.Components[i].ID), s.Components[i].Properties)
		ix.componentAt = at(ix.componentAt, n, i)
	}
	for i := range s.Flows {
		n := ix.state(string(s.Flows[i].ID), s.Flows[i].Properties)
		ix.flowAt = at(ix.flowAt, n, i)
	}
	for i := range s.Data {
		ix.state(string(s.Data[i].ID), s.Data[i].Properties)
	}
	return ix
}

func byID[K comparable, E any](elements []E, id func(*E) K) map[K]*E {
	out := make(map[K]*E, len(elements))
	for i := range elements {
		out[id(&elements[i])] = &elements[i]
	}
	return out
}

// state takes down what the model states of an element's protection, and returns the number of its id. Elements of different sorts may share an id, but
// no property is one of several sorts.
func (ix *index) state(id string, known models.Properties) (number int32) {
	number = ix.symbols.of(id)
	at := int(number) * len(ix.properties)
	if end := at + len(ix.properties); end > len(ix.stated) {
		ix.stated = append(ix.stated, make([]models.Resistance, end-len(ix.stated))...)
	}
	for p, resistance := range known {
		if i, listed := ix.properties[p]; listed {
			ix.stated[at+i] = ix.listed[i].Resistance(resistance)
		}
	}
	return number
}

// at takes down the place of the element with a number.
func at(places []int32, number int32, place int) []int32 {
	if int(number) >= len(places) {
		places = append(places, make([]int32, int(number)+1-len(places))...)
	}
	places[number] = int32(place)
	return places
}

// resistance returns what the model states of a property of an element: never Given, but what that withstands.
func (ix *index) resistance(element int32, property int) models.Resistance {
	if at := int(element)*len(ix.properties) + property; at < len(ix.stated) {
		return ix.stated[at]
	}
	return models.NotStated
}

// guarding returns the safeguards that guard one of some targets, by their places in the system, ascending.
func (ix *index) guarding(targets ...string) []int {
	var out []int
	for _, t := range targets {
		out = append(out, ix.guards[t]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
