package diagram

import (
	"strings"
	"unicode/utf8"

	"github.com/harmpath/harmpath/render/layout"
)

// clearCaptions moves captions of zones to where no edge enters: along their upper borders or, where edges take all of it,
// along their lower borders, in two lines along the upper ones, or along the lower ones in frames that grow for it.
func (d *Drawing) clearCaptions() {
	for i := range d.Zones {
		zone := &d.Zones[i]
		if zone.caption.width == 0 {
			continue
		}
		top := zone.Caption.Min.Y
		_ = d.slide(zone, top, captionPad) || d.slide(zone, top, leastPad) || d.lowerCaption(zone, false) || d.breakCaption(zone) || d.lowerCaption(zone, true)
	}
}

// leastPad is how near a caption may come to the corner of its frame.
const leastPad = 4.0

// lowerCaption sets a caption along the lower border, in a frame that grows a little for it, or as far as there is room.
func (d *Drawing) lowerCaption(zone *PlacedZone, far bool) bool {
	const above, below = 3, 4
	inner, was := zone.Box.Min.Y, zone.Box
	for i := range d.Nodes {
		if box := d.Nodes[i].Box; Inside(box, was) {
			inner = max(inner, box.Max.Y)
		}
	}
	for i := range d.Zones {
		if other := &d.Zones[i]; other != zone && Inside(other.Box, was) {
			inner = max(inner, other.Box.Max.Y)
		}
	}
	usual, needed := was.Max.Y+zoneInset-1, inner+above+zone.caption.height+below
	zone.Box.Max.Y = max(usual, needed)
	fits := needed <= usual || far && d.vacant(zone, was)
	if fits && d.slide(zone, zone.Box.Max.Y-below-zone.caption.height, captionPad) {
		return true
	}
	zone.Box = was
	return false
}

// vacant tells whether nothing is in the way of a zone's frame that grew, and it still lies well in the frames around it.
func (d *Drawing) vacant(zone *PlacedZone, was layout.Box) bool {
	if zone.Box.Max.Y > d.Height {
		return false
	}
	for i := range d.Nodes {
		if box := d.Nodes[i].Box; !Inside(box, was) && Overlap(box, zone.Box) {
			return false
		}
	}
	for i := range d.Zones {
		other := &d.Zones[i]
		switch {
		case other == zone || Inside(other.Box, was):
		case Inside(was, other.Box):
			if !Inside(Grown(zone.Box, leastPad), other.Box) {
				return false
			}
		case Overlap(other.Box, zone.Box):
			return false
		}
	}
	return true
}

// breakCaption sets a caption of one line in two, no word broken, in a frame that grows upwards for it.
func (d *Drawing) breakCaption(zone *PlacedZone) bool {
	if len(zone.caption.lines) != 1 {
		return false
	}
	text, was := zone.caption.lines[0].text, *zone
	for _, share := range []float64{0.9, 0.8, 0.7, 0.6} {
		broken := setIn(text, fontCaption, was.caption.width*share, 2)
		if broken.whole != "" || !betweenWords(broken, text) {
			continue
		}
		zone.Box.Min.Y = was.Box.Min.Y - (zoneInset - 1)
		zone.caption = broken
		at := zone.Box.Min
		zone.Caption = layout.Box{Min: at, Max: layout.Point{X: at.X + broken.width, Y: at.Y + broken.height}}
		if d.slide(zone, at.Y+leastPad, captionPad) || d.slide(zone, at.Y+leastPad, leastPad) {
			return true
		}
	}
	*zone = was
	return false
}

// betweenWords tells whether a text that was set in two lines is broken at a space, or in a script that has none.
func betweenWords(b block, text string) bool {
	if len(b.lines) != 2 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(b.lines[0].text)
	after, _ := utf8.DecodeRuneInString(b.lines[1].text)
	if before >= utf8.RuneSelf || after >= utf8.RuneSelf {
		return true
	}
	return strings.Contains(text, b.lines[0].text+" "+b.lines[1].text)
}

// slide moves a zone's caption to the first free place from the left with its upper edge at y, no nearer to the sides than pad.
func (d *Drawing) slide(zone *PlacedZone, y, pad float64) bool {
	size := layout.Point{X: zone.Caption.Width(), Y: zone.Caption.Height()}
	for x := zone.Box.Min.X + pad; x+size.X <= zone.Box.Max.X-pad; x += 3 {
		moved := layout.Box{Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + size.X, Y: y + size.Y}}
		if !d.crossed(Grown(moved, 2)) && !d.occupied(moved) {
			zone.Caption = moved
			return true
		}
	}
	return false
}

// occupied tells whether a node lies in a box.
func (d *Drawing) occupied(box layout.Box) bool {
	for i := range d.Nodes {
		if Overlap(d.Nodes[i].Box, box) {
			return true
		}
	}
	return false
}

// crossed tells whether an edge runs through a box.
func (d *Drawing) crossed(box layout.Box) bool {
	for i := range d.Edges {
		if d.Edges[i].route.passes(box) {
			return true
		}
	}
	return false
}
