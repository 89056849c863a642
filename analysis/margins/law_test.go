package margins_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/difference"
	"github.com/harmpath/harmpath/analysis/levels"
	"github.com/harmpath/harmpath/analysis/margins"
	"github.com/harmpath/harmpath/models"
)

// A measure that comes into force, whether it stops steps, makes them harder or provides a property, makes no margin of the
// residual reading worse, and moves none of the assessed one; and no margin is worse with the measures in force than without.
func TestMeasuresInForceMakeNoMarginWorse(t *testing.T) {
	known := knowledge(t)
	moved := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 8})
		system.Measures = append(system.Measures, widely(rt, system, known))
		run := func(s *models.System) *models.Result {
			r, err := analysis.Run(context.Background(), s, known, []analysis.Analysis{levels.Analysis, margins.Analysis}, analysis.Options{})
			if err != nil {
				rt.Fatal(err)
			}
			return r
		}
		n := len(system.Measures) - 1
		before, after := *system, *system
		before.Measures, after.Measures = slices.Clone(system.Measures), slices.Clone(system.Measures)
		before.Measures[n].Status, after.Measures[n].Status = models.Candidate, models.Adopted
		now := run(&after)
		kind := "blocks"
		switch m := &after.Measures[n]; {
		case len(m.Hardens) > 0:
			kind = "hardens"
		case len(m.Provides) > 0:
			kind = "provides"
		}
		for _, m := range difference.Between(run(&before), now).Margins {
			moved[kind]++
			if m.Worse || m.Reading != models.Residual {
				rt.Fatalf("%s in force: %+v", after.Measures[n].ID, m)
			}
		}
		without := *now
		without.Margins = slices.DeleteFunc(slices.Clone(now.Margins), func(m models.Margin) bool { return m.Reading != models.Assessed })
		for _, m := range difference.Between(&without, now).Margins {
			if m.Worse {
				rt.Fatalf("worse than without any measure: %+v", m)
			}
		}
	})
	if moved["blocks"]+moved["provides"] < 3 || moved["hardens"] > 0 {
		t.Errorf("margins moved: %v, of which too few, or some by what only hardens", moved)
	}
}

// widely draws a measure that acts on many steps of a system, and may be overcome.
func widely(t *rapid.T, s *models.System, known *models.Catalog) models.Measure {
	m := models.Measure{ID: "widely", Text: models.Plain("Widely"), Stakeholder: "maker", Viewpoint: "viewpoint-1", Target: models.SystemTarget, Reason: models.Plain("Drawn")}
	for i := range s.Components {
		m.AppliesTo = append(m.AppliesTo, string(s.Components[i].ID))
	}
	for i := range s.Flows {
		m.AppliesTo = append(m.AppliesTo, string(s.Flows[i].ID))
	}
	var rules []models.RuleID
	for i := range known.Rules {
		if rapid.IntRange(0, 3).Draw(t, "rule") > 0 {
			rules = append(rules, known.Rules[i].ID)
		}
	}
	switch rapid.IntRange(0, 2).Draw(t, "acts") {
	case 0:
		m.Blocks = rules
	case 1:
		for _, r := range rules {
			m.Hardens = append(m.Hardens, models.RuleHardening{Rule: r, Effort: 5})
		}
	default:
		for i := range known.Properties {
			if rapid.IntRange(0, 3).Draw(t, "property") > 0 {
				m.Provides = append(m.Provides, known.Properties[i].ID)
			}
		}
	}
	if rapid.Bool().Draw(t, "overcome") {
		m.OvercomeBy = &models.Overcoming{Effort: 3}
	}
	return m
}

// The published levels lie between those where all that is not stated is favourable and those where none of it protects, in
// the assessed and the residual reading, also where a catalog presumes much.
func TestPublishedLevelsLieBetween(t *testing.T) {
	known := knowledge(t)
	wide := 0
	rapid.Check(t, func(rt *rapid.T) {
		c := *known
		c.Properties = slices.Clone(known.Properties)
		for i := range c.Properties {
			if rapid.IntRange(0, 3).Draw(rt, "presumed") == 0 {
				c.Properties[i].Unstated = models.Given
			}
		}
		system := analysistest.System(rt, known, analysistest.Shape{Unknown: 12})
		r, err := analysis.Run(context.Background(), system, &c, []analysis.Analysis{levels.Analysis, margins.Analysis}, analysis.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, reading := range []models.ReadingID{models.Assessed, models.Residual} {
			published, span := r.Levels.Published.In(reading), r.Levels.Interval(reading)
			if !published.Determined() {
				continue
			}
			if span == nil {
				rt.Fatalf("%s: no interval", reading)
			}
			at := published.Point()
			if span.Best.Or(at) != at || at.Or(span.Worst) != span.Worst {
				rt.Fatalf("%s: %+v is not between %+v", reading, at, *span)
			}
			if span.Best != span.Worst {
				wide++
			}
		}
	})
	if wide == 0 {
		t.Error("every interval is a point")
	}
}
