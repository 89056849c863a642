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
