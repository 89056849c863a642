package diagram

import "github.com/harmpath/harmpath/render/layout"

// clearCaptions slides captions of zones along their upper borders to where no edge enters or, where edges take all of it, along
// their lower borders.
func (d *Drawing) clearCaptions() {
	for i := range d.Zones {
		zone := &d.Zones[i]
		if zone.caption.width == 0 || d.slide(zone, zone.Caption.Min.Y) {
			continue
		}
		if height := zone.caption.height; height <= fontCaption.Size {
			const above = 4
			zone.Box.Max.Y += zoneInset - 1
			d.slide(zone, zone.Box.Max.Y-above-height)
		}
	}
}

// slide moves a zone's caption to the first free place from the left with its upper edge at y.
func (d *Drawing) slide(zone *PlacedZone, y float64) bool {
	size := layout.Point{X: zone.Caption.Width(), Y: zone.Caption.Height()}
	for x := zone.Box.Min.X + captionPad; x+size.X <= zone.Box.Max.X-captionPad; x += 6 {
		moved := layout.Box{Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + size.X, Y: y + size.Y}}
		if !d.crossed(Grown(moved, 2)) {
			zone.Caption = moved
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
