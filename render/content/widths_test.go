package content_test

import (
	"math"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestWordsFitTheirColumns: in every table of a document, on a page upright and in landscape, each column holds its
// longest word and each short title on one line, and together the columns are as wide as the page.
func TestWordsFitTheirColumns(t *testing.T) {
	const size, beside = 8.5, 9
	font := typeset.Font{Size: size, Bold: true}
	for _, lang := range models.Langs() {
		doc := content.Build(rendertest.Case(), lang)
		for _, table := range tablesOf(doc.Sections) {
			for _, width := range []float64{510, 757} {
				sum := 0.0
				for i, got := range table.Widths(width, size, beside) {
					sum += got
					if need := font.WidestWord(table.Columns[i].Title) + beside; got < need {
						t.Errorf("%s, %s: the column “%s” is %.0f points wide and needs %.0f", lang, table.ID, table.Columns[i].Title, got, need)
					}
				}
				if math.Abs(sum-width) > 1e-6 {
					t.Errorf("%s, %s: the columns are %.1f points wide together, not %.0f", lang, table.ID, sum, width)
				}
			}
		}
	}
}

// tablesOf lists the tables of sections and their parts.
func tablesOf(sections []content.Section) []content.Table {
	var out []content.Table
	for _, s := range sections {
		for _, block := range s.Blocks {
			if table, is := block.(content.Table); is {
				out = append(out, table)
			}
		}
		out = append(out, tablesOf(s.Sections)...)
	}
	return out
}

func TestWidths(t *testing.T) {
	table := content.Table{
		Columns: []content.Column{{Title: "重要度", Weight: 1}, {Title: "Finding", Weight: 9}},
		Rows:    []content.Row{{{Span: 1, Lines: []content.Line{{{Text: "warning", Kind: content.Strong}}}}, {Span: 1}}},
	}
	word := typeset.Font{Size: 10, Bold: true}.Width("warning")
	if got := table.Widths(200, 10, 8); got[0] != word+8 || got[1] != 200-got[0] {
		t.Errorf("a narrow column with a long word: %v", got)
	}
	if got := table.Widths(1000, 10, 8); got[0] != 100 || got[1] != 900 {
		t.Errorf("columns with room enough: %v", got)
	}
	if got := table.Widths(60, 10, 8); got[0] != 6 || got[1] != 54 {
		t.Errorf("words that do not fit side by side: %v", got)
	}
}
