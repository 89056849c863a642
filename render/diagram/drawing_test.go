package diagram_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/layout"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func arrange(t testing.TB, scene *diagram.Scene) *diagram.Drawing {
	t.Helper()
	engine := layout.NewEngine(layout.Options{Processes: 1})
	t.Cleanup(func() { engine.Close() })
	drawing, err := diagram.Arrange(t.Context(), engine.Layout, scene)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}

func TestSamples(t *testing.T) {
	for _, scene := range samples() {
		t.Run(diagram.Quote(scene.ID), func(t *testing.T) {
			drawing := arrange(t, scene)
			for _, fault := range drawing.Faults() {
				t.Error(fault)
			}
			t.Logf("%s: %.0f × %.0f, %d crossings, direction %d", scene.ID, drawing.Width, drawing.Height, drawing.Crossings(), drawing.Direction)
			svg := drawing.Picture().SVG()
			wellFormed(t, svg)
			golden(t, fileName(scene)+".svg", svg)
			golden(t, fileName(scene)+".dot", []byte(diagram.DOT(scene)))
		})
	}
}

func fileName(scene *diagram.Scene) string {
	if scene.Lang != "ja" && scene.Lang != "en" {
		return "hostile"
	}
	return scene.ID
}

func wellFormed(t *testing.T, document []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(document))
	for {
		_, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the picture and renew it with -update", path)
	}
}

func TestThemes(t *testing.T) {
	for _, theme := range []diagram.Theme{diagram.Print, diagram.Dark} {
		scene := attackGraph()
		scene.Theme = theme
		golden(t, "attack-"+string(theme)+".svg", arrange(t, scene).Picture().SVG())
	}
}
