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

// texts visits all that is written in a case, element by element, in the order of the model's sections.
func texts(s *models.System, visit func(written)) {
	w := walker{visit: visit, holds: map[reflect.Type][]int{}}
	root := reflect.ValueOf(s).Elem()
	head := owner{subject{string(s.ID), named(s.Title, string(s.ID))}, s.At}
	for i := range root.NumField() {
		list := root.Field(i)
		if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct || !isElement(list.Type().Elem()) {
			w.walk(list, &head)
			continue
		}
		for j := range list.Len() {
			w.walk(list.Index(j), ownerOf(list.Index(j)))
		}
	}
}

// isElement tells whether values of a type are elements: they have an id and a place.
func isElement(t reflect.Type) bool {
	_, id := t.FieldByName("ID")
	_, at := t.FieldByName("At")
	return id && at
}

// ownerOf tells what an element is called and where it is written.
func ownerOf(v reflect.Value) *owner {
	id := v.FieldByName("ID").String()
	out := owner{subject: subject{id, models.Plain(id)}}
	out.at, _ = v.FieldByName("At").Interface().(models.Place)
	for _, field := range []string{"Name", "Text"} {
		if f := v.FieldByName(field); f.IsValid() {
			if name, isText := f.Interface().(models.Text); isText && !name.Empty() {
				out.name = name
				break
			}
		}
	}
	return &out
}

// walker goes through values. Which fields of a type can hold text is found out once.
type walker struct {
	visit func(written)
	holds map[reflect.Type][]int
}

var (
	textType  = reflect.TypeFor[models.Text]()
	placeType = reflect.TypeFor[models.Place]()
)

// walk visits the texts within a value, in the order of its fields. Values within each other wait on a stack.
func (w *walker) walk(v reflect.Value, of *owner) {
	type waiting struct {
		value  reflect.Value
		isName bool
	}
	stack := []waiting{{value: v}}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		known := len(stack)
		switch v := top.value; {
		case v.Type() == textType:
			w.visit(written{Text: v.Interface().(models.Text), of: of, isName: top.isName})
		case v.Kind() == reflect.String:
			w.visit(written{Text: models.Plain(v.String()), of: of, plain: true})
		case v.Kind() == reflect.Pointer && !v.IsNil():
			stack = append(stack, waiting{value: v.Elem()})
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				stack = append(stack, waiting{value: v.Index(i)})
			}
		case v.Kind() == reflect.Struct:
			for _, i := range w.fields(v.Type()) {
				stack = append(stack, waiting{v.Field(i), v.Type().Field(i).Name == "Name"})
			}
		}
		for i, j := known, len(stack)-1; i < j; i, j = i+1, j-1 { // the first comes off first
			stack[i], stack[j] = stack[j], stack[i]
		}
	}
}

// fields returns the fields of a struct type that can hold text. Keys of maps are words of the catalog.
func (w *walker) fields(t reflect.Type) []int {
	known, asked := w.holds[t]
	if asked {
		return known
	}
	for i := range t.NumField() {
		f := t.Field(i)
		kind := f.Type.Kind()
		holds := kind == reflect.String || kind == reflect.Struct || kind == reflect.Slice || kind == reflect.Pointer
		if holds && f.IsExported() && f.Type != placeType {
			known = append(known, i)
		}
	}
	w.holds[t] = known
	return known
}
