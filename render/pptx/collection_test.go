package pptx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/words"
)

// TestCollection asks of the slides of several cases: a sound package; the map, the list and the comparison one after the
// other, each slide with its chapter marked; and in tables that are whole every text of those of the document.
func TestCollection(t *testing.T) {
	spaces := regexp.MustCompile(`\s+`)
	for name, all := range rendertest.Collections() {
		for i, f := range files(t, render.Input{Collection: all, Drawings: rendertest.CaseDrawings()}) {
			rendertest.SoundPackage(t, name+" "+f.Name, f.Body)
			lang := models.Langs()[i]
			doc := casebook.Build(all, lang)
			shown, said := slides(t, f), ""
			for no, slide := range shown {
				said += rendertest.OfficeText(t, []byte(slide))
				if strings.Count(slide, `prst="chevron"`)+strings.Count(slide, `prst="homePlate"`) != 3 {
					t.Errorf("%s %s: slide %d does not show the chapters", name, f.Name, no+1)
				}
				for _, row := range regexp.MustCompile(`(?s)<a:tr .*?</a:tr>`).FindAllString(slide, -1) {
					if strings.Count(row, "<a:tc") < 3 {
						t.Errorf("%s %s: a row of slide %d has %d cells", name, f.Name, no+1, strings.Count(row, "<a:tc"))
					}
				}
			}
			inOrder(t, name+" "+f.Name, said, doc.Figures()[0].Caption, words.CaseList.In(lang), words.SlideComparison.In(lang), words.SlideDifference.In(lang))
			said = spaces.ReplaceAllString(said, "")
			for _, text := range cellsOf(&doc, "cases", "comparison-", "differences-") {
				if text = spaces.ReplaceAllString(content.Clean(text), ""); len([]rune(text)) < 200 && !strings.Contains(said, text) {
					t.Errorf("%s %s: %q is missing", name, f.Name, text)
				}
			}
		}
	}
}

// inOrder asks that texts stand one after the other.
func inOrder(t *testing.T, name, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		_, rest, there := strings.Cut(said, content.Clean(text))
		if !there {
			t.Errorf("%s: %q is missing, or out of order", name, text)
			return
		}
		said = rest
	}
}

// cellsOf lists the texts of the tables whose ids begin so.
func cellsOf(doc *content.Document, ids ...string) []string {
	var out []string
	for _, section := range doc.Sections {
		for _, part := range append([]content.Section{section}, section.Sections...) {
			for _, t := range gather(part.Blocks).tables {
				for _, id := range ids {
					if !strings.HasPrefix(t.ID, id) {
						continue
					}
					for _, row := range t.Rows {
						for _, c := range row {
							for _, line := range c.Lines {
								out = append(out, line.String())
							}
						}
					}
				}
			}
		}
	}
	return out
}
