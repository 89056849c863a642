package riskmap_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/riskmap"
	"github.com/harmpath/harmpath/render/rendertest"
)

func mapOf(r *models.Result, lang models.Lang) *picture.Picture {
	return riskmap.Figures(caseview.New(r, lang, diagram.Light))[0].Picture
}

func place(recovery models.Recovery, least, most models.Economic) models.LevelPair {
	return models.LevelPair{Recovery: models.RecoveryLevel{Level: recovery}, Economic: models.EconomicLevel{Min: least, Max: most}}
}

// Readings that come out alike share a mark, an impact that is not known exactly is an interval, and what is not determined has no
// mark and is said.
func TestPlots(t *testing.T) {
	low, high := place(models.LimitedDamage, models.LimitedImpact, models.LimitedImpact), place(models.FatalDamage, models.LimitedImpact, models.CatastrophicImpact)
	for _, test := range []struct {
		name     string
		levels   models.InReadings[models.LevelPair]
		marks    []string
		none     []string
		interval bool
	}{
		{"all alike", models.InReadings[models.LevelPair]{Inherent: low, Assessed: low, Residual: low}, []string{"plot-inherent"}, []string{"plot-assessed", "plot-residual"}, false},
		{"the safeguards help", models.InReadings[models.LevelPair]{Inherent: high, Assessed: low, Residual: low}, []string{"plot-inherent", "plot-assessed"}, []string{"plot-residual"}, true},
		{"each its own", models.InReadings[models.LevelPair]{Inherent: high, Assessed: place(models.SeriousDamage, models.LimitedImpact, models.LimitedImpact), Residual: low}, []string{"plot-inherent", "plot-assessed", "plot-residual"}, nil, true},
		{"nothing is determined", models.InReadings[models.LevelPair]{Inherent: models.Undetermined(models.LacksEffects), Assessed: models.Undetermined(models.LacksEffects), Residual: models.Undetermined(models.LacksEffects)}, nil, []string{"plot-inherent", "plot-assessed", "plot-residual"}, false},
	} {
		r := rendertest.Case()
		r.Levels.Published = test.levels
		for _, lang := range models.Langs() {
			p := mapOf(r, lang)
			svg := string(p.SVG())
			for _, mark := range test.marks {
				if !strings.Contains(svg, mark) {
					t.Errorf("%s: there is no %s", test.name, mark)
				}
			}
			for _, mark := range test.none {
				if strings.Contains(svg, `"`+mark+`"`) {
					t.Errorf("%s: there is a %s", test.name, mark)
				}
			}
			if got := intervals(p.Items); (got > 0) != test.interval {
				t.Errorf("%s: %d intervals are shown", test.name, got)
			}
		}
	}
}

// intervals counts what is painted of impacts that are not known exactly.
func intervals(items []picture.Item) int {
	for _, item := range items {
		if group, is := item.(picture.Group); is && group.Class == "intervals" {
			return len(group.Items)
		}
	}
	return 0
}

// Wherever the readings lie and whatever the case is called, what is painted lies in the picture.
func TestInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rendertest.Case()
		r.System.SystemName = models.Plain(strings.Repeat(rapid.SampledFrom([]string{"", "x", "長い名", "heater "}).Draw(t, "name"), rapid.IntRange(1, 40).Draw(t, "times")))
		for _, id := range models.ReadingIDs() {
			least := rapid.SampledFrom(models.Economics()).Draw(t, "least")
			most := max(least, rapid.SampledFrom(models.Economics()).Draw(t, "most"))
			*r.Levels.Published.In(id) = place(rapid.SampledFrom(models.Recoveries()).Draw(t, "recovery"), least, most)
			if rapid.IntRange(0, 4).Draw(t, "open") == 0 {
				*r.Levels.Published.In(id) = models.Undetermined(models.LacksEffects)
			}
		}
		p := mapOf(r, rapid.SampledFrom(models.Langs()).Draw(t, "lang"))
		inside(t, p, p.Items)
	})
}

func inside(t *rapid.T, p *picture.Picture, items []picture.Item) {
	for _, item := range items {
		switch x := item.(type) {
		case picture.Group:
			inside(t, p, x.Items)
		case picture.Text:
			if x.X < 0 || x.X > p.Width || x.Y < 0 || x.Y > p.Height {
				t.Fatalf("%q stands at %.0f, %.0f of %.0f × %.0f", x.Content, x.X, x.Y, p.Width, p.Height)
			}
		}
	}
}
