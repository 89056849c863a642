package diagram

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

func (p painter) node(node PlacedNode) picture.Item {
	n, box := node.Node, p.box(node.Box)
	items := p.outline(n, box)
	if n.hasStrip() {
		items = append(items, p.strip(n, box)...)
	}
	ink := p.nodeInk(n)
	if n.filled() {
		ink = p.palette.Levels[n.Level].Text
	}
	c := node.content
	items = append(items, DrawIcon(n.Icon, box.Min.X+c.iconX, box.Min.Y+c.iconY, iconSide, ink)...)
	if n.Shape == ShapeAndGate || n.Shape == ShapeOrGate {
		items = append(items, c.text.draw(box.Min.X+c.textX, box.Min.Y+c.textY, picture.Middle, func(Tone) string { return p.palette.Ink })...)
		return picture.Group{ID: "node-" + n.ID, Class: "node gate", Title: c.text.tip(n.Tip), Items: items}
	}
	anchor, x := picture.Start, box.Min.X+c.textX
	if c.centered {
		anchor = picture.Middle
	}
	items = append(items, c.text.draw(x, box.Min.Y+c.textY, anchor, func(tone Tone) string { return p.textInk(n, tone) })...)
	if c.badge != "" {
		items = append(items, p.badge(n, c, box)...)
	}
	return picture.Group{ID: "node-" + n.ID, Class: "node", Title: c.text.tip(n.Tip), Items: items}
}

// nodeInk is the color of a node's icon and, without a level, of its border.
func (p painter) nodeInk(n *Node) string {
	switch n.Emphasis {
	case Raised, Affected:
		return p.palette.Attack
	case Muted:
		return p.palette.Faint
	case Guarding:
		return p.palette.Protect
	default:
		return p.palette.Accent
	}
}

func (p painter) textInk(n *Node, tone Tone) string {
	switch {
	case n.filled():
		return p.palette.Levels[n.Level].Text
	case n.Emphasis == Muted || tone == ToneSmall:
		return p.palette.Soft
	default:
		return p.palette.Ink
	}
}

// outline paints a node's shape.
func (p painter) outline(n *Node, b layout.Box) []picture.Item {
	base := picture.Shape{Fill: p.palette.Card, Stroke: p.palette.Line, Width: 1.2, Round: true}
	switch n.Emphasis {
	case Raised:
		base.Stroke, base.Width = p.palette.Attack, 2.4
	case Affected:
		base.Stroke, base.Width, base.Dash = p.palette.Attack, 1.8, []float64{6, 4}
	case Muted:
		base.Stroke, base.Width = p.palette.Faint, 1
	case Guarding:
		base.Stroke, base.Width = p.palette.Protect, 1.4
	}
	if n.Level != NoLevel {
		level := p.palette.Levels[n.Level]
		base.Width = max(base.Width, level.Weight)
		if n.Emphasis != Raised {
			base.Stroke = level.Border
		}
		if !n.hasStrip() {
			base.Fill = level.Fill
		}
	}
	return shaped(n.Shape, base, b, p.palette)
}

// shaped gives a shape its outline in a box.
func shaped(shape Shape, base picture.Shape, b layout.Box, palette Palette) []picture.Item {
	x, y, w, h := b.Min.X, b.Min.Y, b.Width(), b.Height()
	switch shape {
	case ShapeTag:
		base.Path, base.Stroke, base.Width = picture.RoundRect(x, y, w, h, 6), palette.Faint, 0.8
	case ShapePill:
		base.Path = picture.RoundRect(x, y, w, h, min(h/2, 18))
	case ShapeCloud:
		base.Path = picture.RoundRect(x, y, w, h, min(h/2, 22))
		base.Dash = []float64{5, 3.5}
	case ShapeHexagon:
		base.Path = picture.Polygon(picture.Point{X: x, Y: y + h/2}, picture.Point{X: x + 10, Y: y}, picture.Point{X: x + w - 10, Y: y},
			picture.Point{X: x + w, Y: y + h/2}, picture.Point{X: x + w - 10, Y: y + h}, picture.Point{X: x + 10, Y: y + h})
	case ShapeSlanted:
		slant := min(12, h/2)
		base.Path = picture.Polygon(picture.Point{X: x + slant, Y: y}, picture.Point{X: x + w, Y: y},
			picture.Point{X: x + w - slant, Y: y + h}, picture.Point{X: x, Y: y + h})
	case ShapeDocument:
		const fold = 12
		base.Path = picture.Polygon(picture.Point{X: x, Y: y}, picture.Point{X: x + w - fold, Y: y}, picture.Point{X: x + w, Y: y + fold},
			picture.Point{X: x + w, Y: y + h}, picture.Point{X: x, Y: y + h})
		corner := base
		corner.Fill = ""
		corner.Path = picture.Polyline(picture.Point{X: x + w - fold, Y: y}, picture.Point{X: x + w - fold, Y: y + fold}, picture.Point{X: x + w, Y: y + fold})
		return []picture.Item{base, corner}
	case ShapeStore:
		return drum(base, x, y, w, h)
	case ShapeGoal:
		base.Path = picture.RoundRect(x, y, w, h, 8)
		inner := base
		inner.Fill, inner.Width = "", 1
		inner.Path = picture.RoundRect(x+4, y+4, w-8, h-8, 5)
		return []picture.Item{base, inner}
	case ShapeAndGate, ShapeOrGate:
		base.Path = gate(shape, x, y, w, h)
	default:
		base.Path = picture.RoundRect(x, y, w, h, 6)
	}
	return []picture.Item{base}
}

// drum paints a store of data.
func drum(base picture.Shape, x, y, w, h float64) []picture.Item {
	const lid = 8.0
	base.Path = picture.Path(nil).MoveTo(x, y+lid).
		CurveTo(x, y-lid/3, x+w, y-lid/3, x+w, y+lid).LineTo(x+w, y+h-lid).
		CurveTo(x+w, y+h+lid/3, x, y+h+lid/3, x, y+h-lid).Close()
	rim := base
	rim.Fill = ""
	rim.Path = picture.Path(nil).MoveTo(x, y+lid).CurveTo(x, y+lid*2.33, x+w, y+lid*2.33, x+w, y+lid)
	return []picture.Item{base, rim}
}

// gate is the sign of fault trees (IEC 61025), output at the bottom in a tall box's width or to the right.
func gate(shape Shape, x, y, w, h float64) picture.Path {
	across := w >= h // downwards
	at := func(u, v float64) picture.Point {
		if across {
			return picture.Point{X: x + u*w, Y: y + v*h}
		}
		return picture.Point{X: x + v*w, Y: y + u*h}
	}
	curve := func(path picture.Path, u1, v1, u2, v2, u3, v3 float64) picture.Path {
		a, b, c := at(u1, v1), at(u2, v2), at(u3, v3)
		return path.CurveTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
	}
	start, corner := at(0, 0), at(1, 0)
	path := picture.Path(nil).MoveTo(start.X, start.Y)
	if shape == ShapeAndGate {
		shoulder := at(1, 0.35)
		path = path.LineTo(corner.X, corner.Y).LineTo(shoulder.X, shoulder.Y)
		path = curve(path, 1, 0.82, 0.78, 1, 0.5, 1)
		return curve(path, 0.22, 1, 0, 0.82, 0, 0.35).Close()
	}
	path = curve(path, 0.3, 0.2, 0.7, 0.2, 1, 0)
	path = curve(path, 1, 0.5, 0.8, 0.8, 0.5, 1)
	return curve(path, 0.2, 0.8, 0, 0.5, 0, 0).Close()
}

// strip paints a level's color and hatching along the left border, the inner one where there are two.
func (p painter) strip(n *Node, b layout.Box) []picture.Item {
	left, inset := b.Min.X+p.palette.Levels[n.Level].Weight/2, 5.0
	right := b.Min.X + stripWidth
	if n.Shape == ShapeGoal {
		left, right, inset = b.Min.X+4.5, b.Min.X+4.5+stripWidth, 9
	}
	return Swatch(n.Level, layout.Box{Min: layout.Point{X: left, Y: b.Min.Y + inset}, Max: layout.Point{X: right, Y: b.Max.Y - inset}}, p.palette)
}

// Swatch fills a box with a level's color and hatching: none for the first level, lines for the second, crossed lines for the
// third.
func Swatch(level Level, b layout.Box, palette Palette) []picture.Item {
	ink := palette.Levels[level]
	x, y, w, h := b.Min.X, b.Min.Y, b.Width(), b.Height()
	items := []picture.Item{picture.Shape{Path: picture.Rect(x, y, w, h), Fill: ink.Fill, Stroke: ink.Border, Width: 0.6}}
	if level >= Level2 {
		items = append(items, picture.Shape{Path: picture.Hatch(x, y, w, h, 4, false), Stroke: ink.Hatch, Width: 1.2})
	}
	if level >= Level3 {
		items = append(items, picture.Shape{Path: picture.Hatch(x, y, w, h, 4, true), Stroke: ink.Hatch, Width: 1.2})
	}
	return items
}

// badge paints the word in a node's upper right corner.
func (p painter) badge(n *Node, c content, b layout.Box) []picture.Item {
	ink := p.palette.Levels[n.Level]
	switch {
	case n.Level == NoLevel:
		ink.Fill, ink.Text, ink.Border = p.palette.Zones[1], p.palette.Ink, p.palette.ZoneLine
	case n.filled():
		ink.Fill, ink.Text = p.palette.Card, p.palette.Ink
	}
	inset := n.badgeInset()
	x, y := b.Max.X-c.badgeWidth-inset, b.Min.Y+inset
	return []picture.Item{
		picture.Shape{Path: picture.RoundRect(x, y, c.badgeWidth, badgeHeight, 3), Fill: ink.Fill, Stroke: ink.Border, Width: 0.8},
		picture.Text{
			X: x + c.badgeWidth/2, Y: y + badgeHeight/2 + fontMark.Size*0.36, Anchor: picture.Middle,
			Size: fontMark.Size, Bold: true, Fill: ink.Text, Content: c.badge,
		},
	}
}
