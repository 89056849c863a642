package riskmap

import (
	"math"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the map of one case, in pixels. The map and its captions together are as wide as a page of A4 portrait at full size.
const (
	cellWidth, cellHeight = 116.0, 126.0
	captionGap            = 18.0
	captionWidth          = 172.0
	keyHeight             = 30.0

	gridWidth  = 3 * cellWidth
	gridHeight = 3 * cellHeight
	mapWidth   = gridLeft + gridWidth + captionGap + captionWidth
	mapHeight  = gridTop + gridHeight + columnLabels + axisTitle + keyHeight
)

// highlighted paints the cells, with that of the published reading set off.
func (m *riskMap) highlighted() []picture.Item {
	items := m.cells()
	for i := range m.plots {
		if p := &m.plots[i]; p.published() {
			b := m.cell(p.recovery, p.economic.Max)
			items = append(items, picture.Shape{
				Path: picture.Rect(b.Min.X+1.5, b.Min.Y+1.5, cellWidth-3, cellHeight-3), Fill: m.ink.Zones[2], Stroke: m.ink.Accent, Width: 2.4,
			})
		}
	}
	return items
}

// Measures of the mark of a plot.
const (
	chipWidth = cellWidth - 16
	chipTop   = 8.0
	chipGap   = 6.0
	siteSide  = 12.0
)

// chip is the mark of a plot: where it lies and what it says.
type chip struct {
	plot *plot
	box  layout.Box
	name plate.Column
	says plate.Column
}

// chips places the marks; those in one cell stand below each other.
func (m *riskMap) chips() []chip {
	var out []chip
	filled := map[layout.Point]float64{}
	for i := range m.plots {
		p := &m.plots[i]
		cell := m.cell(p.recovery, p.economic.Max)
		k := chip{plot: p, says: plate.Column{Font: mapSmall, Lines: mapSmall.Wrap(m.readingNames(p), chipWidth), Fill: m.ink.Soft, Anchor: picture.Middle}}
		height := siteSide + 4 + k.says.Height()
		if p.published() {
			k.name = m.nameWithin(cellHeight - chipTop - height - chipGap)
			height += k.name.Height() + 4
		}
		if filled[cell.Min] == 0 {
			filled[cell.Min] = chipTop
		}
		top := cell.Min.Y + filled[cell.Min]
		left := cell.Min.X + (cellWidth-chipWidth)/2
		k.box = layout.Box{Min: layout.Point{X: left, Y: top}, Max: layout.Point{X: left + chipWidth, Y: top + height}}
		filled[cell.Min] += height + chipGap
		out = append(out, k)
	}
	return out
}

// nameWithin is the system's name in as many lines as a height holds, three at most.
func (m *riskMap) nameWithin(height float64) plate.Column {
	lines := mapName.Wrap(systemName(m.Case), chipWidth)
	for most := 3; ; most-- {
		name := plate.Column{Font: mapName, Lines: plate.FirstLines(lines, most), Fill: m.ink.Ink, Anchor: picture.Middle}
		if most == 1 || name.Height()+4 <= height {
			return name
		}
	}
}

// marks paints the marks: the site's sign, filled in the published reading, the name, and the readings.
func (m *riskMap) marks(chips []chip) []picture.Item {
	var items []picture.Item
	for _, k := range chips {
		middle := k.box.Center().X
		y := k.box.Min.Y
		sign := picture.Shape{Path: siteSign(m.Result.Words.Sites, m.System.Site, middle, y+siteSide/2, siteSide/2), Fill: m.ink.Card, Stroke: m.ink.Attack, Width: 1.8}
		if k.plot.published() {
			sign.Fill = m.ink.Attack
		}
		group := []picture.Item{sign}
		y += siteSide + 4
		if len(k.name.Lines) > 0 {
			group = append(group, k.name.At(middle, y)...)
			y += k.name.Height() + 4
		}
		group = append(group, k.says.At(middle, y)...)
		items = append(items, picture.Group{ID: "plot-" + string(k.plot.readings[0]), Class: "mark", Items: group})
	}
	return items
}

// intervals paints, where factors of axis 2 are unknown, the span from the lowest to the published level.
func (m *riskMap) intervals(chips []chip) []picture.Item {
	var items []picture.Item
	for _, k := range chips {
		e := k.plot.economic
		if e.Min == e.Max {
			continue
		}
		x := k.box.Min.X - 3
		top, bottom := k.box.Min.Y+siteSide/2, m.cell(k.plot.recovery, e.Min).Center().Y
		items = append(items, picture.Shape{
			Path:   picture.Path(nil).MoveTo(x-4, top).LineTo(x+4, top).MoveTo(x, top).LineTo(x, bottom).MoveTo(x-4, bottom).LineTo(x+4, bottom),
			Stroke: m.ink.Attack, Width: 2, Round: true,
		})
	}
	return items
}

// steps paints the way from reading to reading.
func (m *riskMap) steps(chips []chip) []picture.Item {
	var items []picture.Item
	for i := 1; i < len(chips); i++ {
		a, b := chips[i-1], chips[i]
		if a.plot.recovery == b.plot.recovery && a.plot.economic.Max == b.plot.economic.Max {
			continue // in one cell, where the order shows by itself
		}
		from, to := a.towards(b), b.towards(a)
		items = append(items, m.course(from.X, from.Y, to.X, to.Y)...)
	}
	return items
}

// towards is where a line to another mark begins: beside the sign, or below the text where the other lies lower.
func (k chip) towards(other chip) layout.Point {
	const clear = siteSide
	own, far := k.sign(), other.sign()
	if far.Y > own.Y+cellHeight/2 {
		return layout.Point{X: own.X, Y: k.box.Max.Y + 3}
	}
	if own.Y > far.Y+cellHeight/2 {
		far.Y = other.box.Max.Y
	}
	dx, dy := far.X-own.X, far.Y-own.Y
	length := math.Hypot(dx, dy)
	return layout.Point{X: own.X + dx/length*clear, Y: own.Y + dy/length*clear}
}

// sign is the middle of a mark's sign.
func (k chip) sign() layout.Point {
	return layout.Point{X: k.box.Center().X, Y: k.box.Min.Y + siteSide/2}
}

// course is a heavy dashed arrow.
func (m *riskMap) course(x1, y1, x2, y2 float64) []picture.Item {
	items := m.arrow(x1, y1, x2, y2)
	line, head := items[0].(picture.Shape), items[1].(picture.Shape)
	line.Stroke, line.Width, line.Dash = m.ink.Attack, 2.2, []float64{6, 4}
	head.Fill = m.ink.Attack
	return []picture.Item{line, head}
}

// captions paints the author's short reasons beside the map, or the derived ones where there are none.
func (m *riskMap) captions() []picture.Item {
	x, y := m.x(gridLeft+gridWidth+captionGap), m.y(gridTop)
	published := m.Result.Levels.Published.Assessed
	economic := caption{words.EconomicAxis, economicLevel(m.Case, published.Economic), m.economicReasons(published.Economic)}
	recovery := caption{words.RecoveryAxis, m.Say(words.RecoveryOf(&published)), m.recoveryReasons(published.Recovery)}
	if !published.Determined() {
		economic.level = m.Say(words.EconomicOf(&published))
	}
	items, height := m.caption(x, y, economic)
	more, _ := m.caption(x, y+height+14, recovery)
	return append(items, more...)
}

// caption is what is said of one axis beside the map.
type caption struct {
	axis    models.Text
	level   string
	reasons []string
}

// caption paints the reasons for one axis in a frame.
func (m *riskMap) caption(x, y float64, c caption) ([]picture.Item, float64) {
	const pad = 10.0
	width := captionWidth - 2*pad
	parts := []plate.Column{
		{Font: mapSmall, Lines: mapSmall.Wrap(m.Say(c.axis), width), Fill: m.ink.Soft, Anchor: picture.Start},
		{Font: mapName, Lines: mapName.Wrap(c.level, width), Fill: m.ink.Ink, Anchor: picture.Start},
	}
	for _, reason := range c.reasons {
		parts = append(parts, plate.Column{Font: mapSmall, Lines: plate.FirstLines(mapSmall.Wrap(reason, width), maxReasonLines), Fill: m.ink.Ink, Anchor: picture.Start})
	}
	var text []picture.Item
	at := y + pad
	for _, part := range parts {
		text = append(text, part.At(x+pad, at)...)
		at += part.Height() + 7
	}
	height := at - 7 + pad - y
	frame := picture.Shape{Path: picture.RoundRect(x, y, captionWidth, height, 6), Fill: m.ink.Zones[0], Stroke: m.ink.ZoneLine, Width: 0.8}
	return append([]picture.Item{frame}, text...), height
}

// maxReasonLines and maxReasons bound the captions.
const maxReasonLines, maxReasons = 5, 2

func (m *riskMap) recoveryReasons(r models.RecoveryLevel) []string {
	if caption := m.Say(m.System.Rationale.Recovery.Caption); caption != "" {
		return []string{caption}
	}
	var out []string
	for _, b := range r.Basis {
		out = appendNew(out, m.Say(words.Criterion(b.Criterion)))
	}
	return out
}

func (m *riskMap) economicReasons(e models.EconomicLevel) []string {
	if caption := m.Say(m.System.Rationale.Economic.Caption); caption != "" {
		return []string{caption}
	}
	var out []string
	for _, b := range e.Basis {
		for _, met := range b.Met {
			out = appendNew(out, m.Say(words.Criterion(met)))
		}
		for _, unknown := range b.Unknown {
			out = appendNew(out, m.Fill(words.UnknownCriterion, "criterion", m.Say(words.Criterion(unknown))))
		}
	}
	return out
}

// appendNew adds a reason that is not there yet, as long as there is room.
func appendNew(list []string, text string) []string {
	for _, have := range list {
		if have == text {
			return list
		}
	}
	if len(list) == maxReasons {
		return list
	}
	return append(list, text)
}

// key explains the signs: the site's, filled and hollow, and the arrow.
func (m *riskMap) key() []picture.Item {
	y := m.y(mapHeight - keyHeight/2 + 4)
	x := m.x(gridLeft)
	var items []picture.Item
	say := func(text string) {
		items = append(items, picture.Text{X: x, Y: y + 4, Size: mapSmall.Size, Fill: m.ink.Ink, Content: text})
		x += mapSmall.Width(text) + 20
	}
	sign := func(fill string) {
		items = append(items, picture.Shape{Path: siteSign(m.Result.Words.Sites, m.System.Site, x+5, y, 5), Fill: fill, Stroke: m.ink.Attack, Width: 1.6})
		x += 16
	}
	sign(m.ink.Attack)
	say(m.Say(siteName(m.Result.Words.Sites, m.System.Site)) + m.Say(words.FactColon) + m.Say(words.Reading(models.Assessed)))
	if len(m.plots) > 1 {
		sign(m.ink.Card)
		say(m.Say(words.OtherReadings))
	}
	for i := range m.plots {
		if e := m.plots[i].economic; e.Min != e.Max {
			items = append(items, picture.Shape{
				Path:   picture.Path(nil).MoveTo(x, y-6).LineTo(x+8, y-6).MoveTo(x+4, y-6).LineTo(x+4, y+6).MoveTo(x, y+6).LineTo(x+8, y+6),
				Stroke: m.ink.Attack, Width: 2, Round: true,
			})
			x += 14
			say(m.Say(words.IntervalSpan))
			break
		}
	}
	return items
}
