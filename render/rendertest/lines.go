package rendertest

import "github.com/harmpath/harmpath/render/content"

// Lines lists every text of a document: titles, lines of paragraphs, lists and cells, captions.
func Lines(doc *content.Document) []string {
	out := []string{doc.Heading, doc.Title}
	add := func(lines []content.Line) {
		for _, l := range lines {
			out = append(out, l.String())
		}
	}
	blocks := func(list []content.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case content.Paragraph:
				out = append(out, b.Text.String())
			case content.List:
				add(b.Items)
			case content.Chain:
				add(b.Labels)
			case content.Fields:
				for _, f := range b.Rows {
					out = append(out, f.Name)
					add(f.Values)
				}
			case content.Table:
				out = append(out, b.Caption)
				for _, c := range b.Columns {
					out = append(out, c.Title)
				}
				for _, row := range b.Rows {
					for _, c := range row {
						add(c.Lines)
					}
				}
			case content.Figure:
				out = append(out, b.Caption)
			case content.Notice:
				out = append(out, b.Text.String())
			case content.Sources:
				add(b.Items)
			}
		}
	}
	blocks(doc.Front)
	for i := range doc.Sections {
		s := &doc.Sections[i]
		out = append(out, s.Number+" "+s.Title)
		blocks(s.Blocks)
		for j := range s.Sections {
			out = append(out, s.Sections[j].Number+" "+s.Sections[j].Title)
			blocks(s.Sections[j].Blocks)
		}
	}
	return out
}
