package strict

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// A plan is how values of one Go type are read. Plans are made when a type is first met.
type plan struct {
	typ       reflect.Type
	form      form
	shorthand bool     // may be plain text
	words     []string // the only words taken
	elem      *plan    // of a pointer, list or mapping
	key       *plan    // of a mapping
	fields    []field  // of a struct
	keys      []string // their keys, in the order of the type
	byKey     map[string]int
	at        []int // index of the field that takes the place
}

// form is how a type is written.
type form uint8

const (
	asText form = iota // string kinds
	asScalar
	asBool
	asInteger
	asNumber
	asList
	asMapping
	asStruct
	asPointer
)

// field is one key of a struct.
type field struct {
	key      string
	former   string // the key that it had before; "" where it had none
	index    []int
	plan     *plan
	required bool
	said     bool // that it is empty says something: a list of which omitzero leaves out what is not written
}

var (
	placeType     = reflect.TypeFor[models.Place]()
	scalarType    = reflect.TypeFor[encoding.TextUnmarshaler]()
	shorthandType = reflect.TypeFor[Shorthand]()
	wordsType     = reflect.TypeFor[interface{ Values() []string }]()
)

// planner makes plans, one a type.
type planner map[reflect.Type]*plan

// of returns the plan for a type. A type that no file can hold is a mistake of the program.
func (p planner) of(t reflect.Type) *plan {
	if known := p[t]; known != nil {
		return known
	}
	out := &plan{typ: t}
	p[t] = out
	if t.Kind() == reflect.Pointer {
		out.form, out.elem = asPointer, p.of(t.Elem())
		return out
	}
	out.shorthand = reflect.PointerTo(t).Implements(shorthandType)
	if t.Implements(wordsType) {
		out.words = reflect.Zero(t).Interface().(interface{ Values() []string }).Values()
	}
	if reflect.PointerTo(t).Implements(scalarType) {
		out.form = asScalar
		return out
	}
	switch t.Kind() {
	case reflect.String:
		out.form = asText
	case reflect.Bool:
		out.form = asBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		out.form = asInteger
	case reflect.Float32, reflect.Float64:
		out.form = asNumber
	case reflect.Slice:
		out.form, out.elem = asList, p.of(t.Elem())
	case reflect.Map:
		out.form, out.key, out.elem = asMapping, p.of(t.Key()), p.of(t.Elem())
	case reflect.Struct:
		out.form, out.byKey = asStruct, map[string]int{}
		p.fields(out, t, nil)
	default:
		panic(fmt.Sprintf("models/strict: no file can hold a %s", t))
	}
	return out
}

// fields adds the fields of a struct type to a plan, those of embedded structs in their place.
func (p planner) fields(out *plan, t reflect.Type, prefix []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(append([]int(nil), prefix...), i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case name == "-" && f.Type == placeType && f.Name == "At":
			out.at = index
		case name == "-" || !f.IsExported() && !f.Anonymous:
		case f.Anonymous && !tagged:
			p.fields(out, f.Type, index)
		default:
			if name == "" {
				name = f.Name
			}
			out.byKey[name] = len(out.fields)
			former := f.Tag.Get("former")
			if former != "" {
				out.byKey[former] = len(out.fields)
			}
			out.keys = append(out.keys, name)
			out.fields = append(out.fields, field{
				key: name, former: former, index: index, plan: p.of(f.Type),
				required: !strings.Contains(options, "omitempty") && !strings.Contains(options, "omitzero"),
				said:     f.Type.Kind() == reflect.Slice && strings.Contains(options, "omitzero"),
			})
		}
	}
}
