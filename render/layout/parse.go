package layout

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// document is the part that is read of Graphviz's json0 format.
type document struct {
	Box           string       `json:"bb"`
	SubgraphCount int          `json:"_subgraph_cnt"`
	Objects       []jsonObject `json:"objects"` // subgraphs first, then nodes
	Edges         []jsonEdge   `json:"edges"`
}

type jsonObject struct {
	Name     string `json:"name"`
	Box      string `json:"bb"`  // clusters
	LabelPos string `json:"lp"`  // clusters
	Pos      string `json:"pos"` // nodes
	Width    string `json:"width"`
	Height   string `json:"height"`
}

type jsonEdge struct {
	Tail     int    `json:"tail"`
	Head     int    `json:"head"`
	ID       string `json:"id"`
	Pos      string `json:"pos"`
	LabelPos string `json:"lp"`
}

const pointsPerInch = 72

// parse reads Graphviz's json0 output.
func parse(output []byte) (*Layout, error) {
	var doc document
	if err := json.Unmarshal(output, &doc, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)); err != nil {
		return nil, fmt.Errorf("the answer of Graphviz cannot be read: %w", err)
	}
	p := parser{}
	whole := p.box(doc.Box)
	p.bottom, p.left = whole.Max.Y, whole.Min.X
	placed := &Layout{Width: whole.Width(), Height: whole.Height()}
	for i, object := range doc.Objects {
		switch {
		case i >= doc.SubgraphCount:
			placed.Nodes = append(placed.Nodes, p.node(object))
		case strings.HasPrefix(object.Name, "cluster"):
			placed.Clusters = append(placed.Clusters, p.cluster(object))
		}
	}
	for _, edge := range doc.Edges {
		if edge.Tail < 0 || edge.Tail >= len(doc.Objects) || edge.Head < 0 || edge.Head >= len(doc.Objects) {
			return nil, fmt.Errorf("the answer of Graphviz has an edge to nowhere")
		}
		placed.Edges = append(placed.Edges, Edge{
			ID:     edge.ID,
			Tail:   doc.Objects[edge.Tail].Name,
			Head:   doc.Objects[edge.Head].Name,
			Curves: p.curves(edge.Pos),
			Label:  p.optional(edge.LabelPos),
		})
	}
	if p.err != nil {
		return nil, p.err
	}
	return placed, nil
}

// parser turns Graphviz's texts into positions and keeps the first error.
type parser struct {
	left, bottom float64 // Graphviz's lower left corner is the origin there; ours is the upper left
	err          error
}

func (p *parser) fail(text string) {
	if p.err == nil {
		p.err = fmt.Errorf("something is left unplaced by Graphviz (%q where a position should be)", text)
	}
}

func (p *parser) number(text string) float64 {
	value, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil {
		p.fail(text)
	}
	return value
}

// raw reads "x,y" in Graphviz's coordinates.
func (p *parser) raw(text string) Point {
	x, y, ok := strings.Cut(strings.TrimSuffix(text, "!"), ",")
	if !ok {
		p.fail(text)
		return Point{}
	}
	return Point{p.number(x), p.number(y)}
}

func (p *parser) point(text string) Point {
	raw := p.raw(text)
	return Point{raw.X - p.left, p.bottom - raw.Y}
}

func (p *parser) optional(text string) *Point {
	if text == "" {
		return nil
	}
	point := p.point(text)
	return &point
}

// box reads "left,bottom,right,top" in Graphviz's coordinates.
func (p *parser) box(text string) Box {
	parts := strings.Split(text, ",")
	if len(parts) != 4 {
		p.fail(text)
		return Box{}
	}
	return Box{
		Min: Point{p.number(parts[0]), p.number(parts[1])},
		Max: Point{p.number(parts[2]), p.number(parts[3])},
	}
}

func (p *parser) cluster(object jsonObject) Cluster {
	raw := p.box(object.Box)
	return Cluster{
		Name: object.Name,
		Box: Box{
			Min: Point{raw.Min.X - p.left, p.bottom - raw.Max.Y},
			Max: Point{raw.Max.X - p.left, p.bottom - raw.Min.Y},
		},
		Label: p.optional(object.LabelPos),
	}
}

func (p *parser) node(object jsonObject) Node {
	middle := p.point(object.Pos)
	half := Point{p.number(object.Width) * pointsPerInch / 2, p.number(object.Height) * pointsPerInch / 2}
	return Node{Name: object.Name, Box: Box{
		Min: Point{middle.X - half.X, middle.Y - half.Y},
		Max: Point{middle.X + half.X, middle.Y + half.Y},
	}}
}

// curves reads Graphviz's splineType: curves parted by semicolons, each "[s,x,y] [e,x,y] x,y x,y …".
func (p *parser) curves(text string) []Curve {
	var curves []Curve
	for _, part := range strings.Split(text, ";") {
		var curve Curve
		for _, field := range strings.Fields(part) {
			switch {
			case strings.HasPrefix(field, "s,"):
				curve.Start = p.optional(field[2:])
			case strings.HasPrefix(field, "e,"):
				curve.End = p.optional(field[2:])
			default:
				curve.Points = append(curve.Points, p.point(field))
			}
		}
		if len(curve.Points) < 4 || len(curve.Points)%3 != 1 {
			p.fail(part)
		}
		curves = append(curves, curve)
	}
	return curves
}
