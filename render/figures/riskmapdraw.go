package figures

import (
	"math"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the map, in pixels. The map and its captions together are as wide as a page of A4 portrait at full size.
const (
	cellWidth, cellHeight   = 116.0, 112.0
	rowLabels, columnLabels = 102.0, 52.0
	axisTitle               = 30.0
	captionGap              = 18.0
	captionWidth            = 172.0
	keyHeight               = 30.0

	gridLeft, gridTop = rowLabels, axisTitle
	gridWidth         = 3 * cellWidth
	gridHeight        = 3 * cellHeight
	mapWidth          = gridLeft + gridWidth + captionGap + captionWidth
	mapHeight         = gridTop + gridHeight + columnLabels + axisTitle + keyHeight
)

var (
	mapName  = typeset.Font{Size: 12, Bold: true}
	mapSmall = typeset.Font{Size: 11}
)

// column is a block of lines of text.
type column struct {
	font   typeset.Font
	lines  []string
	fill   string
	anchor picture.Anchor
}

func (t column) height() float64 { return t.font.Height(len(t.lines)) }

// at paints the lines with the upper edge of the first at y.
func (t column) at(x, y float64) []picture.Item {
	var items []picture.Item
	for i, line := range t.lines {
		items = append(items, picture.Text{
			X: x, Y: y + t.font.Size*typeset.Ascent + float64(i)*t.font.Lead(), Anchor: t.anchor,
			Size: t.font.Size, Bold: t.font.Bold, Fill: t.fill, Content: line,
		})
	}
	return items
}

func (m *riskMap) x(v float64) float64 { return m.origin.X + v }
func (m *riskMap) y(v float64) float64 { return m.origin.Y + v }

// cell is a field of the map.
func (m *riskMap) cell(recovery models.Recovery, economic models.Economic) layout.Box {
	left := m.x(gridLeft + float64(recovery)*cellWidth)
	top := m.y(gridTop + float64(models.CatastrophicImpact-economic)*cellHeight)
	return layout.Box{Min: layout.Point{X: left, Y: top}, Max: layout.Point{X: left + cellWidth, Y: top + cellHeight}}
}

func (m *riskMap) cells() []picture.Item {
	var items []picture.Item
	for _, economic := range models.Economics() {
		for _, recovery := range models.Recoveries() {
			b := m.cell(recovery, economic)
			items = append(items, picture.Shape{
				Path: picture.Rect(b.Min.X, b.Min.Y, cellWidth, cellHeight), Fill: m.ink.Card, Stroke: m.ink.ZoneLine, Width: 0.8,
			})
		}
	}
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

// axes paints both axes with their levels, their ends and their titles.
func (m *riskMap) axes() []picture.Item {
	left, top, right, bottom := m.x(gridLeft), m.y(gridTop), m.x(gridLeft+gridWidth), m.y(gridTop+gridHeight)
	items := append(m.arrow(left, bottom, right+14, bottom), m.arrow(left, bottom, left, top-14)...)
	for _, e := range models.Economics() {
		b := m.cell(models.LimitedDamage, e)
		text := column{mapName, mapName.Wrap(m.say(words.Economic(e)), rowLabels-16), m.ink.Ink, picture.End}
		items = append(items, text.at(left-10, b.Center().Y-text.height()/2)...)
	}
	for _, r := range models.Recoveries() {
		b := m.cell(r, models.LimitedImpact)
		text := column{mapName, mapName.Wrap(m.say(words.Recovery(r)), cellWidth-10), m.ink.Ink, picture.Middle}
		items = append(items, text.at(b.Center().X, bottom+14)...)
		items = append(items, diagram.Swatch(severity(r), layout.Box{
			Min: layout.Point{X: b.Min.X + 2, Y: bottom + 3}, Max: layout.Point{X: b.Max.X - 2, Y: bottom + 9},
		}, m.ink)...)
	}
	end := func(text models.Text, x, y float64, anchor picture.Anchor) {
		items = append(items, picture.Text{X: x, Y: y, Anchor: anchor, Size: mapSmall.Size, Fill: m.ink.Soft, Content: m.say(text)})
	}
	end(words.Low, left-10, bottom-4, picture.End)
	end(words.High, left-10, top+8, picture.End)
	ends := bottom + columnLabels - 6
	end(words.Low, left+4, ends, picture.Start)
	end(words.High, right, ends, picture.End)
	return append(items,
		picture.Text{X: m.x(0), Y: m.y(14), Size: mapName.Size, Bold: true, Fill: m.ink.Accent, Content: m.say(words.EconomicShort)},
		picture.Text{X: right, Y: bottom + columnLabels + 12, Anchor: picture.End, Size: mapName.Size, Bold: true, Fill: m.ink.Accent, Content: m.say(words.RecoveryShort)})
}

// arrow paints an axis.
func (m *riskMap) arrow(x1, y1, x2, y2 float64) []picture.Item {
	dx, dy := x2-x1, y2-y1
	length := math.Hypot(dx, dy)
	dx, dy = dx/length, dy/length
	at := func(along, across float64) picture.Point {
		return picture.Point{X: x2 + along*dx - across*dy, Y: y2 + along*dy + across*dx}
	}
	return []picture.Item{
		picture.Shape{Path: picture.Polyline(picture.Point{X: x1, Y: y1}, at(-6, 0)), Stroke: m.ink.Ink, Width: 1.6},
		picture.Shape{Path: picture.Polygon(at(0, 0), at(-9, 4), at(-9, -4)), Fill: m.ink.Ink},
	}
}

// Measures of the mark of a plot.
const (
	chipWidth = cellWidth - 16
	chipPad   = 6.0
	chipGap   = 6.0
	siteSide  = 12.0
)

// chip is the mark of a plot: where it lies and what it says.
type chip struct {
	plot *plot
	box  layout.Box
	name column
	says column
}

// chips places the marks; those in one cell stand below each other.
func (m *riskMap) chips() []chip {
	var out []chip
	filled := map[layout.Point]float64{}
	for i := range m.plots {
		p := &m.plots[i]
		cell := m.cell(p.recovery, p.economic.Max)
		k := chip{plot: p, says: column{mapSmall, mapSmall.Wrap(m.readingNames(p), chipWidth-2*chipPad), m.ink.Soft, picture.Middle}}
		height := siteSide + 4 + k.says.height()
		if p.published() {
			k.name = column{mapName, firstLines(mapName.Wrap(m.systemName(), chipWidth-2*chipPad), 3), m.ink.Ink, picture.Middle}
			height += k.name.height() + 4
		}
		if filled[cell.Min] == 0 {
			filled[cell.Min] = 8
		}
		top := cell.Min.Y + filled[cell.Min]
		left := cell.Min.X + (cellWidth-chipWidth)/2
		k.box = layout.Box{Min: layout.Point{X: left, Y: top}, Max: layout.Point{X: left + chipWidth, Y: top + height}}
		filled[cell.Min] += height + chipGap
		out = append(out, k)
	}
	return out
}

// firstLines cuts a text that would leave its cell.
func firstLines(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	return append(lines[:most-1:most-1], lines[most-1]+"…")
}

// marks paints the marks: the site's sign, filled in the published reading, the name, and the readings.
func (m *riskMap) marks(chips []chip) []picture.Item {
	var items []picture.Item
	for _, k := range chips {
		middle := k.box.Center().X
		y := k.box.Min.Y
		sign := picture.Shape{Path: m.sign(middle, y+siteSide/2, siteSide/2), Fill: m.ink.Card, Stroke: m.ink.Attack, Width: 1.8}
		if k.plot.published() {
			sign.Fill = m.ink.Attack
		}
		group := []picture.Item{sign}
		y += siteSide + 4
		if len(k.name.lines) > 0 {
			group = append(group, k.name.at(middle, y)...)
			y += k.name.height() + 4
		}
		group = append(group, k.says.at(middle, y)...)
		items = append(items, picture.Group{ID: "plot-" + string(k.plot.readings[0]), Class: "mark", Items: group})
	}
	return items
}

// sign is the outline of the mark of the case's site.
func (m *riskMap) sign(x, y, r float64) picture.Path {
	mark := ""
	for i := range m.result.Words.Sites {
		if m.result.Words.Sites[i].ID == m.system.Site {
			mark = m.result.Words.Sites[i].Mark
		}
	}
	switch mark {
	case "square":
		return picture.Rect(x-r, y-r, 2*r, 2*r)
	case "triangle":
		return picture.Polygon(picture.Point{X: x, Y: y - r}, picture.Point{X: x + r, Y: y + r}, picture.Point{X: x - r, Y: y + r})
	}
	return picture.Circle(x, y, r)
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
	published := m.result.Levels.Published.Assessed
	economic := caption{words.EconomicAxis, m.economicLevel(published.Economic), m.economicReasons(published.Economic)}
	recovery := caption{words.RecoveryAxis, m.say(words.Recovery(published.Recovery.Level)), m.recoveryReasons(published.Recovery)}
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
	parts := []column{
		{mapSmall, mapSmall.Wrap(m.say(c.axis), width), m.ink.Soft, picture.Start},
		{mapName, mapName.Wrap(c.level, width), m.ink.Ink, picture.Start},
	}
	for _, reason := range c.reasons {
		parts = append(parts, column{mapSmall, firstLines(mapSmall.Wrap(reason, width), maxReasonLines), m.ink.Ink, picture.Start})
	}
	var text []picture.Item
	at := y + pad
	for _, part := range parts {
		text = append(text, part.at(x+pad, at)...)
		at += part.height() + 7
	}
	height := at - 7 + pad - y
	frame := picture.Shape{Path: picture.RoundRect(x, y, captionWidth, height, 6), Fill: m.ink.Zones[0], Stroke: m.ink.ZoneLine, Width: 0.8}
	return append([]picture.Item{frame}, text...), height
}

// maxReasonLines and maxReasons bound the captions.
const maxReasonLines, maxReasons = 5, 2

func (m *riskMap) recoveryReasons(r models.RecoveryLevel) []string {
	if caption := m.say(m.system.Rationale.Recovery.Caption); caption != "" {
		return []string{caption}
	}
	var out []string
	for _, b := range r.Basis {
		out = appendNew(out, m.say(words.Criterion(b.Criterion)))
	}
	return out
}

func (m *riskMap) economicReasons(e models.EconomicLevel) []string {
	if caption := m.say(m.system.Rationale.Economic.Caption); caption != "" {
		return []string{caption}
	}
	var out []string
	for _, b := range e.Basis {
		for _, met := range b.Met {
			out = appendNew(out, m.say(words.Criterion(met)))
		}
		for _, unknown := range b.Unknown {
			out = appendNew(out, m.fill(words.UnknownCriterion, "criterion", m.say(words.Criterion(unknown))))
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
		items = append(items, picture.Shape{Path: m.sign(x+5, y, 5), Fill: fill, Stroke: m.ink.Attack, Width: 1.6})
		x += 16
	}
	sign(m.ink.Attack)
	say(m.siteName() + m.say(words.FactColon) + m.say(words.Reading(models.Assessed)))
	if len(m.plots) > 1 {
		sign(m.ink.Card)
		say(m.say(words.OtherReadings))
	}
	for i := range m.plots {
		if e := m.plots[i].economic; e.Min != e.Max {
			items = append(items, picture.Shape{
				Path:   picture.Path(nil).MoveTo(x, y-6).LineTo(x+8, y-6).MoveTo(x+4, y-6).LineTo(x+4, y+6).MoveTo(x, y+6).LineTo(x+8, y+6),
				Stroke: m.ink.Attack, Width: 2, Round: true,
			})
			x += 14
			say(m.say(words.IntervalSpan))
			break
		}
	}
	return items
}

// siteName is what people call the site where the system is used.
func (c *caseView) siteName() string {
	for i := range c.result.Words.Sites {
		if s := &c.result.Words.Sites[i]; s.ID == c.system.Site && !s.Name.Empty() {
			return c.say(s.Name)
		}
	}
	return string(c.system.Site)
}
