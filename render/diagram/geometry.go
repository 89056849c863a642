package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// flatness is the number of straight pieces that stand for a Bézier curve.
const flatness = 16

// Flatten turns an edge's route, arrow tips included, into a polyline.
func Flatten(curve layout.Curve) []layout.Point {
	points := make([]layout.Point, 0, 3+len(curve.Points)/3*flatness)
	if curve.Start != nil {
		points = append(points, *curve.Start)
	}
	points = append(points, curve.Points[0])
	for i := 0; i+3 < len(curve.Points); i += 3 {
		for step := 1; step <= flatness; step++ {
			points = append(points, bezier(curve.Points[i:i+4], float64(step)/flatness))
		}
	}
	if curve.End != nil {
		points = append(points, *curve.End)
	}
	return points
}

func bezier(p []layout.Point, t float64) layout.Point {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return layout.Point{
		X: a*p[0].X + b*p[1].X + c*p[2].X + d*p[3].X,
		Y: a*p[0].Y + b*p[1].Y + c*p[2].Y + d*p[3].Y,
	}
}

// Overlap tells whether two boxes share an area; touching borders do not.
func Overlap(a, b layout.Box) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// Inside tells whether inner lies in outer.
func Inside(inner, outer layout.Box) bool {
	const rounding = 0.01
	return inner.Min.X >= outer.Min.X-rounding && inner.Min.Y >= outer.Min.Y-rounding &&
		inner.Max.X <= outer.Max.X+rounding && inner.Max.Y <= outer.Max.Y+rounding
}

// Grown is the box with a margin around it, or less of it where the margin is negative.
func Grown(b layout.Box, margin float64) layout.Box {
	return layout.Box{
		Min: layout.Point{X: b.Min.X - margin, Y: b.Min.Y - margin},
		Max: layout.Point{X: b.Max.X + margin, Y: b.Max.Y + margin},
	}
}

// span is the box of which a segment is a diagonal.
func span(a, b layout.Point) layout.Box {
	return layout.Box{
		Min: layout.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)},
		Max: layout.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)},
	}
}

// segmentPasses clips a segment against a box (Liang and Barsky, 1984).
func segmentPasses(a, b layout.Point, box layout.Box) bool {
	enter, leave := 0.0, 1.0
	clip := func(delta, from, low, high float64) bool {
		if delta == 0 {
			return from > low && from < high
		}
		t1, t2 := (low-from)/delta, (high-from)/delta
		if t1 > t2 {
			t1, t2 = t2, t1
		}
		enter, leave = math.Max(enter, t1), math.Min(leave, t2)
		return enter < leave
	}
	return clip(b.X-a.X, a.X, box.Min.X, box.Max.X) && clip(b.Y-a.Y, a.Y, box.Min.Y, box.Max.Y)
}

func cross(a, b, c, d layout.Point) bool {
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

func side(a, b, p layout.Point) float64 {
	return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X)
}
