package topology

import (
	"sync"

	"github.com/harmpath/harmpath/models"
)

// View is a system as graphs. Each is built when it is first asked for. A view is safe for concurrent use, unless it is
// added to.
type View struct {
	System     *models.System
	components *vertices[models.ComponentID]
	placeOf    []int // vertex → the component's place in the system

	attached func() *relation[models.ComponentID] // component → network that it states
	parts    func() *relation[models.ComponentID] // component → what is directly built into it
	legs     func() *relation[models.ComponentID] // from one node of a flow's way to the next, with []Leg
	around   func() *relation[models.ZoneID]      // zone → the zone around it
}

// New returns the view of a system.
func New(system *models.System) *View {
	v := &View{System: system, components: newVertices[models.ComponentID](len(system.Components))}
	for i := range system.Components {
		v.AddComponent(i)
	}
	v.attached, v.parts = sync.OnceValue(v.attach), sync.OnceValue(v.contain)
	v.legs, v.around = sync.OnceValue(v.follow), sync.OnceValue(v.nest)
	return v
}

// AddComponent adds the component at a place of the system that the system got after the view.
func (v *View) AddComponent(place int) {
	if v.components.add(v.System.Components[place].ID) {
		v.placeOf = append(v.placeOf, place)
	}
}

// Place returns the place of a component in the system.
func (v *View) Place(id models.ComponentID) (place int, known bool) {
	at, known := v.components.places[id]
	if !known {
		return 0, false
	}
	return v.placeOf[at], true
}

// Component returns a component; nil: the system has none of this id.
func (v *View) Component(id models.ComponentID) *models.Component {
	if place, known := v.Place(id); known {
		return &v.System.Components[place]
	}
	return nil
}

// Joined tells whether anything stands beside a component: a network or what is attached to it, a part or what it is
// built into, or the next on the way of a flow.
func (v *View) Joined(id models.ComponentID) bool {
	for _, r := range []*relation[models.ComponentID]{v.attached(), v.parts(), v.legs()} {
		if len(r.next(id))+len(r.back(id)) > 0 {
			return true
		}
	}
	return false
}

// attach reads the networks that components state.
func (v *View) attach() *relation[models.ComponentID] {
	out := newRelation(v.components)
	for i := range v.System.Components {
		c := &v.System.Components[i]
		for _, network := range c.On {
			out.add(c.ID, network)
		}
	}
	return out
}

// Networks lists the networks that a component states.
func (v *View) Networks(id models.ComponentID) []models.ComponentID { return v.attached().next(id) }

// Shared returns the first network that both components state; "": there is none.
func (v *View) Shared(a, b models.ComponentID) models.ComponentID {
	for _, network := range v.Networks(a) {
		if v.attached().has(b, network) {
			return network
		}
	}
	return ""
}
