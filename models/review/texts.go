package review

import (
	"reflect"

	"github.com/harmpath/harmpath/models"
)

// written is one text of a case.
type written struct {
	models.Text        // a plain string: the same in both languages
	of          *owner // the element that it belongs to
	isName      bool   // it is what its element is called
	plain       bool   // it is a string that is no Text: an id, a file, a supplier's name
}

// owner is an element of the case, or the case itself.
type owner struct {
	subject
	at models.Place
}

// texts visits all that is written in a case: of the case itself, then element by element in the order of the model's sections.
func texts(s *models.System, visit func(written)) {
	w := walker{visit: visit, known: map[reflect.Type][]field{}}
	elements := map[reflect.Type]bool{}
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			elements[list.Of] = true
		}
	}
	head := owner{subject{string(s.ID), named(s.Title, string(s.ID))}, s.At}
	for _, part := range reflect.ValueOf(s).Elem().Fields() {
		if part.Kind() != reflect.Slice || !elements[part.Type().Elem()] {
			w.walk(part, &head)
		}
	}
	for _, sort := range models.Sorts() {
		for _, e := range sort.Items(s) {
			w.walk(reflect.ValueOf(e.Value).Elem(), &owner{subject{e.ID, named(e.Name, e.ID)}, e.Origin.At})
		}
	}
}

// walker goes through values that have addresses. Which fields of a type can hold text is found out once.
type walker struct {
	visit func(written)
	known map[reflect.Type][]field
	stack []waiting
}

// field is a field of a struct that can hold text.
type field struct {
	index  int
	isName bool
}

// waiting is a value that is still to be gone through.
type waiting struct {
	value  reflect.Value
	isName bool
}

var (
	textType  = reflect.TypeFor[models.Text]()
	placeType = reflect.TypeFor[models.Place]()
)

// walk visits the texts within a value, in the order of its fields. Values within each other wait on a stack; what is
// empty is passed over.
func (w *walker) walk(v reflect.Value, of *owner) {
	w.stack = append(w.stack[:0], waiting{value: v})
	for len(w.stack) > 0 {
		top := w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		known := len(w.stack)
		switch v := top.value; {
		case v.Type() == textType:
			w.visit(written{Text: *v.Addr().Interface().(*models.Text), of: of, isName: top.isName})
		case v.Kind() == reflect.String:
			w.visit(written{Text: models.Plain(v.String()), of: of, plain: true})
		case v.Kind() == reflect.Pointer && !v.IsNil():
			w.stack = append(w.stack, waiting{value: v.Elem()})
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				w.stack = append(w.stack, waiting{value: v.Index(i)})
			}
		case v.Kind() == reflect.Struct:
			for _, f := range w.fields(v.Type()) {
				if value := v.Field(f.index); !value.IsZero() {
					w.stack = append(w.stack, waiting{value, f.isName})
				}
			}
		}
		for i, j := known, len(w.stack)-1; i < j; i, j = i+1, j-1 { // the first comes off first
			w.stack[i], w.stack[j] = w.stack[j], w.stack[i]
		}
	}
}

// fields returns the fields of a struct type that can hold text. Keys of maps are words of the catalog.
func (w *walker) fields(t reflect.Type) []field {
	known, asked := w.known[t]
	if asked {
		return known
	}
	for i := range t.NumField() {
		f := t.Field(i)
		kind := f.Type.Kind()
		holds := kind == reflect.String || kind == reflect.Struct || kind == reflect.Slice || kind == reflect.Pointer
		if holds && f.IsExported() && f.Type != placeType {
			known = append(known, field{i, f.Name == "Name"})
		}
	}
	w.known[t] = known
	return known
}
