package glossary_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
)

// Outputs need no catalog: every word of it that a result uses stands beside the result, and nothing stands there of kinds
// and findings that the case does not have.
func TestWordsAreThoseOfTheResult(t *testing.T) {
	analysistest.Law(t, suite.All(), func(t *rapid.T, known *models.Catalog, r *models.Result) {
		w := &r.Words
		kinds := map[models.KindID]bool{}
		for _, c := range r.System.Components {
			for _, kind := range known.Line(c.Kind) {
				kinds[kind] = true
			}
		}
		for _, kind := range known.Kinds {
			if has(w.Kinds, func(e *models.Kind) bool { return e.ID == kind.ID }) != kinds[kind.ID] {
				t.Fatalf("kind %s: a component is one: %t", kind.ID, kinds[kind.ID])
			}
		}
		found := map[string]bool{}
		for _, f := range r.Findings {
			found[f.Kind] = true
		}
		for _, kind := range known.Findings {
			if has(w.Findings, func(e *models.FindingKind) bool { return e.ID == kind.ID }) != found[kind.ID] {
				t.Fatalf("finding %s: there is one: %t", kind.ID, found[kind.ID])
			}
		}
		for _, row := range r.Threats {
			if !has(w.Threats, func(e *models.Threat) bool { return e.ID == row.Threat }) {
				t.Fatalf("threat %s is not explained", row.Threat)
			}
		}
		for _, a := range r.Assumptions {
			property(t, w, a.Property.Property)
		}
		for _, c := range r.Consequences {
			for _, a := range c.Attacks {
				for _, step := range a.Steps {
					if known.Rule(step.Rule) != nil && !has(w.Rules, func(e *models.Rule) bool { return e.ID == step.Rule }) {
						t.Fatalf("rule %s is not explained", step.Rule)
					}
					for _, ref := range step.Assumes {
						property(t, w, ref.Property)
					}
				}
			}
		}
		for _, m := range r.System.Measures {
			if m.Uses != "" && !has(w.Measures, func(e *models.CatalogMeasure) bool { return e.ID == m.Uses }) {
				t.Fatalf("measure %s is not explained", m.Uses)
			}
			for _, p := range m.Provides {
				property(t, w, p)
			}
		}
		for _, d := range r.System.Data {
			if !has(w.Sensitivities, func(e *models.Sensitivity) bool { return e.ID == d.Sensitivity }) {
				t.Fatalf("class of data %s is not explained", d.Sensitivity)
			}
		}
	})
}

func property(t *rapid.T, w *models.Words, id models.PropertyID) {
	if !has(w.Properties, func(e *models.Property) bool { return e.ID == id }) {
		t.Fatalf("property %s is not explained", id)
	}
}

func has[E any](list []E, is func(*E) bool) bool {
	return slices.ContainsFunc(list, func(e E) bool { return is(&e) })
}
