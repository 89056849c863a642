package render

import (
	"context"

	"github.com/harmpath/harmpath/models"
)

// Output is one way of showing a result.
type Output struct {
	Name  string                                              // what it is called on the command line, e.g. html
	Doc   models.Text                                         // what it makes, in a sentence
	Ext   string                                              // extension of its files, without the dot
	Write func(ctx context.Context, in Input) ([]File, error) // makes its files, in the order in which an index lists them
}

// Input is all that an output is given.
type Input struct {
	Result   *models.Result
	Langs    []models.Lang // the languages asked for, in the order in which files are made
	Drawings Drawings      // may be nil where no output that is asked for shows a drawing
}

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
