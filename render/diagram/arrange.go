package diagram

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/harmpath/harmpath/render/layout"
)

// Placer lays a DOT text out; it is the Layout method of a layout.Engine.
type Placer func(ctx context.Context, request layout.Request) (*layout.Layout, error)

// MaxNodes is the size above which a scene is refused: nobody can read such a diagram, and laying it out takes minutes. Whoever makes the
// scene aggregates before.
const MaxNodes = 1500

// Up to fewNodes several routes are compared; beyond manyNodes not even several directions.
const (
	fewNodes  = 60
	manyNodes = 300
)

// Arrange gives every part of the scene its position. It tries directions (where the scene leaves that open) and ways to
// route edges, and takes the drawing with the fewest faults and crossings that fits a page best. Where nothing can be laid
// out, its boxes stand in rows, and the drawing says why (Failure). It fails when ctx ends, and for what no diagram can be made of.
func Arrange(ctx context.Context, place Placer, scene *Scene) (*Drawing, error) {
	if err := scene.check(); err != nil {
		return nil, err
	}
	if len(scene.Nodes) > MaxNodes {
		return nil, fmt.Errorf("diagram: %d nodes are too many for one diagram; the limit is %d", len(scene.Nodes), MaxNodes)
	}
	var best *Drawing
	var failure error
	lowest, sound := math.Inf(1), false // of best
	for _, direction := range scene.directions() {
		p := newPlan(scene, direction)
		for _, routing := range p.routings() {
			p.routing = routing
			drawing, err := p.draw(ctx, place)
			if ctx.Err() != nil {
				return nil, fmt.Errorf("diagram %q: %w", scene.ID, context.Cause(ctx))
			}
			if err != nil {
				failure = cmp.Or(failure, err)
				continue
			}
			faults := len(drawing.Faults())
			if cost := drawing.cost(faults); best == nil || cost < lowest {
				best, lowest, sound = drawing, cost, faults == 0
			}
			if sound && !best.tangled() && best.Direction == direction {
				break
			}
		}
	}
	if best != nil {
		return best, nil
	}
	p := newPlan(scene, scene.directions()[0])
	inRows := func(context.Context, layout.Request) (*layout.Layout, error) { return p.inRows(), nil }
	drawing, err := p.draw(ctx, inRows)
	if err != nil {
		panic("diagram: " + err.Error())
	}
	drawing.Failure = failure
	return drawing, nil
}

// draw lays the plan out.
func (p *plan) draw(ctx context.Context, place Placer) (*Drawing, error) {
	placed, err := place(ctx, layout.Request{DOT: p.dot()})
	if err != nil {
		return nil, err
	}
	drawing, err := p.place(placed)
	if err != nil {
		return nil, err
	}
	drawing.countCrossings()
	drawing.clearCaptions()
	drawing.clearLabels()
	return drawing, nil
}

func (s *Scene) directions() []Direction {
	if s.Direction != Automatic {
		return []Direction{s.Direction}
	}
	if len(s.Nodes) > manyNodes {
		return []Direction{Rightwards}
	}
	return []Direction{Rightwards, Downwards}
}

// routings are Graphviz's ways to route edges, the more pleasing first.
func (p *plan) routings() []string {
	if len(p.scene.Nodes) > fewNodes {
		return []string{"polyline"}
	}
	return []string{"spline", "polyline"}
}

// Weights of what makes a drawing worse.
const (
	faultCost    = 100.0
	crossingCost = 4.0
	shapeCost    = 2.0  // for a drawing of twice or half the page's proportion
	sizeCost     = 30.0 // for a drawing of twice the page's size
)

// cost is lower for better drawings; faults is how many this one has.
func (d *Drawing) cost(faults int) float64 {
	page := d.Scene.Page
	if page.Width <= 0 || page.Height <= 0 {
		page = Page{900, 620}
	}
	ratio := math.Max(d.Width, 1) / math.Max(d.Height, 1) / (page.Width / page.Height)
	shrink := math.Max(1, math.Max(d.Width/page.Width, d.Height/page.Height))
	return faultCost*float64(faults) + crossingCost*float64(d.Crossings()) +
		shapeCost*math.Abs(math.Log2(ratio)) + sizeCost*math.Log2(shrink)
}

// tangled tells whether more lines cross than their number gives reason for.
func (d *Drawing) tangled() bool { return d.Crossings() > len(d.Edges)/3+1 }
