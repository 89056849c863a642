// Package diagram draws boxes and lines: it turns a Scene (what is to be seen, without positions) into a Drawing (positions)
// and a picture, and into DOT text that people can work on. It is a general drawing room: it knows nothing of systems, attacks or
// levels but what a Scene says. What goes into which diagram is written on top of it.
//
// # How to make a diagram
//
//	scene := &diagram.Scene{
//		ID: "system", Lang: "ja", Title: "システム構成",
//		Zones: []diagram.Zone{{ID: "home", Caption: "居内"}},
//		Nodes: []diagram.Node{
//			{ID: "router", Zone: "home", Icon: diagram.IconRouter, Label: []diagram.Line{{Text: "ルーター"}}},
//			{ID: "heater", Zone: "home", Icon: diagram.IconAppliance, Label: []diagram.Line{{Text: "ガス給湯器"}}, Level: diagram.Level2, Badge: "重大"},
//		},
//		Edges: []diagram.Edge{{ID: "cmd", From: "router", To: "heater", Number: "1", Label: []diagram.Line{{Text: "操作指示"}}}},
//		Legend: []diagram.Entry{{Line: diagram.LineSolid, Text: "操作"}, {Sample: diagram.SampleLevel, Level: diagram.Level2, Text: "重大なダメージ"}},
//	}
//	drawing, err := diagram.Arrange(ctx, engine.Layout, scene) // engine is a *layout.Engine
//	svg := drawing.Picture().SVG()
//	dot := diagram.DOT(scene)
//
// The program, and TestMain of tests that arrange, call layout.ServeIfHelper first (see package layout). Share one Engine; Arrange
// is safe for concurrent use.
//
// Nodes and edges are laid out in the order given, so give them in a defined order. Text is measured and broken here (package
// typeset), never by Graphviz, so it sits inside its box with any font of the list in package picture.
//
// # Rules of a drawing
//
// Colors never carry a meaning alone: levels differ by letters, hatching and weight of the border too, kinds of lines by their
// dashes, what is emphasised by its width. Arrange tries several ways to route the lines and takes the one with the fewest
// faults; Faults names what is left: a line through a foreign box or through a label, boxes or labels that overlap, text outside
// its box.
//
// What is no graph, such as a risk map, is drawn with package picture.
package diagram
