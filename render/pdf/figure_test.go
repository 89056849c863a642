package pdf

import (
	"bytes"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/picture"
)

// TestTitleStaysWithItsFigure: the title of a part goes to the page of the figure below it, however much the page before
// has left, and whatever the height of the figure. Title page, contents and text come before.
func TestTitleStaysWithItsFigure(t *testing.T) {
	for lines := range 4 {
		for height := 700.7; height <= 1400; height += 23.9 {
			var items []content.Block
			for range 5 + 4*lines {
				items = append(items, content.Paragraph{Text: content.Line{{Text: "A line of text."}}})
			}
			doc := content.Document{Lang: models.English, Title: "Case", Sections: []content.Section{{
				ID: "paths", Number: "A", Title: "Paths", Blocks: items,
				Sections: []content.Section{{ID: "part", Number: "A.1", Title: "Part", Blocks: []content.Block{
					content.Paragraph{Text: content.Line{{Text: "It can come about."}}},
					content.Figure{ID: "attack", No: 1, Caption: "Attack"},
				}}},
			}}}
			drawing := render.Drawing{ID: "attack", Picture: picture.New("attack", 600, height), Width: 600, Height: height}
			body, err := Format(&doc, Options{Drawings: []render.Drawing{drawing}})
			if err != nil {
				t.Fatal(err)
			}
			if pages := bytes.Count(body, []byte("/Type /Page\n")); pages < 3 || pages > 4 {
				t.Errorf("%d lines, and a figure of %.0f: %d pages", 5+4*lines, height, pages)
			}
		}
	}
}
