package change

import (
	"maps"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Apply returns a copy of the system with the changes made, in their order. What is wrong with them comes back all at
// once, each at the place "argument".
func Apply(system *models.System, catalog *models.Catalog, changes []Change) (*models.System, error) {
	a := application{system: copied(system), catalog: catalog}
	for _, c := range changes {
		if err := a.apply(c); err != nil {
			a.problems = append(a.problems, models.Problem{
				At: models.Place{File: "argument"}, Path: c.Written, What: err.what, Remedy: err.remedy,
			})
		}
	}
	if len(a.problems) > 0 {
		return nil, a.problems
	}
	return a.system, nil
}

type application struct {
	system   *models.System
	catalog  *models.Catalog
	problems models.Problems
}

// refusal says why a change cannot be made and what to write instead.
type refusal struct{ what, remedy models.Message }

func (a *application) apply(c Change) *refusal {
	if set, there := settable[c.Type][c.Field]; there {
		known, done := set(a.system, c.ID, c.Value)
		switch {
		case !known:
			return a.unknown(c)
		case done != nil:
			return &refusal{what: models.MessageOf(done)}
		}
		return nil
	}
	return a.setProperty(c)
}

// oneOf is a type of elements with its article.
func oneOf(elements string) models.Message {
	switch {
	case elements == "data":
		return models.Messagef("a data item")
	case strings.IndexAny(elements, "aeiou") == 0:
		return models.Messagef("an %s", elements)
	}
	return models.Messagef("a %s", elements)
}

// setProperty sets a protective property of a component, flow or data item.
func (a *application) setProperty(c Change) *refusal {
	property := a.catalog.Property(models.PropertyID(c.Field))
	if property == nil || string(property.Of) != c.Type {
		return &refusal{models.Messagef("there is no field or property %s of %s", c.Field, oneOf(c.Type)), models.Meant(c.Field, a.fieldsOf(c.Type))}
	}
	resistance, err := models.ParseResistance(c.Value)
	if err != nil {
		return &refusal{what: models.MessageOf(err)}
	}
	properties := a.properties(c.Type, c.ID)
	if properties == nil {
		return a.unknown(c)
	}
	if *properties == nil {
		*properties = models.Properties{}
	}
	(*properties)[property.ID] = resistance
	return nil
}

func (a *application) properties(kind, id string) *models.Properties {
	switch kind {
	case "component":
		if e := find[models.Component](a.system, id); e != nil {
			return &e.Properties
		}
	case "dataflow":
		if e := find[models.Flow](a.system, id); e != nil {
			return &e.Properties
		}
	case "data":
		if e := find[models.Data](a.system, id); e != nil {
			return &e.Properties
		}
	}
	return nil
}

func (a *application) unknown(c Change) *refusal {
	return &refusal{models.Messagef("there is no %s %s", models.Foreign(c.Type), c.ID), models.Meant(c.ID, ids(a.system, c.Type))}
}

func (a *application) fieldsOf(kind string) []string {
	out := Fields(kind)
	for _, p := range a.catalog.Properties {
		if string(p.Of) == kind {
			out = append(out, string(p.ID))
		}
	}
	slices.Sort(out)
	return out
}

// copied returns a system whose changeable elements are its own.
func copied(s *models.System) *models.System {
	out := *s
	out.Components = slices.Clone(s.Components)
	for i := range out.Components {
		out.Components[i].Properties = maps.Clone(out.Components[i].Properties)
	}
	out.Stakeholders = slices.Clone(s.Stakeholders)
	out.Flows = slices.Clone(s.Flows)
	for i := range out.Flows {
		out.Flows[i].Properties = maps.Clone(out.Flows[i].Properties)
	}
	out.Data = slices.Clone(s.Data)
	for i := range out.Data {
		out.Data[i].Properties = maps.Clone(out.Data[i].Properties)
		if a := out.Data[i].Attributes; a != nil {
			own := *a
			out.Data[i].Attributes = &own
		}
	}
	out.Effects = slices.Clone(s.Effects)
	for i, e := range out.Effects {
		if e.Economic != nil {
			impact := *e.Economic
			out.Effects[i].Economic = &impact
		}
		if e.Harm != nil {
			harm := *e.Harm
			out.Effects[i].Harm = &harm
		}
	}
	out.Dependencies = slices.Clone(s.Dependencies)
	out.Events = slices.Clone(s.Events)
	out.Conditions = slices.Clone(s.Conditions)
	out.Safeguards = slices.Clone(s.Safeguards)
	out.Measures = slices.Clone(s.Measures)
	out.Attackers = slices.Clone(s.Attackers)
	return &out
}
