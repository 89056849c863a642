package picture

import "math"

// Path is an outline: a sequence of segments.
type Path []Segment

// Segment is one step of a path.
type Segment struct {
	Op     Op
	Points [3]Point // Move and Line use the first; Curve has two control points and its end; Close has none
}

// Point is a position.
type Point struct{ X, Y float64 }

// Op is what a segment does.
type Op byte

// The operations, written as in SVG.
const (
	Move  Op = 'M'
	Line  Op = 'L'
	Curve Op = 'C'
	Close Op = 'Z'
)

// MoveTo starts a new part of the path.
func (p Path) MoveTo(x, y float64) Path {
	return append(p, Segment{Op: Move, Points: [3]Point{{x, y}}})
}

// LineTo adds a straight line.
func (p Path) LineTo(x, y float64) Path {
	return append(p, Segment{Op: Line, Points: [3]Point{{x, y}}})
}

// CurveTo adds a cubic Bézier curve to (x, y).
func (p Path) CurveTo(x1, y1, x2, y2, x, y float64) Path {
	return append(p, Segment{Op: Curve, Points: [3]Point{{x1, y1}, {x2, y2}, {x, y}}})
}

// Close closes the part.
func (p Path) Close() Path { return append(p, Segment{Op: Close}) }

// Moved is the path, shifted.
func (p Path) Moved(dx, dy float64) Path { return p.Placed(dx, dy, 1) }

// Placed is the path, scaled about its origin and then shifted.
func (p Path) Placed(dx, dy, scale float64) Path {
	placed := make(Path, len(p))
	for i, segment := range p {
		for j, point := range segment.Points {
			segment.Points[j] = Point{point.X*scale + dx, point.Y*scale + dy}
		}
		placed[i] = segment
	}
	return placed
}

// Polyline joins points by straight lines.
func Polyline(points ...Point) Path {
	p := make(Path, 0, len(points)+1) // it may be closed
	for i, point := range points {
		if i == 0 {
			p = p.MoveTo(point.X, point.Y)
			continue
		}
		p = p.LineTo(point.X, point.Y)
	}
	return p
}

// Polygon is a closed polyline.
func Polygon(points ...Point) Path { return Polyline(points...).Close() }

// Rect is a rectangle.
func Rect(x, y, width, height float64) Path {
	return make(Path, 0, 5).MoveTo(x, y).LineTo(x+width, y).LineTo(x+width, y+height).LineTo(x, y+height).Close()
}

// arc is how far the control points of a quarter circle of radius 1 lie from its ends.
const arc = 0.5522847498

// RoundRect is a rectangle with round corners.
func RoundRect(x, y, width, height, radius float64) Path {
	r := math.Min(radius, math.Min(width, height)/2)
	k := r * (1 - arc)
	right, bottom := x+width, y+height
	return make(Path, 0, 10).MoveTo(x+r, y).
		LineTo(right-r, y).CurveTo(right-k, y, right, y+k, right, y+r).
		LineTo(right, bottom-r).CurveTo(right, bottom-k, right-k, bottom, right-r, bottom).
		LineTo(x+r, bottom).CurveTo(x+k, bottom, x, bottom-k, x, bottom-r).
		LineTo(x, y+r).CurveTo(x, y+k, x+k, y, x+r, y).Close()
}

// Ellipse is an ellipse around (x, y).
func Ellipse(x, y, rx, ry float64) Path {
	kx, ky := rx*arc, ry*arc
	return make(Path, 0, 6).MoveTo(x-rx, y).
		CurveTo(x-rx, y-ky, x-kx, y-ry, x, y-ry).
		CurveTo(x+kx, y-ry, x+rx, y-ky, x+rx, y).
		CurveTo(x+rx, y+ky, x+kx, y+ry, x, y+ry).
		CurveTo(x-kx, y+ry, x-rx, y+ky, x-rx, y).Close()
}

// Circle is a circle around (x, y).
func Circle(x, y, radius float64) Path { return Ellipse(x, y, radius, radius) }

// Hatch is a set of parallel lines that fill a rectangle at 45 degrees, each gap from the next; falling ones run from the
// upper left to the lower right.
func Hatch(x, y, width, height, gap float64, falling bool) Path {
	var p Path
	step := gap * math.Sqrt2
	for at := step / 2; at < width+height; at += step {
		// The line u + v = at in coordinates that start at a corner.
		u1, v1 := math.Min(at, width), math.Max(0, at-width)
		u2, v2 := math.Max(0, at-height), math.Min(at, height)
		if falling {
			u1, u2 = width-u1, width-u2
		}
		p = p.MoveTo(x+u1, y+v1).LineTo(x+u2, y+v2)
	}
	return p
}
