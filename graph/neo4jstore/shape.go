package neo4jstore

import (
	"encoding"
	"reflect"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// A shape says how values of one struct type of package models lie in the store. It follows from the type alone, so
// that a field that is added to a model is stored and read back without a word here:
//
//   - words, numbers and truths are properties of the same name; those of a struct inside have its name before theirs
//     (harm_injury), a text has one a language (name_ja, name_en), a list of either a list; what is empty is left out;
//   - protective properties are three lists, properties_true, properties_false and properties_unknown;
//   - an id of another element is a relationship of the field's name in capitals (ON, STORES, FITTED_COMPONENT), with
//     its place in the list as `at`;
//   - a list of structs, or a struct that holds its own kind, is nodes of their own, and relationships to them of the
//     field's name.
type shape struct {
	of     reflect.Type
	fields []field
}

// field is one property, or group of properties, or sort of relationships.
type field struct {
	name  string // of the property; capitals make it the type of the relationship
	path  []int  // where the value is, from the struct on; pointers on the way are followed
	as    fieldKind
	label string // of a child: its node's
}

type fieldKind uint8

const (
	asProperty    fieldKind = iota
	asTexts                 // a list of texts: a list a language
	asResistances           // protective properties
	asPresence              // a struct behind a pointer, or a list that says something where it is empty: whether it is there
	asReference
	asReferences
	asChild
	asChildren
)

// relationship is the type of the relationship that a field is.
func (f field) relationship() string { return strings.ToUpper(f.name) }

// typeIn is the type of a child, or of one of several, of a struct type.
func (f field) typeIn(t reflect.Type) reflect.Type {
	for _, i := range f.path {
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		t = t.Field(i).Type
	}
	if t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return t
}

// referred says which type of id names which sort of element: the beginning of its uid.
func referred(t reflect.Type) (string, bool) {
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			if id, _ := list.Of.FieldByName("ID"); id.Type == t && t.Kind() == reflect.String && t != reflect.TypeFor[string]() {
				return uidWord(list), true
			}
		}
	}
	return "", false
}

// uidWord is what the uids of a list's elements begin with.
func uidWord(list models.ElementList) string { return strings.ToLower(list.Of.Name()) }

// shapeOf derives the shape of a struct type. Types nest a few levels deep; those that hold themselves are children.
func shapeOf(t reflect.Type) shape {
	s := shape{of: t}
	s.add(t, "", nil)
	return s
}

func (s *shape) add(t reflect.Type, prefix string, path []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(append([]int(nil), path...), i)
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if former := f.Tag.Get("former"); former != "" {
			key = former // what stores hold is called as ever
		}
		switch {
		case key == "-":
		case f.Anonymous && key == "":
			s.add(f.Type, prefix, at)
		case f.Type.Kind() == reflect.Slice && strings.Contains(f.Tag.Get("json"), ",omitzero"): // an empty list says something
			s.fields = append(s.fields, field{name: prefix + key, path: at, as: asPresence})
			s.addField(f.Type, prefix+key, at)
		default:
			s.addField(f.Type, prefix+key, at)
		}
	}
}

func (s *shape) addField(t reflect.Type, name string, path []int) {
	one := field{name: name, path: path}
	plain := t
	if t.Kind() == reflect.Pointer {
		plain = t.Elem()
	}
	listed := plain
	if plain.Kind() == reflect.Slice {
		listed = plain.Elem()
	}
	_, reference := referred(listed)
	catalogs := name == "id" || name == "uses" && s.of == reflect.TypeFor[models.Measure]() // an entry of the catalog
	switch {
	case plain == reflect.TypeFor[models.Properties]():
		one.as = asResistances
	case plain.Kind() == reflect.Slice && listed == reflect.TypeFor[models.Text]():
		one.as = asTexts
	case reference && !catalogs && plain.Kind() == reflect.Slice:
		one.as = asReferences
	case reference && !catalogs:
		one.as = asReference
	case listed.Kind() == reflect.Struct && !worded(listed) && plain.Kind() == reflect.Slice:
		one.as, one.label = asChildren, listed.Name()
	case plain == reflect.TypeFor[models.Cause]():
		one.as, one.label = asChild, plain.Name()
	case plain.Kind() == reflect.Struct && !worded(plain):
		if t.Kind() == reflect.Pointer {
			one.as = asPresence
			s.fields = append(s.fields, one)
		}
		s.add(plain, name+"_", path)
		return
	}
	s.fields = append(s.fields, one)
}

// worded tells whether values of a type are written as one word.
func worded(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}
