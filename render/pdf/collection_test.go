package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/typeface"
)

// TestCollection: each caption, heading and cell of the document of several cases stands on its pages, and a bookmark leads
// to each section.
func TestCollection(t *testing.T) {
	for name, all := range rendertest.Collections() {
		files, err := Output.Write(context.Background(), render.Input{Collection: all, Langs: models.Langs(), Drawings: rendertest.CaseDrawings()})
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range files {
			doc := casebook.Build(all, models.Langs()[i])
			there := texts(t, f.Body)
			for _, want := range said(&doc) {
				for _, part := range strings.Fields(typeface.Visible(want)) {
					if n := min(len([]rune(part)), 4); !strings.Contains(there, string([]rune(part)[:n])) {
						t.Errorf("%s: %s lacks %.60q", name, f.Name, part)
					}
				}
			}
			if marks, sections := strings.Count(string(f.Body), "/Dest "), len(flat(doc.Sections)); marks < sections {
				t.Errorf("%s: %s has %d bookmarks for %d sections", name, f.Name, marks, sections)
			}
		}
	}
}
