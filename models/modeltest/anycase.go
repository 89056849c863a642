package modeltest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// Sample is a model with the files in which it lies in its folder: model.yaml or model.json, what that includes, and what
// is attached to its components.
type Sample struct {
	System *models.System
	Files  map[string][]byte
}

// AnyCase makes models of up to 60 components in which everything comes up that a model file and the catalog can say:
// fields, words and references are found by walking the types of models and the entries of the catalog, so that a new one
// comes up by itself; only what a check asks for beyond its type is written down here. Of what it makes, checks accept
// nearly all. A seed gives one model: AnyCase(c).Example(seed); in a property it shrinks towards a small one.
func AnyCase(catalog *models.Catalog) *rapid.Generator[Sample] {
	return rapid.Custom(func(t *rapid.T) Sample {
		a := &author{t: t, catalog: catalog, words: wordsOf(catalog), ids: map[reflect.Type][]string{}, system: &models.System{}, beside: map[string][]byte{}}
		a.plan()
		a.kinds()
		a.fill(reflect.ValueOf(a.system).Elem())
		return Sample{a.system, a.files()}
	})
}

// author writes one model.
type author struct {
	t       *rapid.T
	catalog *models.Catalog
	system  *models.System
	words   map[reflect.Type][]string // what the catalog calls things, by the type of their ids
	ids     map[reflect.Type][]string // what the model calls things, by the type of their ids
	named   []models.Text             // names given so far: some repeat
	style   int                       // of ids
	density int                       // in how many of ten cases what may be left out is written
	beside  map[string][]byte         // files that components have attached

	networks, ends []models.ComponentID // what others are attached to, and what sends and receives
	causes         []string             // named causes, which safeguards may guard
	flawed         []models.ComponentID // components of which packages tell vulnerabilities
}

// below draws a number of 0 … n-1, each as likely as the others: rapid's own integers prefer small ones, which would let
// the ends of lists come up rarely.
func (a *author) below(n int) int {
	drawn := 0
	for most := 1; most < 4*n; most *= 2 {
		drawn *= 2
		if rapid.Bool().Draw(a.t, "bit") {
			drawn++
		}
	}
	return drawn % n
}

// sometimes is true in so many of ten cases.
func (a *author) sometimes(times int) bool { return a.below(10) >= 10-times }

// one draws an element of a list that is not empty.
func one[T any](a *author, list []T) T { return list[a.below(len(list))] }

// some draws up to most elements of a list, none twice.
func some[T comparable](a *author, list []T, most int) []T {
	var out []T
	if len(list) == 0 {
		return nil
	}
	for range a.below(most + 1) {
		if x := one(a, list); !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// sizes are how many elements the lists of a model may have: from a handful to as many as somebody draws by hand. By the
// key of a list stands the most that it has in a model of each size; others have as many as the key "".
var sizes = []map[string]int{
	{"components": 3, "trust_zones": 2, "dataflows": 3, "": 2},
	{"components": 12, "trust_zones": 5, "dataflows": 14, "": 4},
	{"components": 30, "trust_zones": 9, "dataflows": 40, "": 7},
	{"components": 60, "trust_zones": 14, "dataflows": 80, "": 10},
}

// plan decides how many elements the lists of the model have, and gives them their ids.
func (a *author) plan() {
	size := sizes[a.below(len(sizes))]
	a.style, a.density = a.below(4), 1+a.below(8)
	s := reflect.ValueOf(a.system).Elem()
	for i := range s.NumField() {
		id, identified := idOf(s.Field(i).Type())
		if !identified {
			continue
		}
		key := keyOf(s.Type().Field(i))
		most, given := size[key]
		if !given {
			most = size[""]
		}
		n := a.below(most + 1)
		if key == "trust_zones" || key == "components" {
			n = max(1, n)
		}
		list := reflect.MakeSlice(s.Field(i).Type(), n, n)
		for j := range n {
			name := a.id(key, len(a.ids[id.Type]))
			list.Index(j).FieldByIndex(id.Index).SetString(name)
			a.ids[id.Type] = append(a.ids[id.Type], name)
		}
		s.Field(i).Set(list)
	}
}

// idOf finds the id of the elements of a list that have one.
func idOf(list reflect.Type) (reflect.StructField, bool) {
	if list.Kind() != reflect.Slice || list.Elem().Kind() != reflect.Struct {
		return reflect.StructField{}, false
	}
	id, there := list.Elem().FieldByName("ID")
	return id, there && id.Type.Kind() == reflect.String
}

// keyOf is what files call a field.
func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// id is the id of the n-th element of a list: with the name of its list before it, the same as in other lists, as short
// or as long as may be.
func (a *author) id(list string, n int) string {
	switch a.style {
	case 1:
		return fmt.Sprintf("x%d", n)
	case 2:
		return string(rune('a'+n%26)) + strings.Repeat("a", n/26)
	case 3:
		head := fmt.Sprintf("%s-%d-", list, n)
		return head + strings.Repeat("long_", models.MaxIDLength)[:models.MaxIDLength-len(head)]
	}
	return fmt.Sprintf("%s-%d", list, n)
}

// wordsOf lists the ids of the catalog's entries, by their type.
func wordsOf(catalog *models.Catalog) map[reflect.Type][]string {
	out := map[reflect.Type][]string{}
	c := reflect.ValueOf(catalog).Elem()
	for i := range c.NumField() {
		id, identified := idOf(c.Field(i).Type())
		if !identified || id.Type == reflect.TypeFor[string]() {
			continue
		}
		for j := range c.Field(i).Len() {
			out[id.Type] = append(out[id.Type], c.Field(i).Index(j).FieldByIndex(id.Index).String())
		}
	}
	return out
}

// kinds decides what the components are, which much else depends on.
func (a *author) kinds() {
	var concrete []models.KindID
	for i := range a.catalog.Kinds {
		if k := &a.catalog.Kinds[i]; !k.Abstract {
			concrete = append(concrete, k.ID)
		}
	}
	for i := range a.system.Components {
		c := &a.system.Components[i]
		c.Kind = one(a, concrete)
		if a.catalog.IsA(c.Kind, models.NetworkKind) {
			a.networks = append(a.networks, c.ID)
		} else {
			a.ends = append(a.ends, c.ID)
		}
		if classes := a.classes(c.Kind); len(classes) > 0 && a.sometimes(8) {
			c.DeviceClass = one(a, classes)
		}
	}
	a.without()
}

// without takes out the elements that want others which the model does not have.
func (a *author) without() {
	s := a.system
	if len(a.ends) < 2 {
		s.Flows, a.ids[reflect.TypeFor[models.FlowID]()] = nil, nil
	}
	if len(s.Components) < 2 {
		s.Dependencies, a.ids[reflect.TypeFor[models.DependencyID]()] = nil, nil
	}
	if len(s.Effects) == 0 {
		s.Safeguards, a.ids[reflect.TypeFor[models.SafeguardID]()] = nil, nil
	}
	if len(s.Data) == 0 {
		s.Events, a.ids[reflect.TypeFor[models.EventID]()] = nil, nil
	}
}

// classes lists the device classes of a kind.
func (a *author) classes(kind models.KindID) []models.DeviceClassID {
	var out []models.DeviceClassID
	for i := range a.catalog.DeviceClasses {
		if class := &a.catalog.DeviceClasses[i]; a.catalog.IsA(kind, class.Kind) {
			out = append(out, class.ID)
		}
	}
	return out
}
