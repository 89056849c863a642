package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// rows places a plan without Graphviz, for scenes that it cannot lay out: whatever lies in a zone stands in rows, in the
// order of the scene, zones after nodes; lines are straight and may pass below boxes. It always ends.
type rows struct {
	plan   *plan
	inside map[string][]cell // by zone
	size   map[string]layout.Point
	at     map[string]layout.Point // upper left corners of zones
	gap    layout.Point            // between boxes
	labels []layout.Box            // placed so far
	placed layout.Layout
}

// cell is what stands in a row: a node, or a zone.
type cell struct {
	size layout.Point
	at   layout.Point // from the zone's corner, once it is packed
	node int          // in the scene
	zone string       // empty: it is a node
}

// Measures of rows, in pixels.
const (
	rowGap   = 44.0  // between boxes at least: a line's head and its number find room
	widest   = 130.0 // of the labels that boxes make room for
	headSize = 9.0   // of a line
	lineGap  = 12.0  // between lines that join the same boxes
)

// inRows lays the plan out in rows.
func (p *plan) inRows() *layout.Layout {
	r := &rows{plan: p, inside: map[string][]cell{}, size: map[string]layout.Point{}, at: map[string]layout.Point{}, gap: layout.Point{X: rowGap, Y: rowGap}}
	for _, label := range p.edges {
		r.gap.X = max(r.gap.X, min(label.width, widest)+2*headSize)
		r.gap.Y = max(r.gap.Y, label.height+2*headSize)
	}
	for i, node := range p.scene.Nodes {
		size := layout.Point{X: p.nodes[i].width, Y: p.nodes[i].height}
		r.inside[node.Zone] = append(r.inside[node.Zone], cell{size: size, node: i})
	}
	for i := len(p.scene.Zones) - 1; i >= 0; i-- { // inner ones first
		zone := p.scene.Zones[i]
		r.pack(zone.ID, p.captions[i].width+2*captionPad, zoneMargin, r.head(i))
		r.inside[zone.Parent] = append(r.inside[zone.Parent], cell{size: r.size[zone.ID], zone: zone.ID})
	}
	r.pack("", 0, 0, 0)
	r.placed.Width, r.placed.Height = r.size[""].X, r.size[""].Y
	r.put("")
	for i, zone := range p.scene.Zones {
		corner, size := r.at[zone.ID], r.size[zone.ID]
		box := layout.Box{Min: corner, Max: layout.Point{X: corner.X + size.X, Y: corner.Y + size.Y}}
		r.placed.Clusters = append(r.placed.Clusters, layout.Cluster{Name: clusterName(i), Box: box})
		r.put(zone.ID)
	}
	r.lines()
	return &r.placed
}

// head is the room above what lies in a zone.
func (r *rows) head(zone int) float64 {
	if caption := r.plan.captions[zone]; caption.width > 0 {
		return zoneInset + 2*captionPad + caption.height
	}
	return zoneMargin
}

// pack sets the cells of a zone in rows, about as wide together as they are high, and no wider than the page where it can be.
func (r *rows) pack(zone string, least, margin, head float64) {
	cells := r.inside[zone]
	area, broadest := 0.0, least
	for _, c := range cells {
		area += (c.size.X + r.gap.X) * (c.size.Y + r.gap.Y)
		broadest = max(broadest, c.size.X)
	}
	limit := max(broadest, math.Sqrt(area))
	if page := r.plan.scene.Page.Width; zone == "" && page > 0 {
		limit = max(broadest, page)
	}
	x, y, row, width := 0.0, head, 0.0, least
	for i := range cells {
		c := &cells[i]
		if x > 0 && x+c.size.X > limit {
			x, y, row = 0, y+row+r.gap.Y, 0
		}
		c.at = layout.Point{X: margin + x, Y: y}
		width, row = max(width, x+c.size.X), max(row, c.size.Y)
		x += c.size.X + r.gap.X
	}
	r.size[zone] = layout.Point{X: width + 2*margin, Y: y + row + margin}
}

// put gives the cells of a zone that has its place theirs.
func (r *rows) put(zone string) {
	corner := r.at[zone]
	for _, c := range r.inside[zone] {
		at := layout.Point{X: corner.X + c.at.X, Y: corner.Y + c.at.Y}
		if c.zone != "" {
			r.at[c.zone] = at
			continue
		}
		box := layout.Box{Min: at, Max: layout.Point{X: at.X + c.size.X, Y: at.Y + c.size.Y}}
		r.placed.Nodes = append(r.placed.Nodes, layout.Node{Name: nodeName(c.node), Box: box})
	}
}

// lines draws the edges, those that join the same nodes beside each other.
func (r *rows) lines() {
	boxes := make([]layout.Box, len(r.plan.scene.Nodes))
	for i, c := range r.placed.Nodes {
		index, _ := indexOf(c.Name, "n")
		boxes[index] = r.placed.Nodes[i].Box
	}
	known := map[[2]int]int{}
	for i, edge := range r.plan.scene.Edges {
		from, to := r.plan.index[edge.From], r.plan.index[edge.To]
		pair := [2]int{min(from, to), max(from, to)}
		beside := float64((known[pair]+1)/2) * lineGap
		if known[pair]%2 == 1 {
			beside = -beside
		}
		known[pair]++
		if from > to {
			beside = -beside
		}
		a, b := straight(boxes[from], boxes[to], beside)
		label := r.label(i, a, b)
		r.placed.Edges = append(r.placed.Edges, layout.Edge{ID: edgeName(i), Curves: []layout.Curve{headed(a, b, edge.Arrow)}, Label: &label})
	}
}

// label is the point on a line, as near to its middle as can be, where its label lies on no box and no other label, or at
// least on no box.
func (r *rows) label(edge int, a, b layout.Point) layout.Point {
	half := layout.Point{X: r.plan.edges[edge].width / 2, Y: r.plan.edges[edge].height / 2}
	at := func(step int) layout.Box {
		t := 0.5 + float64(step/2)/32*float64(1-step%2*2)
		x, y := a.X+t*(b.X-a.X), a.Y+t*(b.Y-a.Y)
		return layout.Box{Min: layout.Point{X: x - half.X, Y: y - half.Y}, Max: layout.Point{X: x + half.X, Y: y + half.Y}}
	}
	best, fewest := at(0), math.Inf(1)
	for step := range 30 {
		box, hits := at(step), 0.0
		for _, node := range r.placed.Nodes {
			if Overlap(box, node.Box) {
				hits += 1000
			}
		}
		for _, other := range r.labels {
			if Overlap(box, other) {
				hits++
			}
		}
		if hits < fewest {
			best, fewest = box, hits
		}
	}
	r.labels = append(r.labels, best)
	return best.Center()
}

// straight is a line from the border of one box to that of another, moved aside. Of a box to itself it is a short one at its right.
func straight(from, to layout.Box, beside float64) (layout.Point, layout.Point) {
	a, b := from.Center(), to.Center()
	if from == to {
		a = layout.Point{X: from.Max.X - headSize, Y: from.Max.Y}
		b = layout.Point{X: from.Max.X, Y: from.Max.Y + rowGap/2 + math.Abs(beside)}
	}
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	along := layout.Point{X: (b.X - a.X) / length, Y: (b.Y - a.Y) / length}
	shift := func(p layout.Point, box layout.Box) layout.Point {
		return layout.Point{
			X: min(max(p.X-along.Y*beside, box.Min.X), box.Max.X), Y: min(max(p.Y+along.X*beside, box.Min.Y), box.Max.Y),
		}
	}
	if from != to {
		a, b = shift(a, from), shift(b, to)
		a, b = border(from, a, b), border(to, b, a)
	}
	return a, b
}

// border is where the way from a point in a box to one outside leaves the box.
func border(box layout.Box, inside, outside layout.Point) layout.Point {
	part := 1.0
	leave := func(from, to, low, high float64) {
		switch {
		case to > high:
			part = min(part, (high-from)/(to-from))
		case to < low:
			part = min(part, (low-from)/(to-from))
		}
	}
	leave(inside.X, outside.X, box.Min.X, box.Max.X)
	leave(inside.Y, outside.Y, box.Min.Y, box.Max.Y)
	return layout.Point{X: inside.X + part*(outside.X-inside.X), Y: inside.Y + part*(outside.Y-inside.Y)}
}

// headed is a straight curve that leaves room for the heads at its ends.
func headed(a, b layout.Point, arrow Arrow) layout.Curve {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	head := min(headSize, length/3) / max(length, 1)
	between := func(t float64) layout.Point { return layout.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)} }
	begin, end := 0.0, 1.0
	var curve layout.Curve
	if arrow == Both || arrow == Backward {
		begin, curve.Start = head, &a
	}
	if arrow == Both || arrow == Forward {
		end, curve.End = 1-head, &b
	}
	step := (end - begin) / 3
	curve.Points = []layout.Point{between(begin), between(begin + step), between(begin + 2*step), between(end)}
	return curve
}
