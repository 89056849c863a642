package diagram_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

// anyScene is a scene of zones inside each other, nodes in them and edges between any two nodes, or of a node to itself.
func anyScene(t *rapid.T) *diagram.Scene {
	scene := &diagram.Scene{ID: "any", Lang: "en", Page: diagram.Page{Width: 640, Height: 880}, Direction: diagram.Downwards}
	text := func(label string) string {
		return strings.Repeat(rapid.SampledFrom([]string{"", "x", "長", "name "}).Draw(t, label), rapid.IntRange(1, 30).Draw(t, label+" times"))
	}
	zones := rapid.IntRange(0, 9).Draw(t, "zones")
	zone := func(label string, below int) string {
		if at := rapid.IntRange(-1, below-1).Draw(t, label); at >= 0 {
			return fmt.Sprint("z", at)
		}
		return ""
	}
	for i := range zones {
		scene.Zones = append(scene.Zones, diagram.Zone{ID: fmt.Sprint("z", i), Parent: zone("parent", i), Caption: text("caption")})
	}
	nodes := rapid.IntRange(0, 15).Draw(t, "nodes")
	for i := range nodes {
		scene.Nodes = append(scene.Nodes, diagram.Node{
			ID: fmt.Sprint("n", i), Zone: zone("zone", zones), Label: []diagram.Line{{Text: text("name")}}, Shape: diagram.Shape(rapid.IntRange(0, int(diagram.ShapeTag)).Draw(t, "shape")),
		})
	}
	if nodes == 0 {
		return scene
	}
	end := rapid.IntRange(0, nodes-1)
	for i := range rapid.IntRange(0, 25).Draw(t, "edges") {
		scene.Edges = append(scene.Edges, diagram.Edge{
			ID: fmt.Sprint("e", i), From: fmt.Sprint("n", end.Draw(t, "from")), To: fmt.Sprint("n", end.Draw(t, "to")),
			Label: []diagram.Line{{Text: text("label")}}, Arrow: diagram.Arrow(rapid.IntRange(0, int(diagram.Backward)).Draw(t, "arrow")),
		})
	}
	return scene
}

// Without Graphviz, boxes lie beside each other in their zones, whose captions nothing covers, and every line leads somewhere.
func TestRows(t *testing.T) {
	failure := fmt.Errorf("%w: trouble", layout.ErrGraph)
	rapid.Check(t, func(t *rapid.T) {
		scene := anyScene(t)
		drawing, err := diagram.Arrange(context.Background(), func(context.Context, layout.Request) (*layout.Layout, error) { return nil, failure }, scene)
		if err != nil {
			t.Fatal(err)
		}
		if !errors.Is(drawing.Failure, layout.ErrGraph) {
			t.Errorf("the drawing says %v", drawing.Failure)
		}
		for _, fault := range drawing.Faults() {
			switch fault.Kind {
			case diagram.NodesOverlap, diagram.NodeOutsideZone, diagram.TextOutside:
				t.Errorf("%v", fault)
			}
		}
		whole := layout.Box{Max: layout.Point{X: drawing.Width, Y: drawing.Height}}
		parents := map[string]layout.Box{"": whole}
		for _, zone := range drawing.Zones {
			if !diagram.Inside(zone.Box, parents[zone.Zone.Parent]) {
				t.Errorf("zone %s lies in %v, at %v", zone.Zone.ID, parents[zone.Zone.Parent], zone.Box)
			}
			parents[zone.Zone.ID] = zone.Box
			for _, node := range drawing.Nodes {
				if diagram.Overlap(zone.Caption, node.Box) && zone.Zone.Caption != "" {
					t.Errorf("node %s covers the caption of %s", node.Node.ID, zone.Zone.ID)
				}
			}
		}
		for _, edge := range drawing.Edges {
			for _, point := range diagram.Flatten(edge.Curves[0]) {
				if math.IsNaN(point.X+point.Y) || math.IsInf(point.X+point.Y, 0) {
					t.Fatalf("edge %s runs through %v", edge.Edge.ID, point)
				}
			}
		}
		drawing.Picture().SVG()
	})
}

// What Graphviz leaves out of its answer is as if it had none.
func TestIncompleteLayout(t *testing.T) {
	scene := &diagram.Scene{ID: "s", Nodes: []diagram.Node{{ID: "a"}, {ID: "b"}}, Edges: []diagram.Edge{{ID: "e", From: "a", To: "b"}}}
	box := layout.Box{Max: layout.Point{X: 64, Y: 40}}
	for name, placed := range map[string]layout.Layout{
		"nothing": {},
		"no node": {Nodes: []layout.Node{{Name: "n0", Box: box}}, Edges: []layout.Edge{{ID: "0"}}},
		"no edge": {Nodes: []layout.Node{{Name: "n0", Box: box}, {Name: "n1", Box: box}}},
		"others":  {Nodes: []layout.Node{{Name: "n7", Box: box}, {Name: "x", Box: box}, {Name: "n-1", Box: box}}, Edges: []layout.Edge{{ID: "9"}}},
	} {
		drawing, err := diagram.Arrange(t.Context(), func(context.Context, layout.Request) (*layout.Layout, error) { return &placed, nil }, scene)
		if err != nil || drawing.Failure == nil || len(drawing.Nodes) != 2 || len(drawing.Edges) != 1 {
			t.Errorf("%s: %+v, %v", name, drawing, err)
		}
	}
}
