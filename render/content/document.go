package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Kind says what a document is about. Formats that show a part of it choose by it.
type Kind int

// The kinds of documents.
const (
	CaseDocument       Kind = iota // one case
	CollectionDocument             // several cases together
)

// Document is the document of one case, or of several together, in one language.
type Document struct {
	Kind     Kind
	Lang     models.Lang
	Heading  string  // what kind of document it is
	Title    string  // the case
	Front    []Block // the title page below the title
	Sections []Section
	Aside    []Figure // the drawings of the case that the document leaves to the files beside it; they have no number

	Supplement []Section // for workbooks alone: tables that are too long to be read on paper
}

// Steps lists the steps that the sections belong to, in the order in which they first come.
func (d *Document) Steps() []words.Step {
	var out []words.Step
	for i := range d.Sections {
		if step := d.Sections[i].Step; !slices.Contains(out, step) {
			out = append(out, step)
		}
	}
	return out
}

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
func (List) block()      {}
func (Chain) block()     {}
func (Fields) block()    {}
func (Table) block()     {}
func (Figure) block()    {}
func (Notice) block()    {}
func (Sources) block()   {}
