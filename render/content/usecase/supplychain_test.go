package usecase

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

// hours is a time that is exact, or a lower bound.
func hours(n float64, exact bool) models.Figure {
	if exact {
		return models.Figure{Status: models.Exact, Value: &n}
	}
	return models.Figure{Status: models.Bound, Lower: &n}
}

// supplied is the case with a vulnerable part in the heater, exposed for a time.
func supplied() *models.Result {
	r := rendertest.Case()
	r.System.Components[1].LeftOut = []models.LeftOut{{Reason: "tool"}, {Reason: "test"}, {Reason: "tool"}}
	stated := models.Timeline{Mitigated: hours(36, true), Fixed: hours(72, true)}
	r.Supply = &models.SupplyChain{
		Parts: parts(),
		Exposures: []models.Exposure{{
			Part: "phone", Product: "heater", Vulnerabilities: []string{"CVE-1", "CVE-2"},
			Without: models.Timeline{Mitigated: hours(48, false), Fixed: hours(96, false)}, With: models.Timeline{Mitigated: hours(1, true), Fixed: hours(24, true)}, Stated: &stated,
			Waits:    []models.Wait{{Component: "phone", Without: 24, With: 1}, {Component: "heater", Stakeholder: "vendor", Without: 72, With: 1, Serial: 48}},
			Unstated: []models.Unstated{{Component: "heater", Stakeholder: "vendor", Activity: models.Noticing}},
		}},
	}
	return r
}

// parts are parts of the heater: one with all that can be known of it, and some by several ways.
func parts() []models.Contained {
	n := func(x float64) *float64 { return &x }
	ways := [][]models.Text{{models.Plain("a")}, {models.Plain("b"), models.Plain("c")}}
	return []models.Contained{
		{Whole: "heater", Name: models.Plain("stack"), Identity: models.Identity{Version: "2.1", PURL: "pkg:generic/stack@2.1"}, Within: []models.Text{models.Plain("firmware")}, Vulnerabilities: []models.Vulnerability{
			{ID: "CVE-2", Status: models.NotAffected, Justification: "component_not_present"}, {ID: "CVE-1", Aliases: []string{"GHSA-1"}, Status: models.Affected},
		}},
		{Whole: "heater", Name: models.Plain("stack 2.2"), Identity: models.Identity{Version: "2.2"}, Component: "phone"},
		{Whole: "heater", Name: models.Plain("one more"), Ways: ways, Further: &models.Figure{Status: models.Exact, Value: n(1)}},
		{Whole: "heater", Name: models.Plain("many more"), Ways: ways, Further: &models.Figure{Status: models.Exact, Value: n(7)}},
		{Whole: "heater", Name: models.Plain("more than"), Ways: ways, Further: &models.Figure{Status: models.Bound, Lower: n(9)}},
		{Whole: "heater", Name: models.Plain("perhaps"), Ways: ways, Further: &models.Figure{Status: models.Bound}},
	}
}

// TestSupplyChain: parts are named with the ways to them and the gravest of what is known first; what the SBOMs list and
// call no part is counted; times are compared, and a lower bound is called one.
func TestSupplyChain(t *testing.T) {
	doc := Build(supplied(), models.English)
	rendertest.SoundDocument(t, &doc)
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "parts"), []string{
		"stack 2.1 / pkg:generic/stack@2.1 | Gas water heater→firmware | CVE-1 (GHSA-1): affected / CVE-2: not affected (component_not_present)",
		"Smartphone (app) | Gas water heater | –",
		"one more | Gas water heater→a / Gas water heater→b→c / and 1 more way | –",
		"many more | Gas water heater→a / Gas water heater→b→c / and 7 more ways | –",
		"more than | Gas water heater→a / Gas water heater→b→c / and more than 9 more ways | –",
		"perhaps | Gas water heater→a / Gas water heater→b→c / and perhaps more ways: not all were looked for | –",
	})
	id := "timeline-phone-heater"
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, id+"-times"), []string{
		"Without SBOMs | at least 2 days (bound) | at least 4 days (bound)", "As the model states | 36 hours | 3 days", "With SBOMs | 1 hour | 1 day",
	})
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, id+"-waits"), []string{
		"its maker, who is not stated | Smartphone (app) | 1 day | 1 hour | –", "Vendor of IoT devices | Gas water heater | 3 days | 1 hour | 2 days",
	})
	text := strings.Join(rendertest.Lines(&doc), "\n")
	for _, want := range []string{
		"The SBOM of “Gas water heater” itself says of 3 entries that they are not in the product (test: 1, tool: 2).",
		"(CVE-1, CVE-2) until the response is complete for “Gas water heater”",
		"after at least 4 days (bound) without SBOMs and after 1 day with them: 3 days sooner.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// TestContained: the parts of components stand alone as one table, or it says that there are none.
func TestContained(t *testing.T) {
	system := &rendertest.Case().System
	for _, lang := range models.Langs() {
		some, none := Contained(system, parts(), lang), Contained(system, nil, lang)
		if table := rendertest.Table(t, []content.Section{some}, "parts"); len(table.Rows) != len(parts()) || table.No != 1 {
			t.Errorf("%s: the table %d has %d rows", lang, table.No, len(table.Rows))
		}
		if notice, is := none.Blocks[0].(content.Notice); !is || notice.Tone != content.Gap || len(none.Blocks) != 1 {
			t.Errorf("%s: without parts there are %v", lang, none.Blocks)
		}
	}
}
