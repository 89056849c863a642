package picture

// Picture is a finished drawing. Lengths are CSS pixels (1/96 inch), the origin is the upper left corner, y grows downwards.
type Picture struct {
	ID            string // starts every id in the SVG, so that several pictures can stand in one page
	Width, Height float64
	Title         string // read to people who cannot see the picture
	Description   string // likewise, at length; empty: none
	Lang          string // "ja", "en"; empty: not said
	Background    string // a color; empty: none
	Items         []Item
}

// New returns an empty picture.
func New(id string, width, height float64) *Picture {
	return &Picture{ID: id, Width: width, Height: height}
}

// Add puts items on top of what is there.
func (p *Picture) Add(items ...Item) { p.Items = append(p.Items, items...) }

// Item is a Shape, a Text or a Group.
type Item interface{ item() }

// Shape is an outline that is filled, stroked or both.
type Shape struct {
	Path    Path
	Fill    string    // a color such as "#1f4e79"; empty: not filled
	Stroke  string    // a color; empty: not stroked
	Width   float64   // of the stroke
	Dash    []float64 // lengths of strokes and gaps; empty: a whole line
	Round   bool      // round ends and corners of the stroke
	Opacity float64   // 0 < Opacity < 1; zero: opaque
}

// Text is one line.
type Text struct {
	X, Y    float64 // the anchor on the baseline
	Anchor  Anchor
	Size    float64
	Bold    bool
	Italic  bool
	Fill    string // a color
	Content string
	Turn    float64 // degrees, clockwise around the anchor
}

// Anchor is which point of a line of text its position means.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Group is several items that belong together: a node, an edge, a legend.
type Group struct {
	ID    string // unique in the picture; empty: none
	Class string // for style sheets and scripts of whoever shows the picture
	Title string // shown when a pointer rests on it, read out; empty: none
	Items []Item
}

func (Shape) item() {}
func (Text) item()  {}
func (Group) item() {}
