package dot_test

import (
	"context"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/dot"
	"github.com/harmpath/harmpath/render/rendertest"
)

func TestFiles(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: rendertest.Drawings{"configuration", "graph-scald"}}
	files, err := dot.Output.Write(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"diagrams/configuration.ja.dot", "diagrams/graph-scald.ja.dot", "diagrams/configuration.en.dot", "diagrams/graph-scald.en.dot",
	}
	if len(files) != len(want) {
		t.Fatalf("%d files, want %d", len(files), len(want))
	}
	for i, file := range files {
		if file.Name != want[i] || len(file.Body) == 0 {
			t.Errorf("file %d is %s with %d bytes, want %s", i, file.Name, len(file.Body), want[i])
		}
	}
}

// What is no graph has no DOT text and no file.
type mapOnly struct{}

func (mapOnly) Drawings(context.Context, models.Lang) ([]render.Drawing, error) {
	return []render.Drawing{{ID: render.RiskMapDrawing, SVG: []byte("<svg/>")}}, nil
}

func TestNoGraph(t *testing.T) {
	files, err := dot.Output.Write(t.Context(), render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: mapOnly{}})
	if err != nil || len(files) > 0 {
		t.Errorf("%d files, error %v", len(files), err)
	}
}

func TestNoDrawings(t *testing.T) {
	if _, err := dot.Output.Write(t.Context(), render.Input{Result: rendertest.Case(), Langs: models.Langs()}); err == nil {
		t.Error("no error without drawings")
	}
}
