package plate_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/layout"
)

func TestMain(m *testing.M) {
	layout.ServeIfHelper()
	os.Exit(m.Run())
}

func newEngine(t testing.TB) *layout.Engine {
	t.Helper()
	engine := layout.NewEngine(layout.Options{})
	t.Cleanup(func() { engine.Close() })
	return engine
}

// chain is a scene of boxes in a row.
func chain(length int) *diagram.Scene {
	s := &diagram.Scene{ID: "chain", Lang: "en", Direction: diagram.Rightwards}
	for i := range length {
		s.Nodes = append(s.Nodes, diagram.Node{ID: fmt.Sprint(i), Label: []diagram.Line{{Text: "a box of some width"}}})
		if i > 0 {
			s.Edges = append(s.Edges, diagram.Edge{ID: fmt.Sprint(i), From: fmt.Sprint(i - 1), To: fmt.Sprint(i)})
		}
	}
	return s
}

// TestLayOutTriesWhatMayBeBetter: what is the same as before, or tells too little to be taken, is not laid out.
func TestLayOutTriesWhatMayBeBetter(t *testing.T) {
	short := chain(1)
	figure := plate.Figure{Scenes: []plate.Variant{
		{Scene: chain(12)}, {Scene: chain(12), Loss: 8}, {Scene: short, Loss: 20}, {Scene: chain(2), Loss: 20}, {Scene: chain(3), Loss: 25},
	}}
	engine, tried := newEngine(t), 0
	laid, err := figure.LayOut(t.Context(), func(ctx context.Context, request layout.Request) (*layout.Layout, error) {
		tried++
		return engine.Layout(ctx, request)
	})
	if err != nil {
		t.Fatal(err)
	}
	if tried != 2 || len(laid) != 1 || laid[0].Drawing.Scene != short {
		t.Errorf("%d layouts were tried, want those of the first and of the short chain; taken is one of %d nodes", tried, len(laid[0].Drawing.Nodes))
	}
}

// TestLastResorts: what tells much less is neither made nor laid out where something better is legible, and is taken where nothing
// else is.
func TestLastResorts(t *testing.T) {
	engine := newEngine(t)
	made := false
	figure := plate.Figure{Scenes: []plate.Variant{{Scene: chain(3)}}, Last: func() []plate.Variant {
		made = true
		return []plate.Variant{{Scene: chain(1), Loss: plate.LastResort}}
	}}
	laid, err := figure.LayOut(t.Context(), engine.Layout)
	if err != nil || made || len(laid[0].Drawing.Nodes) != 3 {
		t.Errorf("the last resorts were made: %t; %d nodes; %v", made, len(laid[0].Drawing.Nodes), err)
	}
	page := func(id string, s *diagram.Scene) plate.Figure {
		return plate.Figure{ID: id, Scenes: []plate.Variant{{Scene: s}}}
	}
	for _, test := range []struct {
		name  string
		parts bool
		page  *diagram.Scene
		want  []string
	}{
		{"nothing is drawn together", false, chain(1), []string{"whole"}},
		{"a page that is legible", true, chain(2), []string{"whole", "page"}},
	} {
		figure := plate.Figure{
			ID: "whole", Scenes: []plate.Variant{{Scene: chain(1), Parts: test.parts}},
			Pages: func() []plate.Figure { return []plate.Figure{page("page", test.page)} },
		}
		laid, err := figure.LayOut(t.Context(), engine.Layout)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range laid {
			got = append(got, x.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestDraw: a figure that is a picture is drawn as it is, one that is a graph is laid out, for a slide from left to right; each
// with its graph as text.
func TestDraw(t *testing.T) {
	engine := newEngine(t)
	p := picture.New("map", 120, 60)
	flat := plate.Figure{ID: "map", Title: models.Plain("Map"), Picture: p, Graph: chain(2)}
	drawn, err := flat.Draw(t.Context(), nil)
	if err != nil || len(drawn) != 1 || drawn[0].Width != 90 || drawn[0].Picture != p || !strings.Contains(string(drawn[0].DOT), "digraph") {
		t.Errorf("%+v; %v", drawn, err)
	}
	down := chain(9)
	down.Direction = diagram.Downwards
	graph := plate.Figure{ID: "graph", Title: models.Plain("Graph"), Scenes: []plate.Variant{{Scene: down}}}
	drawn, err = graph.Draw(t.Context(), engine.Layout)
	if err != nil || len(drawn) != 1 || drawn[0].Failure != nil || drawn[0].Height < drawn[0].Width {
		t.Fatalf("%d drawings; %v", len(drawn), err)
	}
	wide, err := drawn[0].Wide(t.Context())
	if err != nil || wide.Width <= drawn[0].Width || wide.ID != "graph" {
		t.Errorf("for a slide it is %.0f wide, on a page %.0f; %v", wide.Width, drawn[0].Width, err)
	}
}

// TestRows: what cannot be laid out stands in rows and says so, in the language of the figure.
func TestRows(t *testing.T) {
	broken := errors.New("no paper")
	place := func(context.Context, layout.Request) (*layout.Layout, error) { return nil, broken }
	for lang, want := range map[string]string{"en": "rows", "ja": "並べ"} {
		scene := chain(3)
		scene.Lang = lang
		figure := plate.Figure{ID: "graph", Scenes: []plate.Variant{{Scene: scene}}}
		drawn, err := figure.Draw(t.Context(), place)
		if err != nil || !errors.Is(drawn[0].Failure, broken) {
			t.Fatalf("%v; %v", drawn[0].Failure, err)
		}
		if svg := string(drawn[0].SVG); !strings.Contains(svg, want) {
			t.Errorf("%s: the picture does not say %q", lang, want)
		}
		if len(scene.Footnotes) > 0 {
			t.Error("the scene was changed")
		}
	}
}

// TestMissing: a sheet names what the figure was to show.
func TestMissing(t *testing.T) {
	scene := chain(2)
	scene.Zones = []diagram.Zone{{ID: "z", Caption: "At home"}}
	scene.Nodes[1].Label = []diagram.Line{{Text: "Heater"}}
	figure := plate.Figure{ID: "graph", Scenes: []plate.Variant{{Scene: scene}}}
	svg := string(figure.Missing().SVG)
	for _, want := range []string{"At home", "Heater", "a box of some width"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the sheet does not name %q", want)
		}
	}
	if len(scene.Nodes) != 2 {
		t.Error("the scene was changed")
	}
}

// TestColumn: lines stand below each other, and what is more than fits is cut.
func TestColumn(t *testing.T) {
	font := typeset.Font{Size: 10}
	for most, want := range map[int][]string{1: {"a…"}, 2: {"a", "b…"}, 3: {"a", "b", "c"}, 4: {"a", "b", "c"}} {
		if got := plate.FirstLines([]string{"a", "b", "c"}, most); !slices.Equal(got, want) {
			t.Errorf("%d lines: %q, want %q", most, got, want)
		}
	}
	column := plate.Column{Font: font, Lines: []string{"a", "b"}, Fill: "#000000", Anchor: picture.Middle}
	items := column.At(5, 7)
	first, second := items[0].(picture.Text), items[1].(picture.Text)
	if len(items) != 2 || first.X != 5 || second.Y-first.Y != font.Lead() || first.Y <= 7 || second.Y > 7+column.Height() || second.Content != "b" {
		t.Errorf("%+v in %.0f", items, column.Height())
	}
}
