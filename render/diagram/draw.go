package diagram

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

const (
	pagePad  = 24.0 // around everything
	partGap  = 18.0 // between title, diagram and legend
	minWidth = 460.0
)

// Picture paints the drawing: title, zones, edges, nodes, labels, legend, footnotes.
func (d *Drawing) Picture() *picture.Picture {
	s := d.Scene
	palette := s.Theme.Colors()
	frame := newFrame(s, palette, d.Width)
	p := picture.New(s.ID, frame.width+2*pagePad, 0)
	p.Title, p.Description, p.Lang, p.Background = oneLine(s.Title), d.description(), s.Lang, palette.Paper

	y := pagePad
	head, height := frame.heading(pagePad, y)
	p.Add(head...)
	if y += height; height > 0 {
		y += partGap
	}
	x := pagePad + (frame.width-d.Width)/2
	p.Add(painter{palette, layout.Point{X: x, Y: y}}.drawing(d)...)
	y += d.Height
	foot, height := frame.footing(pagePad, y+partGap)
	if height > 0 {
		p.Add(foot...)
		y += partGap + height
	}
	p.Height = y + pagePad
	return p
}

// Size is how large the picture is, which is known without painting it.
func (d *Drawing) Size() (width, height float64) {
	f := newFrame(d.Scene, d.Scene.Theme.Colors(), d.Width)
	height = 2*pagePad + d.Height
	for _, part := range []func(x, y float64) ([]picture.Item, float64){f.heading, f.footing} {
		if _, more := part(0, 0); more > 0 {
			height += more + partGap
		}
	}
	return f.width + 2*pagePad, height
}

// painter paints the parts of a drawing whose area begins at origin.
type painter struct {
	palette Palette
	origin  layout.Point
}

func (p painter) box(b layout.Box) layout.Box {
	return layout.Box{
		Min: layout.Point{X: b.Min.X + p.origin.X, Y: b.Min.Y + p.origin.Y},
		Max: layout.Point{X: b.Max.X + p.origin.X, Y: b.Max.Y + p.origin.Y},
	}
}

// drawing paints in layers, so that lines pass under nodes and labels lie above all lines; muted edges lie below others.
func (p painter) drawing(d *Drawing) []picture.Item {
	var zones, quiet, edges, loud, nodes, labels []picture.Item
	for _, zone := range d.Zones {
		zones = append(zones, p.zone(zone))
	}
	for _, edge := range d.Edges {
		drawn := p.edge(edge)
		switch edge.Edge.Emphasis {
		case Muted:
			quiet = append(quiet, drawn)
		case Raised:
			loud = append(loud, drawn)
		default:
			edges = append(edges, drawn)
		}
		if edge.Label != nil {
			labels = append(labels, picture.Group{
				ID: "label-" + edge.Edge.ID, Class: "label", Title: edge.label.text.whole,
				Items: edge.label.draw(p.box(*edge.Label), edge.Edge.Emphasis, p.palette),
			})
		}
	}
	for _, node := range d.Nodes {
		nodes = append(nodes, p.node(node))
	}
	return []picture.Item{
		picture.Group{Class: "zones", Items: zones},
		picture.Group{Class: "edges", Items: append(append(quiet, edges...), loud...)},
		picture.Group{Class: "nodes", Items: nodes},
		picture.Group{Class: "labels", Items: labels},
	}
}

func (p painter) zone(zone PlacedZone) picture.Item {
	box := p.box(zone.Box)
	frame := picture.Shape{
		Path: picture.RoundRect(box.Min.X, box.Min.Y, box.Width(), box.Height(), 10),
		Fill: p.palette.Zones[min(zone.Depth, len(p.palette.Zones)-1)], Stroke: p.palette.ZoneLine, Width: 1.2,
	}
	if zone.Zone.Dashed {
		frame.Dash = []float64{6, 4}
	}
	caption := p.box(zone.Caption)
	items := []picture.Item{frame}
	items = append(items, zone.caption.draw(caption.Min.X, caption.Min.Y, picture.Start, func(Tone) string { return p.palette.Soft })...)
	return picture.Group{ID: "zone-" + zone.Zone.ID, Class: "zone", Title: zone.caption.whole, Items: items}
}
