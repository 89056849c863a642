package catalog

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// TestEveryMeasureMeetsSomething shows that each measure of the catalog is named by a requirement of a scheme.
func TestEveryMeasureMeetsSomething(t *testing.T) {
	c := loaded(t)
	for i := range c.Measures {
		id := c.Measures[i].ID
		named := slices.ContainsFunc(c.Schemes, func(s models.Scheme) bool {
			return slices.ContainsFunc(s.Requirements, func(r models.SchemeRequirement) bool {
				return slices.Contains(r.Measures, id) || slices.Contains(r.Partly, id)
			})
		})
		if !named {
			t.Errorf("no requirement of a scheme names the measure %s", id)
		}
	}
}

// TestRequirementsNameTheirMeasures shows that what meets a requirement by a property can be put in force: each
// property is provided by one of the measures that the requirement names.
func TestRequirementsNameTheirMeasures(t *testing.T) {
	c := loaded(t)
	for _, s := range c.Schemes {
		for _, r := range s.Requirements {
			for _, p := range r.Properties {
				provided := slices.ContainsFunc(slices.Concat(r.Measures, r.Partly), func(m models.MeasureID) bool {
					return slices.Contains(c.Measure(m).Provides, p)
				})
				if !provided {
					t.Errorf("%s %s wants %s, and none of its measures provides it", s.ID, r.No, p)
				}
			}
			if len(r.Measures)+len(r.Partly) == 0 {
				t.Errorf("%s %s names no measure", s.ID, r.No)
			}
		}
	}
}

// TestReferencesToSchemesResolve shows that references to a scheme that the catalog has name one of its requirements.
func TestReferencesToSchemesResolve(t *testing.T) {
	c := loaded(t)
	looked := 0
	everyEntry(t, func(t *testing.T, e entry) {
		for _, r := range e.References {
			s := c.Scheme(models.SchemeID(strings.ToLower(r.Scheme)))
			if s == nil {
				continue
			}
			looked++
			if !slices.ContainsFunc(s.Requirements, func(q models.SchemeRequirement) bool { return q.No == r.ID }) {
				t.Errorf("%s %s is no requirement of the scheme", r.Scheme, r.ID)
			}
		}
	})
	if looked == 0 {
		t.Error("no entry refers to a scheme")
	}
}

// TestSchemesSpeakBothLanguages shows that titles are in both languages, each in its own script, and short.
func TestSchemesSpeakBothLanguages(t *testing.T) {
	const longest = 90
	for _, s := range loaded(t).Schemes {
		for _, r := range s.Requirements {
			switch {
			case !strings.ContainsFunc(r.Title.JA, japanese) || strings.ContainsFunc(r.Title.EN, japanese):
				t.Errorf("%s %s: %+v", s.ID, r.No, r.Title)
			case len(r.Title.EN) > longest || len([]rune(r.Title.JA)) > longest/2:
				t.Errorf("%s %s: the title is no short one: %+v", s.ID, r.No, r.Title)
			case r.Title.EN == "" || strings.HasSuffix(r.Title.JA, "。"):
				t.Errorf("%s %s: %+v", s.ID, r.No, r.Title)
			}
		}
	}
}

func TestHelpOnScheme(t *testing.T) {
	c := loaded(t)
	page := Help(c, listed(t, c, "schemes/jc-star"), models.English)
	for _, want := range []string{"S1.1-02  No common default password", "   properties: admin_authenticated, unguessable", "NOT LISTED", "a model does not show it", "device  "} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing in\n%s", want, page)
		}
	}
	page = Help(c, listed(t, c, "measures/login-limits"), models.Japanese)
	if !strings.Contains(page, "jc-star  S1.1-04") || !strings.Contains(page, "iec62443  SR 1.10, SR 1.11") {
		t.Errorf("the requirements are missing in\n%s", page)
	}
}
