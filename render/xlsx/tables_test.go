package xlsx

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
)

// Every table of a document becomes a sheet of its own, after the title page, with its rows and a name that holds.
func TestEveryTableIsASheet(t *testing.T) {
	text := func(s string) content.Line { return content.Line{{Text: s}} }
	table := func(cell string) content.Block {
		return content.Table{Caption: "Table", Columns: []content.Column{{Title: "No."}}, Rows: []content.Row{{{Lines: []content.Line{text(cell)}, Span: 1}}}}
	}
	doc := content.Document{Lang: models.English, Title: "Case", Sections: []content.Section{
		{Title: "Counts", Blocks: []content.Block{table("one")}},
		{Title: "Cyber/Physical [framework]: a title that is too long", Blocks: []content.Block{table("two")}},
		{Title: "No table", Blocks: []content.Block{content.Paragraph{Text: text("words")}}},
	}}
	body, err := FormatTables(&doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	book := open(t, body)
	names := book.GetSheetList()
	if want := []string{names[0], "1 Counts", "2 Cyber Physical  framework   a"}; strings.Join(names, "|") != strings.Join(want, "|") {
		t.Errorf("sheets %q, want %q", names, want)
	}
	for no, want := range []string{"one", "two"} {
		rows, err := book.GetRows(names[no+1])
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[len(rows)-1][0]; got != want {
			t.Errorf("%s: the last row says %q, want %q", names[no+1], got, want)
		}
	}
}
