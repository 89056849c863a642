package pptx

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// collection writes the slides of several cases: where they lie on the map, their list, and the comparison of the measures
// of those in one cell.
func (d *deck) collection() {
	s := d.section("case-list")
	m := d.marked(s)
	for _, f := range d.doc.Figures() {
		if f.ID == render.RiskMapDrawing {
			placed := material{lead: append(m.points, m.lead[min(1, len(m.lead)):]...)}
			d.illustrated(&content.Section{Title: f.Caption, Step: s.Step}, placed, f.ID, "")
		}
	}
	d.alone(s, "cases", words.CaseList)
	for i := range d.doc.Sections {
		for j := range d.doc.Sections[i].Sections {
			d.compared(&d.doc.Sections[i].Sections[j])
		}
	}
}

// compared writes the tables of a part that compares measures.
func (d *deck) compared(s *content.Section) {
	for _, t := range gather(s.Blocks).tables {
		switch {
		case strings.HasPrefix(t.ID, "comparison-"):
			d.alone(s, t.ID, words.SlideComparison)
		case strings.HasPrefix(t.ID, "differences-"):
			d.alone(s, t.ID, words.SlideDifference)
		}
	}
}

// alone writes a table of a section, with the remarks below it, on slides of its own.
func (d *deck) alone(s *content.Section, table string, title models.Text) {
	out := content.Section{Title: d.say(title), Step: s.Step}
	for i := 0; i < len(s.Blocks); i++ {
		t, is := s.Blocks[i].(content.Table)
		if !is || t.ID != table {
			continue
		}
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
