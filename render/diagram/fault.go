package diagram

import "fmt"

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
	for i, edge := range d.Edges {
		d.edgeFaults(i, report)
		if edge.Label != nil {
			d.labelFaults(i, report)
		}
	}
	for i := range d.Nodes {
		node := &d.Nodes[i]
		if !Inside(node.Text, node.Box) {
			report(TextOutside, node.Node.ID, node.Node.ID)
		}
		for j := range i {
			if Overlap(node.Box, d.Nodes[j].Box) {
				report(NodesOverlap, node.Node.ID, d.Nodes[j].Node.ID)
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

// touch is how far a line may enter a box before it counts: routes end on borders and run along them.
const touch = 1.5

func (d *Drawing) edgeFaults(index int, report func(FaultKind, string, string)) {
	edge, route := d.Edges[index].Edge, d.Edges[index].route
	for i := range d.Nodes {
		node := d.Nodes[i].Node
		if node.ID != edge.From && node.ID != edge.To && route.passes(Grown(d.Nodes[i].Box, -touch)) {
			report(EdgeThroughNode, edge.ID, node.ID)
		}
	}
	for i := range d.Edges {
		other := &d.Edges[i]
		if other.Label != nil && route.passes(Grown(*other.Label, -touch)) {
			report(EdgeThroughLabel, edge.ID, other.Edge.ID)
		}
	}
	for _, zone := range d.Zones {
		if zone.caption.width > 0 && route.passes(zone.Caption) {
			report(EdgeThroughTitle, edge.ID, zone.Zone.ID)
		}
	}
}

func (d *Drawing) labelFaults(index int, report func(FaultKind, string, string)) {
	edge := &d.Edges[index]
	for i := range d.Nodes {
		if Overlap(*edge.Label, d.Nodes[i].Box) {
			report(LabelOnNode, edge.Edge.ID, d.Nodes[i].Node.ID)
		}
	}
	for i := range d.Edges[:index] {
		other := &d.Edges[i]
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

// Crossings is how often edges cross.
func (d *Drawing) Crossings() int { return d.crossings }

// countCrossings counts once what is asked for many times: every comparison of two ways to draw does.
func (d *Drawing) countCrossings() {
	d.crossings = 0
	for i := range d.Edges {
		for j := range i {
			d.crossings += crossings(d.Edges[i].route, d.Edges[j].route)
		}
	}
}
