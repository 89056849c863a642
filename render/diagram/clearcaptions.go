package diagram

import "github.com/harmpath/harmpath/render/layout"

// clearCaptions slides captions of zones along their upper borders to where no edge enters or, where edges take all of it, along
// their lower borders.
func (d *Drawing) clearCaptions() {
	lines := d.lines()
	for i := range d.Zones {
		zone := &d.Zones[i]
		if zone.caption.width == 0 || slide(zone, zone.Caption.Min.Y, lines) {
			continue
		}
		if height := zone.caption.height; height <= fontCaption.Size {
			const above = 4
			zone.Box.Max.Y += zoneInset - 1
			slide(zone, zone.Box.Max.Y-above-height, lines)
		}
	}
}

// slide moves a zone's caption to the first free place from the left with its upper edge at y.
func slide(zone *PlacedZone, y float64, lines [][]layout.Point) bool {
	size := layout.Point{X: zone.Caption.Width(), Y: zone.Caption.Height()}
	for x := zone.Box.Min.X + captionPad; x+size.X <= zone.Box.Max.X-captionPad; x += 6 {
		moved := layout.Box{Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + size.X, Y: y + size.Y}}
		if !anyPasses(lines, Grown(moved, 2)) {
			zone.Caption = moved
			return true
		}
	}
	return false
}

func anyPasses(lines [][]layout.Point, box layout.Box) bool {
	for _, line := range lines {
		if Passes(line, box) {
			return true
		}
	}
	return false
}
