package compliance_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/compliance"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// far says how far each status has come; a requirement that does not apply stands by itself.
var far = map[models.ComplianceStatus]int{
	models.RequirementOpen: 0, models.RequirementNotShown: 0, models.RequirementPartly: 1, models.RequirementMet: 2,
}

// Adopting a measure never opens a requirement, makes none less met, and moves none out of what the case has.
func TestAdoptingOpensNothing(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		system := using(t, analysistest.System(t, known, analysistest.Shape{Unknown: 3}), known)
		before := all(t, system, known)
		for i := range system.Measures {
			if system.Measures[i].Status.InForce() {
				continue
			}
			then := *system
			then.Measures = slices.Clone(system.Measures)
			then.Measures[i].Status = models.Adopted
			after := all(t, &then, known)
			for s := range before {
				for r := range before[s].Requirements {
					was, is := &before[s].Requirements[r], &after[s].Requirements[r]
					lost := far[is.Status] < far[was.Status] || is.Status == models.RequirementOpen && was.Status != models.RequirementOpen
					if lost || (is.Absent != "") != (was.Absent != "") && is.Status == models.RequirementNotApplicable {
						t.Fatalf("%s %s: %s, and %s with %s", before[s].Scheme.ID, was.No, told(was), told(is), then.Measures[i].ID)
					}
				}
			}
		}
	})
}

// using lets each measure of a drawn case use one of the catalog.
func using(t *rapid.T, system *models.System, known *models.Catalog) *models.System {
	for i := range system.Measures {
		system.Measures[i].Uses = rapid.SampledFrom(known.Measures).Draw(t, "uses").ID
	}
	return system
}

// The same case gives the same answer again, and every gap has an attack or nothing to say.
func TestAnswersAgree(t *testing.T) {
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		system := analysistest.System(t, known, analysistest.Shape{Unknown: 3})
		got := all(t, system, known)
		if again := all(t, system, known); !reflect.DeepEqual(got, again) {
			t.Fatal("the same case is answered in two ways")
		}
		for s := range got {
			for r := range got[s].Requirements {
				result := &got[s].Requirements[r]
				open := result.Status == models.RequirementOpen || result.Status == models.RequirementPartly
				if result.Gap != nil && (!open || len(result.Gap.Steps)+len(result.Gap.Through) == 0) {
					t.Fatalf("%s %s", got[s].Scheme.ID, told(result))
				}
				if result.Status == models.RequirementMet && len(result.Lacks)+len(result.Possible) > 0 {
					t.Fatalf("met, and something is lacking: %s", told(result))
				}
			}
		}
	})
}

func all(t *rapid.T, system *models.System, known *models.Catalog) []models.Compliance {
	result, err := analysis.Run(context.Background(), system, known, []analysis.Analysis{compliance.Asking(compliance.Question{All: true})}, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result.Compliance
}
