package figures

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
)

// Figure is one figure before it is laid out.
type Figure struct {
	ID      string
	Title   models.Text
	Scenes  []Variant        // the ways to draw a graph, the most telling first; none where the figure is no graph
	Picture *picture.Picture // the finished picture of a figure that is no graph
	Graph   *diagram.Scene   // what such a figure shows as a graph, for Graphviz; nil: nothing
}

// Variant is one way to draw a graph.
type Variant struct {
	Scene *diagram.Scene
	Loss  float64 // what it tells less than the first, in the unit of badness
}

// among tells whether one of others draws the same and tells no less.
func (v *Variant) among(others []Variant) bool {
	return slices.ContainsFunc(others, func(other Variant) bool {
		return other.Loss <= v.Loss && reflect.DeepEqual(other.Scene, v.Scene)
	})
}

// pointsPerPixel turns a picture's lengths into points.
const pointsPerPixel = 0.75

func (f *Figure) draw(ctx context.Context, place diagram.Placer) (render.Drawing, error) {
	out := render.Drawing{ID: f.ID, Title: f.Title}
	drawn := f.Picture
	if f.Graph != nil {
		out.DOT = []byte(diagram.DOT(f.Graph))
	}
	if len(f.Scenes) > 0 {
		best, err := f.Arrange(ctx, place)
		if err != nil {
			return render.Drawing{}, err
		}
		drawn = best.Picture()
		out.DOT = []byte(diagram.DOT(best.Scene))
		out.Wide = func(ctx context.Context) (render.Drawing, error) { return f.drawWide(ctx, place) }
	}
	out.Picture, out.SVG, out.Width, out.Height = drawn, drawn.SVG(), drawn.Width*pointsPerPixel, drawn.Height*pointsPerPixel
	return out, nil
}

// page is the room for a diagram on a page of A4 portrait, at full size.
var page = diagram.Page{Width: 640, Height: 880}

// legible is the width up to which a diagram's smallest text has about 7 points where it is shrunk to the page.
const legible = 710.0

// Arrange lays the ways to draw the figure out, one after the other, and returns the first without fault that fits the
// page, or else the best of all. What could not be better, because it tells too little or was tried before, is not laid out.
func (f *Figure) Arrange(ctx context.Context, place diagram.Placer) (*diagram.Drawing, error) {
	var best *diagram.Drawing
	lowest := math.Inf(1)
	for i, variant := range f.Scenes {
		if variant.Loss >= lowest || variant.among(f.Scenes[:i]) {
			continue
		}
		drawing, err := diagram.Arrange(ctx, place, variant.Scene)
		if err != nil {
			return nil, err
		}
		bad := badness(drawing) + variant.Loss
		if bad < lowest {
			best, lowest = drawing, bad
		}
		if bad < tolerable {
			break
		}
	}
	return best, nil
}

// tolerable is the badness below which no other way to draw is tried.
const tolerable = 8.0

// widest is the width beyond which the smallest text has less than 6 points on the page; such a drawing is taken only where
// all others are about as bad, which illegible says.
const widest, illegible = 830.0, 30.0

// badness weighs what is wrong with a drawing: a fault, a tenth of text size lost and five crossings count alike.
func badness(d *diagram.Drawing) float64 {
	tiny := 0.0
	if d.Width > widest {
		tiny = illegible
	}
	shrink := math.Max(d.Width/legible, d.Height/(page.Height*legible/page.Width))
	return tiny + 10*float64(len(d.Faults())) + 2*float64(d.Crossings()) + 100*math.Max(0, shrink-1)
}

// slide is the room for a diagram on a slide, at full size.
var slide = diagram.Page{Width: 1020, Height: 560}

// drawWide lays the figure out from left to right, in the way that a slide shows largest.
func (f *Figure) drawWide(ctx context.Context, place diagram.Placer) (render.Drawing, error) {
	var best *diagram.Drawing
	lowest := math.Inf(1)
	for _, variant := range f.Scenes {
		scene := *variant.Scene
		scene.Direction, scene.Page = diagram.Rightwards, slide
		drawing, err := diagram.Arrange(ctx, place, &scene)
		if err != nil {
			return render.Drawing{}, fmt.Errorf("draw %s for a slide: %w", f.ID, err)
		}
		shrink := math.Max(1, math.Max(drawing.Width/slide.Width, drawing.Height/slide.Height))
		bad := 10*float64(len(drawing.Faults())) + 2*float64(drawing.Crossings()) + 100*(shrink-1) + variant.Loss
		if bad < lowest {
			best, lowest = drawing, bad
		}
	}
	drawn := best.Picture()
	return render.Drawing{
		ID: f.ID, Title: f.Title, Picture: drawn, SVG: drawn.SVG(), DOT: []byte(diagram.DOT(best.Scene)),
		Width: drawn.Width * pointsPerPixel, Height: drawn.Height * pointsPerPixel,
	}, nil
}
