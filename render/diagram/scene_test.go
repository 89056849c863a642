package diagram_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

// unplaced is a placer that nothing should be asked of.
func unplaced(context.Context, layout.Request) (*layout.Layout, error) {
	return nil, errors.New("asked to lay out")
}

// TestSceneChecks: what no diagram can be made of is said, all of it at once.
func TestSceneChecks(t *testing.T) {
	for name, test := range map[string]struct {
		scene diagram.Scene
		want  []string
	}{
		"a zone without id":   {diagram.Scene{Zones: []diagram.Zone{{}}}, []string{`zone id "" is empty or used twice`}},
		"a zone twice":        {diagram.Scene{Zones: []diagram.Zone{{ID: "z"}, {ID: "z"}}}, []string{`zone id "z"`}},
		"an inner zone first": {diagram.Scene{Zones: []diagram.Zone{{ID: "in", Parent: "out"}, {ID: "out"}}}, []string{`zone "in" lies in "out", which does not come before it`}},
		"a node twice":        {diagram.Scene{Nodes: []diagram.Node{{ID: "n"}, {ID: "n"}}}, []string{`node id "n"`}},
		"a node nowhere":      {diagram.Scene{Nodes: []diagram.Node{{ID: "n", Zone: "z"}}}, []string{`node "n" lies in zone "z"`}},
		"an edge to nowhere":  {diagram.Scene{Nodes: []diagram.Node{{ID: "n"}}, Edges: []diagram.Edge{{ID: "e", From: "n", To: "m"}}}, []string{`edge "e" joins "n" and "m"`}},
		"several faults": {
			diagram.Scene{Nodes: []diagram.Node{{}, {ID: "n", Zone: "z"}}, Edges: []diagram.Edge{{From: "n", To: "n"}}},
			[]string{`node id ""`, `zone "z"`, `edge id ""`},
		},
		"too many": {diagram.Scene{Nodes: many(diagram.MaxNodes + 1)}, []string{fmt.Sprintf("the limit is %d", diagram.MaxNodes)}},
	} {
		_, err := diagram.Arrange(t.Context(), unplaced, &test.scene)
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v does not say %q", name, err, want)
			}
		}
	}
}

func many(n int) []diagram.Node {
	out := make([]diagram.Node, n)
	for i := range out {
		out[i].ID = fmt.Sprint(i)
	}
	return out
}

// TestStopped: where the context ends, so does the work, with the reason.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	reason := errors.New("enough")
	stop(reason)
	if _, err := diagram.Arrange(ctx, unplaced, &diagram.Scene{ID: "s", Nodes: many(2)}); !errors.Is(err, reason) {
		t.Errorf("%v", err)
	}
}

// TestEveryPart: every shape, icon, line, arrow, emphasis, level and tone is drawn, in every theme, without fault, and the picture
// of one differs from that of every other of its sort.
func TestEveryPart(t *testing.T) {
	parts := map[string][]diagram.Scene{}
	add := func(sort string, node diagram.Node, edge diagram.Edge) {
		node.ID, edge.ID, edge.From, edge.To = "a", "e", "a", "b"
		node.Label = append(node.Label, diagram.Line{Text: "name"})
		parts[sort] = append(parts[sort], diagram.Scene{
			ID: "s", Lang: "en", Direction: diagram.Rightwards, Nodes: []diagram.Node{node, {ID: "b", Label: line("other")}}, Edges: []diagram.Edge{edge},
		})
	}
	for shape := diagram.ShapeBox; shape <= diagram.ShapeTag; shape++ {
		add("shape", diagram.Node{Shape: shape}, diagram.Edge{})
	}
	for style := diagram.LineSolid; style <= diagram.LineDashDotDot; style++ {
		add("line", diagram.Node{}, diagram.Edge{Line: style})
	}
	for arrow := diagram.Forward; arrow <= diagram.Backward; arrow++ {
		add("arrow", diagram.Node{}, diagram.Edge{Arrow: arrow})
	}
	for emphasis := diagram.Plain; emphasis <= diagram.Guarding; emphasis++ {
		add("emphasis of a node", diagram.Node{Emphasis: emphasis}, diagram.Edge{})
	}
	for _, emphasis := range []diagram.Emphasis{diagram.Plain, diagram.Raised, diagram.Muted} {
		add("emphasis of an edge", diagram.Node{}, diagram.Edge{Emphasis: emphasis})
	}
	for level := diagram.NoLevel; level <= diagram.Level3; level++ {
		add("level", diagram.Node{Level: level}, diagram.Edge{})
	}
	for tone := diagram.ToneNormal; tone <= diagram.ToneSmallStrong; tone++ {
		add("tone", diagram.Node{Label: []diagram.Line{{Text: "loud", Tone: tone}}}, diagram.Edge{})
	}
	for _, struck := range []bool{false, true} {
		add("struck", diagram.Node{}, diagram.Edge{Struck: struck})
	}
	for _, badge := range []string{"", "fatal"} {
		add("badge", diagram.Node{Badge: badge}, diagram.Edge{})
	}
	for _, number := range []string{"", "7"} {
		add("number", diagram.Node{}, diagram.Edge{Number: number})
	}
	for _, icon := range []diagram.Icon{"", diagram.IconAttacker, diagram.IconPerson, diagram.IconEffect, diagram.IconRouter, diagram.IconCloud, diagram.IconRobot, diagram.IconInjury} {
		add("icon", diagram.Node{Icon: icon}, diagram.Edge{})
	}
	engine := layout.NewEngine(layout.Options{Processes: 1})
	defer engine.Close()
	for sort, scenes := range parts {
		for _, theme := range []diagram.Theme{diagram.Light, diagram.Print, diagram.Dark} {
			seen := map[string]int{}
			for i, scene := range scenes {
				scene.Theme = theme
				drawing, err := diagram.Arrange(t.Context(), engine.Layout, &scene)
				if err != nil {
					t.Fatal(err)
				}
				for _, fault := range drawing.Faults() {
					t.Errorf("%s %d: %v", sort, i, fault)
				}
				svg := drawing.Picture().SVG()
				wellFormed(t, svg)
				if other, there := seen[string(svg)]; there {
					t.Errorf("%s %d looks like %d in the theme %s", sort, i, other, theme)
				}
				seen[string(svg)] = i
			}
		}
	}
}

// TestDescription: who cannot see a diagram is told its boxes and lines, unless the scene says it better.
func TestDescription(t *testing.T) {
	scene := diagram.Scene{
		ID: "s", Lang: "en", Nodes: []diagram.Node{{ID: "a", Label: line("Phone")}, {ID: "b", Label: []diagram.Line{{Text: "Gas"}, {Text: "heater"}}}, {ID: "bare"}},
		Edges: []diagram.Edge{
			{ID: "1", From: "a", To: "b", Label: line("command")}, {ID: "2", From: "a", To: "bare", Arrow: diagram.Both},
			{ID: "3", From: "b", To: "bare", Arrow: diagram.NoArrow}, {ID: "4", From: "b", To: "a", Arrow: diagram.Backward},
		},
	}
	want := "Phone, Gas heater, bare; Phone → Gas heater (command); Phone ↔ bare; Gas heater — bare; Gas heater ← Phone"
	if got := arrange(t, &scene).Picture().Description; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	scene.Description = "A phone commands a heater."
	if got := arrange(t, &scene).Picture().Description; got != scene.Description {
		t.Errorf("%q", got)
	}
}

// TestSize: the size that is known without painting is that of the picture, with and without title, legend and footnotes.
func TestSize(t *testing.T) {
	for i, scene := range []diagram.Scene{
		{}, {Title: "Title", Subtitle: "below it"}, {Legend: []diagram.Entry{{Text: "a line"}, {Sample: diagram.SampleLevel, Level: diagram.Level2, Text: "a level"}}},
		{Footnotes: []string{"note", strings.Repeat("a longer note ", 40)}}, {Title: strings.Repeat("long ", 60), Legend: []diagram.Entry{{Sample: diagram.SampleNone, Text: "x"}}, Footnotes: []string{"y"}},
	} {
		scene.ID, scene.Lang, scene.Nodes = "s", "en", []diagram.Node{{ID: "a", Label: line("Phone")}}
		drawing := arrange(t, &scene)
		width, height := drawing.Size()
		if p := drawing.Picture(); p.Width != width || p.Height != height {
			t.Errorf("scene %d measures %.1f × %.1f and is painted %.1f × %.1f", i, width, height, p.Width, p.Height)
		}
	}
}
