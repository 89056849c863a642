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
	for _, f := range d.doc.Figures() {
		if f.ID == render.RiskMapDrawing {
			placed := material{lead: append(m.points, m.lead[min(1, len(m.lead)):]...), tables: m.tables}
			d.illustrated(&content.Section{Title: f.Caption, Step: s.Step}, placed, f.ID, "cells")
		}
	}
	d.alone(s, "cases", func(t *content.Table) string { return t.Caption })
	for i := range d.doc.Sections {
		for j := range d.doc.Sections[i].Sections {
			d.compared(&d.doc.Sections[i].Sections[j])
		}
	}
}

// compared writes the tables of a part that compares measures, under the name of the part.
func (d *deck) compared(s *content.Section) {
	for _, t := range gather(s.Blocks).tables {
		if strings.HasPrefix(t.ID, "comparison-") || strings.HasPrefix(t.ID, "differences-") {
			d.alone(s, t.ID, func(*content.Table) string { return s.Title })
		}
	}
}

// alone writes a table of a section, with the remarks below it, on slides of its own.
func (d *deck) alone(s *content.Section, table string, title func(*content.Table) string) {
	out := content.Section{Step: s.Step}
	for i := 0; i < len(s.Blocks); i++ {
		t, is := s.Blocks[i].(content.Table)
		if !is || t.ID != table {
			continue
		}
		out.Title = title(&t)
		if out.Title != t.Caption {
			out.Blocks = append(out.Blocks, content.Paragraph{Text: plain(t.Caption)})
		}
		out.Blocks = append(out.Blocks, t)
		for _, below := range s.Blocks[i+1:] {
			remark, is := below.(content.Paragraph)
			if !is || !remark.Small {
				break
			}
			out.Blocks = append(out.Blocks, remark)
		}
	}
	d.tabulated(&out, table)
}
