package usecase

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
		doc := Build(rendertest.Case(), lang)
		for block := range content.Blocks(doc.Sections) {
			table, is := (*block).(content.Table)
			if !is {
				continue
			}
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
