package modeltest

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// fill writes a value by its type, and then mends what only the rest of the model decides. What is set already stays. It
// recurses over the types of models.
func (a *author) fill(v reflect.Value) {
	if a.special(v) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		a.fillWord(v)
	case reflect.Bool:
		v.SetBool(a.sometimes(5))
	case reflect.Int:
		v.SetInt(int64(one(a, []int{0, 1, 2, 3, 10, 4000, 1_000_000, 3_000_000_000})))
	case reflect.Float64:
		v.SetFloat(one(a, []float64{0, 0.1, 0.5, 1, 2, 3, 7.25, 1000, 1e9, 1e-9}))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		a.fill(v.Elem())
	case reflect.Slice:
		a.fillList(v)
	case reflect.Struct:
		a.fillStruct(v)
	default:
		panic(fmt.Sprintf("modeltest: no model file holds a %s", v.Type()))
	}
}

// special writes values that are more than their Go type says: words of a list, names, times, facts, properties.
func (a *author) special(v reflect.Value) bool {
	switch x := v.Addr().Interface().(type) {
	case *models.Place:
	case *models.Text:
		*x = a.text()
	case *models.Fact:
		*x = a.fact(anySubject)
	case *models.Cause:
		*x = a.tree(one(a, []int{0, 1, 2, 3, 9}))
	case *models.Properties: // whoever has them knows of what sort it is
	case *models.Duration:
		*x = one(a, []models.Duration{models.ShortDuration, models.LongDuration, models.UnknownDuration, "0h", "12h", "3d", "2w", "6h..8d", "5000w", "1h..1h"})
	case *models.Span:
		*x = one(a, []models.Span{"0h", "1h", "12h", "3d", "2w", "3650d"})
	case interface{ Values() []string }:
		word := one(a, x.Values())
		if scalar, is := v.Addr().Interface().(encoding.TextUnmarshaler); !is {
			v.SetString(word)
		} else if err := scalar.UnmarshalText([]byte(word)); err != nil {
			panic(fmt.Sprintf("modeltest: %s does not take its own word: %v", v.Type(), err))
		}
	default:
		return false
	}
	return true
}

// fillWord writes an id that something has, or any text.
func (a *author) fillWord(v reflect.Value) {
	known := a.known(v.Type())
	switch {
	case len(known) > 0:
		v.SetString(one(a, known))
	case v.Type() == reflect.TypeFor[string]():
		v.SetString(a.name())
	}
}

// known lists the ids of a type: the model's own, else the catalog's.
func (a *author) known(id reflect.Type) []string {
	if own := a.ids[id]; len(own) > 0 {
		return own
	}
	return a.words[id]
}

// fillList writes a list: elements that are there already, ids of which none stands twice, or a few new elements.
func (a *author) fillList(v reflect.Value) {
	element := v.Type().Elem()
	switch known := a.known(element); {
	case v.Len() > 0:
		for i := range v.Len() {
			a.fill(v.Index(i))
		}
	case len(known) > 0:
		for _, id := range some(a, known, 4) {
			v.Set(reflect.Append(v, reflect.ValueOf(id).Convert(element)))
		}
	case element.Kind() == reflect.String && element != reflect.TypeFor[string]():
		words := []string{}
		if w, is := reflect.Zero(element).Interface().(interface{ Values() []string }); is {
			words = w.Values()
		}
		for _, word := range some(a, words, 4) {
			v.Set(reflect.Append(v, reflect.ValueOf(word).Convert(element)))
		}
	default:
		for range a.below(4) {
			x := reflect.New(element).Elem()
			a.fill(x)
			v.Set(reflect.Append(v, x))
		}
	}
}

// fillStruct writes the fields of a value, those that may be left out not always.
func (a *author) fillStruct(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		optional := strings.Contains(options, "omit")
		switch field := v.Field(i); {
		case f.Type == reflect.TypeFor[models.Origin](): // below, when all is known
		case f.Anonymous:
			a.fillStruct(field)
		case key == "-" || key == "include":
		case planned(v.Type(), f):
			if field.Len() > 0 {
				a.fill(field)
			}
		case !field.IsZero() && field.Kind() != reflect.Slice: // set already
		case optional && field.IsZero() && !a.sometimes(a.density):
		case strings.Contains(key, "probability"):
			field.Set(reflect.ValueOf(new(one(a, []float64{0, 0.001, 0.25, 0.5, 1}))))
		default:
			a.fill(field)
		}
	}
	a.mend(v)
	if o := v.FieldByName("Origin"); o.IsValid() {
		o.Set(reflect.ValueOf(a.origin(v.Type())))
	}
}

// planned tells whether a field is one of the model's lists, of which the elements are there.
func planned(of reflect.Type, f reflect.StructField) bool {
	_, identified := idOf(f.Type)
	return identified && of == reflect.TypeFor[models.System]()
}

// origin says where an element comes from.
func (a *author) origin(of reflect.Type) models.Origin {
	var o models.Origin
	if a.sometimes(3) {
		o.Source = one(a, []string{models.Inferred, a.name()})
	}
	if a.sometimes(2) {
		o.Fields = some(a, fieldsOf(of), 3)
	}
	return o
}

// fieldsOf lists what an element can call inferred.
func fieldsOf(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		switch key := keyOf(f); {
		case f.Type == reflect.TypeFor[models.Origin]():
		case f.Anonymous:
			out = append(out, fieldsOf(f.Type)...)
		case key != "" && key != "-" && key != "id":
			out = append(out, key)
		}
	}
	return out
}

// properties says of some properties of a sort of elements whether they hold.
func (a *author) properties(of models.Sort) models.Properties {
	out := models.Properties{}
	known, sound := a.sometimes(7), a.sometimes(3)
	for i := range a.catalog.Properties {
		p := &a.catalog.Properties[i]
		switch {
		case p.Of != of || !known || a.sometimes(4):
		case sound:
			out[p.ID] = models.Given
		default:
			out[p.ID] = one(a, []models.Resistance{models.NotStated, models.Absent, models.Given, models.Given, models.ResistBasic, models.ResistSubstantial, models.ResistHigh, models.Absolute})
		}
	}
	return out
}

// large replaces some amounts by the largest and the least that a number holds.
func (a *author) large(amounts ...*float64) {
	for _, x := range amounts {
		if x != nil && a.below(100) == 0 {
			*x = one(a, []float64{math.MaxFloat64, math.SmallestNonzeroFloat64})
		}
	}
}
