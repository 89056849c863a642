package build

import "github.com/harmpath/harmpath/models"

// index finds elements of the system by their ids.
type index struct {
	components   map[models.ComponentID]*models.Component
	flows        map[models.FlowID]*models.Flow
	data         map[models.DataID]*models.Data
	dependencies map[models.DependencyID]*models.Dependency
	safeguards   map[models.SafeguardID]*models.Safeguard
}

func newIndex(s *models.System) *index {
	return &index{
		components:   byID(s.Components, func(e *models.Component) models.ComponentID { return e.ID }),
		flows:        byID(s.Flows, func(e *models.Flow) models.FlowID { return e.ID }),
		data:         byID(s.Data, func(e *models.Data) models.DataID { return e.ID }),
		dependencies: byID(s.Dependencies, func(e *models.Dependency) models.DependencyID { return e.ID }),
		safeguards:   byID(s.Safeguards, func(e *models.Safeguard) models.SafeguardID { return e.ID }),
	}
}

func byID[K comparable, E any](elements []E, id func(*E) K) map[K]*E {
	out := make(map[K]*E, len(elements))
	for i := range elements {
		out[id(&elements[i])] = &elements[i]
	}
	return out
}

// propertiesOf returns what the model states of an element's protection.
func (ix *index) propertiesOf(t models.SubjectType, id string) models.Properties {
	switch t {
	case models.ComponentSubject:
		return ix.components[models.ComponentID(id)].Properties
	case models.FlowSubject:
		return ix.flows[models.FlowID(id)].Properties
	case models.DataSubject:
		return ix.data[models.DataID(id)].Properties
	}
	return nil
}
