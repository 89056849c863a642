package pptx

import (
	"strings"

	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
)

// collection writes the slides of several cases: where they lie on the map, their list, and the comparison of the measures
// of those in one cell.
func (d *deck) collection() {
	s := d.section("case-list")
	m := d.marked(s)
	placed := material{lead: append(m.points, m.lead[min(1, len(m.lead)):]...), tables: m.tables}
	d.illustrated(d.named(s, "cells", render.RiskMapDrawing), placed, render.RiskMapDrawing, "cells")
	d.tabulated(d.named(s, "cases", ""), "cases")
	for i := range d.doc.Sections {
		for j := range d.doc.Sections[i].Sections {
			d.compared(&d.doc.Sections[i].Sections[j])
		}
	}
}

// compared writes the tables of a part that compares measures.
func (d *deck) compared(s *content.Section) {
	for _, t := range gather(s.Blocks).tables {
		if strings.HasPrefix(t.ID, "comparison-") || strings.HasPrefix(t.ID, "differences-") {
			d.tabulated(d.named(s, t.ID, ""), t.ID)
		}
	}
}

// named is a section with the caption of one of its figures, or else of one of its tables, as its title: several slides
// show parts of it.
func (d *deck) named(s *content.Section, table, figure string) *content.Section {
	out := *s
	for _, b := range s.Blocks {
		if t, is := b.(content.Table); is && t.ID == table && figure == "" {
			out.Title = t.Caption
		}
		if f, is := b.(content.Figure); is && f.ID == figure {
			out.Title = f.Caption
		}
	}
	return &out
}
