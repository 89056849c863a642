package diagram

import (
	"github.com/harmpath/harmpath/render/layout"
)

// Drawing is a scene whose parts have positions, in pixels from the upper left corner of the area that the diagram itself takes
// (titles and legend excluded).
type Drawing struct {
	Scene         *Scene
	Direction     Direction // never Automatic
	Width, Height float64
	Zones         []PlacedZone
	Nodes         []PlacedNode
	Edges         []PlacedEdge
	Failure       error // why Graphviz could not lay the scene out, so that the boxes stand in rows; nil: it did
	crossings     int   // of edges
}

// PlacedZone is a zone and its frame.
type PlacedZone struct {
	Zone    *Zone
	Depth   int // 0 for outermost zones
	Box     layout.Box
	Caption layout.Box // where its text lies
	caption block
}

// PlacedNode is a node and its outline's box.
type PlacedNode struct {
	Node    *Node
	Box     layout.Box
	Text    layout.Box // where its text lies
	content content
}

// PlacedEdge is an edge, its route and its label's box.
type PlacedEdge struct {
	Edge   *Edge
	Curves []layout.Curve
	Label  *layout.Box // nil without label and number
	label  edgeLabel
	route  *route // along Curves

	from, to *layout.Box // boxes of the nodes whose outlines are not boxes
}
