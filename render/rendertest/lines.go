package rendertest

import (
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/content"
)

// Lines lists every text of a document: titles, lines of paragraphs, lists and cells, captions.
func Lines(doc *content.Document) []string {
	out := append([]string{doc.Heading, doc.Title}, BlockLines(doc.Front)...)
	return append(out, SectionLines(doc.Sections)...)
}

// SectionLines lists every text of sections and of their parts.
func SectionLines(sections []content.Section) []string {
	var out []string
	for i := range sections {
		s := &sections[i]
		out = append(append(out, s.Number+" "+s.Title), BlockLines(s.Blocks)...)
		out = append(out, SectionLines(s.Sections)...) // at most one level deep
	}
	return out
}

// BlockLines lists every text of blocks.
func BlockLines(blocks []content.Block) []string {
	var out []string
	add := func(lines []content.Line) {
		for _, l := range lines {
			out = append(out, l.String())
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case content.Paragraph:
			out = append(out, b.Text.String())
		case content.List:
			add(b.Items)
		case content.Chain:
			add(b.Labels)
		case content.Fields:
			for _, f := range b.Rows {
				out = append(out, f.Name)
				add(f.Values)
			}
		case content.Table:
			out = append(out, b.Caption)
			for _, c := range b.Columns {
				out = append(out, c.Title)
			}
			for _, row := range b.Rows {
				for _, c := range row {
					add(c.Lines)
				}
			}
		case content.Figure:
			out = append(out, b.Caption)
		case content.Notice:
			out = append(out, b.Text.String())
		case content.Sources:
			add(b.Items)
		}
	}
	return out
}

// Table finds the one table with an id in sections and their parts.
func Table(t testing.TB, sections []content.Section, id string) content.Table {
	t.Helper()
	var found []content.Table
	for block := range content.Blocks(sections) {
		if x, is := (*block).(content.Table); is && x.ID == id {
			found = append(found, x)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d tables %s", len(found), id)
	}
	return found[0]
}

// Rows writes a table as text: cells apart by " | ", lines by " / ", a spanned place as ^.
func Rows(t content.Table) []string {
	var out []string
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row {
			var lines []string
			for _, l := range c.Lines {
				lines = append(lines, l.String())
			}
			text := strings.Join(lines, " / ")
			if c.Span == 0 {
				text = "^"
			}
			cells = append(cells, text)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

// SameRows fails the test where a table has other rows than these; see Rows.
func SameRows(t testing.TB, table content.Table, want []string) {
	t.Helper()
	if got := Rows(table); !slices.Equal(got, want) {
		t.Errorf("table %s\n got:\n%s\nwant:\n%s", table.ID, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
