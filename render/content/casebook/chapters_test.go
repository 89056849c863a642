package casebook

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

func adopted(int) models.Status { return models.Adopted }

// part is the text of the section or part with an id.
func part(t *testing.T, doc content.Document, id string) string {
	t.Helper()
	for i := range doc.Sections {
		for _, list := range [][]content.Section{doc.Sections[i : i+1], doc.Sections[i].Sections} {
			if at := slices.IndexFunc(list, func(s content.Section) bool { return s.ID == id }); at >= 0 {
				return strings.Join(rendertest.SectionLines(list[at:at+1]), "\n")
			}
		}
	}
	t.Fatalf("there is no part %s", id)
	return ""
}

// TestStructureNamesEveryChapter: what the document says of its structure names the chapters that it has, in their order.
func TestStructureNamesEveryChapter(t *testing.T) {
	for _, lang := range models.Langs() {
		doc := Build(many(2, adopted), lang)
		table := rendertest.Table(t, doc.Sections, "structure")
		if len(table.Rows) != len(doc.Sections) {
			t.Fatalf("%s: %d rows for %d chapters", lang, len(table.Rows), len(doc.Sections))
		}
		for i, row := range table.Rows {
			if got := row[0].Lines[0].String(); got != doc.Sections[i].Title {
				t.Errorf("%s: the row %q for the chapter %q", lang, got, doc.Sections[i].Title)
			}
		}
	}
}

// TestFramework: the chapter on the framework has its criteria, with no case's level marked, and every viewpoint.
func TestFramework(t *testing.T) {
	c := many(2, adopted)
	doc := Build(c, models.English)
	levels := len(models.Recoveries()) + len(models.Economics())
	criteria := rendertest.Table(t, doc.Sections, "criteria")
	if len(criteria.Rows) != levels || strings.Contains(part(t, doc, "framework"), words.ThisCase.EN) {
		t.Errorf("%d rows for %d levels, or one is marked", len(criteria.Rows), levels)
	}
	if rows := rendertest.Table(t, doc.Sections, "viewpoints").Rows; len(rows) != len(c.Words.Viewpoints) {
		t.Errorf("%d of %d viewpoints", len(rows), len(c.Words.Viewpoints))
	}
}

// TestReaders: every stakeholder of every case is named beside it; a case without one has no row.
func TestReaders(t *testing.T) {
	c := many(3, adopted)
	c.Results[1].System.Stakeholders = nil
	doc := Build(c, models.English)
	rendertest.SameRows(t, rendertest.Table(t, doc.Sections, "readers"), []string{
		"1 | case 1. | Vendor of IoT devices, Resident", "A | case 3. | Vendor of IoT devices, Resident",
	})
}

// TestCaseInShort: a case in short has its levels in each reading, what can come about with its levels, what cannot with what
// stops it, and counts what was decided.
func TestCaseInShort(t *testing.T) {
	doc := Build(many(2, adopted), models.English)
	text := part(t, doc, "case-case-1")
	for _, want := range []string{
		"Scald (Serious damage × Serious economic impact)", "Burst (Relief valve)",
		"Disclosure of account information (Limited damage × Limited economic impact)", "Vendor of IoT devices, Resident", "case-1/",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	rows := doc.Sections[1].Sections[3].Blocks[0].(content.Fields).Rows
	at := slices.IndexFunc(rows, func(f content.Field) bool { return f.Name == words.CaseMeasures.EN })
	if got := rows[at].Values[0].String(); got != "1 adopted, 2 under consideration, 1 rejected" {
		t.Error(got)
	}
	quiet := many(2, adopted)
	quiet.Results[0].Consequences = nil
	if text := part(t, Build(quiet, models.English), "case-case-1"); !strings.Contains(text, words.NothingPossible.EN) {
		t.Errorf("a case without consequences: %s", text)
	}
}

// TestFront: the title page counts the cases, by site too, says when they are of or that nobody states it, and explains letters
// where a case has one.
func TestFront(t *testing.T) {
	text := func(change func(*render.Collection)) string {
		c := many(2, adopted)
		c.Words.Sites = []models.Site{{ID: "consumer", Entry: models.Entry{Name: models.Plain("home")}}, {ID: "empty", Entry: models.Entry{Name: models.Plain("nowhere")}}}
		change(c)
		return strings.Join(rendertest.BlockLines(Build(c, models.English).Front), "\n")
	}
	usual := text(func(*render.Collection) {})
	if !strings.Contains(usual, "home") || strings.Contains(usual, "nowhere") || !strings.Contains(usual, "2021-11-29") || !strings.Contains(usual, words.LettersForUncounted.EN) {
		t.Error(usual)
	}
	numbered := text(func(c *render.Collection) { c.Cases[1].No, c.Date = 2, "" })
	if strings.Contains(numbered, words.LettersForUncounted.EN) || !strings.Contains(numbered, words.NoDate.EN) {
		t.Error(numbered)
	}
}

// TestColumnsOfCases: few columns are headed by the names of their cases, many by their marks; the name of a cell with very
// many cases counts them.
func TestColumnsOfCases(t *testing.T) {
	for n, want := range map[int]string{2: "No. 1: case 1.", spacious + 1: "1"} {
		doc := Build(many(n, adopted), models.English)
		if got := rendertest.Table(t, doc.Sections, "examples").Columns[3].Title; !strings.HasPrefix(got, want) || n > spacious && got != want {
			t.Errorf("the column of one of %d cases is headed %q", n, got)
		}
	}
	few, crowd := Build(many(mostNamed, adopted), models.English), Build(many(mostNamed+1, adopted), models.English)
	name := func(doc content.Document) string { return doc.Sections[4].Sections[0].Title }
	if !strings.Contains(name(few), "1, 2, 3, 4, 5, 6, 7, A") || strings.Contains(name(crowd), ", 2,") || !strings.Contains(name(crowd), "9") {
		t.Errorf("%q and %q", name(few), name(crowd))
	}
}

// TestMeasuresAsWorded: a measure is worded as the catalog does where it uses an entry of it, else as the cases do, and never by
// nothing.
func TestMeasuresAsWorded(t *testing.T) {
	c := many(2, adopted)
	c.Words.Measures = []models.CatalogMeasure{{ID: "known", Text: models.Plain("in the catalog's words")}}
	b := newBook(c, models.English)
	for want, m := range map[string]models.ComparedMeasure{
		"in the catalog's words": {Uses: "known", Text: models.Plain("own")},
		"own":                    {Uses: "unknown", Text: models.Plain("own")},
		"unknown":                {Uses: "unknown"},
		words.NotStated.EN:       {},
	} {
		if got := b.measureOf(&m).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, r := range map[string]models.ComparedRequirement{
		"Secure defaults": {Requires: "defaults"}, "own": {Text: models.Plain("own")}, words.NoRequirement.EN: {},
	} {
		if got := b.requirementOf(&r).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := b.viewpointOf(&models.ComparedRequirement{}).String(); got != words.NoViewpoint.EN {
		t.Error(got)
	}
}
