package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

// dashes are the patterns of the line styles, in widths of the line.
var dashes = [...][]float64{
	LineSolid: nil, LineDashed: {5, 3}, LineDotted: {0.1, 2.6}, LineDashDot: {7, 3, 0.1, 3}, LineLongDash: {11, 4}, LineDouble: nil,
	LineDashDotDot: {7, 3, 0.1, 3, 0.1, 3},
}

// lineWidth is the width of an edge's line.
func lineWidth(emphasis Emphasis) float64 {
	switch emphasis {
	case Raised:
		return 2.6
	case Muted:
		return 1
	default:
		return 1.5
	}
}

// stroked paints a path in a line style.
func stroked(path picture.Path, style LineStyle, emphasis Emphasis, palette Palette) []picture.Item {
	width, ink := lineWidth(emphasis), edgeInk(emphasis, palette)
	if style == LineDouble {
		return []picture.Item{
			picture.Shape{Path: path, Stroke: ink, Width: width*2 + 2},
			picture.Shape{Path: path, Stroke: palette.Paper, Width: width + 0.4},
		}
	}
	line := picture.Shape{Path: path, Stroke: ink, Width: width, Round: true}
	for _, length := range dashes[style] {
		line.Dash = append(line.Dash, length*width)
	}
	return []picture.Item{line}
}

func (p painter) edge(edge PlacedEdge) picture.Item {
	var items []picture.Item
	for _, curve := range edge.Curves {
		items = append(items, stroked(p.under(edge, curve, p.route(curve)), edge.Edge.Line, edge.Edge.Emphasis, p.palette)...)
		last := len(curve.Points) - 1
		if curve.Start != nil {
			items = append(items, p.head(curve.Points[0], *curve.Start, edge.Edge.Emphasis))
		}
		if curve.End != nil {
			items = append(items, p.head(curve.Points[last], *curve.End, edge.Edge.Emphasis))
		}
		if edge.Edge.Struck {
			items = append(items, p.strike(curve, edge.Edge.Emphasis))
		}
	}
	class := "edge"
	if edge.Edge.Emphasis == Raised {
		class = "edge attack"
	}
	return picture.Group{ID: "edge-" + edge.Edge.ID, Class: class, Title: oneLine(edge.Edge.Tip), Items: items}
}

// under lengthens a line's ends without arrow heads to the middle of their nodes, which are painted over them: routes end on
// boxes, while outlines may be round.
func (p painter) under(edge PlacedEdge, curve layout.Curve, path picture.Path) picture.Path {
	if curve.End == nil && edge.to != nil {
		middle := p.box(*edge.to).Center()
		path = path.LineTo(middle.X, middle.Y)
	}
	if curve.Start == nil && edge.from != nil {
		middle := p.box(*edge.from).Center()
		path = path.MoveTo(middle.X, middle.Y).LineTo(path[0].Points[0].X, path[0].Points[0].Y)
	}
	return path
}

func (p painter) route(curve layout.Curve) picture.Path {
	x, y := p.origin.X, p.origin.Y
	points := curve.Points
	path := picture.Path(nil).MoveTo(points[0].X+x, points[0].Y+y)
	for i := 1; i+2 < len(points); i += 3 {
		path = path.CurveTo(points[i].X+x, points[i].Y+y, points[i+1].X+x, points[i+1].Y+y, points[i+2].X+x, points[i+2].Y+y)
	}
	return path
}

// head paints an arrow head from where the line ends to its tip.
func (p painter) head(from, tip layout.Point, emphasis Emphasis) picture.Item {
	dx, dy := tip.X-from.X, tip.Y-from.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return picture.Group{}
	}
	half := 3.6
	if emphasis == Raised {
		half = 5
	}
	dx, dy = dx/length, dy/length
	at := func(along, across float64) picture.Point {
		return picture.Point{
			X: p.origin.X + from.X + along*dx - across*dy,
			Y: p.origin.Y + from.Y + along*dy + across*dx,
		}
	}
	ink := edgeInk(emphasis, p.palette)
	return picture.Shape{
		Path: picture.Polygon(at(length, 0), at(-0.5, half), at(1, 0), at(-0.5, -half)),
		Fill: ink, Stroke: ink, Width: 0.6,
	}
}
