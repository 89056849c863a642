package rendertest_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/rendertest"
)

// The case that outputs are tested with is one of a piece: what its result speaks of stands in its system.
func TestCaseIsWhole(t *testing.T) {
	r := rendertest.Case()
	components, effects := map[string]bool{}, map[string]bool{}
	for _, c := range r.System.Components {
		components[string(c.ID)] = true
	}
	for _, e := range r.System.Effects {
		effects[string(e.ID)] = true
	}
	for _, c := range r.Consequences {
		if !c.Derived && !effects[string(c.Effect)] {
			t.Errorf("the consequence %s has no effect", c.Effect)
		}
	}
	for _, row := range r.Threats {
		if !components[string(row.Component)] {
			t.Errorf("a threat of %s, which is no component", row.Component)
		}
	}
	for _, c := range r.Components {
		if !components[string(c.Component)] {
			t.Errorf("a result of %s, which is no component", c.Component)
		}
	}
}

// Each call makes a case of its own, so that a test may change it.
func TestCasesAreApart(t *testing.T) {
	first := rendertest.Case()
	first.System.Components[0].Name = models.Plain("changed")
	if second := rendertest.Case(); second.System.Components[0].Name == first.System.Components[0].Name {
		t.Error("a change of one case is seen in the next")
	}
}

// Each hostile text stands somewhere in the hostile case, and no other text does.
func TestHostileIsHostileAllThrough(t *testing.T) {
	seen := map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		if text, is := v.Interface().(models.Text); is {
			for _, said := range []string{text.JA, text.EN} {
				seen[said] = true
				if said != "" && !slices.Contains(rendertest.HostileTexts(), said) {
					t.Errorf("a text is as it was: %.60q", strings.TrimSpace(said))
				}
			}
			return
		}
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		}
	}
	walk(reflect.ValueOf(rendertest.Hostile()).Elem())
	for _, text := range rendertest.HostileTexts() {
		if !seen[text] {
			t.Errorf("%.40q stands nowhere", text)
		}
	}
}
