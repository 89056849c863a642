package diagram_test

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

func Example() {
	scene := &diagram.Scene{
		ID: "system", Lang: "ja", Title: "システム構成",
		Zones: []diagram.Zone{{ID: "home", Caption: "居内"}},
		Nodes: []diagram.Node{
			{ID: "router", Zone: "home", Icon: diagram.IconRouter, Label: []diagram.Line{{Text: "ルーター"}}},
			{ID: "heater", Zone: "home", Icon: diagram.IconHeater, Label: []diagram.Line{{Text: "ガス給湯器"}}, Level: diagram.Level2, Badge: "重大"},
		},
		Edges: []diagram.Edge{{ID: "command", From: "router", To: "heater", Number: "1", Label: []diagram.Line{{Text: "操作指示"}}}},
	}
	engine := layout.NewEngine(layout.Options{})
	defer engine.Close()
	drawing, err := diagram.Arrange(context.Background(), engine.Layout, scene)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(drawing.Nodes), "nodes,", len(drawing.Edges), "edge,", len(drawing.Faults()), "faults")
	fmt.Println(string(drawing.Picture().SVG()[:38]))
	// Output:
	// 2 nodes, 1 edge, 0 faults
	// <?xml version="1.0" encoding="UTF-8"?>
}
