// Package load turns a file of some input format into a System. It holds the socket that input formats are plugged
// into; the formats themselves stand in folders below, and their list in formats.
//
// It reads through an fs.FS and nothing else, and never from outside the model's folder. What is wrong with a file
// comes back as models.Problems, all at once; what is wrong with the world as an ordinary error.
package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/harmpath/harmpath/models"
)

// Format is one input format.
type Format struct {
	Name   string                              // one word, as on the command line
	Title  models.Message                      // what it is, in a line
	Doc    string                              // its documentation, Markdown
	Match  func(name string, head []byte) bool // tells by a file's name and beginning whether it is of this format
	Decode func(Source) (*Model, error)        // reads a file
}

// HeadSize is how many bytes of a file's beginning Match is shown at most.
const HeadSize = 4096

// Source is where a model is read from.
type Source struct {
	Files fs.FS  // the files; for Decode, the model's folder and what is below it
	Name  string // slash-separated path in Files of the model's file, or for Load also of its case folder ("." for all of Files)
	Shown string // how problems call the root of Files: put before the names of files
}

// Place returns how problems call a file.
func (s Source) Place(name string) models.Place {
	return models.Place{File: path.Join(s.Shown, name)}
}

// told turns the refusal to open a file into a problem of that file; another error stays what it is.
func (s Source) told(name string, err error) error {
	var refused models.Refusal
	if !errors.As(err, &refused) {
		return err
	}
	return models.Problems{{At: s.Place(name), What: models.Messagef("the file %s", refused.What), Remedy: refused.Remedy}}
}

// Model is a system as it was read.
type Model struct {
	System *models.System
	Source Source // the model's folder and its file in it; Load sets it
	// Remarks are flaws of what was read, each with what was done about it: the rest was read. They are findings where
	// nobody asks for strictness.
	Remarks models.Problems
	// Locate sets problems that were found in the system to the exact places of their paths in the files, sorts them,
	// and leaves out those about what reading has already told a problem of.
	Locate func(models.Problems) models.Problems
}

// mainNames are the names of the file that a case folder is read from.
var mainNames = [...]string{"model.yaml", "model.yml", "model.json"}

// Load reads the model at src, a file or a case folder with a file model.yaml, model.yml or model.json, in the first
// of the formats that matches. The error is models.Problems where the file is wrong; a format that could read all of
// it nevertheless gives the model, too, so that what else is wrong with it can be told at once.
func Load(formats []Format, src Source) (*Model, error) {
	src, err := locate(src)
	if err != nil {
		return nil, err
	}
	head, err := readHead(src)
	if err != nil {
		return nil, err
	}
	var names models.Messages
	for _, f := range formats {
		if f.Match(src.Name, head) {
			model, err := f.Decode(src)
			if model != nil {
				model.Source = src
			}
			return model, err
		}
		names = append(names, models.Messagef("%s (%s)", f.Name, f.Title))
	}
	return nil, models.Problems{{
		At:     src.Place(src.Name),
		What:   models.Messagef("the file is in no format that harmpath reads"),
		Remedy: models.Messagef("known are %s", names),
	}}
}

// locate narrows a source to the folder of its model and to the model's file.
func locate(src Source) (Source, error) {
	info, err := fs.Stat(src.Files, src.Name)
	if err != nil {
		return src, fmt.Errorf("read the model: %w", src.told(src.Name, err))
	}
	folder, name := path.Dir(src.Name), path.Base(src.Name)
	if info.IsDir() {
		folder = src.Name
		if name, err = mainFile(src); err != nil {
			return src, err
		}
	}
	files, err := fs.Sub(src.Files, folder)
	if err != nil {
		return src, fmt.Errorf("read the model: %w", err)
	}
	return Source{Files: files, Name: name, Shown: path.Join(src.Shown, folder)}, nil
}

// mainFile finds the file that a case folder is read from.
func mainFile(src Source) (string, error) {
	var found []string
	for _, name := range mainNames {
		info, err := fs.Stat(src.Files, path.Join(src.Name, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "", fmt.Errorf("read the case folder: %w", src.told(path.Join(src.Name, name), err))
		case !info.IsDir():
			found = append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return "", models.Problems{{
			At:     src.Place(src.Name),
			What:   models.Messagef("the folder holds no model"),
			Remedy: models.Messagef("name its file %s or %s", models.List(mainNames[:len(mainNames)-1]), mainNames[len(mainNames)-1]),
		}}
	case 1:
		return found[0], nil
	}
	return "", models.Problems{{
		At:     src.Place(src.Name),
		What:   models.Messagef("the folder holds several models: %s", models.List(found)),
		Remedy: models.Messagef("keep one of them, or name the file instead of the folder"),
	}}
}

// readHead reads the beginning of the model's file.
func readHead(src Source) ([]byte, error) {
	f, err := src.Files.Open(src.Name)
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, HeadSize))
	if err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	return head, nil
}
