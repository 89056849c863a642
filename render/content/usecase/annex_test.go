package usecase

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestUnknowns: unknown properties of one element that change the same share a row, and the rows of one element stand
// together; what decides a level says so.
func TestUnknowns(t *testing.T) {
	r := rendertest.Case()
	unknown := func(subject string, property models.PropertyID, effects ...models.EffectID) models.AssumptionResult {
		return models.AssumptionResult{
			Property: models.PropertyRef{Type: models.ComponentSort, Subject: subject, Property: property},
			Effects:  effects, IfTrue: r.Levels.Published.Assessed,
		}
	}
	decides := unknown("phone", "d", "scald")
	decides.Decides, decides.Removes = true, []models.EffectID{"scald"}
	r.Assumptions = []models.AssumptionResult{unknown("phone", "a", "scald"), unknown("heater", "a", "scald"), unknown("phone", "b", "scald"), unknown("phone", "c", "burst"), decides}
	rendertest.SameRows(t, unknownTable(phrasing.New(r, models.English)), []string{
		"Smartphone (app) | a, b | Scald | changes nothing | –",
		"^ | c | Burst | changes nothing | –",
		"^ | d | Scald | Serious damage / Limited economic impact to Serious economic impact / changes the level / no longer: Scald | –",
		"Gas water heater | a | Scald | changes nothing | –",
	})
}

// TestLimits: a search that was cut short says what about and why; without one that is said.
func TestLimits(t *testing.T) {
	r := rendertest.Case()
	r.Limits = append(r.Limits, models.Limit{Question: "assumption sets", About: "remote", Reason: "too many"}, models.Limit{Question: "assumption sets", About: "something else", Reason: "no end"}, models.Limit{Question: "assumption sets"})
	rows := rendertest.Rows(rendertest.Table(t, []content.Section{limits(phrasing.New(r, models.English))}, "limits"))
	for i, about := range []string{"Scald", "Remote attacker", "something else", "–"} {
		if cells := strings.Split(rows[i], " | "); cells[1] != about {
			t.Errorf("row %d is about %q, want %q", i+1, cells[1], about)
		}
	}
	japanese := limits(phrasing.New(r, models.Japanese))
	if reason := rendertest.Table(t, []content.Section{japanese}, "limits").Rows[0][2].Lines[1][0]; reason.Lang != models.English {
		t.Errorf("the reason, which is English, is marked as %q", reason.Lang)
	}
	r.Limits, r.Coverage = nil, nil
	if s := limits(phrasing.New(r, models.English)); len(s.Blocks) != 2 {
		t.Errorf("without limits there are %d blocks", len(s.Blocks))
	}
}

// TestCoverage: what is modelled for all kinds stands in no row; the rest says for which kinds, and why.
func TestCoverage(t *testing.T) {
	r := rendertest.Case()
	got := rendertest.Table(t, []content.Section{limits(phrasing.New(r, models.English))}, "coverage")
	rendertest.SameRows(t, got, []string{
		"Firmware replaced | smartphone | left out | A reason",
		"Sessions stolen | smartphone | not yet | What is missing",
	})
}

// TestSources: a source is cited under the sections that it supports, under all where it names none, and the list of sources
// links to them.
func TestSources(t *testing.T) {
	v := phrasing.New(rendertest.Case(), models.English)
	for section, want := range map[models.Section]int{models.SectionThreats: 2, models.SectionOverview: 1} {
		cited := phrasing.Cited(v, section)
		if got := len(cited[0].(content.Sources).Items); got != want {
			t.Errorf("%s cites %d sources, want %d", section, got, want)
		}
	}
	items := sources(v).Blocks[0].(content.List).Items
	if got := items[0].String(); got != "A source of everything" {
		t.Error(got)
	}
	links := 0
	for _, span := range items[1] {
		if span.Kind == content.Link && span.To == string(models.SectionThreats) {
			links++
		}
	}
	if links != 1 {
		t.Errorf("%v has %d links", items[1], links)
	}
}

// TestFindings: a finding of a kind that the catalog lacks is shown by its id with the names of its subjects, and one whose
// subjects have no names by their ids.
func TestFindings(t *testing.T) {
	r := &models.Result{Findings: []models.Finding{{Kind: "unheard-of", Names: []models.Text{models.Plain("A"), models.Plain("B")}}, {Kind: "known", Subjects: []string{"x"}}}}
	r.Words.Findings = []models.FindingKind{{ID: "known", Entry: models.Entry{Name: models.Plain("about {1}")}}}
	rows := rendertest.Rows(rendertest.Table(t, []content.Section{findings(phrasing.New(r, models.English))}, "findings"))
	for i, want := range []string{"unheard-of: A, B", "about x"} {
		if !strings.Contains(rows[i], want) {
			t.Errorf("%q, want %q", rows[i], want)
		}
	}
}

// TestFront: the title page has the facts that the case states, and the levels of each reading.
func TestFront(t *testing.T) {
	for _, c := range []struct {
		result *models.Result
		names  []string
	}{
		{rendertest.Case(), []string{"No.", "Gas water heater system", "2021-11-29", "test-case"}},
		{&models.Result{System: models.System{ID: "bare"}}, []string{"bare"}},
	} {
		v := phrasing.New(c.result, models.English)
		text := strings.Join(rendertest.BlockLines(front(v)), " / ")
		for _, want := range append(c.names, "Inherent", "Assessed", "Residual") {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing: %s", want, text)
			}
		}
	}
}

// TestFlows: flows stand in the order of their numbers, those without one last and in the model's order.
func TestFlows(t *testing.T) {
	r := &models.Result{System: models.System{Flows: []models.Flow{
		{ID: "x", Name: models.Plain("x")}, {ID: "c", Seq: 3, Name: models.Plain("c")}, {ID: "a", Seq: 1, Name: models.Plain("a")}, {ID: "y", Name: models.Plain("y")},
	}}}
	var got []string
	for _, row := range flowTable(phrasing.New(r, models.English)).(content.Table).Rows {
		got = append(got, row[0].Lines[0].String()+row[1].Lines[0].String())
	}
	if s := strings.Join(got, " "); s != "1a 3c –x –y" {
		t.Error(s)
	}
}
