package render

import (
	"context"
	"path"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/palette"
)

// Output is one way of showing a result.
type Output struct {
	Name     string                                              // what it is called on the command line, e.g. html
	Together models.Text                                         // what it makes of several cases; empty: as Doc says
	Doc      models.Text                                         // what it makes, in a sentence
	Ext      string                                              // extension of its files, without the dot
	Draws    bool                                                // it asks for the drawings
	Paper    bool                                                // it is to be printed: its drawings are never light on dark
	Write    func(ctx context.Context, in Input) ([]File, error) // makes its files, in the order in which an index lists them
}

// Input is all that an output is given.
type Input struct {
	Result     *models.Result // of the case to show; nil where several cases are shown together
	Collection *Collection    // the cases to show together; nil for one
	Langs      []models.Lang  // the languages asked for, in the order in which files are made
	Drawings   Drawings       // may be nil where no output that is asked for shows a drawing
	Theme      palette.Theme  // the colors of pages; drawings have theirs already

	// Document gives the document of what is shown, which all outputs share and none changes; nil: each makes its own.
	Document func(models.Lang) content.Document

	Templates []File    // documents of the user's that lend their looks: at most one for each extension
	Built     time.Time // when the outputs are said to be made (SOURCE_DATE_EPOCH); zero: on the date of the case
}

// Collection is several cases that are shown together.
type Collection struct {
	*models.Collection
	Results []*models.Result // of the cases, in the collection's order
}

// Date is when the outputs are said to be made; zero where neither the user nor the cases say so.
func (in *Input) Date() time.Time {
	if !in.Built.IsZero() {
		return in.Built
	}
	said := ""
	switch {
	case in.Collection != nil:
		said = in.Collection.Date
	case in.Result != nil:
		said = in.Result.System.Date
	}
	date, err := time.Parse(time.DateOnly, said)
	if err != nil {
		return time.Time{}
	}
	return date
}

// Program names what made the results.
func (in *Input) Program() string {
	if in.Collection != nil {
		return in.Collection.Tool.Name
	}
	return in.Result.Tool.Name
}

// Template finds the template with an extension (without the dot); nil where there is none.
func (in *Input) Template(ext string) *File {
	for i := range in.Templates {
		if strings.EqualFold(path.Ext(in.Templates[i].Name), "."+ext) {
			return &in.Templates[i]
		}
	}
	return nil
}

// TemplateError is the error of a template that cannot lend its looks.
type TemplateError struct {
	Name   string // of the template
	Reason error
}

// Error says which template and why.
func (e *TemplateError) Error() string { return e.In(models.English) }

// In says which template and why, in a language.
func (e *TemplateError) In(lang models.Lang) string {
	return models.Messagef("the template %s: %s", e.Name, models.MessageOf(e.Reason)).In(lang)
}

// Unwrap is the reason.
func (e *TemplateError) Unwrap() error { return e.Reason }

// File is one file of an output. Its name is relative to the folder of the report and uses slashes, e.g.
// result.json, document.ja.md or diagrams/configuration.ja.svg.
type File struct {
	Name string
	Body []byte
}

// Made is what one output made of one result.
type Made struct {
	Output Output
	Files  []File
}
