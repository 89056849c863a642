package ground

import (
	"errors"
	"fmt"

	digraph "github.com/dominikbraun/graph"

	"github.com/harmpath/harmpath/models"
)

// View is the system view: the components and, between neighbours on a flow's way, its legs. The library keeps one
// edge for a pair, so that parallel legs ride together on it.
type View struct {
	digraph.Graph[models.ComponentID, *models.Component]
}

// Leg is one hop of a flow, from one node of its way to the next.
type Leg struct {
	Flow models.FlowID
	Hop  int // 0 for the first
}

// Legs returns the legs from one component to another, in the order of the model's flows.
func (v *View) Legs(from, to models.ComponentID) []Leg {
	e, err := v.Edge(from, to)
	if err != nil {
		return nil
	}
	return *e.Properties.Data.(*[]Leg)
}

func newView(s *models.System) (*View, error) {
	v := &View{digraph.New(func(c *models.Component) models.ComponentID { return c.ID }, digraph.Directed())}
	for i := range s.Components {
		if err := v.AddVertex(&s.Components[i]); err != nil {
			return nil, fmt.Errorf("component %s: %w", s.Components[i].ID, err)
		}
	}
	for _, f := range s.Flows {
		way := f.Way()
		for hop := range len(way) - 1 {
			if err := v.addLeg(way[hop], way[hop+1], Leg{f.ID, hop}); err != nil {
				return nil, fmt.Errorf("flow %s: %w", f.ID, err)
			}
		}
	}
	return v, nil
}

func (v *View) addLeg(from, to models.ComponentID, leg Leg) error {
	err := v.AddEdge(from, to, digraph.EdgeData(&[]Leg{leg}))
	if !errors.Is(err, digraph.ErrEdgeAlreadyExists) {
		return err
	}
	e, err := v.Edge(from, to)
	if err != nil {
		return err
	}
	legs := e.Properties.Data.(*[]Leg)
	*legs = append(*legs, leg)
	return nil
}
