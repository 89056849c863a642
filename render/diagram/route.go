package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// route is where an edge runs, as a polyline, and the box around it: most routes lie far from what they are compared with.
type route struct {
	line   []layout.Point
	around layout.Box
}

func newRoute(line []layout.Point) *route {
	r := &route{line: line, around: layout.Box{
		Min: layout.Point{X: math.Inf(1), Y: math.Inf(1)}, Max: layout.Point{X: math.Inf(-1), Y: math.Inf(-1)},
	}}
	for _, p := range line {
		r.around.Min = span(r.around.Min, p).Min
		r.around.Max = span(r.around.Max, p).Max
	}
	return r
}

// routeOf is the route of an edge whose pieces are curves.
func routeOf(curves []layout.Curve) *route {
	var line []layout.Point
	for _, curve := range curves {
		line = append(line, Flatten(curve)...)
	}
	return newRoute(line)
}

// passes tells whether a route runs through the inside of a box.
func (r *route) passes(box layout.Box) bool {
	return Overlap(r.around, box) && Passes(r.line, box)
}

// crossings counts how often two routes cross.
func crossings(a, b *route) int {
	if !Overlap(a.around, b.around) {
		return 0
	}
	count := 0
	for i := 0; i+1 < len(a.line); i++ {
		piece := span(a.line[i], a.line[i+1])
		if !Overlap(piece, b.around) {
			continue
		}
		for j := 0; j+1 < len(b.line); j++ {
			if Overlap(piece, span(b.line[j], b.line[j+1])) && cross(a.line[i], a.line[i+1], b.line[j], b.line[j+1]) {
				count++
			}
		}
	}
	return count
}
