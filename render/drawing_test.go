package render_test

import (
	"path"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

func TestScale(t *testing.T) {
	for _, test := range []struct {
		name                                     string
		width, height, page, share, most, wanted float64
	}{
		{"small", 100, 100, 480, 400, 650, 1},
		{"wide", 960, 100, 480, 400, 650, 0.5},
		{"as high as its share", 400, 500, 480, 400, 650, 0.8},
		{"legible above its share", 400, 800, 480, 400, 650, 2.0 / 3},
		{"as high as the page", 400, 1300, 480, 400, 650, 0.5},
	} {
		d := render.Drawing{Width: test.width, Height: test.height}
		if got := d.Scale(test.page, test.share, test.most); got != test.wanted {
			t.Errorf("%s: %g, want %g", test.name, got, test.wanted)
		}
	}
}

// TestScaleFits: no drawing leaves its page, and none is enlarged.
func TestScaleFits(t *testing.T) {
	length := rapid.Float64Range(1, 5000)
	rapid.Check(t, func(t *rapid.T) {
		d := render.Drawing{Width: length.Draw(t, "width"), Height: length.Draw(t, "height")}
		page, most := length.Draw(t, "page"), length.Draw(t, "most")
		scale := d.Scale(page, most*rapid.Float64Range(0.1, 1).Draw(t, "share"), most)
		if scale <= 0 || scale > 1 || d.Width*scale > page*1.000001 || d.Height*scale > most*1.000001 {
			t.Fatalf("%g × %g is shrunk to %g", d.Width, d.Height, scale)
		}
	})
}

// The longest ids of a model still name a file, each its own.
func TestDrawingFileIsNeverTooLong(t *testing.T) {
	long := strings.Repeat("a", 100)
	one := render.DrawingFile("timeline-"+long+"-"+long+"-"+long+"1", models.Japanese, "svg")
	other := render.DrawingFile("timeline-"+long+"-"+long+"-"+long+"2", models.Japanese, "svg")
	if name := path.Base(one); len(name) > 200 || one == other {
		t.Errorf("%d bytes, %s and %s", len(name), one, other)
	}
	if got, want := render.DrawingFile("attack-"+long, models.English, "svg"), "diagrams/attack-"+long+".en.svg"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
