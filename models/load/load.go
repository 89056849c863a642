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
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Format is one input format. It says all that others need to know of its files; nothing beside the list of formats
// names them a second time.
type Format struct {
	Name       string                              // one word, as on the command line
	Title      models.Message                      // what it is, in a line
	Doc        string                              // its documentation, Markdown
	CaseFiles  []string                            // what the file is called that a case folder is read from
	Extensions []string                            // how names of its files end, in small letters, e.g. .yaml
	Match      func(name string, head []byte) bool // tells by a file's name and beginning whether it is of this format
	Decode     func(Source) (*Model, error)        // reads a file; the error is models.Problems where that is wrong, and Load completes their places
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

// refused turns the refusal to open a file into a problem of that file; another error stays what it is.
func (s Source) refused(name string, err error) error {
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
	// Locate sets problems that were found in the system to the places of their paths in the files, sorts them, and leaves
	// out those about what reading has already reported. A format sets it where it knows the exact places of paths, and
	// only that; Load does the rest.
	Locate func(models.Problems) models.Problems
}

// Load reads the model at src, a file or a case folder with one of the formats' case files, in the first of the formats
// that matches. The error is models.Problems where the file is wrong; a format that could read all of it nevertheless
// gives the model, too, so that what else is wrong with it can be reported at once.
func Load(formats []Format, src Source) (*Model, error) {
	src, err := locate(formats, src)
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
			return decode(f, src)
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
func locate(formats []Format, src Source) (Source, error) {
	info, err := fs.Stat(src.Files, src.Name)
	if err != nil {
		return src, fmt.Errorf("read the model: %w", src.refused(src.Name, err))
	}
	folder, name := path.Dir(src.Name), path.Base(src.Name)
	if info.IsDir() {
		folder = src.Name
		if name, err = caseFile(formats, src); err != nil {
			return src, err
		}
	}
	files, err := fs.Sub(src.Files, folder)
	if err != nil {
		return src, fmt.Errorf("read the model: %w", err)
	}
	return Source{Files: files, Name: name, Shown: path.Join(src.Shown, folder)}, nil
}

// caseFile finds the file that a case folder is read from.
func caseFile(formats []Format, src Source) (string, error) {
	var found []string
	names := distinct(formats, func(f Format) []string { return f.CaseFiles })
	for _, name := range names {
		info, err := fs.Stat(src.Files, path.Join(src.Name, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "", fmt.Errorf("read the case folder: %w", src.refused(path.Join(src.Name, name), err))
		case !info.IsDir():
			found = append(found, name)
		}
	}
	switch len(found) {
	case 0:
		return "", models.Problems{{
			At:     src.Place(src.Name),
			What:   models.Messagef("the folder holds no model"),
			Remedy: models.Messagef("name its file %s", alternatives(names)),
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

// Extensions lists how names of files of some formats end, each once.
func Extensions(formats []Format) []string {
	return distinct(formats, func(f Format) []string { return f.Extensions })
}

// distinct lists what formats say of their files, each word once.
func distinct[F any](formats []F, says func(F) []string) []string {
	var out []string
	for _, f := range formats {
		for _, word := range says(f) {
			if !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}

// alternatives writes words as a choice: a, b or c.
func alternatives(words []string) models.Message {
	last := len(words) - 1
	if last <= 0 {
		return models.Foreign(strings.Join(words, ""))
	}
	return models.Messagef("%s or %s", models.List(words[:last]), words[last])
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
