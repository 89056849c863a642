package docx

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestCollection asks of the document of several cases what is asked of that of one: a sound package that says every
// text of the document, with headings, tables, captions and contents of Word's own.
func TestCollection(t *testing.T) {
	for name, all := range rendertest.Collections() {
		for i, f := range files(t, render.Input{Collection: all, Drawings: rendertest.CaseDrawings()}) {
			parts := rendertest.SoundPackage(t, name+" "+f.Name, f.Body)
			doc := casebook.Build(all, models.Langs()[i])
			said := spaces.ReplaceAllString(rendertest.OfficeText(t, parts["word/document.xml"]), "")
			for _, line := range rendertest.Lines(&doc) {
				if !strings.Contains(said, spaces.ReplaceAllString(content.Clean(line), "")) {
					t.Errorf("%s %s: %q is missing", name, f.Name, line)
				}
			}
			structured(t, name+" "+f.Name, &doc, parts)
			rectangular(t, string(parts["word/document.xml"]))
		}
	}
}
