package suite_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

// drawn checks a property of generated systems.
func drawn(t *testing.T, unknown int, property func(*rapid.T, *models.System, *models.Catalog)) {
	t.Helper()
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		property(t, analysistest.System(t, known, analysistest.Shape{Unknown: unknown}), known)
	})
}

func analyse(t *rapid.T, system *models.System, known *models.Catalog) *models.Result {
	result, err := analysis.Run(context.Background(), system, known, suite.All(), analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// holding returns the facts that hold in a reading.
func holding(r *models.Result, reading models.ReadingID) map[models.Fact]bool {
	out := map[models.Fact]bool{}
	for i := range r.Facts {
		if *r.Facts[i].Reached.In(reading) != models.NotReached {
			out[r.Facts[i].Fact] = true
		}
	}
	return out
}

// within reports whether all facts of the one are among the other's. What is assumed of properties, and that a measure is
// ineffective, are no facts of the world.
func within(t *rapid.T, few, many map[models.Fact]bool, why string) {
	for f := range few {
		if f.State != "assumed" && f.State != "ineffective" && !many[f] {
			t.Fatalf("%s: %s holds now and did not before", why, f)
		}
	}
}

func notAbove(t *rapid.T, a, b models.LevelPair, why string) {
	if a.Recovery.Level > b.Recovery.Level || a.Economic.Max > b.Economic.Max || a.Economic.Min > b.Economic.Min {
		t.Fatalf("%s: %s × %s rises above %s × %s", why, a.Recovery.Level, a.Economic.Max, b.Recovery.Level, b.Economic.Max)
	}
}

// What the assessed reading credits and what measures add only ever takes away.
func TestReadingsAreNested(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		inherent, assessed, residual := holding(r, models.Inherent), holding(r, models.Assessed), holding(r, models.Residual)
		within(t, assessed, inherent, "assessed and inherent")
		within(t, residual, assessed, "residual and assessed")
		levels := append(slices.Clone(r.Levels.ByProfile), models.ProfileLevels{Levels: r.Levels.Published})
		if r.Levels.Joined != nil {
			levels = append(levels, models.ProfileLevels{Profile: "joined", Levels: *r.Levels.Joined})
		}
		for _, l := range levels {
			notAbove(t, l.Levels.Assessed, l.Levels.Inherent, "assessed of "+string(l.Profile))
			notAbove(t, l.Levels.Residual, l.Levels.Assessed, "residual of "+string(l.Profile))
			if l.Profile != "joined" {
				notAbove(t, l.Levels.Assessed, r.Levels.Published.Assessed, "published")
			}
		}
	})
}

// A measure that comes into force never adds a fact and never raises a level.
func TestMeasuresOnlyTakeAway(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		if len(system.Measures) == 0 {
			return
		}
		i := rapid.IntRange(0, len(system.Measures)-1).Draw(t, "measure")
		system.Measures[i].Status = models.Candidate
		before := analyse(t, system, known)
		system.Measures[i].Status = models.Adopted
		after := analyse(t, system, known)
		within(t, holding(after, models.Residual), holding(before, models.Residual), "residual")
		notAbove(t, after.Levels.Published.Residual, before.Levels.Published.Residual, "residual")
		for _, reading := range []models.ReadingID{models.Inherent, models.Assessed} {
			within(t, holding(after, reading), holding(before, reading), string(reading))
			within(t, holding(before, reading), holding(after, reading), string(reading))
		}
	})
}

// knownToBe returns the system with a property stated.
func knownToBe(system *models.System, ref models.PropertyRef, value models.Resistance) *models.System {
	out := *system
	state := func(p models.Properties) models.Properties {
		p = maps.Clone(p)
		if p == nil {
			p = models.Properties{}
		}
		p[ref.Property] = value
		return p
	}
	out.Components, out.Flows, out.Data = slices.Clone(system.Components), slices.Clone(system.Flows), slices.Clone(system.Data)
	for i := range out.Components {
		if c := &out.Components[i]; ref.Type == models.ComponentSort && string(c.ID) == ref.Subject {
			c.Properties = state(c.Properties)
		}
	}
	for i := range out.Flows {
		if f := &out.Flows[i]; ref.Type == models.FlowSort && string(f.ID) == ref.Subject {
			f.Properties = state(f.Properties)
		}
	}
	for i := range out.Data {
		if x := &out.Data[i]; ref.Type == models.DataSort && string(x.ID) == ref.Subject {
			x.Properties = state(x.Properties)
		}
	}
	return &out
}

// What the result says of an unknown property is what a fresh analysis says once the property is known to be true; and
// known to be false it changes nothing.
func TestKnowingAPropertyEqualsAFreshAnalysis(t *testing.T) {
	drawn(t, 12, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		for _, a := range r.Assumptions {
			fresh := analyse(t, knownToBe(system, a.Property, models.Given), known)
			within(t, holding(fresh, models.Assessed), holding(r, models.Assessed), "a property known to be true")
			got, want := a.IfTrue, fresh.Levels.Published.Assessed
			if got.Recovery.Level != want.Recovery.Level || got.Economic.Max != want.Economic.Max || got.Economic.Min != want.Economic.Min {
				t.Fatalf("%v: said to give %+v, gives %+v", a.Property, got, want)
			}
			var removed []models.EffectID
			for i := range r.Consequences {
				if r.Consequences[i].Reachable.Assessed.Reachable && !fresh.Consequences[i].Reachable.Assessed.Reachable {
					removed = append(removed, r.Consequences[i].Effect)
				}
			}
			if !slices.Equal(a.Removes, removed) {
				t.Fatalf("%v: said to remove %v, removes %v", a.Property, a.Removes, removed)
			}
		}
		for _, a := range r.Assumptions[:min(1, len(r.Assumptions))] {
			fresh := analyse(t, knownToBe(system, a.Property, models.Absent), known)
			if !slices.Equal(fresh.Entries, r.Entries) {
				t.Fatalf("%v known to be false changes the entry points", a.Property)
			}
		}
	})
}

// A consequence is reachable with some unknown properties false and all others true exactly when one of its minimal
// sets is among the false ones.
func TestAssumptionSetsEqualSubsets(t *testing.T) {
	drawn(t, 5, func(t *rapid.T, system *models.System, known *models.Catalog) {
		r := analyse(t, system, known)
		for bits := range 1 << len(r.Assumptions) {
			changed, taken := system, map[models.PropertyRef]bool{}
			for i, a := range r.Assumptions {
				if bits>>i&1 != 0 {
					taken[a.Property] = true
				} else {
					changed = knownToBe(changed, a.Property, models.Given)
				}
			}
			fresh := analyse(t, changed, known)
			for i := range r.Consequences {
				want := slices.ContainsFunc(r.Consequences[i].AssumedSets, func(set []models.PropertyRef) bool {
					return !slices.ContainsFunc(set, func(ref models.PropertyRef) bool { return !taken[ref] })
				})
				if got := fresh.Consequences[i].Reachable.Assessed.Reachable; got != want {
					t.Fatalf("%s with %v: reachable %v, its sets %v", r.Consequences[i].Effect, taken, got, r.Consequences[i].AssumedSets)
				}
			}
		}
	})
}

// A consequence that its safeguards stop is reachable without them, and one that they do not stop is not.
func TestSafeguardsStopWhatTheyAreSaidToStop(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		if len(system.Attackers) == 0 {
			return
		}
		system.Attackers, system.Initiators = system.Attackers[:1], nil
		for i := range system.Safeguards {
			system.Safeguards[i].Stops = nil // a safeguard that shuts down can bring another effect about
		}
		r := analyse(t, system, known)
		bare := *system
		bare.Safeguards = nil
		without := analyse(t, &bare, known)
		for i := range r.Consequences {
			c := &r.Consequences[i]
			stopped := !c.Reachable.Assessed.Reachable && without.Consequences[i].Reachable.Assessed.Reachable
			if stopped && len(c.StoppedBy) == 0 {
				t.Fatalf("%s is stopped, and by nothing", c.Effect)
			}
			if c.Reachable.Assessed.Reachable && len(c.StoppedBy) > 0 {
				t.Fatalf("%s is reachable and stopped by %v", c.Effect, c.StoppedBy)
			}
		}
	})
}

// Equal input gives equal bytes.
func TestResultsRepeat(t *testing.T) {
	drawn(t, 20, func(t *rapid.T, system *models.System, known *models.Catalog) {
		first, err := json.Marshal(analyse(t, system, known))
		if err != nil {
			t.Fatal(err)
		}
		second, err := json.Marshal(analyse(t, system, known))
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("a second run differs: %v", err)
		}
	})
}
