package lanes

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// painter paints one lane.
type painter struct {
	*view
	lane      *lane
	ink       diagram.Palette
	first     bool // the easiest attack
	left, top float64
}

// draw paints who attacks, the way and what happens at each place of it.
func (p *painter) draw() []picture.Item {
	var items []picture.Item
	right := p.left + p.across()
	if p.first {
		items = append(items, picture.Shape{Path: picture.Rect(p.left-4, p.top+1, p.across()+8, p.laneHeight(p.lane)-2), Fill: p.ink.Attack, Opacity: 0.07})
	}
	items = append(items, picture.Shape{Path: picture.Polyline(picture.Point{X: p.left - 4, Y: p.top}, picture.Point{X: right + 4, Y: p.top}), Stroke: p.ink.ZoneLine, Width: 0.8})
	items = append(items, p.who()...)
	for i := range p.lane.visits {
		for _, from := range p.lane.visits[i].from {
			items = append(items, p.way(from, i)...)
		}
		if p.lane.visits[i].last {
			items = append(items, p.end(i)...)
		}
	}
	for i := range p.lane.visits {
		items = append(items, p.visit(i)...)
	}
	return items
}

// who says who attacks, and what it takes.
func (p *painter) who() []picture.Item {
	icon := p.ProfileIcon(p.lane.attack.Profile)
	color, font, days := p.ink.Ink, whoFont, daysFont
	if p.first {
		color, font, days = p.ink.Attack, leadFont, firstFont
	}
	says := ""
	if p.lane.malicious {
		says = p.days(p.lane.attack.Effort)
	} else {
		says = p.Say(words.NotMalicious)
	}
	right := p.left + p.across() - 6
	items := diagram.DrawIcon(icon, p.left+5, p.top+4, 16, color)
	room := p.across() - days.Width(says) - 44
	return append(items,
		picture.Text{X: p.left + 26, Y: p.top + 16, Size: font.Size, Bold: font.Bold, Fill: color, Content: font.Shorten(p.view.who(p.lane), room)},
		picture.Text{X: right, Y: p.top + 17, Anchor: picture.End, Size: days.Size, Bold: true, Fill: color, Content: says},
	)
}

// point is where a visit stands.
func (p *painter) point(i int) picture.Point {
	y := p.top + saysWho
	for row := range p.lane.height {
		above, below := p.row(p.lane, row)
		if row == p.lane.rows[i] {
			y += above
			break
		}
		y += above + below
	}
	return picture.Point{X: p.left + p.columns[p.at[p.lane.visits[i].place]].left + p.each/2, Y: y}
}

// line is how a way is drawn that leads to a visit: behind a measure in force it is dashed, and nothing but the easiest attack is
// thick and red.
func (p *painter) line(cut bool, points ...picture.Point) []picture.Item {
	s := picture.Shape{Path: picture.Polyline(points...), Stroke: p.ink.Soft, Width: 1.5}
	switch {
	case !p.lane.malicious:
		s.Stroke = p.ink.Accent
	case p.first:
		s.Stroke, s.Width = p.ink.Attack, 4
	}
	if cut || !p.reached {
		s.Dash, s.Width = []float64{4, 3}, min(s.Width, 1.8)
	}
	return []picture.Item{s}
}

// way joins a visit to one that it comes from.
func (p *painter) way(from, to int) []picture.Item {
	a, b := p.point(from), p.point(to)
	cut := p.lane.cut >= 0 && from >= p.lane.cut
	if a.Y == b.Y {
		return p.line(cut, a, b)
	}
	turn := a.X + p.each/2 // at the edge of the column, where no text stands
	return p.line(cut, a, picture.Point{X: turn, Y: a.Y}, picture.Point{X: turn, Y: b.Y}, b)
}

// end leads from a visit to the consequence, or says that the way ends before it.
func (p *painter) end(i int) []picture.Item {
	a := p.point(i)
	right := p.left + p.across() + gap
	stopped := !p.reached || p.lane.cut >= 0
	if stopped {
		x := right - gap/2
		cross := func(dx float64) picture.Item {
			return picture.Shape{Path: picture.Polyline(picture.Point{X: x - 5, Y: a.Y - dx}, picture.Point{X: x + 5, Y: a.Y + dx}), Stroke: p.ink.Protect, Width: 2.6, Round: true}
		}
		return append(p.line(true, a, picture.Point{X: x - 8, Y: a.Y}), cross(5), cross(-5))
	}
	items := p.line(false, a, picture.Point{X: right - arrow + 1, Y: a.Y})
	color := items[0].(picture.Shape).Stroke
	return append(items, picture.Shape{Fill: color, Path: picture.Polygon(
		picture.Point{X: right, Y: a.Y}, picture.Point{X: right - arrow - 1, Y: a.Y - arrow*0.7}, picture.Point{X: right - arrow - 1, Y: a.Y + arrow*0.7})})
}

// visit paints a place of the way: its number, what happens there, and what stands before it.
func (p *painter) visit(i int) []picture.Item {
	x, at := &p.lane.visits[i], p.point(i)
	behind := p.lane.cut >= 0 && i >= p.lane.cut
	fill, stroke, text := p.ink.Card, p.ink.Soft, p.ink.Ink
	switch {
	case behind:
		stroke, text = p.ink.Faint, p.ink.Soft
	case !p.lane.malicious:
		stroke = p.ink.Accent
	case p.first:
		fill, stroke, text = p.ink.Attack, p.ink.Attack, p.ink.OnStrong
	}
	gates, shut := p.gateLines(p.lane, i)
	group := picture.Group{Class: "step", Title: p.Called(models.ComponentSort, string(x.place))}
	if len(gates) > 0 {
		color := p.ink.Levels[diagram.Level3].Border
		if shut {
			color = p.ink.Protect
		}
		top := at.Y - radius - 5 - gateFont.Height(len(gates))
		group.Items = append(group.Items, plate.Column{Font: gateFont, Lines: gates, Fill: color, Anchor: picture.Middle}.At(at.X, top)...)
	}
	if shut {
		bar := at.X - radius - 7
		group.Items = append(group.Items, picture.Shape{Path: picture.RoundRect(bar-3, at.Y-12, 6, 24, 2), Fill: p.ink.Protect})
	}
	number := strconv.Itoa(i + 1)
	if p.lane.same[i] > 0 {
		number, fill = "↑", p.ink.Card
	}
	group.Items = append(group.Items,
		picture.Shape{Path: picture.Circle(at.X, at.Y, radius), Fill: fill, Stroke: stroke, Width: 1.5},
		picture.Text{X: at.X, Y: at.Y + 4, Anchor: picture.Middle, Size: 11, Bold: true, Fill: text, Content: number})
	verb := p.ink.Ink
	if behind {
		verb = p.ink.Soft
	}
	group.Items = append(group.Items, plate.Column{Font: verbFont, Lines: p.verbLines(p.lane, i), Fill: verb, Anchor: picture.Middle}.At(at.X, at.Y+radius+4)...)
	return []picture.Item{group}
}
