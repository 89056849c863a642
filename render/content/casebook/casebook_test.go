package casebook

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestDocumentsHoldTogether: the collections that every output is tried with make documents that hold together, in each
// language, the same one each time, and their results stay as they are.
func TestDocumentsHoldTogether(t *testing.T) {
	for name, c := range rendertest.Collections() {
		for _, lang := range models.Langs() {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				doc := Build(c, lang)
				rendertest.SoundDocument(t, &doc)
				if doc.Kind != content.CollectionDocument {
					t.Error("the document is called one of a case")
				}
				if !reflect.DeepEqual(doc, Build(c, lang)) {
					t.Error("two builds differ")
				}
			})
		}
	}
	for name, c := range rendertest.Collections() {
		Build(c, models.Japanese)
		if !reflect.DeepEqual(c, rendertest.Collections()[name]) {
			t.Errorf("%s was changed", name)
		}
	}
}

// many is a collection of n cases with names of their own, in one cell; decide says what each decides about its measure.
func many(n int, decide func(int) models.Status) *render.Collection {
	var results []*models.Result
	for i := range n {
		r := rendertest.Case()
		r.System.Title, r.System.SystemName = models.Plain(fmt.Sprintf("case %d.", i+1)), models.Text{}
		results = append(results, r)
	}
	c := rendertest.Collection(results...)
	r := &c.Cells[0].Requirements[0]
	r.Taken, r.Lacking = nil, nil
	for i := range r.Measures[0].Cases {
		status := decide(i)
		r.Measures[0].Cases[i].Status = status
		if id := c.Cases[i].ID; status.InForce() {
			r.Taken = append(r.Taken, id)
		} else {
			r.Lacking = append(r.Lacking, id)
		}
	}
	return c
}

// TestEveryCaseIsInTheDocument: however many cases there are, the list, the map's cell, the table of measures and its part in
// short name each, and the tables hold together with a column for each case or one for all.
func TestEveryCaseIsInTheDocument(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 2*widestMatrix).Draw(rt, "cases")
		c := many(n, func(int) models.Status {
			return rapid.SampledFrom([]models.Status{models.Adopted, models.Adapted, models.Candidate, models.Rejected}).Draw(rt, "status")
		})
		for _, lang := range models.Langs() {
			doc := Build(c, lang)
			rendertest.SoundDocument(t, &doc)
			listed := strings.Join(rendertest.Rows(rendertest.Table(t, doc.Sections, "cases")), "\n")
			examples := rendertest.Table(t, doc.Sections, "examples")
			if wide := n <= widestMatrix; wide != (len(examples.Columns) == 3+n) {
				rt.Errorf("%d cases have %d columns", n, len(examples.Columns))
			}
			for i := range c.Cases {
				one := &c.Cases[i]
				if !strings.Contains(listed, one.Title.In(lang)) {
					rt.Errorf("%s is not in the list", one.ID)
				}
				s := doc.Sections[1].Sections[3+i]
				if s.ID != "case-"+string(one.ID) || !strings.Contains(s.Title, one.Title.In(lang)) {
					rt.Errorf("the part %s, “%s”, is not that of %s", s.ID, s.Title, one.ID)
				}
			}
			if rows := len(rendertest.Table(t, doc.Supplement, "all-measures").Rows); rows != 4*n {
				rt.Errorf("%d measures of %d cases", rows, n)
			}
		}
	})
}

// TestDifferences: case by case, what others of the cell take and it does not, and what it alone takes; where all decide
// alike, that is said instead.
func TestDifferences(t *testing.T) {
	first := func(i int) models.Status {
		if i == 0 {
			return models.Adopted
		}
		return models.Rejected
	}
	doc := Build(many(3, first), models.English)
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "differences-serious-limited"), []string{
		"1 | case 1. | – | Secure defaults (Viewpoint 1)", "2 | case 2. | Secure defaults (Viewpoint 1) | –", "A | case 3. | Secure defaults (Viewpoint 1) | –",
	})
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "comparison-serious-limited"), []string{"Viewpoint 1 | Secure defaults | A measure | ○ | × | ×"})
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "requirements"), []string{"Viewpoint 1 | Secure defaults | not stated | 1 | 2, A"})
	alike := many(3, func(int) models.Status { return models.Adopted })
	alike.Cells[0].Requirements[0].Lacking = nil
	doc = Build(alike, models.English)
	for block := range content.Blocks(doc.Sections) {
		if table, is := (*block).(content.Table); is && strings.HasPrefix(table.ID, "differences") {
			t.Errorf("cases that decide alike differ: %v", rendertest.Rows(table))
		}
	}
}

// TestManyDecisions: where the cases are too many for a column each, one column lists them by what they decided.
func TestManyDecisions(t *testing.T) {
	status := []models.Status{models.Adopted, models.Candidate, models.Rejected, models.Adapted}
	doc := Build(many(widestMatrix+4, func(i int) models.Status { return status[i%4] }), models.English)
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "examples"), []string{"Viewpoint 1 | Secure defaults | A measure | ○ 1, 4, 5, 8, 9, 12, 13, 16, 17, A / △ 2, 6, 10, 14, 18 / × 3, 7, 11, 15, 19"})
}

// TestSingleCells: a cell with one case is named instead of compared, and cases without levels are named as off the map.
func TestSingleCells(t *testing.T) {
	c := many(2, func(int) models.Status { return models.Adopted })
	cell := c.Cells[0]
	c.Cells = []models.CollectedCell{{Recovery: models.LimitedDamage, Cases: cell.Cases[:1]}, {Recovery: models.FatalDamage, Cases: cell.Cases[1:]}}
	doc := Build(c, models.English)
	if s := doc.Sections[4]; len(s.Sections) != 0 || len(s.Blocks) != 1 {
		t.Errorf("cells of one case are compared: %v", s)
	}
	c.Cells = append(c.Cells, cell)
	c.Cases[1].Levels.Assessed.Missing = []models.Lack{models.LacksAttackers}
	doc = Build(c, models.English)
	text := strings.Join(rendertest.Lines(&doc), "\n")
	for _, want := range []string{"Not on the map, as their levels are not determined: case 2.", "Fatal damage"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// TestNumbersOfChapters: chapters have numbers, annexes letters, and so have their parts; a case has a number within its part.
func TestNumbersOfChapters(t *testing.T) {
	doc := Build(many(2, func(int) models.Status { return models.Adopted }), models.English)
	var got []string
	for _, s := range doc.Sections {
		got = append(got, s.Number)
		for _, part := range s.Sections {
			got = append(got, part.Number)
		}
	}
	if s := strings.Join(got, ", "); s != "1, 1-1, 1-2, 1-3, 2, 2-1, 2-2, 2-3, 2-3-1, 2-3-2, Annex A, Annex B, Annex C, C-1" {
		t.Error(s)
	}
}

// TestNothingInCommon: a collection of empty cases says what its chapters lack.
func TestNothingInCommon(t *testing.T) {
	c := rendertest.Collection(&models.Result{}, &models.Result{})
	c.Cells, c.Requirements = nil, nil
	for _, lang := range models.Langs() {
		doc := Build(c, lang)
		gaps := 0
		for block := range content.Blocks(append(doc.Sections, doc.Supplement...)) {
			if n, is := (*block).(content.Notice); is && n.Tone == content.Gap {
				gaps++
			}
		}
		if gaps != 4 { // stakeholders, requirements, examples, all measures
			t.Errorf("%s: %d gaps are named", lang, gaps)
		}
	}
}
