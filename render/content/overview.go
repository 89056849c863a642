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
		section.Blocks = append(section.Blocks, b.gap(words.NoOverview))
	} else {
		section.Blocks = append(section.Blocks, Paragraph{Text: b.fill(words.OverviewLead, filling{"title": b.line(b.title())})})
		section.Blocks = append(section.Blocks, List{Items: b.lines(o.Text)})
	}
	if len(o.Picture) > 0 {
		section.Blocks = append(section.Blocks, Chain{Labels: b.lines(o.Picture)})
	}
	for _, note := range o.Footnotes {
		section.Blocks = append(section.Blocks, Paragraph{Text: b.line(note), Small: true})
	}
	section.Blocks = append(section.Blocks, b.cited(models.SectionOverview)...)
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
