package diagram

// Scene is what a diagram shows, without positions. Texts may hold anything; they are cleaned and escaped.
type Scene struct {
	ID          string // unique among the pictures of a page
	Lang        string // "ja" or "en"
	Title       string
	Subtitle    string
	Description string // for people who cannot see the diagram; empty: made from nodes and edges

	Direction Direction
	Page      Page // the room that the diagram should fit; its text is legible when shrunk to a third less
	Theme     Theme

	Zones     []Zone // outer before inner
	Nodes     []Node
	Edges     []Edge
	Legend    []Entry
	Footnotes []string
}

// Page is the room for a diagram at full size, in pixels (1/96 inch). The zero value stands for 900 × 620: A4 landscape, and portrait a
// little shrunk.
type Page struct{ Width, Height float64 }

// Direction is where edges lead.
type Direction uint8

// The directions. Automatic takes the one that fits a page better.
const (
	Automatic Direction = iota
	Rightwards
	Downwards
)

// Line is a line of a label as the author thinks of it; it is broken further where it is too long.
type Line struct {
	Text string
	Tone Tone
}

// Tone is how loudly a line of a label speaks.
type Tone uint8

// The tones. ToneNormal is the size of names, ToneSmall that of what is added to a name.
const (
	ToneNormal Tone = iota
	ToneStrong      // bold
	ToneSmall
	ToneSmallStrong
)

// Emphasis sets nodes and edges apart from others.
type Emphasis uint8

// The emphases.
const (
	Plain    Emphasis = iota
	Raised            // on the attack path: heavier and in the color of attack
	Affected          // what suffers, without being what one looks at first: in the same color, dashed
	Muted             // context only
	Guarding          // a measure, a safeguard: in the color of protection
)

// Level is a place in an order of severity, drawn by letters, hatching, border and color together.
type Level uint8

// The levels, in rising order. NoLevel is drawn as none.
const (
	NoLevel Level = iota
	Level1
	Level2
	Level3
)

// Zone is a frame around nodes and other zones.
type Zone struct {
	ID      string
	Parent  string // the zone around it; empty: none
	Caption string
	Dashed  bool // drawn with a dashed frame: not a boundary of trust but a grouping
}

// Node is a box with an icon and text.
type Node struct {
	ID       string
	Zone     string // the zone it lies in; empty: none
	Shape    Shape
	Icon     Icon
	Label    []Line
	Level    Level
	Badge    string // a word or two on the upper edge, in the color of Level
	Emphasis Emphasis
	Tip      string  // shown when a pointer rests on it
	MaxWidth float64 // of a line of text, in pixels; zero: as fits the shape
}

// Shape is the outline of a node.
type Shape uint8

// The shapes.
const (
	ShapeBox      Shape = iota // slightly rounded: a thing
	ShapePill                  // fully rounded ends: a state, a fact
	ShapeGoal                  // double border: what everything leads to
	ShapeDocument              // folded corner: data, a document
	ShapeStore                 // a drum: a store of data
	ShapeCloud                 // dashed and fully rounded: somebody else's network
	ShapeHexagon               // a measure
	ShapeSlanted               // a parallelogram: a circumstance, a condition
	ShapeAndGate               // small: all of
	ShapeOrGate                // small: any of
	ShapeTag                   // a faint frame, with the icon above the text: a person, an organisation
)

// Edge is a line between two nodes.
type Edge struct {
	ID       string
	From, To string
	Line     LineStyle
	Arrow    Arrow
	Label    []Line
	Number   string // a mark in a circle before the label
	Emphasis Emphasis
	Tip      string
	Loose    bool // does not decide which node comes first
	Struck   bool // crossed out: nothing passes
}

// Arrow is where an edge has heads.
type Arrow uint8

// The arrows.
const (
	Forward Arrow = iota
	Both
	NoArrow
	Backward // at the first node: what the edge leads from is laid out first all the same
)

// LineStyle is the pattern of a line.
type LineStyle uint8

// The line styles, told apart without color.
const (
	LineSolid LineStyle = iota
	LineDashed
	LineDotted
	LineDashDot
	LineLongDash
	LineDouble
	LineDashDotDot
)

// Entry is one entry of the legend: a sample and what it means.
type Entry struct {
	Sample   Sample // which of the following fields are drawn
	Line     LineStyle
	Arrow    Arrow
	Struck   bool // a line that is crossed out
	Shape    Shape
	Icon     Icon
	Level    Level
	Emphasis Emphasis
	Text     string
}

// Sample is what an entry of the legend shows.
type Sample uint8

// The samples.
const (
	SampleLine  Sample = iota // Line and Emphasis
	SampleNode                // Shape, Icon and Emphasis
	SampleLevel               // Level
	SampleNone                // only text
)
