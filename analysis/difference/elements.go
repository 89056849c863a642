package difference

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// element is one element of a model in a form that can be compared field by field.
type element struct {
	kind, id string
	name     models.Text
	at       models.Place
	fields   []field
}

type field struct{ path, value string }

// elementKey tells elements apart.
type elementKey struct{ kind, id string }

// elements compares two models element by element.
func elements(before, after *models.System) []models.ElementChange {
	key := func(e *element) elementKey { return elementKey{e.kind, e.id} }
	old, now := listed(before), listed(after)
	was, is := indexed(old, key), indexed(now, key)
	var out []models.ElementChange
	for _, k := range joined(old, now, key) {
		a, b := was[k], is[k]
		e := one(b, a)
		change := models.ElementChange{Type: k.kind, ID: k.id, Name: e.name, At: e.at}
		if turn, turned := turnOf(a != nil, b != nil); turned {
			change.Turn = turn
			out = append(out, change)
			continue
		}
		change.Turn, change.Fields = models.Changed, fieldChanges(a.fields, b.fields)
		if len(change.Fields) > 0 {
			out = append(out, change)
		}
	}
	return out
}

func fieldChanges(before, after []field) []models.FieldChange {
	key := func(f *field) string { return f.path }
	was, is := indexed(before, key), indexed(after, key)
	paths := joined(before, after, key)
	slices.Sort(paths)
	var out []models.FieldChange
	for _, p := range paths {
		change := models.FieldChange{Field: p}
		if f := was[p]; f != nil {
			change.Old = f.value
		}
		if f := is[p]; f != nil {
			change.New = f.value
		}
		if change.Old != change.New {
			out = append(out, change)
		}
	}
	return out
}

// listed returns the elements of a model in the order of its sections, the policies first.
func listed(s *models.System) []element {
	out := []element{{kind: string(models.PolicySort), id: "policies", at: s.At, fields: fieldsOf(s.Policies)}}
	for _, sort := range models.Sorts() {
		if sort.Aside {
			continue
		}
		for _, x := range sort.Items(s) {
			out = append(out, element{kind: string(sort.Sort), id: x.ID, name: x.Name, at: x.Origin.At, fields: fieldsOf(x.Value)})
		}
	}
	return out
}

// fieldsOf returns the stated fields of an element, properties one by one. Every element is a plain value that
// encodes.
func fieldsOf(value any) []field {
	encoded, err := json.Marshal(value)
	if err != nil {
		panic("difference: an element does not encode: " + err.Error())
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(encoded, &members); err != nil {
		panic("difference: an element is no object: " + err.Error())
	}
	var out []field
	for name, raw := range members {
		var properties map[string]json.RawMessage
		if name == "properties" && json.Unmarshal(raw, &properties) == nil {
			for property, truth := range properties {
				out = append(out, field{name + "." + property, string(truth)})
			}
			continue
		}
		out = append(out, field{name, string(bytes.TrimSpace(raw))})
	}
	slices.SortFunc(out, func(a, b field) int { return strings.Compare(a.path, b.path) })
	return out
}

// placeOf returns where an element stands: in the new model, or in the old one where it is gone.
func (c *comparison) placeOf(sort models.Sort, id string) models.Place {
	if c.places == nil {
		c.places = map[elementName]models.Place{}
		for _, s := range []side{c.old, c.new} {
			for _, p := range s.System.Places() {
				c.places[elementName{p.Type, p.ID}] = p.Place
			}
		}
	}
	return c.places[elementName{sort, id}]
}
