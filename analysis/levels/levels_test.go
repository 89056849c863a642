package levels_test

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/models"
)

func TestBoiler(t *testing.T) {
	analysistest.Run(t, os.DirFS("testdata"), "boiler.yaml", []analysis.Analysis{levels.Analysis})
}

// The published level is the worst of those of the profiles, each alone, and the worst of what is reachable; together the
// attackers reach no less.
func TestPublishedIsTheWorst(t *testing.T) {
	analysistest.Law(t, []analysis.Analysis{levels.Analysis}, func(t *rapid.T, _ *models.Catalog, r *models.Result) {
		for _, reading := range models.ReadingIDs() {
			published := r.Levels.Published.In(reading)
			if !published.Determined() {
				continue // the worst counts, whatever is reachable
			}
			var byProfile, byEffect, joined models.LevelPoint
			for i := range r.Levels.ByProfile {
				byProfile = worst(byProfile, r.Levels.ByProfile[i].Levels.In(reading).Point())
				if r.Levels.ByProfile[i].Malicious {
					joined = worst(joined, r.Levels.ByProfile[i].Levels.In(reading).Point())
				}
			}
			for i := range r.Consequences {
				c := &r.Consequences[i]
				if reached := c.Reachable.In(reading); reached.Reachable != (len(reached.By) > 0) {
					t.Fatalf("%s, %s: %+v", c.Effect, reading, reached)
				} else if reached.Reachable {
					byEffect = worst(byEffect, c.Levels.Point())
				}
			}
			if published.Point() != byProfile || published.Point() != byEffect {
				t.Fatalf("%s: published %v, worst of profiles %v, worst of what is reachable %v", reading, published.Point(), byProfile, byEffect)
			}
			if r.Levels.Joined != nil && worst(joined, r.Levels.Joined.In(reading).Point()) != r.Levels.Joined.In(reading).Point() {
				t.Fatalf("%s: together %v, alone %v", reading, r.Levels.Joined.In(reading).Point(), joined)
			}
		}
	})
}

// worst is the worse one on each axis.
func worst(a, b models.LevelPoint) models.LevelPoint {
	return models.LevelPoint{Recovery: max(a.Recovery, b.Recovery), Economic: max(a.Economic, b.Economic)}
}
