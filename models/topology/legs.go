package topology

import (
	"cmp"
	"slices"

	digraph "github.com/dominikbraun/graph"

	"github.com/harmpath/harmpath/models"
)

// Leg is one hop of a flow, from one node of its way to the next.
type Leg struct {
	Flow     *models.Flow
	Hop      int // 0 for the first
	From, To models.ComponentID

	place int // of the flow in the system
}

// First tells whether the flow begins with the leg.
func (l Leg) First() bool { return l.Hop == 0 }

// Last tells whether the flow ends with the leg.
func (l Leg) Last() bool { return l.Hop == len(l.Flow.Via) }

// follow reads the legs of all flows. Parallel ones ride together.
func (v *View) follow() *relation[models.ComponentID] {
	out := newRelation(v.components)
	for i := range v.System.Flows {
		f := &v.System.Flows[i]
		for hop, from := 0, f.From; hop <= len(f.Via); hop++ {
			to := f.To
			if hop < len(f.Via) {
				to = f.Via[hop]
			}
			leg := Leg{Flow: f, Hop: hop, From: from, To: to, place: i}
			if edge, err := out.rows.Edge(from, to); err == nil {
				legs := edge.Properties.Data.(*[]Leg)
				*legs = append(*legs, leg)
			} else {
				out.add(from, to, digraph.EdgeData(&[]Leg{leg}))
			}
			from = to
		}
	}
	return out
}

// Legs lists the legs from one component to another, in the order of the flows.
func (v *View) Legs(from, to models.ComponentID) []Leg {
	edge, err := v.legs().rows.Edge(from, to)
	if err != nil {
		return nil
	}
	return *edge.Properties.Data.(*[]Leg)
}

// LegsFrom lists the legs that leave a component, in the order of the flows.
func (v *View) LegsFrom(id models.ComponentID) []Leg {
	var out []Leg
	for _, to := range v.legs().next(id) {
		out = append(out, v.Legs(id, to)...)
	}
	return inOrder(out)
}

// LegsInto lists the legs that come into a component, in the order of the flows.
func (v *View) LegsInto(id models.ComponentID) []Leg {
	var out []Leg
	for _, from := range v.legs().back(id) {
		out = append(out, v.Legs(from, id)...)
	}
	return inOrder(out)
}

func inOrder(legs []Leg) []Leg {
	slices.SortFunc(legs, func(a, b Leg) int { return cmp.Or(a.place-b.place, a.Hop-b.Hop) })
	return legs
}

// FlowsInto lists the flows that end at a component.
func (v *View) FlowsInto(id models.ComponentID) []*models.Flow {
	return flowsOf(v.LegsInto(id), Leg.Last)
}

// FlowsAt lists the flows that begin or end at a component.
func (v *View) FlowsAt(id models.ComponentID) []*models.Flow {
	ends := slices.Concat(slices.DeleteFunc(v.LegsFrom(id), not(Leg.First)), slices.DeleteFunc(v.LegsInto(id), not(Leg.Last)))
	return flowsOf(inOrder(ends), func(Leg) bool { return true })
}

func not(is func(Leg) bool) func(Leg) bool { return func(l Leg) bool { return !is(l) } }

func flowsOf(legs []Leg, wanted func(Leg) bool) []*models.Flow {
	var out []*models.Flow
	for _, l := range legs {
		if wanted(l) {
			out = append(out, l.Flow)
		}
	}
	return out
}
