package html

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/content"
)

// TestLongTables: every row of a table that can go over several pages names what it belongs to; a shorter one spans.
func TestLongTables(t *testing.T) {
	for _, rows := range []int{longRows, longRows + 1} {
		table := content.Table{No: 1, Columns: []content.Column{{Head: true, Weight: 1}, {Weight: 1}}}
		for i := range rows {
			span := 0
			if i == 0 {
				span = rows
			}
			cell := content.Cell{Span: span, Lines: []content.Line{{{Text: "Heater"}}}}
			table.Rows = append(table.Rows, content.Row{cell, {Span: 1}})
		}
		p := &page{doc: &content.Document{}}
		p.table(&table)
		out := p.out.String()
		named, spans := strings.Count(out, "Heater"), strings.Contains(out, "rowspan")
		if repeats := rows > longRows; repeats && (named != rows || spans) || !repeats && (named != 1 || !spans) {
			t.Errorf("%d rows: %d are named, spans: %v", rows, named, spans)
		}
		if again := strings.Count(out, `class="again"`); rows > longRows && again != rows-1 {
			t.Errorf("%d rows are marked as repeated, want %d", again, rows-1)
		}
	}
}
