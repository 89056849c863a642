package diagram

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/layout"
)

func boxAt(x, y, width, height float64) layout.Box {
	return layout.Box{Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + width, Y: y + height}}
}

// sound is a drawing without fault: two boxes in a zone, one below the other, and a line between them with a label beside it.
//
//	┌─ caption ─────────┐ 0
//	│   ┌───┐           │ 30
//	│   │ a │           │
//	│   └───┘           │ 60
//	│     │  label      │
//	│   ┌───┐           │ 110
//	│   │ b │           │
//	│   └───┘           │ 140
//	└───────────────────┘ 160
func sound() *Drawing {
	label := boxAt(56, 75, 40, 14)
	zone := Zone{ID: "zone", Caption: "caption"}
	node := func(id string, y float64) PlacedNode {
		return PlacedNode{Node: &Node{ID: id, Zone: "zone"}, Box: boxAt(20, y, 60, 30), Text: boxAt(25, y+5, 50, 20)}
	}
	return &Drawing{
		Scene: &Scene{}, Width: 200, Height: 160,
		Zones: []PlacedZone{{Zone: &zone, Box: boxAt(0, 0, 200, 160), Caption: boxAt(5, 5, 50, 14), caption: block{width: 50, height: 14}}},
		Nodes: []PlacedNode{node("a", 30), node("b", 110)},
		Edges: []PlacedEdge{{Edge: &Edge{ID: "edge", From: "a", To: "b"}, Label: &label, route: newRoute([]layout.Point{{X: 50, Y: 60}, {X: 50, Y: 110}})}},
	}
}

// Each kind of fault is found where one thing of a sound drawing is moved, and named by what collides.
func TestFaults(t *testing.T) {
	if faults := sound().Faults(); len(faults) > 0 {
		t.Fatalf("the sound drawing has the faults %v", faults)
	}
	third := func(d *Drawing, b layout.Box) {
		d.Nodes = append(d.Nodes, PlacedNode{Node: &Node{ID: "c"}, Box: b, Text: b})
	}
	other := func(d *Drawing, label *layout.Box, line ...layout.Point) {
		d.Edges = append(d.Edges, PlacedEdge{Edge: &Edge{ID: "other", From: "a", To: "b"}, Label: label, route: newRoute(line)})
	}
	for _, test := range []struct {
		spoil func(*Drawing)
		want  Fault
	}{
		{func(d *Drawing) { third(d, boxAt(40, 75, 15, 20)) }, Fault{EdgeThroughNode, "edge", "c"}},
		{func(d *Drawing) { other(d, nil, layout.Point{X: 75, Y: 60}, layout.Point{X: 75, Y: 110}) }, Fault{EdgeThroughLabel, "other", "edge"}},
		{func(d *Drawing) { third(d, boxAt(90, 70, 30, 30)) }, Fault{LabelOnNode, "edge", "c"}},
		{func(d *Drawing) {
			b := boxAt(90, 80, 40, 14)
			other(d, &b, layout.Point{X: 150, Y: 60}, layout.Point{X: 150, Y: 110})
		}, Fault{LabelOnLabel, "other", "edge"}},
		{func(d *Drawing) { *d.Edges[0].Label = boxAt(30, 10, 40, 14) }, Fault{LabelOnCaption, "edge", "zone"}},
		{func(d *Drawing) { other(d, nil, layout.Point{X: 0, Y: 12}, layout.Point{X: 100, Y: 12}) }, Fault{EdgeThroughTitle, "other", "zone"}},
		{func(d *Drawing) { third(d, boxAt(70, 120, 40, 30)) }, Fault{NodesOverlap, "c", "b"}},
		{func(d *Drawing) { d.Nodes[0].Text = boxAt(25, 35, 70, 20) }, Fault{TextOutside, "a", "a"}},
		{func(d *Drawing) { d.Nodes[1].Box = boxAt(20, 140, 60, 30); d.Nodes[1].Text = d.Nodes[1].Box }, Fault{NodeOutsideZone, "b", "zone"}},
		{func(d *Drawing) { d.Zones[0].Caption = boxAt(170, 5, 50, 14) }, Fault{TextOutside, "zone", "zone"}},
	} {
		d := sound()
		test.spoil(d)
		if got := d.Faults(); !slices.Equal(got, []Fault{test.want}) {
			t.Errorf("%v, want %v", got, test.want)
		}
	}
}

// A line that runs along a border or ends on it is none that goes through.
func TestTouchingIsNoFault(t *testing.T) {
	d := sound()
	d.Nodes = append(d.Nodes, PlacedNode{Node: &Node{ID: "c"}, Box: boxAt(50, 95, 20, 10), Text: boxAt(52, 97, 10, 5)})
	if faults := d.Faults(); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
}

// Labels that lie on something move to a free place beside their line, inside the drawing, and those that lie well stay.
func TestClearLabels(t *testing.T) {
	still := sound()
	where := *still.Edges[0].Label
	if still.clearLabels(); *still.Edges[0].Label != where {
		t.Errorf("a label that lies well moved to %v", *still.Edges[0].Label)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := sound()
		*d.Edges[0].Label = boxAt(rapid.Float64Range(-50, 250).Draw(t, "x"), rapid.Float64Range(-50, 200).Draw(t, "y"), 40, 14)
		d.clearLabels()
		if faults := d.Faults(); len(faults) > 0 {
			t.Fatalf("a label at %v: %v", *d.Edges[0].Label, faults)
		}
		if !Inside(*d.Edges[0].Label, boxAt(0, 0, d.Width, d.Height)) || !d.Edges[0].route.passes(Grown(*d.Edges[0].Label, far)) {
			t.Fatalf("the label lies at %v", *d.Edges[0].Label)
		}
	})
}

// The boxes around a route and its pieces hold it, whatever its shape, and a box that it stays clear of is not passed.
func TestRoutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Float64Range(-30, 30)
		line := make([]layout.Point, rapid.IntRange(0, 9).Draw(t, "points"))
		for i := range line {
			line[i] = layout.Point{X: coordinate.Draw(t, "x"), Y: coordinate.Draw(t, "y")}
		}
		r := newRoute(line)
		if len(r.pieces) != max(0, len(line)-1) {
			t.Fatalf("%d pieces of %d points", len(r.pieces), len(line))
		}
		for i, piece := range r.pieces {
			if !Inside(piece, r.around) || !Inside(span(line[i], line[i]), piece) || !Inside(span(line[i+1], line[i+1]), piece) {
				t.Fatalf("piece %d lies in %v of %v", i, piece, r.around)
			}
		}
		if r.passes(boxAt(31, 31, 5, 5)) {
			t.Fatal("it passes a box that it does not come to")
		}
		from, to := r.near(boxAt(-10, -10, 20, 20))
		for i, piece := range r.pieces {
			if (i < from || i >= to) && Overlap(piece, boxAt(-10, -10, 20, 20)) {
				t.Fatalf("piece %d lies outside of %d to %d", i, from, to)
			}
		}
	})
}
