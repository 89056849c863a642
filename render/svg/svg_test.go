package svg_test

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/rendertest"
	"github.com/harmpath/harmpath/render/svg"
)

func TestFiles(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: rendertest.Drawings{"configuration", "graph-scald"}}
	files, err := svg.Output.Write(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"diagrams/configuration.ja.svg", "diagrams/graph-scald.ja.svg", "diagrams/configuration.en.svg", "diagrams/graph-scald.en.svg",
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

func TestNoDrawings(t *testing.T) {
	if _, err := svg.Output.Write(t.Context(), render.Input{Result: rendertest.Case(), Langs: models.Langs()}); err == nil {
		t.Error("no error without drawings")
	}
}
