package figures_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures"
)

// TestOddPortrayals: whatever a portrayal says, as a file can hold it, the figures and pages of its attack graph are made of boxes
// that are there.
func TestOddPortrayals(t *testing.T) {
	r := useCase(t, "kalay-camera")
	g := &r.Graphs[0]
	usual := g.Portrayal
	rapid.Check(t, func(t *rapid.T) {
		odd := models.Portrayal{Boxes: slices.Clone(usual.Boxes), Ways: slices.Clone(usual.Ways)}
		step, box := rapid.IntRange(0, len(g.Steps)-1), rapid.IntRange(0, len(odd.Boxes)-1)
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			x, w := &odd.Boxes[box.Draw(t, "box")], &odd.Ways[rapid.IntRange(0, len(odd.Ways)-1).Draw(t, "way")]
			x.Step, x.Minor = step.Draw(t, "step"), rapid.Bool().Draw(t, "minor")
			x.At = rapid.SampledFrom([]models.ComponentID{"", "nobody", r.System.Components[0].ID}).Draw(t, "at")
			w.From, w.To, w.Step = rapid.SliceOfN(box, 0, 4).Draw(t, "from"), box.Draw(t, "to"), step.Draw(t, "way's step")
			w.Easiest = rapid.Bool().Draw(t, "easiest")
		}
		g.Portrayal = &odd
		for _, f := range figures.Figures(r, models.English, diagram.Light) {
			if f.ID != "graph-"+string(g.Effect) {
				continue
			}
			checkEnds(t, f.ID, f.Graph)
		}
	})
}

func checkEnds(t *rapid.T, name string, s *diagram.Scene) {
	nodes := map[string]bool{}
	for _, n := range s.Nodes {
		nodes[n.ID] = true
	}
	for _, e := range s.Edges {
		if !nodes[e.From] || !nodes[e.To] {
			t.Fatalf("%s: %s joins %s and %s", name, e.ID, e.From, e.To)
		}
	}
}
