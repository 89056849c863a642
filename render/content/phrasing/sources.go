package phrasing

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
)

// Cited are the sources of a section.
func Cited(v *View, section models.Section) []content.Block {
	var items []content.Line
	for i := range v.System.Sources {
		c := &v.System.Sources[i]
		if len(c.Sections) == 0 || slices.Contains(c.Sections, section) {
			items = append(items, v.Line(c.Text))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.Sources{Items: items}}
}
