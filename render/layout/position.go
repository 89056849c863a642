package layout

// Layout is where everything lies. Lengths are points (1/72 inch), the origin is the upper left corner, y grows downwards.
type Layout struct {
	Width, Height float64
	Nodes         []Node    // in the order of the DOT text
	Edges         []Edge    // in Graphviz's order, which is the same for equal requests
	Clusters      []Cluster // subgraphs whose name starts with "cluster", outer before inner
}

// Point is a position.
type Point struct{ X, Y float64 }

// Box is an upright rectangle.
type Box struct{ Min, Max Point }

// Width is the box's horizontal extent.
func (b Box) Width() float64 { return b.Max.X - b.Min.X }

// Height is the box's vertical extent.
func (b Box) Height() float64 { return b.Max.Y - b.Min.Y }

// Center is the box's middle.
func (b Box) Center() Point { return Point{(b.Min.X + b.Max.X) / 2, (b.Min.Y + b.Max.Y) / 2} }

// Node is a placed node.
type Node struct {
	Name string
	Box  Box
}

// Edge is a routed edge.
type Edge struct {
	ID         string // its id attribute in the DOT text
	Tail, Head string // names of its nodes
	Curves     []Curve
	Label      *Point // the middle of its label, nil where it has none
}

// Curve is a sequence of cubic Bézier curves.
type Curve struct {
	Points []Point // 1 + 3n control points
	Start  *Point  // the tip of the arrow at the tail, nil where there is none; the curve itself ends short of it
	End    *Point  // the tip of the arrow at the head, likewise
}

// Cluster is a placed cluster.
type Cluster struct {
	Name  string
	Box   Box
	Label *Point // the middle of its label, nil where it has none
}
