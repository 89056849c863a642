package assumptions_test

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
)

func TestDoors(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "doors.yaml", suite.All())
}

// Consequences rest on properties of which the model says nothing, on sets of which none is a part of another, and what
// all sets of a consequence share takes it away.
func TestSetsAreMinimal(t *testing.T) {
	analysistest.Law(t, suite.All(), func(t *rapid.T, _ *models.Catalog, r *models.Result) {
		stated := map[models.PropertyRef]models.Resistance{}
		state := func(of models.Sort, id string, properties models.Properties) {
			for property, truth := range properties {
				stated[models.PropertyRef{Type: of, Subject: id, Property: property}] = truth
			}
		}
		for _, c := range r.System.Components {
			state(models.ComponentSort, string(c.ID), c.Properties)
		}
		for _, f := range r.System.Flows {
			state(models.FlowSort, string(f.ID), f.Properties)
		}
		for _, d := range r.System.Data {
			state(models.DataSort, string(d.ID), d.Properties)
		}
		for i := range r.Consequences {
			c := &r.Consequences[i]
			if c.Reachable.Assessed.Reachable != (len(c.AssumedSets) > 0) {
				t.Fatalf("%s is reachable: %t, and rests on %v", c.Effect, c.Reachable.Assessed.Reachable, c.AssumedSets)
			}
			for j, set := range c.AssumedSets {
				for _, ref := range set {
					if stated[ref] != models.NotStated {
						t.Fatalf("%s rests on %v, which is stated", c.Effect, ref)
					}
				}
				for k, other := range c.AssumedSets {
					if k != j && !slices.ContainsFunc(set, func(ref models.PropertyRef) bool { return !slices.Contains(other, ref) }) {
						t.Fatalf("%s rests on %v and on %v", c.Effect, set, other)
					}
				}
			}
			for _, a := range r.Assumptions {
				everywhere := len(c.AssumedSets) > 0 && !slices.ContainsFunc(c.AssumedSets, func(set []models.PropertyRef) bool { return !slices.Contains(set, a.Property) })
				if removes := slices.Contains(a.Removes, c.Effect); removes != everywhere {
					t.Fatalf("%v takes %s away: %t, and stands in every set: %t", a.Property, c.Effect, removes, everywhere)
				}
			}
		}
	})
}
