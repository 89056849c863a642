package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// origins checks that what elements call inferred are fields of theirs.
func (c *checker) origins() {
	s := c.system
	inferred(c, "stakeholders", s.Stakeholders, func(e *models.Stakeholder) models.Origin { return e.Origin })
	inferred(c, "trust_zones", s.Zones, func(e *models.Zone) models.Origin { return e.Origin })
	inferred(c, "components", s.Components, func(e *models.Component) models.Origin { return e.Origin })
	inferred(c, "dataflows", s.Flows, func(e *models.Flow) models.Origin { return e.Origin })
	inferred(c, "data", s.Data, func(e *models.Data) models.Origin { return e.Origin })
	inferred(c, "fields", s.Fields, func(e *models.Field) models.Origin { return e.Origin })
	inferred(c, "events", s.Events, func(e *models.Event) models.Origin { return e.Origin })
	inferred(c, "dependencies", s.Dependencies, func(e *models.Dependency) models.Origin { return e.Origin })
	inferred(c, "conditions", s.Conditions, func(e *models.Condition) models.Origin { return e.Origin })
	inferred(c, "effects", s.Effects, func(e *models.Effect) models.Origin { return e.Origin })
	inferred(c, "safeguards", s.Safeguards, func(e *models.Safeguard) models.Origin { return e.Origin })
	inferred(c, "attackers", s.Attackers, func(e *models.Profile) models.Origin { return e.Origin })
	inferred(c, "initiators", s.Initiators, func(e *models.Profile) models.Origin { return e.Origin })
	inferred(c, "measures", s.Measures, func(e *models.Measure) models.Origin { return e.Origin })
	inferred(c, "assumptions", s.Assumptions, func(e *models.Assumption) models.Origin { return e.Origin })
}

// inferred checks one list of elements.
func inferred[E any](c *checker, list string, elements []E, origin func(*E) models.Origin) {
	fields, former := fieldsOf(reflect.TypeFor[E]())
	for i := range elements {
		o := origin(&elements[i])
		for j, name := range o.Fields {
			if !slices.Contains(fields, name) && !slices.Contains(former, name) {
				c.report(element{at: o.At, list: list, index: i}, fmt.Sprintf("inferred[%d]", j),
					"there is no field "+name+" here", models.Meant(name, fields))
			}
		}
	}
}

// fieldsOf returns the names of a type's own fields, as in files, with those of embedded types, and the former names of
// fields. It recurses over the types of models.
func fieldsOf(t reflect.Type) (out, former []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type != reflect.TypeFor[models.Origin]() {
			embedded, before := fieldsOf(f.Type)
			out, former = append(out, embedded...), append(former, before...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" && name != "id" {
			out = append(out, name)
		}
		if before := f.Tag.Get("former"); before != "" {
			former = append(former, before)
		}
	}
	return out, former
}
