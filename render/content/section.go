package content

import "github.com/harmpath/harmpath/render/words"

// Section is a part of the document, with its parts.
type Section struct {
	ID     string // stable name, the target of links: unique in the document
	Number string // e.g. 5, 5.2, 付録A or A.2
	Title  string
	Step   words.Step
	Wide   bool // its tables want a page in landscape

	Blocks   []Block
	Sections []Section // at most one level deep
}

// Add puts blocks at the end of the section.
func (s *Section) Add(blocks ...Block) { s.Blocks = append(s.Blocks, blocks...) }

// With is the section with blocks at its end.
func (s Section) With(blocks ...Block) Section {
	s.Add(blocks...)
	return s
}

// Block is one of Paragraph, List, Chain, Fields, Table, Figure, Notice and Sources.
type Block interface{ block() }

// Paragraph is running text.
type Paragraph struct {
	Text  Line
	Small bool // a footnote or a remark
}

// List is a list of points.
type List struct{ Items []Line }

// Chain is a small illustration: labels in the order in which one thing leads to the next.
type Chain struct{ Labels []Line }

// Fields are names with their values, such as the facts of a title page.
type Fields struct{ Rows []Field }

// Field is a name with one value or several.
type Field struct {
	Name   string
	Values []Line
}

// Figure is the place of a drawing.
type Figure struct {
	ID      string // of the drawing, see the constants of package render
	No      int
	Caption string
	Share   int // of the height of a page that it may take in print, in percent; 0: as it needs
}

// Tone says how a notice is meant.
type Tone int

// The tones of notices.
const (
	Remark  Tone = iota // something to know
	Gap                 // something that the model lacks
	Caution             // something to mind
)

// Notice is a sentence that stands out.
type Notice struct {
	Tone Tone
	Text Line
}

// Sources are the sources of a section.
type Sources struct{ Items []Line }

func (Paragraph) block() {}

func (List) block() {}

func (Chain) block() {}

func (Fields) block() {}

func (Figure) block() {}

func (Notice) block() {}

func (Sources) block() {}
