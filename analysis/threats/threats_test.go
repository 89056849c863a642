package threats_test

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
)

func TestPump(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "pump.yaml", suite.All())
}

// There is one row for each component and each threat of its kind, which says of the threat's state what the facts say; a
// compromise that holds without a row stands among the unlisted ones.
func TestRowsFollowTheCatalog(t *testing.T) {
	analysistest.Law(t, suite.All(), func(t *rapid.T, known *models.Catalog, r *models.Result) {
		reached := map[models.Fact]models.InReadings[models.Reach]{}
		for _, f := range r.Facts {
			reached[f.Fact] = f.Reached
		}
		next := 0
		listed := map[models.Fact]bool{}
		for _, c := range r.System.Components {
			for _, threat := range known.ThreatsOf(c.Kind) {
				if next == len(r.Threats) || r.Threats[next].Component != c.ID || r.Threats[next].Threat != threat {
					t.Fatalf("row %d is not %s of %s", next, threat, c.ID)
				}
				row := &r.Threats[next]
				next++
				if row.Fact != (models.Fact{State: known.Threat(threat).State, Subject: string(c.ID)}) {
					t.Fatalf("%s of %s is %v", threat, c.ID, row.Fact)
				}
				listed[row.Fact] = true
				holds := reached[row.Fact]
				for _, reading := range models.ReadingIDs() {
					if got, want := len(row.Reachable.In(reading).By) > 0, *holds.In(reading) != models.NotReached; got != want {
						t.Fatalf("%v, %s: reached by somebody %t, holds %t", row.Fact, reading, got, want)
					}
				}
				if len(row.LeadsTo) > 0 && holds.Assessed == models.NotReached {
					t.Fatalf("%v leads to %v without holding", row.Fact, row.LeadsTo)
				}
			}
		}
		if next != len(r.Threats) {
			t.Fatalf("%d rows, want %d", len(r.Threats), next)
		}
		for fact, how := range reached {
			if fact.In == models.AllUnits {
				continue // it is told of one of them
			}
			state := known.State(fact.State)
			compromise := state != nil && state.Compromise && state.Of == models.ComponentSort && how.Assessed != models.NotReached
			if unlisted := slices.Contains(r.Unlisted, fact); unlisted != (compromise && !listed[fact]) {
				t.Fatalf("%v: unlisted %t, in a row %t, compromise %t", fact, unlisted, listed[fact], compromise)
			}
		}
	})
}
