package content

import "strings"

// Figures lists the figures of the document in the order in which they stand.
func (d *Document) Figures() []Figure {
	var out []Figure
	collect := func(blocks []Block) {
		for _, b := range blocks {
			if f, ok := b.(Figure); ok {
				out = append(out, f)
			}
		}
	}
	for _, s := range d.Sections {
		collect(s.Blocks)
		for _, part := range s.Sections {
			collect(part.Blocks)
		}
	}
	return out
}

// Further gives, of the drawings that exist, those that continue a figure on further pages: their ids begin with the
// figure's, as in configuration-home, and they are neither a figure of the document themselves nor left aside.
func (d *Document) Further(figure string, drawn []string) []string {
	own := map[string]bool{}
	for _, f := range d.Figures() {
		own[f.ID] = true
	}
	for _, f := range d.Aside {
		own[f.ID] = true
	}
	var out []string
	for _, id := range drawn {
		if strings.HasPrefix(id, figure+"-") && !own[id] {
			out = append(out, id)
		}
	}
	return out
}
