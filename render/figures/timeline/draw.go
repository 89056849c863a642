package timeline

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/words"
)

// Measures of the timelines, in pixels.
const (
	timelineWidth = 640.0
	rowNames      = 196.0
	rightRoom     = 14.0
	laneHeight    = 30.0
	rowGap        = 6.0
	barHeight     = 20.0
	panelHead     = 62.0
	panelGap      = 16.0
	savedRoom     = 34.0
	axisRoom      = 40.0
	keyRoom       = 30.0
)

var (
	timelineHead  = typeset.Font{Size: 14, Bold: true}
	timelineName  = typeset.Font{Size: 12, Bold: true}
	timelineRowed = typeset.Font{Size: 11, Bold: true}
	timelineSmall = typeset.Font{Size: 11}
)

func (t *timeline) x(hours float64) float64 { return t.origin.X + rowNames + hours*t.scale }

func (t *timeline) rowHeight(r *timelineRow) float64 {
	if len(r.second) > 0 {
		return 2 * laneHeight
	}
	return laneHeight
}

func (t *timeline) rowsHeight() float64 {
	height := 0.0
	for i := range t.rows {
		height += t.rowHeight(&t.rows[i]) + rowGap
	}
	return height
}

func (t *timeline) height() float64 {
	return 2*(panelHead+t.rowsHeight()) + panelGap + savedRoom + axisRoom + keyRoom
}

// panel is one schedule.
type panel struct {
	*timeline
	plan  *models.Timeline
	title models.Text
	says  models.Text
	top   float64
}

func (p *panel) height() float64 { return panelHead + p.rowsHeight() }

// draw paints the panel: what it is and says, its rows, and when the response is complete.
func (p *panel) draw() []picture.Item {
	left, top := p.origin.X, p.origin.Y+p.top
	items := []picture.Item{
		picture.Shape{Path: picture.RoundRect(left, top, timelineWidth, p.height(), 6), Fill: p.ink.Zones[0], Stroke: p.ink.ZoneLine, Width: 0.8},
	}
	items = append(items, plate.Column{Font: timelineHead, Lines: timelineHead.Wrap(p.Say(p.title), rowNames-16), Fill: p.ink.Accent, Anchor: picture.Start}.At(left+10, top+10)...)
	says := plate.FirstLines(timelineSmall.Wrap(p.Say(p.says), timelineWidth-rowNames-rightRoom), 2)
	items = append(items, plate.Column{Font: timelineSmall, Lines: says, Fill: p.ink.Ink, Anchor: picture.Start}.At(left+rowNames, top+8)...)
	items = append(items, p.ends(top)...)
	y := top + panelHead
	for i := range p.rows {
		r := &p.rows[i]
		items = append(items, p.row(r, y)...)
		y += p.rowHeight(r) + rowGap
	}
	return items
}

// ends marks the disclosure and the complete response.
func (p *panel) ends(top float64) []picture.Item {
	line := func(x float64, color string) picture.Item {
		return picture.Shape{Path: picture.Polyline(picture.Point{X: x, Y: top + panelHead - 8}, picture.Point{X: x, Y: top + p.height() - 2}), Stroke: color, Width: 1.6}
	}
	begin, done := p.x(0), p.x(hoursOf(p.plan.Fixed))
	said := p.done(p.plan)
	width := timelineName.Width(said)
	at := min(max(done-width/2, begin+timelineName.Width(p.Say(words.Disclosed))+12), p.origin.X+timelineWidth-6-width)
	return []picture.Item{
		line(begin, p.ink.Attack), line(done, p.ink.Protect),
		picture.Text{X: begin, Y: top + panelHead - 12, Size: timelineName.Size, Bold: true, Fill: p.ink.Attack, Content: p.Say(words.Disclosed)},
		picture.Text{X: at, Y: top + panelHead - 12, Size: timelineName.Size, Bold: true, Fill: p.ink.Protect, Content: said},
	}
}

// row paints the names of a row, its tasks and what lies before and between them.
func (p *panel) row(r *timelineRow, y float64) []picture.Item {
	left, room := p.origin.X+10, rowNames-18
	items := []picture.Item{
		picture.Text{X: left, Y: y + 12, Size: timelineRowed.Size, Bold: true, Fill: p.ink.Ink, Content: timelineRowed.Shorten(r.name, room)},
		picture.Text{X: left, Y: y + 26, Size: timelineSmall.Size, Fill: p.ink.Soft, Content: timelineSmall.Shorten(r.party, room)},
	}
	middle := y + laneHeight/2
	before := 0
	for i := r.from; i < r.to; i++ {
		task := &p.plan.Tasks[i]
		lane := middle
		if len(r.second) > 0 && i == r.second[0] {
			lane += laneHeight
			before = p.plan.Tasks[i-2].End
		}
		if task.Start > before {
			items = append(items, p.idle(before, task.Start, lane, task.Activity == models.Noticing)...)
		}
		items = append(items, p.bar(task, lane)...)
		before = max(before, task.End)
	}
	return items
}

// idle is a time in which a party does nothing about the vulnerability: it does not know of it, or waits for what it
// builds in to be corrected.
func (p *panel) idle(from, to int, y float64, unaware bool) []picture.Item {
	a, b := p.x(float64(from)), p.x(float64(to))
	says := p.Say(words.AwaitsPart)
	if unaware {
		says = p.Say(words.Unaware)
	}
	line := func(from, to float64) picture.Item {
		return picture.Shape{Path: picture.Polyline(picture.Point{X: from, Y: y}, picture.Point{X: to, Y: y}), Stroke: p.ink.Line, Width: 1.2, Dash: []float64{4, 4}}
	}
	width := timelineSmall.Width(says) + 10
	if width+16 > b-a {
		return []picture.Item{line(a, b)}
	}
	middle := (a + b) / 2
	return []picture.Item{
		line(a, middle-width/2), line(middle+width/2, b),
		picture.Text{X: middle, Y: y + 4, Anchor: picture.Middle, Size: timelineSmall.Size, Fill: p.ink.Soft, Content: says},
	}
}

// bar is one task.
func (p *panel) bar(task *models.Task, y float64) []picture.Item {
	if task.End == task.Start {
		return nil
	}
	a, b := p.x(float64(task.Start)), p.x(float64(task.End))
	box := layout.Box{Min: layout.Point{X: a, Y: y - barHeight/2}, Max: layout.Point{X: b, Y: y + barHeight/2}}
	items := p.fillBar(task.Activity, box)
	border := picture.Shape{Path: picture.Rect(a, box.Min.Y, b-a, barHeight), Stroke: p.ink.Line, Width: 0.8}
	if task.Critical {
		border.Stroke, border.Width = p.ink.Ink, 2.2
	}
	items = append(items, border)
	name := p.Say(words.Activity(task.Activity))
	if timelineSmall.Width(name)+6 <= b-a {
		items = append(items, picture.Text{
			X: (a + b) / 2, Y: y + 4, Anchor: picture.Middle, Size: timelineSmall.Size, Fill: p.textOn(task.Activity), Content: name,
		})
	}
	if task.Activity == models.Mitigating && timelineSmall.Width(name)+6 > b-a {
		items = append(items, p.beside(name, b, y)...)
	}
	tip := name + " " + p.time(float64(task.Start)) + " – " + p.time(float64(task.End))
	return []picture.Item{picture.Group{Class: "task", Title: tip, Items: items}}
}

// beside says what is done behind a bar that is too short for it, where the panel has room.
func (p *panel) beside(says string, x, y float64) []picture.Item {
	width := timelineSmall.Width(says)
	if x+width+8 > p.origin.X+timelineWidth {
		return nil
	}
	return []picture.Item{
		picture.Shape{Path: picture.Rect(x+2, y-8, width+6, 16), Fill: p.ink.Zones[0]},
		picture.Text{X: x + 5, Y: y + 4, Size: timelineSmall.Size, Fill: p.ink.Ink, Content: says},
	}
}

// fillBar paints the ground of a task, by what is done.
func (t *timeline) fillBar(a models.Activity, b layout.Box) []picture.Item {
	rect := picture.Rect(b.Min.X, b.Min.Y, b.Width(), b.Height())
	switch a {
	case models.Noticing:
		return diagram.Swatch(diagram.Level1, b, t.ink)
	case models.Investigating:
		return diagram.Swatch(diagram.Level2, b, t.ink)
	case models.Fixing:
		return []picture.Item{picture.Shape{Path: rect, Fill: t.ink.Accent}}
	case models.Mitigating:
		return []picture.Item{
			picture.Shape{Path: rect, Fill: t.ink.Card},
			picture.Shape{Path: picture.Hatch(b.Min.X, b.Min.Y, b.Width(), b.Height(), 6, true), Stroke: t.ink.Faint, Width: 0.8},
		}
	case models.Installing:
		return []picture.Item{picture.Shape{Path: rect, Fill: t.ink.Protect}}
	}
	return []picture.Item{picture.Shape{Path: rect, Fill: t.ink.Zones[2]}}
}

// textOn is the color of text on a task.
func (t *timeline) textOn(a models.Activity) string {
	switch a {
	case models.Noticing:
		return t.ink.Levels[diagram.Level1].Text
	case models.Investigating:
		return t.ink.Levels[diagram.Level2].Text
	case models.Fixing, models.Installing:
		return t.ink.OnStrong
	}
	return t.ink.Ink
}

// saved shows below the panel by how much sooner the response is complete.
func (p *panel) saved() []picture.Item {
	with, without := hoursOf(p.exposure.With.Fixed), hoursOf(p.exposure.Without.Fixed)
	if without <= with {
		return nil
	}
	a, b, y := p.x(with), p.x(without), p.origin.Y+p.top+p.height()+10
	says := p.Fill(words.TimeSaved, "time", p.time(without-with))
	width := timelineName.Width(says)
	head := func(x, back float64) picture.Item {
		return picture.Shape{Path: picture.Polygon(picture.Point{X: x, Y: y}, picture.Point{X: x + back, Y: y - 4}, picture.Point{X: x + back, Y: y + 4}), Fill: p.ink.Protect}
	}
	middle := min(max((a+b)/2, p.origin.X+width/2), p.origin.X+timelineWidth-width/2)
	return []picture.Item{
		picture.Shape{Path: picture.Polyline(picture.Point{X: a + 4, Y: y}, picture.Point{X: b - 4, Y: y}), Stroke: p.ink.Protect, Width: 2},
		head(a, 8), head(b, -8),
		picture.Text{X: middle, Y: y + 18, Anchor: picture.Middle, Size: timelineName.Size, Bold: true, Fill: p.ink.Protect, Content: says},
	}
}

// axis paints the scale of time below both panels.
func (t *timeline) axis(top float64) []picture.Item {
	y := t.origin.Y + top + 6
	right := t.x(float64(t.hours))
	items := []picture.Item{
		picture.Shape{Path: picture.Polyline(picture.Point{X: t.x(0), Y: y}, picture.Point{X: right + 4, Y: y}), Stroke: t.ink.Ink, Width: 1.4},
		picture.Shape{Path: picture.Polygon(picture.Point{X: right + 12, Y: y}, picture.Point{X: right + 3, Y: y - 4}, picture.Point{X: right + 3, Y: y + 4}), Fill: t.ink.Ink},
		picture.Text{X: t.origin.X + 10, Y: y + 4, Size: timelineName.Size, Bold: true, Fill: t.ink.Ink, Content: t.Say(words.TimePasses)},
	}
	step := tick(t.hours)
	for hours := 0; hours <= t.hours; hours += step {
		x := t.x(float64(hours))
		says := strconv.Itoa(hours / 24)
		if hours > 0 {
			says = t.time(float64(hours))
		}
		items = append(items,
			picture.Shape{Path: picture.Polyline(picture.Point{X: x, Y: y - 4}, picture.Point{X: x, Y: y + 4}), Stroke: t.ink.Ink, Width: 1},
			picture.Text{X: x, Y: y + 18, Anchor: picture.Middle, Size: timelineSmall.Size, Fill: t.ink.Soft, Content: says})
	}
	return items
}

// tick is how many hours lie between two marks of the scale: eight marks at most.
func tick(hours int) int {
	for _, step := range []int{1, 3, 6, 12, 24, 48, 120, 240, 360, 720, 1440, 2160, 4320, 8760} {
		if hours/step < 8 {
			return step
		}
	}
	return hours / 8
}

// key explains how tasks are painted.
func (t *timeline) key(top float64) []picture.Item {
	x, y := t.origin.X+10, t.origin.Y+top+16
	var items []picture.Item
	for _, a := range words.Activities() {
		box := layout.Box{Min: layout.Point{X: x, Y: y - 7}, Max: layout.Point{X: x + 22, Y: y + 7}}
		items = append(items, t.fillBar(a, box)...)
		items = append(items, picture.Shape{Path: picture.Rect(x, y-7, 22, 14), Stroke: t.ink.Line, Width: 0.8})
		name := t.Say(words.Activity(a))
		items = append(items, picture.Text{X: x + 28, Y: y + 4, Size: timelineSmall.Size, Fill: t.ink.Ink, Content: name})
		x += 28 + timelineSmall.Width(name) + 18
	}
	return items
}
