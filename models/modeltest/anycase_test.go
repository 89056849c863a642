package modeltest_test

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/attach"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/formats"
	"github.com/harmpath/harmpath/models/modeltest"
)

// drawnSamples is over how many models the tests look.
const drawnSamples = 300

func knowledge(t *testing.T) *models.Catalog {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// Nine of ten models at least are accepted: the others say nothing of a program that is given them.
func TestChecksAcceptAnyCase(t *testing.T) {
	known := knowledge(t)
	samples := modeltest.AnyCase(known)
	refused := 0
	for seed := range drawnSamples {
		if err := accept(samples.Example(seed), known); err != nil {
			t.Logf("seed %d: %v", seed, err)
			refused++
		}
	}
	if refused > drawnSamples/10 {
		t.Errorf("%d of %d are refused", refused, drawnSamples)
	}
}

// accept reads a model with what it has attached, and checks it.
func accept(sample modeltest.Sample, known *models.Catalog) error {
	files := fstest.MapFS{}
	for name, body := range sample.Files {
		files[name] = &fstest.MapFile{Data: body}
	}
	model, err := load.Load(formats.All(), load.Source{Files: files, Name: "."})
	if err != nil {
		return err
	}
	return errors.Join(attach.Files(model, formats.Supplements(), attach.Limits{}), check.System(model.System, known).Err())
}

// One seed gives one model.
func TestAnyCaseIsTheSameAgain(t *testing.T) {
	known := knowledge(t)
	for seed := range 20 {
		once, again := modeltest.AnyCase(known).Example(seed), modeltest.AnyCase(known).Example(seed)
		if d := cmp.Diff(once.Files, again.Files); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

// Every field of a model file comes up, every word that one takes, and every entry of the catalog that one can name.
func TestAnyCaseSaysEverything(t *testing.T) {
	known := knowledge(t)
	samples := modeltest.AnyCase(known)
	said := record{}
	for seed := range drawnSamples {
		sample := samples.Example(seed)
		said.value(reflect.ValueOf(sample.System).Elem())
		for name := range sample.Files {
			said["file "+name] = true
		}
	}
	wanted := record{"file model.yaml": true, "file model.json": true, "file below/rest.yaml": true}
	wanted.fields(reflect.TypeFor[models.System](), map[reflect.Type]bool{})
	wanted.entries(known)
	for _, what := range slices.Sorted(maps.Keys(wanted)) {
		if !said[what] {
			t.Errorf("%s never comes up", what)
		}
	}
}

// record is what was said, or what is to be said: fields, words of types and ids of types, with the type before each.
type record map[string]bool

// value records what a value says. It recurses over the types of models.
func (r record) value(v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if !v.IsNil() {
			r.value(v.Elem())
		}
		return
	}
	switch x := v.Interface().(type) {
	case encoding.TextMarshaler:
		if word, err := x.MarshalText(); err == nil {
			r[fmt.Sprint(v.Type(), " ", string(word))] = true
		}
		if f, is := x.(models.Fact); is {
			r[fmt.Sprint("models.StateID ", f.State)] = true
		}
		return
	case models.Properties:
		for p, said := range x { // into a set
			r[fmt.Sprint("models.PropertyID ", p)] = true
			r[fmt.Sprint("models.Truth ", said)] = true
		}
	}
	switch v.Kind() {
	case reflect.String:
		r[fmt.Sprint(v.Type(), " ", v)] = true
	case reflect.Slice:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); !v.Field(i).IsZero() {
				r[fmt.Sprint(v.Type(), ".", f.Name)] = true
				r.value(v.Field(i))
			}
		}
	}
}

// fields records every field of a type and of those below it, and the words of those that have some.
func (r record) fields(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	if w, is := reflect.Zero(t).Interface().(interface{ Values() []string }); is && t.Kind() != reflect.Pointer {
		for _, word := range w.Values() {
			r[fmt.Sprint(t, " ", word)] = true
		}
		return
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		r.fields(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if t == reflect.TypeFor[models.Fact]() {
				continue // seen by its state
			}
			if f.Type == reflect.TypeFor[models.Place]() || f.Name == "Include" && t == reflect.TypeFor[models.System]() {
				continue // set by reading; seen by its file
			}
			r[fmt.Sprint(t, ".", f.Name)] = true
			r.fields(f.Type, seen)
		}
	}
}

// entries records the entries of the catalog that a model can name.
func (r record) entries(known *models.Catalog) {
	ids(r, known.Sites, func(e *models.Site) string { return string(e.ID) }, "models.SiteID")
	for i := range known.Kinds {
		if k := &known.Kinds[i]; !k.Abstract {
			r[fmt.Sprint("models.KindID ", k.ID)] = true
		}
	}
	for i := range known.States {
		switch s := &known.States[i]; s.Of {
		case models.ComponentSort, models.FlowSort, models.DataSort, models.SafeguardSort, models.EffectSort, models.ConditionSort, models.StakeholderSort:
			r[fmt.Sprint("models.StateID ", s.ID)] = true
		}
	}
	ids(r, known.DeviceClasses, func(e *models.DeviceClass) string { return string(e.ID) }, "models.DeviceClassID")
	ids(r, known.Properties, func(e *models.Property) string { return string(e.ID) }, "models.PropertyID")
	ids(r, known.Threats, func(e *models.Threat) string { return string(e.ID) }, "models.ThreatID")
	ids(r, known.Rules, func(e *models.Rule) string { return string(e.ID) }, "models.RuleID")
	ids(r, known.Measures, func(e *models.CatalogMeasure) string { return string(e.ID) }, "models.MeasureID")
	ids(r, known.Requirements, func(e *models.Requirement) string { return string(e.ID) }, "models.RequirementID")
	ids(r, known.Viewpoints, func(e *models.Viewpoint) string { return string(e.ID) }, "models.ViewpointID")
	ids(r, known.Sensitivities, func(e *models.Sensitivity) string { return string(e.ID) }, "models.SensitivityID")
	ids(r, known.Schemes, func(e *models.Scheme) string { return string(e.ID) }, "models.SchemeID")
	ids(r, known.Categories, func(e *models.Category) string { return string(e.ID) }, "models.CategoryID")
	ids(r, known.Norms, func(e *models.Norm) string { return string(e.ID) }, "models.NormID")
}

func ids[E any](r record, list []E, id func(*E) string, of string) {
	for i := range list {
		r[of+" "+id(&list[i])] = true
	}
}
