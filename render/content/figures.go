package content

import (
	"slices"
	"strings"
)

// Figures lists the figures of the document in the order in which they stand.
func (d *Document) Figures() []Figure {
	var out []Figure
	for block := range Blocks(d.Sections) {
		if f, ok := (*block).(Figure); ok {
			out = append(out, f)
		}
	}
	return out
}

// Further gives, of the drawings that exist, those that continue a figure on further pages: their ids begin with the
// figure's, as in configuration-home, with no longer id of a figure of the document or of one left aside, and they are none
// themselves.
func (d *Document) Further(figure string, drawn []string) []string {
	own := map[string]bool{figure: true}
	for _, f := range slices.Concat(d.Figures(), d.Aside) {
		own[f.ID] = true
	}
	var out []string
	for _, id := range drawn {
		if !own[id] && continued(id, own) == figure {
			out = append(out, id)
		}
	}
	return out
}

// continued is the longest of some ids that another one continues; empty: none.
func continued(id string, own map[string]bool) string {
	for at := strings.LastIndex(id, "-"); at > 0; at = strings.LastIndex(id[:at], "-") {
		if own[id[:at]] {
			return id[:at]
		}
	}
	return ""
}
