package change

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Change sets one field of one element.
type Change struct {
	Type    string // what the element is, e.g. component
	ID      string // which; empty for a policy
	Field   string // a property of the catalog, or one of Fields
	Value   string
	Written string // as the user wrote it
}

// Removed is the value of the field presence that takes an element out.
const Removed = "removed"

// Unstated is the value of a field that the case is to say nothing of.
const Unstated = "none"

// Parse reads type:id.field=value, or policy:field=value.
func Parse(written string) (Change, error) {
	target, value, assigned := strings.Cut(written, "=")
	kind, rest, typed := strings.Cut(target, ":")
	c := Change{Type: kind, Value: value, Written: written}
	if kind == "flow" {
		c.Type = "dataflow"
	}
	dot := strings.LastIndex(rest, ".")
	switch {
	case !assigned || !typed || value == "" || rest == "":
		return Change{}, models.Messagef("%q is not of the form type:id.field=value, e.g. dataflow:phone-cloud.authenticated=true", written)
	case c.Type == "policy":
		c.Field = rest
	case dot <= 0 || dot == len(rest)-1:
		return Change{}, models.Messagef("%q names no field: write type:id.field=value, e.g. component:heater.flaw_free=true", written)
	default:
		c.ID, c.Field = rest[:dot], rest[dot+1:]
	}
	if _, known := settable[c.Type]; !known {
		return Change{}, models.Messagef("%q changes a %s, which cannot be changed so; %s", written, c.Type, models.Meant(c.Type, Types()))
	}
	return c, nil
}

// Decide is the change that a measure's status becomes the given one.
func Decide(measure string, status models.Status) Change {
	return Change{Type: "measure", ID: measure, Field: "status", Value: string(status), Written: "measure:" + measure + ".status=" + string(status)}
}

// Remove is the change that a safeguard is taken out.
func Remove(safeguard string) Change {
	return Change{Type: "safeguard", ID: safeguard, Field: "presence", Value: Removed, Written: "safeguard:" + safeguard + " removed"}
}

// Types lists the sorts of elements that can be changed.
func Types() []string {
	var out []string
	for t := range settable {
		out = append(out, t)
	}
	slices.Sort(out)
	return out
}

// Fields lists the fields of a sort of elements that can be set, beside the properties of the catalog.
func Fields(kind string) []string {
	var out []string
	for f := range settable[kind] {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}
