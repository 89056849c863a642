package xlsx

import (
	"slices"
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
}

// plan says which table becomes which sheet.
type plan struct {
	name    models.Text
	section string // of the document, which says what is missing where there is no table
	table   string
}

var plans = []plan{
	{words.SheetComponents, "configuration", "components"},
	{words.SheetFlows, "dataflow", "dataflows"},
	{words.SheetLife, "lifecycle-attributes", "attributes"},
	{words.SheetDataRisks, "lifecycle-risks", "data-risks"},
	{words.SheetThreats, "threats", "threats"},
	{words.SheetMeasures, "measures", "measures-by-viewpoint"},
	{words.SheetDecided, "decisions", "measures-decided"},
	{words.SheetEvaluation, "rationale", "rationale"},
	{words.SheetPaths, "paths", pathTables},
	{words.SheetAssumed, "assumptions", "assumptions"},
	{words.SheetUnknown, "assumptions", "unknowns"},
	{words.SheetFindings, "findings", "findings"},
}

// pathTables begins the names of the tables of steps, one for each attack; they become one sheet.
const pathTables = "steps-"

// sheets makes the sheets of a document.
func sheets(doc *content.Document) []sheet {
	out := []sheet{front(doc)}
	for _, p := range plans {
		if !has(doc, p.section) {
			continue
		}
		s := sheet{name: p.name.In(doc.Lang), title: p.name.In(doc.Lang)}
		if p.table == pathTables {
			s.attacks(doc)
		} else {
			s.table(doc, p)
		}
		if len(s.columns) == 0 {
			s.remark = missing(doc, p.section)
		}
		out = append(out, s)
	}
	return out
}

// has tells whether a document has a section: not every case has all.
func has(doc *content.Document, section string) bool {
	return slices.ContainsFunc(sections(doc.Sections), func(s *content.Section) bool { return s.ID == section })
}

// front is the title page: names and values.
func front(doc *content.Document) sheet {
	s := sheet{name: words.SheetCase.In(doc.Lang), title: doc.Title, columns: []content.Column{
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
	for _, section := range sections(doc.Sections) {
		for _, block := range section.Blocks {
			if t, is := block.(content.Table); is && t.ID == p.table && len(s.columns) == 0 {
				s.title, s.columns, s.rows = t.Caption, t.Columns, t.Rows
			}
		}
	}
}

// attacks joins the tables of steps, with the consequence and the path in columns before them.
func (s *sheet) attacks(doc *content.Document) {
	for _, section := range sections(doc.Sections) {
		for _, block := range section.Blocks {
			t, is := block.(content.Table)
			if !is || !strings.HasPrefix(t.ID, pathTables) || len(t.Rows) == 0 {
				continue
			}
			if len(s.columns) == 0 {
				s.columns = append([]content.Column{
					{Title: words.ColumnConsequence.In(doc.Lang), Weight: 5, Head: true}, {Title: words.ColumnPath.In(doc.Lang), Weight: 6, Head: true},
				}, t.Columns...)
			}
			if len(t.Columns)+2 == len(s.columns) {
				s.attack(section.Title, &t)
			}
		}
	}
}

func (s *sheet) attack(consequence string, t *content.Table) {
	for i, row := range t.Rows {
		span := 0
		if i == 0 {
			span = len(t.Rows)
		}
		before := func(text string) content.Cell {
			return content.Cell{Lines: []content.Line{{{Text: text}}}, Span: span}
		}
		s.rows = append(s.rows, append(content.Row{before(consequence), before(t.Caption)}, row...))
	}
}

// missing is what a section says of what the model lacks.
func missing(doc *content.Document, id string) string {
	var said []string
	for _, section := range sections(doc.Sections) {
		for _, block := range section.Blocks {
			if n, is := block.(content.Notice); is && section.ID == id && n.Tone == content.Gap {
				said = append(said, n.Text.String())
			}
		}
	}
	return strings.TrimSpace(words.GapWord.In(doc.Lang) + " " + strings.Join(said, " "))
}

// sections lists sections with their parts, in order.
func sections(of []content.Section) []*content.Section {
	var out []*content.Section
	for i := range of {
		out = append(out, &of[i])
		for j := range of[i].Sections {
			out = append(out, &of[i].Sections[j])
		}
	}
	return out
}
