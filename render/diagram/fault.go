package diagram

import (
	"fmt"

	"github.com/harmpath/harmpath/render/layout"
)

// Fault is something in a drawing that should not be.
type Fault struct {
	Kind FaultKind
	What string // an edge, a label, a node or a zone, by id
	With string // what it collides with, by id
}

// FaultKind is a kind of fault.
type FaultKind string

// The kinds of faults.
const (
	EdgeThroughNode  FaultKind = "edge through node"
	EdgeThroughLabel FaultKind = "edge through label"
	LabelOnNode      FaultKind = "label on node"
	LabelOnLabel     FaultKind = "label on label"
	LabelOnCaption   FaultKind = "label on caption"
	EdgeThroughTitle FaultKind = "edge through caption"
	NodesOverlap     FaultKind = "nodes overlap"
	TextOutside      FaultKind = "text outside its box"
	NodeOutsideZone  FaultKind = "node outside its zone"
)

// String describes the fault.
func (f Fault) String() string { return fmt.Sprintf("%s: %s, %s", f.Kind, f.What, f.With) }

// Faults lists what is wrong with the drawing, in order of edges and nodes.
func (d *Drawing) Faults() []Fault {
	var faults []Fault
	report := func(kind FaultKind, what, with string) { faults = append(faults, Fault{kind, what, with}) }
	lines := d.lines()
	for i, edge := range d.Edges {
		d.edgeFaults(i, lines[i], report)
		if edge.Label != nil {
			d.labelFaults(i, report)
		}
	}
	for i, node := range d.Nodes {
		if !Inside(node.Text, node.Box) {
			report(TextOutside, node.Node.ID, node.Node.ID)
		}
		for _, other := range d.Nodes[:i] {
			if Overlap(node.Box, other.Box) {
				report(NodesOverlap, node.Node.ID, other.Node.ID)
			}
		}
		for _, zone := range d.Zones {
			if zone.Zone.ID == node.Node.Zone && !Inside(node.Box, zone.Box) {
				report(NodeOutsideZone, node.Node.ID, zone.Zone.ID)
			}
		}
	}
	for _, zone := range d.Zones {
		if !Inside(zone.Caption, zone.Box) {
			report(TextOutside, zone.Zone.ID, zone.Zone.ID)
		}
	}
	return faults
}

// lines are the edges' routes as polylines.
func (d *Drawing) lines() [][]layout.Point {
	lines := make([][]layout.Point, len(d.Edges))
	for i, edge := range d.Edges {
		for _, curve := range edge.Curves {
			lines[i] = append(lines[i], Flatten(curve)...)
		}
	}
	return lines
}

// touch is how far a line may enter a box before it counts: routes end on borders and run along them.
const touch = 1.5

func (d *Drawing) edgeFaults(index int, line []layout.Point, report func(FaultKind, string, string)) {
	edge := d.Edges[index].Edge
	for _, node := range d.Nodes {
		if node.Node.ID != edge.From && node.Node.ID != edge.To && Passes(line, Grown(node.Box, -touch)) {
			report(EdgeThroughNode, edge.ID, node.Node.ID)
		}
	}
	for _, other := range d.Edges {
		if other.Label != nil && Passes(line, Grown(*other.Label, -touch)) {
			report(EdgeThroughLabel, edge.ID, other.Edge.ID)
		}
	}
	for _, zone := range d.Zones {
		if zone.caption.width > 0 && Passes(line, zone.Caption) {
			report(EdgeThroughTitle, edge.ID, zone.Zone.ID)
		}
	}
}

func (d *Drawing) labelFaults(index int, report func(FaultKind, string, string)) {
	edge := d.Edges[index]
	for _, node := range d.Nodes {
		if Overlap(*edge.Label, node.Box) {
			report(LabelOnNode, edge.Edge.ID, node.Node.ID)
		}
	}
	for _, other := range d.Edges[:index] {
		if other.Label != nil && Overlap(*edge.Label, *other.Label) {
			report(LabelOnLabel, edge.Edge.ID, other.Edge.ID)
		}
	}
	for _, zone := range d.Zones {
		if zone.caption.width > 0 && Overlap(*edge.Label, zone.Caption) {
			report(LabelOnCaption, edge.Edge.ID, zone.Zone.ID)
		}
	}
}

// Crossings counts the crossings of edges.
func (d *Drawing) Crossings() int {
	lines := d.lines()
	count := 0
	for i := range lines {
		for j := range i {
			count += Crossings(lines[i], lines[j])
		}
	}
	return count
}
