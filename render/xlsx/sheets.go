package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// sheet is a table on its way into the workbook.
type sheet struct {
	name    string // on its tab
	title   string // above the table
	remark  string // below the title, where there is no table
	columns []content.Column
	rows    []content.Row
	face    typeface
}

// plan says which table becomes which sheet.
type plan struct {
	name    models.Text
	section string // of the document, which says what is missing where there is no table
	table   string
}

var plans = [...][]plan{content.CaseDocument: {
	{words.SheetComponents, "configuration", "components"},
	{words.SheetFlows, "dataflow", "dataflows"},
	{words.SheetLife, "lifecycle-attributes", "attributes"},
	{words.SheetDataRisks, "lifecycle-risks", "data-risks"},
	{words.SheetThreats, "threats", "threats"},
	{words.SheetMeasures, "measures", "measures-by-viewpoint"},
	{words.SheetDecided, "decisions", "measures-decided"},
	{words.SheetEvaluation, "rationale", "rationale"},
	{words.SheetPaths, "paths", pathTables},
	{words.SheetParts, "supply-chain", "parts"},
	{words.SheetAssumed, "assumptions", "assumptions"},
	{words.SheetUnknown, "assumptions", "unknowns"},
	{words.SheetFindings, "findings", "findings"},
}, content.CollectionDocument: {
	{words.SheetCases, "case-list", "cases"},
	{words.SheetCells, "case-list", "cells"},
	{words.SheetComparison, "comparison", comparisons},
	{words.SheetDifference, "comparison", differenceTables},
	{words.SheetRequirements, "requirements", "requirements"},
	{words.SheetExamples, "examples", "examples"},
	{words.SheetAllMeasures, "all-measures", "all-measures"},
}}

// Beginnings of the names of tables of which a document has several. Those of steps, one for each attack, become one
// sheet; so do those of differences, one for each cell of the map. Those of comparisons, whose columns differ, become a
// sheet each.
const (
	pathTables       = "steps-"
	differenceTables = "differences-"
	comparisons      = "comparison-"
)

// sheets makes the sheets of a document.
func sheets(doc *content.Document) []sheet {
	out, face := []sheet{front(doc)}, typefaceOf(doc.Lang)
	for _, p := range plans[doc.Kind] {
		if !has(doc, p.section) {
			continue
		}
		if p.table == comparisons {
			out = append(out, each(doc, p)...)
			continue
		}
		s := sheet{name: p.name.In(doc.Lang), title: p.name.In(doc.Lang), face: face}
		switch p.table {
		case pathTables:
			s.join(doc, p.table, words.ColumnConsequence, words.ColumnPath)
		case differenceTables:
			s.join(doc, p.table, words.ColumnCell)
		default:
			s.table(doc, p)
		}
		if len(s.columns) == 0 {
			s.remark = missing(doc, p.section)
		}
		out = append(out, s)
	}
	for _, section := range doc.Sections {
		if section.ID == requirements {
			out = append(out, tables(&content.Document{Lang: doc.Lang, Sections: []content.Section{section}})...)
		}
	}
	return out
}

// has tells whether a document has a section: not every case has all.
func has(doc *content.Document, section string) bool {
	return slices.ContainsFunc(sections(doc), func(s *content.Section) bool { return s.ID == section })
}

// each makes a sheet of each table whose name begins as the plan says.
func each(doc *content.Document, p plan) []sheet {
	var out []sheet
	for _, section := range sections(doc) {
		for _, block := range section.Blocks {
			if t, is := block.(content.Table); is && strings.HasPrefix(t.ID, p.table) {
				name := words.Fill(p.name.In(doc.Lang), "n", strconv.Itoa(len(out)+1))
				out = append(out, sheet{name: name, title: t.Caption, columns: t.Columns, rows: t.Rows, face: typefaceOf(doc.Lang)})
			}
		}
	}
	return out
}

// requirements is the section whose tables each become a sheet, where the document has it.
const requirements = "compliance"

// tables makes a sheet of every table, named for its section.
func tables(doc *content.Document) []sheet {
	var out []sheet
	for _, section := range sections(doc) {
		for _, block := range section.Blocks {
			if t, is := block.(content.Table); is {
				out = append(out, sheet{name: tab(section.Title, len(out)+1), title: t.Caption, columns: t.Columns, rows: t.Rows, face: typefaceOf(doc.Lang)})
			}
		}
	}
	return out
}

// tab is a title as the name of a sheet: numbered, without the signs that no name may have, and short enough.
func tab(title string, no int) string {
	const most = 31
	name := []rune(strconv.Itoa(no) + " " + strings.Map(func(r rune) rune {
		if strings.ContainsRune("[]:*?/\\'", r) {
			return ' '
		}
		return r
	}, title))
	return strings.TrimSpace(string(name[:min(most, len(name))]))
}

// front is the title page: names and values.
func front(doc *content.Document) sheet {
	s := sheet{name: words.SheetCase.In(doc.Lang), title: doc.Title, face: typefaceOf(doc.Lang), columns: []content.Column{
		{Title: words.SheetItem.In(doc.Lang), Weight: 3, Head: true}, {Title: words.SheetValue.In(doc.Lang), Weight: 7},
	}}
	for _, block := range doc.Front {
		if fields, is := block.(content.Fields); is {
			for _, field := range fields.Rows {
				s.rows = append(s.rows, content.Row{{Lines: []content.Line{{{Text: field.Name}}}, Span: 1}, {Lines: field.Values, Span: 1}})
			}
		}
	}
	return s
}

// table takes a table of the document as it is.
func (s *sheet) table(doc *content.Document, p plan) {
	for _, section := range sections(doc) {
		for _, block := range section.Blocks {
			if t, is := block.(content.Table); is && t.ID == p.table && len(s.columns) == 0 {
				s.title, s.columns, s.rows = t.Caption, t.Columns, t.Rows
			}
		}
	}
}

// join joins the tables whose names begin alike, with columns before them: the title of the section and, where two are
// named, the caption of the table.
func (s *sheet) join(doc *content.Document, tables string, before ...models.Text) {
	for _, section := range sections(doc) {
		for _, block := range section.Blocks {
			t, is := block.(content.Table)
			if !is || !strings.HasPrefix(t.ID, tables) || len(t.Rows) == 0 {
				continue
			}
			if len(s.columns) == 0 {
				for i, title := range before {
					s.columns = append(s.columns, content.Column{Title: title.In(doc.Lang), Weight: 5 + i, Head: true})
				}
				s.columns = append(s.columns, t.Columns...)
			}
			if len(t.Columns)+len(before) == len(s.columns) {
				s.add(&t, []string{section.Title, t.Caption}[:len(before)])
			}
		}
	}
}

// add adds the rows of a table, with texts in merged cells before them.
func (s *sheet) add(t *content.Table, before []string) {
	for i, row := range t.Rows {
		span := 0
		if i == 0 {
			span = len(t.Rows)
		}
		var all content.Row
		for _, text := range before {
			all = append(all, content.Cell{Lines: []content.Line{{{Text: text}}}, Span: span})
		}
		s.rows = append(s.rows, append(all, row...))
	}
}

// missing is what a section says of what the model lacks.
func missing(doc *content.Document, id string) string {
	var said []string
	for _, section := range sections(doc) {
		for _, block := range section.Blocks {
			if n, is := block.(content.Notice); is && section.ID == id && n.Tone == content.Gap {
				said = append(said, n.Text.String())
			}
		}
	}
	return strings.TrimSpace(words.GapWord.In(doc.Lang) + " " + strings.Join(said, " "))
}

// sections lists the sections of a document with their parts, in order, and those for workbooks alone.
func sections(doc *content.Document) []*content.Section {
	var out []*content.Section
	for _, of := range [][]content.Section{doc.Sections, doc.Supplement} {
		for i := range of {
			out = append(out, &of[i])
			for j := range of[i].Sections {
				out = append(out, &of[i].Sections[j])
			}
		}
	}
	return out
}
