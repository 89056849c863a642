package diagram_test

import (
	"fmt"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
)

// pairs is a scene of pairs that nothing joins: a → b, a → b, …
func pairs(n int) *diagram.Scene {
	s := &diagram.Scene{ID: "pairs", Lang: "en", Direction: diagram.Downwards, Page: diagram.Page{Width: 400, Height: 600}}
	for i := range n {
		from, to := fmt.Sprint("from", i), fmt.Sprint("to", i)
		s.Nodes = append(s.Nodes, diagram.Node{ID: from, Label: line("beginning")}, diagram.Node{ID: to, Label: line("end")})
		s.Edges = append(s.Edges, diagram.Edge{ID: from, From: from, To: to})
	}
	return s
}

// TestIslands: parts that nothing joins stand side by side as far as the page is wide, and else below each other.
func TestIslands(t *testing.T) {
	if few := arrange(t, pairs(3)); few.Nodes[0].Box.Min.Y != few.Nodes[4].Box.Min.Y {
		t.Error("three pairs do not stand side by side")
	}
	many := arrange(t, pairs(12))
	if many.Width > 500 {
		t.Errorf("twelve pairs are %.0f wide", many.Width)
	}
	for _, fault := range many.Faults() {
		t.Error(fault)
	}
	for i := 0; i < len(many.Nodes); i += 2 {
		if from, to := many.Nodes[i].Box, many.Nodes[i+1].Box; from.Max.Y > to.Min.Y {
			t.Errorf("pair %d leads upwards", i/2)
		}
	}
	s := pairs(12)
	s.Direction = diagram.Rightwards
	if turned := arrange(t, s); turned.Height > 750 {
		t.Errorf("twelve pairs from left to right are %.0f high", turned.Height)
	}
}

// TestCaptionsGiveWay: where a line comes in through a frame's caption, that moves, breaks or goes below.
func TestCaptionsGiveWay(t *testing.T) {
	for _, caption := range []string{"Zone", "Zone of machines", "Zone of machines and people", "A zone with quite a long name", "機械と人の区画", "制御系の装置の区画（無人）"} {
		for _, direction := range []diagram.Direction{diagram.Downwards, diagram.Rightwards} {
			drawing := arrange(t, &diagram.Scene{
				ID: "caption", Lang: "en", Direction: direction, Zones: []diagram.Zone{{ID: "z", Caption: caption}},
				Nodes: []diagram.Node{{ID: "a", Label: line("a")}, {ID: "b", Zone: "z", Label: line("some device")}, {ID: "c", Zone: "z", Label: line("c")}},
				Edges: []diagram.Edge{{ID: "ab", From: "a", To: "b"}, {ID: "bc", From: "b", To: "c"}},
			})
			for _, fault := range drawing.Faults() {
				t.Errorf("%q: %v", caption, fault)
			}
		}
	}
}
