package xlsx

import (
	"context"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestCollection asks of the workbook of several cases: a sound package, and each sheet with its frozen head, its name that
// no other has, and each cell of its table as text.
func TestCollection(t *testing.T) {
	for name, all := range rendertest.Collections() {
		files, err := Output.Write(context.Background(), render.Input{Collection: all, Langs: models.Langs()})
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range files {
			rendertest.SoundPackage(t, name+" "+f.Name, f.Body)
			doc := casebook.Build(all, models.Langs()[i])
			book, list := open(t, f.Body), sheets(&doc)
			if got := book.GetSheetList(); len(got) != len(list) || len(list) < 7 {
				t.Fatalf("%s: %s has the sheets %q", name, f.Name, got)
			}
			named := map[string]bool{}
			for k := range list {
				readBack(t, name+" "+f.Name, book, &list[k])
				if lower := strings.ToLower(list[k].name); named[lower] {
					t.Errorf("%s: two sheets are called %s", name, list[k].name)
				} else {
					named[lower] = true
				}
				if panes, err := book.GetPanes(list[k].name); len(list[k].columns) > 0 && (err != nil || !panes.Freeze || panes.YSplit != headRow) {
					t.Errorf("%s: the head of %s is not frozen: %v", name, list[k].name, err)
				}
			}
		}
	}
}
