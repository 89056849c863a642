package attacks

import (
	"strconv"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
)

// Number numbers the figures and tables of sections in the order in which they stand. In a document, steps that an
// earlier table shows are referred to by that table's number.
func Number(v *phrasing.View, sections ...content.Section) {
	var shown shownSteps
	tables := 0
	for block := range content.Blocks(sections) {
		switch t := (*block).(type) {
		case content.Table:
			tables++
		case stepTable:
			tables++
			t.ID = "steps-" + strconv.Itoa(tables)
			t.Rows = shown.fold(v, t.steps)
			shown.add(tables, t.steps)
			*block = t.Table
		}
	}
	content.Number(sections)
}
