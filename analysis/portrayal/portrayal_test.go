package portrayal_test

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/analysis/analysistest"
	"github.com/harmpath/harmpath/analysis/suite"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/portrait"
)

// TestCases: every attack graph of every case is portrayed whole, with the steps of an easiest attack, and a result of which
// the portrayals were taken away is portrayed in the same way again.
func TestCases(t *testing.T) {
	for _, c := range modeltest.Cases(t, "../..") {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			result := analysistest.Analyse(t, analysistest.Load(t, os.DirFS(c.Folder), "."), suite.All())
			bare := *result
			bare.Graphs = slices.Clone(result.Graphs)
			for i := range bare.Graphs {
				checkPortrayal(t, &bare.Graphs[i])
				bare.Graphs[i].Portrayal = nil
			}
			if portrait.Complete(&bare); !reflect.DeepEqual(bare.Graphs, result.Graphs) {
				t.Error("an older result is portrayed otherwise")
			}
		})
	}
}

func checkPortrayal(t *testing.T, g *models.ConsequenceGraph) {
	t.Helper()
	if g.Portrayal == nil || g.Portrayal.Omitted > 0 {
		t.Fatalf("%s: the graph of %d steps is not portrayed whole", g.Effect, len(g.Steps))
	}
	easiest := func(w models.PortrayedWay) bool { return w.Easiest }
	if !slices.ContainsFunc(g.Portrayal.Ways, easiest) {
		t.Errorf("%s: no way is on the easiest attack", g.Effect)
	}
}
