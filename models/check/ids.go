package check

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// ids checks that the ids of the elements are well-formed, and that no two elements of a sort share one.
func (c *checker) ids() {
	s, k := c.system, &c.known
	distinct(c, "stakeholders", s.Stakeholders, k.stakeholders, func(e *models.Stakeholder) models.Place { return e.At })
	distinct(c, "trust_zones", s.Zones, k.zones, func(e *models.Zone) models.Place { return e.At })
	distinct(c, "components", s.Components, k.components, func(e *models.Component) models.Place { return e.At })
	distinct(c, "dataflows", s.Flows, k.flows, func(e *models.Flow) models.Place { return e.At })
	distinct(c, "data", s.Data, k.data, func(e *models.Data) models.Place { return e.At })
	distinct(c, "fields", s.Fields, k.fields, func(e *models.Field) models.Place { return e.At })
	distinct(c, "events", s.Events, k.events, func(e *models.Event) models.Place { return e.At })
	distinct(c, "dependencies", s.Dependencies, k.dependencies, func(e *models.Dependency) models.Place { return e.At })
	distinct(c, "conditions", s.Conditions, k.conditions, func(e *models.Condition) models.Place { return e.At })
	distinct(c, "effects", s.Effects, k.effects, func(e *models.Effect) models.Place { return e.At })
	distinct(c, "safeguards", s.Safeguards, k.safeguards, func(e *models.Safeguard) models.Place { return e.At })
	distinct(c, "measures", s.Measures, k.measures, func(e *models.Measure) models.Place { return e.At })
	distinct(c, "assumptions", s.Assumptions, k.assumptions, func(e *models.Assumption) models.Place { return e.At })
	distinct(c, "sources", s.Sources, k.sources, func(e *models.Citation) models.Place { return e.At })
	c.distinctProfiles()
}

// distinct checks the ids of one list.
func distinct[T any](c *checker, list string, elements []T, known *ids, at func(*T) models.Place) {
	for i, id := range known.order {
		e := element{at: at(&elements[i]), list: list, index: i}
		c.id(e, id)
		if first := known.index[id]; first < i && id != "" {
			c.twice(e, known.noun, id, at(&elements[first]))
		}
	}
}

// distinctProfiles checks the ids of attackers and initiators, which stand in two lists.
func (c *checker) distinctProfiles() {
	profiles, known := allProfiles(c.system), c.known.profiles
	for i, id := range known.order {
		e := c.profileAt(i, profiles[i].At)
		c.id(e, id)
		if first := known.index[id]; first < i && id != "" {
			c.twice(e, known.noun, id, profiles[first].At)
		}
	}
}

// twice reports an id that another element has, too.
func (c *checker) twice(e element, noun, id string, first models.Place) {
	remedy := "give one of them another id"
	if first.Line > 0 {
		remedy += fmt.Sprintf("; the first is at %s", first)
	}
	c.report(e, "id", fmt.Sprintf("another %s has the id %s", noun, quote(id)), remedy)
}
