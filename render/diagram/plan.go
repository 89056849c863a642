package diagram

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/layout"
)

// plan is a scene measured for one direction, and one way to lay it out.
type plan struct {
	scene     *Scene
	direction Direction
	routing   string // Graphviz's splines attribute

	nodes    []content
	edges    []edgeLabel
	captions []block
	depth    []int             // of zones
	index    map[string]int    // of nodes, by id
	root     map[string]string // the outermost zone around a zone
	lengths  []int             // of edges, in ranks
	stacks   [][2]string       // nodes that stand below each other
}

const (
	captionLimit = 220.0
	zoneMargin   = 24.0
	zoneInset    = 6.0 // by which frames are drawn smaller than Graphviz's clusters, which touch each other
	captionPad   = 10.0
)

func newPlan(scene *Scene, direction Direction) *plan {
	p := &plan{scene: scene, direction: direction, index: map[string]int{}, root: map[string]string{}}
	p.lengths, p.stacks = scene.fanLengths()
	for i := range scene.Nodes {
		p.index[scene.Nodes[i].ID] = i
		p.nodes = append(p.nodes, scene.Nodes[i].fit(direction))
	}
	for i := range scene.Edges {
		p.edges = append(p.edges, scene.Edges[i].fit())
	}
	p.stackIslands()
	depth := map[string]int{}
	for _, zone := range scene.Zones {
		p.root[zone.ID] = zone.ID
		if zone.Parent != "" {
			depth[zone.ID], p.root[zone.ID] = depth[zone.Parent]+1, p.root[zone.Parent]
		}
		p.depth = append(p.depth, depth[zone.ID])
		p.captions = append(p.captions, setIn(zone.Caption, fontCaption, captionLimit, captionLines))
	}
	return p
}

// setIn breaks one text of one font into no more than most lines.
func setIn(text string, font typeset.Font, limit float64, most int) block {
	var b block
	lines, short := firstLines(font, text, limit, most)
	for _, line := range lines {
		b.add(setLine{line, font, ToneNormal})
	}
	if short {
		b.whole = oneLine(text)
	}
	return b
}

// oneLine makes any text one clean line.
func oneLine(text string) string { return typeset.Clean(text) }

// dot writes the plan for Graphviz: names are numbers, labels are empty boxes of the measured sizes. A pixel is a point.
func (p *plan) dot() string {
	var out strings.Builder
	rankdir := "TB"
	if p.direction == Rightwards {
		rankdir = "LR"
	}
	nodesep, ranksep := p.separation()
	fmt.Fprintf(&out, "digraph {\n  graph [rankdir=%s, splines=%s, nodesep=%.3f, ranksep=%.3f, margin=0, labeljust=l, labelloc=t, fontname=Verdana]\n",
		rankdir, p.routing, nodesep/72, ranksep/72)
	// A blank label, because go-graphviz names nodes whose label is empty, at a fifth of a layout's time; neither is drawn.
	out.WriteString("  node [shape=box, fixedsize=true, label=\" \"]\n  edge [arrowsize=0.9]\n")
	p.writeZones(&out)
	for i, edge := range p.scene.Edges {
		p.writeEdge(&out, i, edge)
	}
	for _, stack := range p.stacks {
		fmt.Fprintf(&out, "  n%d -> n%d [style=invis, weight=20]\n", p.index[stack[0]], p.index[stack[1]])
	}
	out.WriteString("}\n")
	return out.String()
}

// crowded is how many edges there are for each node in a scene whose lines mostly stand side by side.
const crowded = 2

// separation is the distance of neighbours and of ranks. Graphviz puts labels on ranks of their own, and so
// doubles the second where there are any. Where many lines stand side by side, each with a label that takes a place of its
// own between them, neighbours come nearer.
func (p *plan) separation() (nodes, ranks float64) {
	nodes, ranks = 22, 46
	beside := 20.0
	if len(p.edges) > crowded*len(p.nodes) {
		beside = 12
	}
	for _, label := range p.edges {
		if label.width > 0 {
			return beside, 24
		}
	}
	return nodes, ranks
}

// writeZones writes nodes inside their clusters, zones inside their parents, with an explicit stack.
func (p *plan) writeZones(out *strings.Builder) {
	inner, inside := map[string][]int{}, map[string][]int{}
	for i, zone := range p.scene.Zones {
		inner[zone.Parent] = append(inner[zone.Parent], i)
	}
	for i, node := range p.scene.Nodes {
		inside[node.Zone] = append(inside[node.Zone], i)
	}
	for _, node := range inside[""] {
		p.writeNode(out, node)
	}
	const leave = -1
	stack := reversed(inner[""])
	for len(stack) > 0 {
		index := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if index == leave {
			out.WriteString("}\n")
			continue
		}
		fmt.Fprintf(out, "subgraph cluster_%d {\n  margin=%g\n", index, zoneMargin)
		if caption := p.captions[index]; caption.width > 0 {
			fmt.Fprintf(out, "  label=%s\n", spacer(caption.width+2*captionPad, caption.height))
		} else {
			out.WriteString("  label=\"\"\n")
		}
		id := p.scene.Zones[index].ID
		for _, node := range inside[id] {
			p.writeNode(out, node)
		}
		if len(inside[id]) == 0 && len(inner[id]) == 0 {
			fmt.Fprintf(out, "  empty_%d [style=invis, width=0.6, height=0.3]\n", index)
		}
		stack = append(append(stack, leave), reversed(inner[id])...)
	}
}

func reversed(list []int) []int {
	back := make([]int, 0, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		back = append(back, list[i])
	}
	return back
}

func (p *plan) writeNode(out *strings.Builder, index int) {
	size := p.nodes[index]
	fmt.Fprintf(out, "  n%d [width=%.4f, height=%.4f]\n", index, size.width/72, size.height/72)
}

func (p *plan) writeEdge(out *strings.Builder, index int, edge Edge) {
	fmt.Fprintf(out, "  n%d -> n%d [id=%d", p.index[edge.From], p.index[edge.To], index)
	if label := p.edges[index]; label.width > 0 {
		fmt.Fprintf(out, ", label=%s", spacer(label.width+2*labelMargin, label.height+2*labelMargin))
	}
	switch edge.Arrow {
	case Both:
		out.WriteString(", dir=both")
	case NoArrow:
		out.WriteString(", dir=none")
	case Backward:
		out.WriteString(", dir=back")
	}
	if edge.Loose {
		out.WriteString(", constraint=false")
	}
	if p.lengths[index] > 1 {
		fmt.Fprintf(out, ", minlen=%d", p.lengths[index])
	}
	fmt.Fprintf(out, ", weight=%d]\n", p.weight(edge))
}

// weight is how much Graphviz should keep an edge straight: more within a zone than between zones, whose places decide more, and most
// on the attack path.
func (p *plan) weight(edge Edge) int {
	weight := 1
	if p.root[p.scene.Nodes[p.index[edge.From]].Zone] == p.root[p.scene.Nodes[p.index[edge.To]].Zone] {
		weight = 6
	}
	if edge.Emphasis == Raised {
		weight *= 4
	}
	return weight
}

// spacer is an empty label of a fixed size in Graphviz's HTML-like labels. (An empty cell in a table of fixed size fails
// silently; a cell of fixed size does not.)
func spacer(width, height float64) string {
	return fmt.Sprintf(`<<TABLE BORDER="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"></TD></TR></TABLE>>`,
		int(width+0.999), int(height+0.999))
}

// The names of nodes, clusters and edges in a layout: their places in the scene.
func nodeName(index int) string    { return fmt.Sprintf("n%d", index) }
func clusterName(index int) string { return fmt.Sprintf("cluster_%d", index) }
func edgeName(index int) string    { return strconv.Itoa(index) }

// indexOf is the place in the scene of what has a name with that beginning.
func indexOf(name, beginning string) (int, bool) {
	number, is := strings.CutPrefix(name, beginning)
	index, err := strconv.Atoi(number)
	return index, is && err == nil && index >= 0
}

// place reads positions back. It fails where one is missing.
func (p *plan) place(placed *layout.Layout) (*Drawing, error) {
	d := &Drawing{Scene: p.scene, Direction: p.direction, Width: placed.Width, Height: placed.Height}
	d.Zones = make([]PlacedZone, len(p.scene.Zones))
	for _, cluster := range placed.Clusters {
		if index, is := indexOf(cluster.Name, "cluster_"); is && index < len(d.Zones) {
			d.Zones[index] = p.placeZone(index, cluster)
		}
	}
	d.Nodes = make([]PlacedNode, len(p.scene.Nodes))
	for _, node := range placed.Nodes {
		if index, is := indexOf(node.Name, "n"); is && index < len(d.Nodes) {
			d.Nodes[index] = p.placeNode(index, node.Box)
		}
	}
	for i := range d.Nodes {
		if d.Nodes[i].Node == nil {
			return nil, fmt.Errorf("no place for node %q", p.scene.Nodes[i].ID)
		}
	}
	d.Edges = make([]PlacedEdge, len(p.scene.Edges))
	for _, edge := range placed.Edges {
		if index, is := indexOf(edge.ID, ""); is && index < len(d.Edges) {
			d.Edges[index] = p.placeEdge(d, index, edge)
		}
	}
	return d, p.complete(d)
}

// complete finds a zone, an edge or its label without a place.
func (p *plan) complete(d *Drawing) error {
	for i := range d.Zones {
		if d.Zones[i].Zone == nil {
			return fmt.Errorf("no place for zone %q", p.scene.Zones[i].ID)
		}
	}
	for i := range d.Edges {
		if d.Edges[i].Edge == nil || p.edges[i].width > 0 && d.Edges[i].Label == nil {
			return fmt.Errorf("no place for edge %q or its label", p.scene.Edges[i].ID)
		}
	}
	return nil
}

func (p *plan) placeZone(index int, cluster layout.Cluster) PlacedZone {
	caption := p.captions[index]
	box := Grown(cluster.Box, -zoneInset)
	at := layout.Point{X: box.Min.X + captionPad, Y: box.Min.Y + captionPad - 1}
	return PlacedZone{
		Zone: &p.scene.Zones[index], Depth: p.depth[index], Box: box, caption: caption,
		Caption: layout.Box{Min: at, Max: layout.Point{X: at.X + caption.width, Y: at.Y + caption.height}},
	}
}

func (p *plan) placeNode(index int, box layout.Box) PlacedNode {
	c := p.nodes[index]
	x, y := box.Min.X+c.textX, box.Min.Y+c.textY
	if c.centered {
		x -= c.text.width / 2
	}
	return PlacedNode{Node: &p.scene.Nodes[index], Box: box, content: c, Text: layout.Box{
		Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + c.text.width, Y: y + c.text.height},
	}}
}

func (p *plan) placeEdge(d *Drawing, index int, edge layout.Edge) PlacedEdge {
	placed := PlacedEdge{Edge: &p.scene.Edges[index], Curves: edge.Curves, label: p.edges[index], route: routeOf(edge.Curves)}
	placed.from, placed.to = d.roundOutline(p.index[placed.Edge.From]), d.roundOutline(p.index[placed.Edge.To])
	if placed.label.width > 0 && edge.Label != nil {
		half := layout.Point{X: placed.label.width / 2, Y: placed.label.height / 2}
		placed.Label = &layout.Box{
			Min: layout.Point{X: edge.Label.X - half.X, Y: edge.Label.Y - half.Y},
			Max: layout.Point{X: edge.Label.X + half.X, Y: edge.Label.Y + half.Y},
		}
	}
	return placed
}

// roundOutline returns the box of a node whose outline leaves its box's corners empty, or nil.
func (d *Drawing) roundOutline(index int) *layout.Box {
	switch d.Nodes[index].Node.Shape {
	case ShapePill, ShapeCloud, ShapeHexagon, ShapeSlanted, ShapeStore, ShapeAndGate, ShapeOrGate:
		return &d.Nodes[index].Box
	default:
		return nil
	}
}
