package neo4jstore

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// encoder turns elements of a model into nodes.
type encoder struct {
	shapes map[reflect.Type]shape
}

func newEncoder() *encoder { return &encoder{map[reflect.Type]shape{}} }

func (e *encoder) shape(t reflect.Type) shape {
	s, known := e.shapes[t]
	if !known {
		s = shapeOf(t)
		e.shapes[t] = s
	}
	return s
}

// pending is a struct on its way to a node.
type pending struct {
	key    string
	labels []string
	value  reflect.Value
	up     []rel // from the node that it is a part of
}

// nodes turns a struct into its node and those of its parts, each after the one that it is a part of.
func (e *encoder) nodes(key string, labels []string, value any) []node {
	queue := []pending{{key: key, labels: labels, value: reflect.ValueOf(value)}}
	var out []node
	for next := 0; next < len(queue); next++ {
		n, parts := e.node(queue[next])
		out = append(out, n)
		queue = append(queue, parts...)
	}
	return out
}

func (e *encoder) node(p pending) (node, []pending) {
	n := node{key: p.key, labels: append([]string{labelElement}, p.labels...), props: map[string]any{}, rels: p.up}
	var parts []pending
	for _, f := range e.shape(p.value.Type()).fields {
		v, there := follow(p.value, f.path)
		if !there {
			continue
		}
		switch f.as {
		case asReference, asReferences:
			n.rels = append(n.rels, references(f, v)...)
		case asChild:
			parts = append(parts, part(p, f, 0, v))
		case asChildren:
			for i := range v.Len() {
				parts = append(parts, part(p, f, i, v.Index(i)))
			}
		default:
			setProperty(n.props, f, v)
		}
	}
	return n, parts
}

// part is a struct inside another, as a node of its own.
func part(p pending, f field, at int, v reflect.Value) pending {
	up := rel{typ: f.relationship(), other: p.key, in: true, props: map[string]any{"at": int64(at)}}
	out := pending{key: p.key + "." + f.name + "." + strconv.Itoa(at), labels: []string{f.label}, value: v, up: []rel{up}}
	if id := v.FieldByName("ID"); p.key == headKey && id.IsValid() {
		out.key = modelKey(strings.ToLower(f.label), id.String())
	}
	switch x := v.Interface().(type) {
	case models.Cause:
		out.labels = append(out.labels, gateOf(x))
	case models.Profile:
		out.labels = append(out.labels, campOf(x))
	}
	return out
}

// campOf tells attackers from what does harm without malice.
func campOf(p models.Profile) string {
	if p.Kind.Malicious() {
		return "Attacker"
	}
	return "Initiator"
}

// gateOf says how a cause follows from those below it.
func gateOf(c models.Cause) string {
	switch {
	case len(c.All) > 0:
		return labelAnd
	case len(c.Any) > 0:
		return labelOr
	}
	return "Leaf"
}

// follow goes to the value of a field; false where a pointer on the way leads nowhere.
func follow(v reflect.Value, path []int) (reflect.Value, bool) {
	for _, i := range path {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

func references(f field, v reflect.Value) []rel {
	if f.as == asReference {
		v = reflect.Append(reflect.MakeSlice(reflect.SliceOf(v.Type()), 0, 1), v)
	}
	sort, _ := referred(v.Type().Elem())
	var out []rel
	for i := range v.Len() {
		if id := v.Index(i).String(); id != "" {
			out = append(out, rel{typ: f.relationship(), other: modelKey(sort, id), props: map[string]any{"at": int64(i)}})
		}
	}
	return out
}

func setProperty(props map[string]any, f field, v reflect.Value) {
	switch f.as {
	case asPresence:
		if !v.IsNil() {
			props[f.name] = true
		}
		return
	case asTexts:
		if texts := v.Interface().([]models.Text); len(texts) > 0 {
			ja, en := make([]any, len(texts)), make([]any, len(texts))
			for i, t := range texts {
				ja[i], en[i] = t.JA, t.EN
			}
			props[f.name+"_ja"], props[f.name+"_en"] = ja, en
		}
		return
	case asResistances:
		setResistances(props, f.name, v.Interface().(models.Properties))
		return
	}
	pointed := v.Kind() == reflect.Pointer
	if pointed {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	if pointed || !v.IsZero() { // what is behind a pointer is said, even where it is zero
		props[f.name] = plain(v)
	}
}

func setResistances(props map[string]any, name string, stated models.Properties) {
	for _, id := range slices.Sorted(maps.Keys(stated)) {
		key := name + "_" + stated[id].String()
		list, _ := props[key].([]any)
		props[key] = append(list, string(id))
	}
}

// plain turns a value into one that a property can hold.
func plain(v reflect.Value) any {
	if m, is := v.Interface().(encoding.TextMarshaler); is {
		text, err := m.MarshalText()
		if err != nil {
			panic(fmt.Sprintf("neo4jstore: %v", err)) // the types of package models never fail
		}
		return string(text)
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int64, reflect.Int32:
		return v.Int()
	case reflect.Float64:
		return v.Float()
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plain(v.Index(i))
		}
		return list
	}
	panic("neo4jstore: no property can hold a " + v.Type().String())
}
