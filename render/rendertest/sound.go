package rendertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/content"
)

// SoundDocument fails the test where a document does not hold together: its figures and tables are numbered without a gap in
// the order in which they are read, ids of sections and figures are unique, links lead to sections that exist, parts belong
// to the step of their section, and every table has rows, as many cells in each as it has columns, and merged cells that
// reach to where the next one stands.
func SoundDocument(t testing.TB, doc *content.Document) {
	t.Helper()
	sections := slices.Concat(doc.Sections, doc.Supplement)
	anchors := soundSections(t, sections)
	figures, tables := map[string]bool{}, 0
	for block := range content.Blocks(sections) {
		switch b := (*block).(type) {
		case content.Figure:
			if figures[b.ID] || b.ID == "" || b.No != len(figures)+1 {
				t.Errorf("the figure %q has the number %d; %d stand before it", b.ID, b.No, len(figures))
			}
			figures[b.ID] = true
		case content.Table:
			tables++
			if b.No != tables || b.ID == "" || b.Caption == "" {
				t.Errorf("the table %q, “%s”, has the number %d; it is the %d-th", b.ID, b.Caption, b.No, tables)
			}
			soundTable(t, &b)
		}
		for _, line := range linesOf(*block) {
			for _, span := range line {
				if (span.To != "") != (span.Kind == content.Link) || span.To != "" && !anchors[span.To] {
					t.Errorf("%q leads to %q, which is no section", span.Text, span.To)
				}
			}
		}
	}
}

// soundSections checks sections and their parts, and gives their ids.
func soundSections(t testing.TB, sections []content.Section) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	check := func(s *content.Section) {
		if ids[s.ID] || s.ID == "" || strings.TrimSpace(s.Title) == "" || len(s.Blocks)+len(s.Sections) == 0 {
			t.Errorf("the section %q, “%s”, is empty, has no title or stands twice", s.ID, s.Title)
		}
		ids[s.ID] = true
	}
	for i := range sections {
		s := &sections[i]
		check(s)
		for j := range s.Sections {
			part := &s.Sections[j]
			check(part)
			if part.Step != s.Step || len(part.Sections) > 0 {
				t.Errorf("the part %s is of another step than %s, or has parts", part.ID, s.ID)
			}
		}
	}
	return ids
}

// soundTable checks the rows of a table.
func soundTable(t testing.TB, table *content.Table) {
	t.Helper()
	if len(table.Rows) == 0 || len(table.Columns) == 0 {
		t.Errorf("the table %s has no row or no column", table.ID)
	}
	until := make([]int, len(table.Columns)) // by column: the row up to which a cell above reaches
	for i, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Fatalf("the row %d of the table %s has %d cells for %d columns", i+1, table.ID, len(row), len(table.Columns))
		}
		for j, c := range row {
			if covered := i < until[j]; covered != (c.Span == 0) || i+c.Span > len(table.Rows) {
				t.Errorf("the cell %d of row %d of the table %s spans %d rows, where one above reaches to row %d", j+1, i+1, table.ID, c.Span, until[j])
			}
			until[j] = max(until[j], i+c.Span)
		}
	}
}

// linesOf are the lines of a block, of cells too.
func linesOf(block content.Block) []content.Line {
	var out []content.Line
	switch b := block.(type) {
	case content.Paragraph:
		out = append(out, b.Text)
	case content.Notice:
		out = append(out, b.Text)
	case content.List:
		out = append(out, b.Items...)
	case content.Chain:
		out = append(out, b.Labels...)
	case content.Sources:
		out = append(out, b.Items...)
	case content.Fields:
		for _, f := range b.Rows {
			out = append(out, f.Values...)
		}
	case content.Table:
		for _, row := range b.Rows {
			for _, c := range row {
				out = append(out, c.Lines...)
			}
		}
	}
	return out
}
