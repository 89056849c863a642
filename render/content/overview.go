package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// overview tells what the system does for whom.
func (b *builder) overview() Section {
	o := b.system.Overview
	section := b.section("overview", words.Preparation, words.OverviewTitle)
	if len(o.Text) == 0 {
		section.Add(b.gap(words.NoOverview))
	} else {
		section.Add(Paragraph{Text: b.fill(words.OverviewLead, filling{"title": b.line(b.title())})})
		section.Add(List{Items: b.lines(o.Text)})
	}
	if len(o.Picture) > 0 {
		section.Add(Chain{Labels: b.lines(o.Picture)})
	}
	for _, note := range o.Footnotes {
		section.Add(b.note(note))
	}
	section.Add(b.cited(models.SectionOverview)...)
	return section
}

// lines says several texts, one a line.
func (b *builder) lines(texts []models.Text) []Line {
	var out []Line
	for _, t := range texts {
		out = append(out, b.line(t))
	}
	return out
}

// cited are the sources of a section.
func (b *builder) cited(section models.Section) []Block {
	var items []Line
	for i := range b.system.Sources {
		c := &b.system.Sources[i]
		if len(c.Sections) == 0 || slices.Contains(c.Sections, section) {
			items = append(items, b.line(c.Text))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{Sources{Items: items}}
}
