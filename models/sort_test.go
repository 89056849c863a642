package models_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// Every list of a case whose elements have an id and an origin is in the table, under its key in files: whoever adds one
// to System and forgets the table is told here.
func TestEveryListOfElementsHasItsSort(t *testing.T) {
	known := map[string]reflect.Type{}
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			if known[list.Key] != nil {
				t.Errorf("%s stands in the table twice", list.Key)
			}
			known[list.Key] = list.Of
		}
	}
	system := reflect.TypeFor[models.System]()
	for i := range system.NumField() {
		f := system.Field(i)
		if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct {
			continue
		}
		_, id := f.Type.Elem().FieldByName("ID")
		if origin, there := f.Type.Elem().FieldByName("Origin"); !id || !there || !origin.Anonymous {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if known[key] != f.Type.Elem() {
			t.Errorf("System.%s (%s) has no row in the table of sorts", f.Name, key)
		}
		delete(known, key)
	}
	for key := range known {
		t.Errorf("the table has a list %s, and System has none", key)
	}
}

// One element of each list is found under its sort, with its id, name, place and value.
func TestSortsFindTheirElements(t *testing.T) {
	var s models.System
	value := reflect.ValueOf(&s).Elem()
	for i := range value.NumField() {
		f := value.Field(i)
		key, _, _ := strings.Cut(value.Type().Field(i).Tag.Get("json"), ",")
		if !inTable(key) {
			continue
		}
		e := reflect.New(f.Type().Elem()).Elem()
		e.FieldByName("ID").SetString(key)
		e.FieldByName("Origin").Set(reflect.ValueOf(models.Origin{At: models.Place{File: key, Line: 7}}))
		f.Set(reflect.Append(f, e))
	}
	for _, sort := range models.Sorts() {
		if sort.Name.JA == "" || sort.Name.EN == "" || sort.One.IsZero() || sort.Many.IsZero() {
			t.Errorf("%s has no name", sort.Sort)
		}
		if entry := sort.Sort.Entry(); !entry.One.Equal(sort.One) || models.Sorts()[sort.Sort.Index()].Sort != sort.Sort {
			t.Errorf("%s is not found in the table", sort.Sort)
		}
		n := 0
		for i, x := range sort.Items(&s) {
			list := sort.Lists[n]
			n++
			if i != n-1 || x.ID != list.Key || x.Origin.At.Line != 7 || reflect.TypeOf(x.Value) != reflect.PointerTo(list.Of) {
				t.Errorf("%s: element %d is %+v", sort.Sort, i, x)
			}
			if again := sort.Item(&s, i); again != x {
				t.Errorf("%s: element %d is %+v, and %+v when it is asked for alone", sort.Sort, i, x, again)
			}
		}
		if n != len(sort.Lists) {
			t.Errorf("%s has %d elements, want one a list: %d", sort.Sort, n, len(sort.Lists))
		}
	}
	if got, want := len(s.Places()), len(s.Elements()); got != want || got == 0 {
		t.Errorf("%d elements and %d places of theirs", want, got)
	}
}

func inTable(key string) bool {
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			if list.Key == key {
				return true
			}
		}
	}
	return false
}

func TestPropertied(t *testing.T) {
	if got := models.Propertied(); !slices.Equal(got, []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort}) {
		t.Errorf("%v have properties", got)
	}
}
