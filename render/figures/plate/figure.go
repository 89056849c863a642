// Package plate lays a figure out: of the ways to draw it, it takes the one that is read best on a page of A4 or on a slide.
// What a figure shows, and in which ways, is described by packages of their own.
package plate

import (
	"context"
	"fmt"
	"iter"
	"math"
	"reflect"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/words"
)

// Figure is one figure before it is laid out.
type Figure struct {
	ID      string
	Title   models.Text
	Scenes  []Variant        // the ways to draw a graph, the most telling first; none where the figure is no graph
	Last    func() []Variant // ways that tell much less, made where none of Scenes is legible; nil: there are none
	Picture *picture.Picture // the finished picture of a figure that is no graph
	Graph   *diagram.Scene   // what such a figure shows as a graph, for Graphviz; nil: nothing

	// Pages make the figures that show in detail what this one draws together, where the way taken does (Parts); nil: it
	// has none, or they stand in the list of figures.
	Pages func() []Figure
}

// Variant is one way to draw a graph.
type Variant struct {
	Scene *diagram.Scene
	Loss  float64 // what it tells less than the first, in the unit of badness
	Room  int     // boxes for which a page has room when drawn this way, by experience; zero: not known
	Parts bool    // it draws together what the figure's pages show
}

// crowded tells whether the way to draw has more boxes than a page has room for.
func (v *Variant) crowded() bool { return v.Room > 0 && len(v.Scene.Nodes) > v.Room }

// among tells whether one of others draws the same and tells no less.
func (v *Variant) among(others []Variant) bool {
	return slices.ContainsFunc(others, func(other Variant) bool {
		return other.Loss <= v.Loss && reflect.DeepEqual(other.Scene, v.Scene)
	})
}

// pointsPerPixel turns a picture's lengths into points.
const pointsPerPixel = 0.75

// Draw lays the figure out and, where it could not show everything, its pages.
func (f *Figure) Draw(ctx context.Context, place diagram.Placer) ([]render.Drawing, error) {
	if len(f.Scenes) == 0 {
		out := f.drawn(f.Picture)
		if f.Graph != nil {
			out.DOT = []byte(diagram.DOT(f.Graph))
		}
		return []render.Drawing{out}, nil
	}
	laid, err := f.LayOut(ctx, place)
	if err != nil {
		return nil, err
	}
	var all []render.Drawing
	for _, x := range laid {
		out := x.drawn(x.Drawing.Picture())
		out.DOT = []byte(diagram.DOT(x.Drawing.Scene))
		out.Failure = x.Drawing.Failure
		out.Wide = func(ctx context.Context) (render.Drawing, error) { return x.drawWide(ctx, place) }
		all = append(all, out)
	}
	return all, nil
}

// drawn is the drawing of a picture of the figure.
func (f *Figure) drawn(p *picture.Picture) render.Drawing {
	return render.Drawing{
		ID: f.ID, Title: f.Title, Picture: p, SVG: p.SVG(), Width: p.Width * pointsPerPixel, Height: p.Height * pointsPerPixel,
	}
}

// Laid is a figure and how it is laid out.
type Laid struct {
	Figure
	Drawing *diagram.Drawing
}

// LayOut lays the figure out and, where what can be read leaves its steps to pages, these after it, as many as it takes to
// read each.
func (f *Figure) LayOut(ctx context.Context, place diagram.Placer) ([]Laid, error) {
	taken, err := f.arrange(ctx, place)
	if err != nil {
		return nil, err
	}
	out := []Laid{{*f, taken.drawing}}
	if f.Pages == nil || !taken.parts {
		return out, nil
	}
	for _, page := range f.Pages() {
		taken, err := page.arrange(ctx, place)
		if err != nil {
			return nil, err
		}
		out = append(out, Laid{page, taken.drawing})
	}
	return out, nil
}

// Page is the room for a diagram on a page of A4 portrait, at full size.
var Page = diagram.Page{Width: 640, Height: 880}

// legible is the width up to which a diagram's smallest text has about 7 points where it is shrunk to the page.
const legible = 710.0

// arrange lays the ways to draw the figure out, one after the other, and returns the first without fault that fits the
// page, or else the best of all. What could not be better, because it tells too little or was tried before, is not laid
// out, and neither are other directions and last resorts where what came before is legible, without fault and not tangled.
func (f *Figure) arrange(ctx context.Context, place diagram.Placer) (choice, error) {
	var best choice
	lowest := math.Inf(1)
	for ways := range f.stages() {
		found, err := pick(ctx, place, ways, lowest)
		if err != nil {
			return choice{}, err
		}
		if found.drawing == nil {
			continue
		}
		if found.bad < lowest {
			best, lowest = found, found.bad
		}
		if lowest < illegible && len(best.drawing.Faults()) == 0 && knots(best.drawing) == 0 {
			break
		}
	}
	inRows(best.drawing)
	return best, nil
}

// inRows says below a drawing whose boxes stand in rows that they do.
func inRows(d *diagram.Drawing) {
	if d.Failure != nil {
		scene := *d.Scene
		scene.Footnotes = append(slices.Clip(scene.Footnotes), words.InRows.In(models.Lang(scene.Lang)))
		d.Scene = &scene
	}
}

// choice is a way to draw, laid out.
type choice struct {
	drawing *diagram.Drawing
	bad     float64
	parts   bool // the way's Parts
}

// knots is what the crossings of a tangled drawing cost beside their number.
func knots(d *diagram.Drawing) float64 {
	if excess := d.Crossings() - reason(d); excess > 0 {
		return LastResort + 5*float64(excess)
	}
	return 0
}

// reason is how many crossings the number of lines gives reason for.
func reason(d *diagram.Drawing) int { return len(d.Edges)/3 + 1 }

// BareLoss is what it costs to leave to other figures and tables who answers for what, and the names of flows.
const BareLoss = 40.0

// LastResort is the loss from which on a way to draw is taken only where no other is legible.
const LastResort = 60.0

// stages are the ways to draw the figure in the order in which they are tried: as it is meant, from left to right, what
// tells much less, in both directions, and what hardly fits a page. What is not tried is not made.
func (f *Figure) stages() iter.Seq[[]Variant] {
	return func(try func([]Variant) bool) {
		both := func(ways []Variant) bool { return try(ways) && try(turned(ways)) }
		usual, last, crowded := sorted(f.Scenes)
		if !both(usual) {
			return
		}
		if f.Last != nil {
			_, more, full := sorted(f.Last())
			last, crowded = append(last, more...), append(crowded, full...)
		}
		_ = both(last) && both(crowded)
	}
}

// sorted parts ways to draw by when they are tried.
func sorted(ways []Variant) (usual, last, crowded []Variant) {
	for _, v := range ways {
		switch {
		case v.crowded():
			crowded = append(crowded, v)
		case v.Loss < LastResort:
			usual = append(usual, v)
		default:
			last = append(last, v)
		}
	}
	return usual, last, crowded
}

// turned are ways to draw, from left to right.
func turned(ways []Variant) []Variant {
	var out []Variant
	for _, v := range ways {
		scene := *v.Scene
		scene.Direction = diagram.Rightwards
		v.Scene = &scene
		out = append(out, v)
	}
	return out
}

// pick returns the best of several ways to draw; where none is below the lowest badness so far, none.
func pick(ctx context.Context, place diagram.Placer, ways []Variant, lowest float64) (choice, error) {
	var best choice
	for i, variant := range ways {
		if variant.Loss >= lowest || variant.among(ways[:i]) {
			continue
		}
		drawing, err := diagram.Arrange(ctx, place, variant.Scene)
		if err != nil {
			return choice{}, err
		}
		bad := badness(drawing) + knots(drawing) + variant.Loss
		if bad < lowest {
			best, lowest = choice{drawing, bad, variant.Parts}, bad
		}
		if bad < tolerable {
			break
		}
	}
	return best, nil
}

// tolerable is the badness below which no other way to draw is tried.
const tolerable = 8.0

// widest is the width beyond which the smallest text of a picture has less than 6 points on the page, tallest the height
// beyond which it has less than 5.3. Such a drawing, and one where something covers a text, is taken only where all others
// are illegible, too.
const widest, tallest, illegible = 880.0, 1420.0, 200.0

// faultCost is what a fault costs: as much as it takes to rather leave out what other figures show.
const faultCost = BareLoss + 5

// inRowsCost is what it costs that boxes stand in rows, whatever joins them: any other drawing is better.
const inRowsCost = 1e6

// badness weighs what is wrong with a drawing: a hundredth of text size lost counts one, a crossing two.
func badness(d *diagram.Drawing) float64 {
	unread := 0.0
	covered := func(f diagram.Fault) bool { return f.Kind != diagram.EdgeThroughTitle }
	faults := d.Faults()
	if width, height := d.Size(); width > widest || height > tallest || slices.ContainsFunc(faults, covered) {
		unread = illegible
	}
	shrink := math.Max(d.Width/legible, d.Height/(Page.Height*legible/Page.Width))
	if d.Failure != nil {
		unread += inRowsCost
	}
	return unread + faultCost*float64(len(faults)) + 2*float64(d.Crossings()) + 100*math.Max(0, shrink-1)
}

// slide is the room for a diagram on a slide, at full size.
var slide = diagram.Page{Width: 1020, Height: 560}

// drawWide lays the figure out from left to right, in the way that a slide shows largest.
func (f *Figure) drawWide(ctx context.Context, place diagram.Placer) (render.Drawing, error) {
	var best *diagram.Drawing
	lowest := math.Inf(1)
	ways := f.Scenes
	if f.Last != nil {
		ways = append(slices.Clip(ways), f.Last()...)
	}
	for _, variant := range ways {
		scene := *variant.Scene
		scene.Direction, scene.Page = diagram.Rightwards, slide
		drawing, err := diagram.Arrange(ctx, place, &scene)
		if err != nil {
			return render.Drawing{}, fmt.Errorf("draw %s for a slide: %w", f.ID, err)
		}
		shrink := math.Max(1, math.Max(drawing.Width/slide.Width, drawing.Height/slide.Height))
		if drawing.Failure != nil {
			shrink += inRowsCost
		}
		bad := 10*float64(len(drawing.Faults())) + 2*float64(drawing.Crossings()) + 100*(shrink-1) + variant.Loss
		if bad < lowest {
			best, lowest = drawing, bad
		}
	}
	inRows(best)
	out := f.drawn(best.Picture())
	out.DOT, out.Failure = []byte(diagram.DOT(best.Scene)), best.Failure
	return out, nil
}
