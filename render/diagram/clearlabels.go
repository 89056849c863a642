package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// far is the distance from its edge at which a label no longer seems to belong to it.
const far = 9.0

// clearLabels moves edge labels that collide with something, or lie far from their edge, to a free place beside it, nearest to where
// they were.
func (d *Drawing) clearLabels() {
	for i := range d.Edges {
		edge := &d.Edges[i]
		if edge.Label == nil || d.clear(i, *edge.Label) && edge.route.passes(Grown(*edge.Label, far)) {
			continue
		}
		if box, ok := d.freePlace(i); ok {
			edge.Label = &box
		}
	}
}

// freePlace searches the two sides of the edge for a place where nothing else is.
func (d *Drawing) freePlace(index int) (layout.Box, bool) {
	edge := d.Edges[index]
	was := edge.Label.Center()
	half := layout.Point{X: edge.Label.Width() / 2, Y: edge.Label.Height() / 2}
	var best layout.Box
	nearest := math.Inf(1)
	for _, point := range along(edge.route.line, 6) {
		for _, shift := range [][2]float64{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}} {
			const away = 4
			middle := layout.Point{X: point.X + shift[0]*(half.X+away), Y: point.Y + shift[1]*(half.Y+away)}
			distance := math.Hypot(middle.X-was.X, middle.Y-was.Y)
			if distance >= nearest {
				continue
			}
			box := layout.Box{
				Min: layout.Point{X: middle.X - half.X, Y: middle.Y - half.Y},
				Max: layout.Point{X: middle.X + half.X, Y: middle.Y + half.Y},
			}
			if d.clear(index, box) {
				best, nearest = box, distance
			}
		}
	}
	return best, !math.IsInf(nearest, 1)
}

// along gives points on a polyline, step apart.
func along(line []layout.Point, step float64) []layout.Point {
	var points []layout.Point
	for i := 0; i+1 < len(line); i++ {
		length := math.Hypot(line[i+1].X-line[i].X, line[i+1].Y-line[i].Y)
		count := int(math.Ceil(length / step))
		for k := range count {
			t := float64(k) / float64(count)
			points = append(points, layout.Point{
				X: line[i].X + t*(line[i+1].X-line[i].X),
				Y: line[i].Y + t*(line[i+1].Y-line[i].Y),
			})
		}
	}
	return points
}

// clear tells whether a label of the edge could lie in box: inside the drawing, off all nodes, captions, edges and other labels.
func (d *Drawing) clear(index int, box layout.Box) bool {
	if box.Min.X < 0 || box.Min.Y < 0 || box.Max.X > d.Width || box.Max.Y > d.Height {
		return false
	}
	roomy := Grown(box, 1)
	for i := range d.Nodes {
		if Overlap(roomy, d.Nodes[i].Box) {
			return false
		}
	}
	for _, zone := range d.Zones {
		if zone.caption.width > 0 && Overlap(roomy, zone.Caption) {
			return false
		}
	}
	for i := range d.Edges {
		other := &d.Edges[i]
		if i != index && other.Label != nil && Overlap(roomy, *other.Label) || other.route.passes(Grown(box, -touch)) {
			return false
		}
	}
	return true
}
