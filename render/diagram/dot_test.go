package diagram_test

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

func TestDOTIsValid(t *testing.T) {
	engine := layout.NewEngine(layout.Options{Processes: 1})
	defer engine.Close()
	for _, scene := range samples() {
		placed, err := engine.Layout(t.Context(), layout.Request{DOT: diagram.DOT(scene)})
		if err != nil {
			t.Errorf("%s: %v", scene.ID, err)
			continue
		}
		if len(placed.Nodes) != len(scene.Nodes) || len(placed.Edges) != len(scene.Edges) || len(placed.Clusters) != len(scene.Zones) {
			t.Errorf("%s: %d nodes, %d edges, %d clusters of %d, %d, %d", scene.ID, len(placed.Nodes), len(placed.Edges), len(placed.Clusters),
				len(scene.Nodes), len(scene.Edges), len(scene.Zones))
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, text := range []string{"a", `"`, `\`, `\"`, "\n", "<b>", "\x00", "\xff", "}", "あ", `\N`, "--", "//"} {
		f.Add(text)
	}
	engine := layout.NewEngine(layout.Options{Processes: 1})
	f.Cleanup(func() { engine.Close() })
	f.Fuzz(func(t *testing.T, text string) {
		quoted := diagram.Quote(text)
		if inner := quoted[1 : len(quoted)-1]; strings.Contains(strings.ReplaceAll(strings.ReplaceAll(inner, `\\`, ""), `\"`, ""), `"`) {
			t.Fatalf("%q became %s, which ends early", text, quoted)
		}
		if len(text) > 1000 {
			return // Graphviz takes long for very wide labels
		}
		dot := "digraph { " + quoted + " [label=" + diagram.QuoteLabel(text) + "] }"
		placed, err := engine.Layout(t.Context(), layout.Request{DOT: dot})
		if err != nil || len(placed.Nodes) != 1 || len(placed.Edges) != 0 {
			t.Fatalf("%q: %+v, %v", text, placed, err)
		}
	})
}
