package json

import (
	"bytes"
	"cmp"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// plan is how the values of a type are written.
type plan struct {
	write func(e *encoder, v reflect.Value, depth int)
}

// planner makes the plans of types, each once.
type planner map[reflect.Type]*plan

// field is a field of a struct with the text of its key.
type field struct {
	index   []int
	key     string // with quotes, colon and space
	omitted func(reflect.Value) bool
	plan    *plan
}

// of returns the plan of a type. Types may contain themselves.
func (p planner) of(t reflect.Type) *plan {
	if known := p[t]; known != nil {
		return known
	}
	out := &plan{}
	p[t] = out
	out.write = p.special(t)
	if out.write == nil && t.Kind() != reflect.Pointer {
		out.write = p.encoded(t)
	}
	if out.write == nil {
		out.write = p.plain(t)
	}
	return out
}

// special returns how types are written that encode themselves and of which there are many, as their own methods do.
func (p planner) special(t reflect.Type) func(*encoder, reflect.Value, int) {
	switch t {
	case reflect.TypeFor[models.Fact]():
		return func(e *encoder, v reflect.Value, _ int) {
			e.b = append(e.b, '"')
			e.inner(v.Field(0).String())
			e.b = append(e.b, '(')
			e.inner(v.Field(1).String())
			e.b = append(e.b, ')')
			if extent := v.Field(2).String(); extent != "" {
				e.b = append(e.b, '@')
				e.inner(extent)
			}
			e.b = append(e.b, '"')
		}
	case reflect.TypeFor[models.Text]():
		mapping := p.structure(t)
		return func(e *encoder, v reflect.Value, depth int) {
			if ja := v.Field(0).String(); ja == v.Field(1).String() {
				e.text(ja)
				return
			}
			mapping(e, v, depth)
		}
	case reflect.TypeFor[models.LevelPair]():
		mapping := p.structure(t)
		list := p.of(reflect.TypeFor[[]models.Lack]())
		return func(e *encoder, v reflect.Value, depth int) {
			if pair := at[models.LevelPair](v); pair.Determined() {
				mapping(e, v, depth)
			} else {
				e.undetermined(reflect.ValueOf(pair.Missing), list, depth)
			}
		}
	case reflect.TypeFor[models.Cause]():
		mapping := p.structure(t)
		return func(e *encoder, v reflect.Value, depth int) {
			outside := e.html
			e.html = true // Cause.MarshalJSON escapes
			if cause := at[models.Cause](v); cause.Plain() {
				e.text(cause.Fact.String())
			} else {
				mapping(e, v, depth)
			}
			e.html = outside
		}
	}
	return nil
}

// at returns a pointer to a value.
func at[T any](v reflect.Value) *T {
	return addressable(v).Addr().Interface().(*T)
}

// addressable returns a value, or a copy of it, that has an address.
func addressable(v reflect.Value) reflect.Value {
	if v.CanAddr() {
		return v
	}
	whole := reflect.New(v.Type()).Elem()
	whole.Set(v)
	return whole
}

// encoded returns how a type is written that encodes itself.
func (p planner) encoded(t reflect.Type) func(*encoder, reflect.Value, int) {
	switch {
	case t.Implements(reflect.TypeFor[json.Marshaler]()):
		return func(e *encoder, v reflect.Value, depth int) {
			body, err := addressable(v).Addr().Interface().(json.Marshaler).MarshalJSON()
			var b bytes.Buffer
			if err == nil {
				err = json.Indent(&b, body, spaces[:min(2*depth, len(spaces))], "  ")
			}
			if err != nil {
				e.fail("%s: %w", t, err)
			}
			e.b = append(e.b, b.Bytes()...)
		}
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		return func(e *encoder, v reflect.Value, _ int) {
			body, err := addressable(v).Addr().Interface().(encoding.TextMarshaler).MarshalText()
			if err != nil {
				e.fail("%s: %w", t, err)
			}
			e.text(string(body))
		}
	}
	return nil
}

// plain returns how a type is written that does not encode itself.
func (p planner) plain(t reflect.Type) func(*encoder, reflect.Value, int) {
	switch t.Kind() {
	case reflect.String:
		return func(e *encoder, v reflect.Value, _ int) { e.text(v.String()) }
	case reflect.Bool:
		return func(e *encoder, v reflect.Value, _ int) { e.b = strconv.AppendBool(e.b, v.Bool()) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(e *encoder, v reflect.Value, _ int) { e.b = strconv.AppendInt(e.b, v.Int(), 10) }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(e *encoder, v reflect.Value, _ int) { e.b = strconv.AppendUint(e.b, v.Uint(), 10) }
	case reflect.Float64:
		return func(e *encoder, v reflect.Value, _ int) { e.number(v.Float()) }
	case reflect.Struct:
		return p.structure(t)
	case reflect.Map:
		return p.mapping(t)
	case reflect.Pointer, reflect.Slice:
		return p.nullable(t)
	}
	panic("render/json: cannot write a " + t.String())
}

// nullable returns how pointers and slices are written.
func (p planner) nullable(t reflect.Type) func(*encoder, reflect.Value, int) {
	if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		panic("render/json: cannot write bytes as encoding/json does")
	}
	elem := p.of(t.Elem())
	return func(e *encoder, v reflect.Value, depth int) {
		switch {
		case v.IsNil():
			e.b = append(e.b, "null"...)
		case t.Kind() == reflect.Pointer:
			elem.write(e, v.Elem(), depth)
		default:
			e.list(v, elem, depth)
		}
	}
}

// structure returns how a struct is written.
func (p planner) structure(t reflect.Type) func(*encoder, reflect.Value, int) {
	fields := p.fields(t, nil)
	keys := map[string]bool{}
	for _, f := range fields {
		if keys[f.key] {
			panic("render/json: " + t.String() + " has two fields " + f.key)
		}
		keys[f.key] = true
	}
	return func(e *encoder, v reflect.Value, depth int) { e.object(v, fields, depth) }
}

// fields lists the fields of a struct, those of embedded ones in their place.
func (p planner) fields(t reflect.Type, within []int) []field {
	var out []field
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		index := append(slices.Clone(within), i)
		switch {
		case tag == "-" || !f.IsExported() && !f.Anonymous:
			continue
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			out = append(out, p.fields(f.Type, index)...)
			continue
		case f.Anonymous && !tagged:
			panic("render/json: cannot write the embedded " + f.Type.String())
		}
		out = append(out, field{index, strconv.Quote(cmp.Or(name, f.Name)) + ": ", omission(f.Type, strings.Split(options, ",")), p.of(f.Type)})
	}
	return out
}

// omission returns when a field is left out.
func omission(t reflect.Type, options []string) func(reflect.Value) bool {
	empty, zero := slices.Contains(options, "omitempty"), slices.Contains(options, "omitzero")
	switch {
	case zero && t == reflect.TypeFor[models.Text]():
		return func(v reflect.Value) bool { return v.Field(0).Len() == 0 && v.Field(1).Len() == 0 }
	case zero && t.Implements(reflect.TypeFor[interface{ IsZero() bool }]()):
		return func(v reflect.Value) bool {
			return addressable(v).Addr().Interface().(interface{ IsZero() bool }).IsZero()
		}
	case zero:
		return reflect.Value.IsZero
	case empty && slices.Contains([]reflect.Kind{reflect.String, reflect.Slice, reflect.Map}, t.Kind()):
		return func(v reflect.Value) bool { return v.Len() == 0 }
	case empty && t.Kind() != reflect.Struct:
		return reflect.Value.IsZero
	}
	return func(reflect.Value) bool { return false }
}

// mapping returns how a map is written: by its keys in order.
func (p planner) mapping(t reflect.Type) func(*encoder, reflect.Value, int) {
	if t.Key().Kind() != reflect.String || t.Key().Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		panic("render/json: cannot write a " + t.String())
	}
	elem := p.of(t.Elem())
	return func(e *encoder, v reflect.Value, depth int) {
		switch {
		case v.IsNil():
			e.b = append(e.b, "null"...)
			return
		case v.Len() == 0:
			e.b = append(e.b, "{}"...)
			return
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		e.b = append(e.b, '{')
		for i, key := range keys {
			if i > 0 {
				e.b = append(e.b, ',')
			}
			e.line(depth + 1)
			e.text(key.String())
			e.b = append(e.b, ": "...)
			elem.write(e, v.MapIndex(key), depth+1)
		}
		e.line(depth)
		e.b = append(e.b, '}')
	}
}
