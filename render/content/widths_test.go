package content_test

import (
	"testing"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
)

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
