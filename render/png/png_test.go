package png_test

import (
	"bytes"
	"context"
	"errors"
	stdpng "image/png"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/png"
	"github.com/harmpath/harmpath/render/rendertest"
)

func TestFiles(t *testing.T) {
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: rendertest.Drawings{"configuration", "graph-scald"}}
	files, err := png.Output.Write(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"diagrams/configuration.ja.png", "diagrams/graph-scald.ja.png", "diagrams/configuration.en.png", "diagrams/graph-scald.en.png",
	}
	if len(files) != len(want) {
		t.Fatalf("%d files, want %d", len(files), len(want))
	}
	for i, file := range files {
		image, err := stdpng.Decode(bytes.NewReader(file.Body))
		if err != nil || file.Name != want[i] || image.Bounds().Dx() != 625 {
			t.Errorf("file %d is %s, want %s: %v", i, file.Name, want[i], err)
		}
	}
	if bytes.Equal(files[0].Body, files[1].Body) {
		t.Error("two drawings look the same")
	}
}

func TestNoDrawings(t *testing.T) {
	if _, err := png.Output.Write(t.Context(), render.Input{Result: rendertest.Case(), Langs: models.Langs()}); err == nil {
		t.Error("no error without drawings")
	}
}

func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	in := render.Input{Result: rendertest.Case(), Langs: models.Langs(), Drawings: rendertest.CaseDrawings()}
	if _, err := png.Output.Write(ctx, in); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run gives %v", err)
	}
}
