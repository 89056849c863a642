package neo4jstore

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// stored is a node as the store gives it back.
type stored struct {
	key   string
	props map[string]any
	to    map[string][]link // by relationship type, in the order of the model
}

// link is a relationship to another node of a model.
type link struct {
	at  int64
	key string
}

// decoder turns nodes back into elements of a model.
type decoder struct {
	*encoder
	nodes map[string]*stored // by key
}

// into fills a struct from a node and the nodes of its parts.
func (d *decoder) into(key string, value reflect.Value) error {
	queue := []pending{{key: key, value: value}}
	for next := 0; next < len(queue); next++ {
		parts, err := d.fill(queue[next])
		if err != nil {
			return err
		}
		queue = append(queue, parts...)
	}
	return nil
}

func (d *decoder) fill(p pending) ([]pending, error) {
	n := d.nodes[p.key]
	if n == nil {
		return nil, fmt.Errorf("the node %s is missing", p.key)
	}
	var parts []pending
	for _, f := range d.shape(p.value.Type()).fields {
		if !n.says(f) {
			continue
		}
		v := reach(p.value, f.path)
		if f.as == asChild || f.as == asChildren {
			parts = append(parts, d.parts(n, f, v)...)
			continue
		}
		if err := n.set(f, v); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", p.key, f.name, err)
		}
	}
	return parts, nil
}

// says tells whether a node says anything of a field.
func (n *stored) says(f field) bool {
	switch f.as {
	case asReference, asReferences, asChild, asChildren:
		return len(n.to[f.relationship()]) > 0
	case asTexts:
		return n.props[f.name+"_ja"] != nil
	case asResistances:
		return slices.ContainsFunc(models.NotStated.Values(), func(t string) bool { return n.props[f.name+"_"+t] != nil })
	}
	return n.props[f.name] != nil
}

// reach goes to the value of a field and makes what pointers on the way are to lead to.
func reach(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

func (d *decoder) parts(n *stored, f field, v reflect.Value) []pending {
	links := n.to[f.relationship()]
	if f.as == asChild {
		return []pending{{key: links[0].key, value: v}}
	}
	v.Set(reflect.MakeSlice(v.Type(), len(links), len(links)))
	var out []pending
	for i, l := range links {
		out = append(out, pending{key: l.key, value: v.Index(i)})
	}
	return out
}

func (n *stored) set(f field, v reflect.Value) error {
	switch f.as {
	case asPresence:
		switch {
		case !v.IsNil():
		case v.Kind() == reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		default:
			v.Set(reflect.New(v.Type().Elem()))
		}
		return nil
	case asReference:
		v.SetString(idOf(n.to[f.relationship()][0].key))
		return nil
	case asReferences:
		for _, l := range n.to[f.relationship()] {
			v.Set(reflect.Append(v, reflect.ValueOf(idOf(l.key)).Convert(v.Type().Elem())))
		}
		return nil
	case asTexts:
		return n.setTexts(f, v)
	case asResistances:
		return n.setResistances(f, v)
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	return assign(v, n.props[f.name])
}

func (n *stored) setTexts(f field, v reflect.Value) error {
	var ja, en []string
	if err := assign(reflect.ValueOf(&ja).Elem(), n.props[f.name+"_ja"]); err != nil {
		return err
	}
	if err := assign(reflect.ValueOf(&en).Elem(), n.props[f.name+"_en"]); err != nil {
		return err
	}
	if len(ja) != len(en) {
		return fmt.Errorf("%d texts in Japanese and %d in English", len(ja), len(en))
	}
	texts := make([]models.Text, len(ja))
	for i := range texts {
		texts[i] = models.Text{JA: ja[i], EN: en[i]}
	}
	v.Set(reflect.ValueOf(texts))
	return nil
}

func (n *stored) setResistances(f field, v reflect.Value) error {
	all := models.Properties{}
	for _, word := range models.NotStated.Values() {
		var ids []string
		if list := n.props[f.name+"_"+word]; list != nil {
			if err := assign(reflect.ValueOf(&ids).Elem(), list); err != nil {
				return err
			}
		}
		resistance, err := models.ParseResistance(word)
		if err != nil {
			return err
		}
		for _, id := range ids {
			all[models.PropertyID(id)] = resistance
		}
	}
	v.Set(reflect.ValueOf(all))
	return nil
}

// assign puts a property's value into a field.
func assign(v reflect.Value, value any) error {
	wrong := fmt.Errorf("a %T is no %s", value, v.Type())
	if u, is := v.Addr().Interface().(encoding.TextUnmarshaler); is {
		text, isText := value.(string)
		if !isText {
			return wrong
		}
		return u.UnmarshalText([]byte(text))
	}
	switch x := value.(type) {
	case string:
		if v.Kind() == reflect.String {
			v.SetString(x)
			return nil
		}
	case bool:
		if v.Kind() == reflect.Bool {
			v.SetBool(x)
			return nil
		}
	case int64:
		if v.CanInt() && !v.OverflowInt(x) {
			v.SetInt(x)
			return nil
		}
		if v.CanFloat() {
			v.SetFloat(float64(x))
			return nil
		}
	case float64:
		if v.CanFloat() {
			v.SetFloat(x)
			return nil
		}
	case []any:
		if v.Kind() == reflect.Slice {
			return assignList(v, x)
		}
	}
	return wrong
}

func assignList(v reflect.Value, list []any) error {
	v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
	for i, x := range list {
		if err := assign(v.Index(i), x); err != nil {
			return err
		}
	}
	return nil
}

// idOf is the id of an element, by its node's key.
func idOf(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }
