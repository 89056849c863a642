package diagram

import (
	"math"
	"strconv"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

// draw paints the grid with its upper left corner at origin.
func (p *gridPlan) draw(origin layout.Point) []picture.Item {
	paint := painter{p.palette, origin}
	var cells, steps, marks []picture.Item
	for row := range p.grid.Cells {
		for column, cell := range p.grid.Cells[row] {
			cells = append(cells, paint.cell(cell, p.cell(row, column)))
		}
	}
	for i, step := range p.grid.Steps {
		steps = append(steps, paint.step("step-"+strconv.Itoa(i), step, p.find(step.From), p.find(step.To), p.marks))
	}
	for _, mark := range p.marks {
		marks = append(marks, paint.mark(mark))
	}
	return []picture.Item{
		picture.Group{Class: "axes", Items: p.axes(origin)},
		picture.Group{Class: "cells", Items: cells},
		picture.Group{Class: "steps", Items: steps},
		picture.Group{Class: "marks", Items: marks},
	}
}

func (p *gridPlan) find(id string) layout.Box {
	for _, mark := range p.marks {
		if mark.mark.ID == id {
			return mark.box
		}
	}
	panic("diagram: a step to nowhere passed the check")
}

// axes paints the titles and labels of both axes.
func (p *gridPlan) axes(origin layout.Point) []picture.Item {
	var items []picture.Item
	rows, columns := p.grid.Rows, p.grid.Columns
	for row, label := range rows.Labels {
		box := p.cell(row, 0)
		text := setIn(label, fontCaption, rowLabelWidth-16, nameLines)
		items = append(items, text.draw(origin.X+axisRoom+rowLabelWidth-10, origin.Y+box.Center().Y-text.height/2, picture.End, p.ink)...)
	}
	bottom := p.height - 2*axisRoom
	for column, label := range columns.Labels {
		box := p.cell(0, column)
		items = append(items, picture.Text{
			X: origin.X + box.Center().X, Y: origin.Y + bottom + 16, Anchor: picture.Middle,
			Size: fontCaption.Size, Bold: true, Fill: p.palette.Ink, Content: fontCaption.Shorten(oneLine(label), cellWidth),
		})
	}
	middle := origin.X + axisRoom + rowLabelWidth + float64(len(columns.Labels))*(cellWidth+cellGap)/2
	return append(items,
		picture.Text{
			X: middle, Y: origin.Y + bottom + axisRoom + 16, Anchor: picture.Middle,
			Size: fontName.Size, Bold: true, Fill: p.palette.Accent, Content: oneLine(columns.Title) + " →",
		},
		picture.Text{
			X: origin.X + 14, Y: origin.Y + bottom/2, Anchor: picture.Middle, Turn: -90,
			Size: fontName.Size, Bold: true, Fill: p.palette.Accent, Content: oneLine(rows.Title) + " →",
		})
}

func (p *gridPlan) ink(Tone) string { return p.palette.Ink }

// tint is how strongly a cell takes its level's color.
const tint = 0.42

// cell paints a field: its level's color mixed with the paper's, and the level's strip at the left as on nodes.
func (p painter) cell(cell Cell, at layout.Box) picture.Item {
	b := p.box(at)
	ink := p.palette.Levels[cell.Level]
	strip := b
	strip.Max.X = b.Min.X + stripWidth
	items := []picture.Item{picture.Shape{
		Path: picture.Rect(b.Min.X, b.Min.Y, b.Width(), b.Height()),
		Fill: mix(ink.Fill, p.palette.Paper, tint), Stroke: ink.Border, Width: 0.8,
	}}
	if cell.Level != NoLevel {
		items = append(items, Swatch(cell.Level, strip, p.palette)...)
	}
	return picture.Group{Class: "cell", Items: append(items, picture.Text{
		X: b.Min.X + stripWidth + 8, Y: b.Min.Y + 17, Size: fontSmallB.Size, Bold: true, Fill: p.palette.Ink,
		Content: fontSmallB.Shorten(oneLine(cell.Label), cellWidth-stripWidth-16),
	})}
}

func (p painter) mark(mark placedMark) picture.Item {
	box := p.box(mark.box)
	m := mark.mark
	frame := picture.Shape{
		Path: picture.RoundRect(box.Min.X, box.Min.Y, box.Width(), box.Height(), 6),
		Fill: p.palette.Card, Stroke: edgeInk(m.Emphasis, p.palette), Width: math.Max(1.4, lineWidth(m.Emphasis)*0.8),
	}
	if m.Dashed {
		frame.Dash = []float64{4, 3}
	}
	inner := Grown(box, labelPad-chipPad)
	return picture.Group{
		ID: "mark-" + m.ID, Class: "mark", Title: oneLine(m.Tip),
		Items: append([]picture.Item{frame}, mark.label.content(inner, m.Emphasis, p.palette)...),
	}
}

// step paints an arrow between two marks. It bends around when a third mark lies in its way.
func (p painter) step(id string, step Step, from, to layout.Box, marks []placedMark) picture.Item {
	curve := join(from, to, 0)
	for _, bend := range []float64{0, 40, -40, 80, -80} {
		tried := join(from, to, bend)
		if !hits(tried, from, to, marks) {
			curve = tried
			break
		}
	}
	items := stroked(p.route(curve), step.Line, step.Emphasis, p.palette)
	items = append(items, p.head(curve.Points[3], *curve.End, step.Emphasis))
	return picture.Group{ID: id, Class: "step", Items: items}
}

// join is a curve from one box to another, its middle shifted sideways by bend.
func join(from, to layout.Box, bend float64) layout.Curve {
	const head = 9.0
	start, tip := facing(from, to), facing(to, from)
	dx, dy := tip.X-start.X, tip.Y-start.Y
	length := math.Max(1, math.Hypot(dx, dy))
	across := layout.Point{X: -dy / length * bend * 4 / 3, Y: dx / length * bend * 4 / 3}
	c1 := layout.Point{X: start.X + dx/4 + across.X, Y: start.Y + dy/4 + across.Y}
	c2 := layout.Point{X: start.X + dx*3/4 + across.X, Y: start.Y + dy*3/4 + across.Y}
	reach := math.Max(1, math.Hypot(tip.X-c2.X, tip.Y-c2.Y))
	end := layout.Point{X: tip.X - (tip.X-c2.X)/reach*head, Y: tip.Y - (tip.Y-c2.Y)/reach*head}
	return layout.Curve{Points: []layout.Point{start, c1, c2, end}, End: &tip}
}

// facing is the point of the side of a that looks towards b: its middle, or that of the part that both sides share.
func facing(a, b layout.Box) layout.Point {
	low, high := math.Max(a.Min.Y, b.Min.Y), math.Min(a.Max.Y, b.Max.Y)
	y := a.Center().Y
	if low < high {
		y = (low + high) / 2
	}
	switch {
	case b.Min.X >= a.Max.X:
		return layout.Point{X: a.Max.X, Y: y}
	case b.Max.X <= a.Min.X:
		return layout.Point{X: a.Min.X, Y: y}
	case b.Center().Y > a.Center().Y:
		return layout.Point{X: a.Center().X, Y: a.Max.Y}
	default:
		return layout.Point{X: a.Center().X, Y: a.Min.Y}
	}
}

func hits(curve layout.Curve, from, to layout.Box, marks []placedMark) bool {
	line := Flatten(curve)
	for _, mark := range marks {
		if mark.box != from && mark.box != to && Passes(line, Grown(mark.box, 2)) {
			return true
		}
	}
	return false
}

// mix is a color between two of the form #rrggbb; share belongs to the first.
func mix(first, second string, share float64) string {
	a, errA := strconv.ParseUint(first[1:], 16, 32)
	b, errB := strconv.ParseUint(second[1:], 16, 32)
	if errA != nil || errB != nil {
		panic("diagram: a palette holds a color that is none")
	}
	mixed := []byte("#")
	for shift := 16; shift >= 0; shift -= 8 {
		x, y := float64(a>>shift&255), float64(b>>shift&255)
		value := uint64(math.Round(x*share + y*(1-share)))
		if value < 16 {
			mixed = append(mixed, '0')
		}
		mixed = strconv.AppendUint(mixed, value, 16)
	}
	return string(mixed)
}
