package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// route is where an edge runs, as a polyline, and the boxes around it and around each piece of it: most routes lie far from
// what they are compared with.
type route struct {
	line   []layout.Point
	pieces []layout.Box
	around layout.Box
}

func newRoute(line []layout.Point) *route {
	r := &route{line: line, pieces: make([]layout.Box, max(0, len(line)-1)), around: layout.Box{
		Min: layout.Point{X: math.Inf(1), Y: math.Inf(1)}, Max: layout.Point{X: math.Inf(-1), Y: math.Inf(-1)},
	}}
	for i := range r.pieces {
		r.pieces[i] = span(line[i], line[i+1])
	}
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
	if !Overlap(r.around, box) {
		return false
	}
	for i, piece := range r.pieces {
		if Overlap(piece, box) && segmentPasses(r.line[i], r.line[i+1], box) {
			return true
		}
	}
	return false
}

// near is the stretch of a route, from a piece to before another, outside of which none overlaps a box.
func (r *route) near(box layout.Box) (from, to int) {
	from, to = 0, len(r.pieces)
	for from < to && !Overlap(r.pieces[from], box) {
		from++
	}
	for to > from && !Overlap(r.pieces[to-1], box) {
		to--
	}
	return from, to
}

// crossings counts how often two routes cross; routes that only touch do not.
func crossings(a, b *route) int {
	if !Overlap(a.around, b.around) {
		return 0
	}
	from, to := a.near(b.around)
	first, last := b.near(a.around)
	count := 0
	for i := from; i < to; i++ {
		piece := a.pieces[i]
		if !Overlap(piece, b.around) {
			continue
		}
		for j := first; j < last; j++ {
			if Overlap(piece, b.pieces[j]) && cross(a.line[i], a.line[i+1], b.line[j], b.line[j+1]) {
				count++
			}
		}
	}
	return count
}
