package attach

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// file is an attached file that could be read.
type file struct {
	place  models.Place
	path   string // where the model first names it
	format load.Supplement
	bill   load.Bill
	sound  bool   // it has no problems
	told   bool   // it is attached for its statements
	heard  []bool // by statement: it is about something

	entries map[string]*load.Listed // what the file's own references mean
}

// entry is what one of the file's own references means; nil: nothing.
func (f *file) entry(ref string) *load.Listed {
	if f.entries == nil {
		f.entries = map[string]*load.Listed{}
		note := func(l *load.Listed) {
			for _, ref := range l.Refs {
				if f.entries[ref] == nil {
					f.entries[ref] = l
				}
			}
		}
		note(&f.bill.Subject)
		for _, list := range [][]load.Listed{f.bill.Listed, f.bill.LeftOut} {
			for i := range list {
				note(&list[i])
			}
		}
	}
	return f.entries[ref]
}

// superseded marks the statements that a later one of the file says anew of the same vulnerability and the very same
// things, where the format defines that it takes their place.
func (f *file) superseded(known *synonyms) []bool {
	key := func(s *load.Statement) string {
		id, _ := known.called(s.ID)
		sorted := func(words []string) []string { return slices.Sorted(slices.Values(words)) }
		return fmt.Sprintf("%q %q %q %q %q %q", id, sorted(s.Of), sorted(s.In), s.Around, sorted(s.Versions), sorted(s.Besides))
	}
	last := map[string]time.Time{}
	for i := range f.bill.Statements {
		if s := &f.bill.Statements[i]; !s.Made.IsZero() && s.Made.After(last[key(s)]) {
			last[key(s)] = s.Made
		}
	}
	out := make([]bool, len(f.bill.Statements))
	for i := range f.bill.Statements {
		s := &f.bill.Statements[i]
		out[i] = len(last) > 0 && !s.Made.IsZero() && s.Made.Before(last[key(s)])
	}
	return out
}

// open reads a file once. What is wrong is reported; then there is no file. The error is the world's.
func (a *attacher) open(name, at string) (*file, error) {
	if !a.inside(name) {
		a.report(at, models.Messagef("%q is no file below the model's folder", name), models.Messagef("write a path relative to it, such as sboms/gateway.cdx.json"))
		return nil, nil
	}
	name = path.Clean(name)
	f, known := a.files[name]
	if !known {
		data, err := a.data(name, at)
		if err != nil {
			return nil, err
		}
		if data != nil {
			f = a.decode(name, at, data)
		}
		a.files[name] = f
	}
	if f == nil || !f.sound {
		return nil, nil
	}
	return f, nil
}

// inside tells whether a path stays inside the model's folder.
func (a *attacher) inside(name string) bool {
	return !path.IsAbs(name) && !strings.ContainsAny(name, `\:`) && fs.ValidPath(path.Clean(name)) && path.Clean(name) != "."
}

// data reads a file's bytes, no more than the limit of its size and one.
func (a *attacher) data(name, at string) ([]byte, error) {
	if len(a.files) >= a.limits.Files {
		a.report(at, models.Messagef("more than %d files are attached to the case", a.limits.Files), models.Messagef("attach fewer"))
		return nil, nil
	}
	opened, err := a.source.Files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		a.report(at, models.Messagef("there is no file %q", name), models.Messagef("name files relative to the model's folder"))
		return nil, nil
	}
	var refused models.Refusal
	if errors.As(err, &refused) {
		a.report(at, models.Messagef("%q %s", name, refused.What), refused.Remedy)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	info, err := opened.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		a.report(at, models.Messagef("%q is a folder", name), models.Messagef("name a file"))
		return nil, nil
	}
	data, err := io.ReadAll(io.LimitReader(opened, int64(a.limits.JSONSize)+1))
	if err != nil {
		return nil, err
	}
	if a.size += len(data); a.size > a.limits.Size {
		a.report(at, models.Messagef("the attached files are together larger than %d bytes", a.limits.Size), models.Messagef("attach smaller files"))
		return nil, nil
	}
	return data, nil
}

// decode reads a file in the format that it is in. What is wrong with single entries are remarks of the model.
func (a *attacher) decode(name, at string, data []byte) *file {
	document, problems := load.Open(a.source.Place(name).File, data, a.limits.SupplementLimits)
	if len(problems) > 0 {
		a.problems = append(a.problems, problems...)
		return nil
	}
	format, known := load.Recognize(a.formats, &document)
	if !known {
		a.unknown(name, at, load.Unrecognized(a.formats, &document))
		return nil
	}
	f := &file{place: a.source.Place(name), path: at, format: format}
	f.bill, problems = load.Read(format, &document, a.limits.SupplementLimits)
	f.sound = len(problems) == 0
	f.heard = make([]bool, len(f.bill.Statements))
	a.problems = append(a.problems, problems...)
	a.remarks = append(a.remarks, f.bill.Remarks...)
	a.order = append(a.order, f)
	a.identities(f)
	return f
}

// unknown reports a file in no known format: in the file, where it has a fault, else in the model.
func (a *attacher) unknown(name, at string, problem models.Problem) {
	if problem.At.Line > 0 {
		a.problems = append(a.problems, problem)
		return
	}
	a.report(at, models.Messagef("%q is in no format that can be attached", name), problem.Remedy)
}

// identities names the file as the source of all that it lists.
func (a *attacher) identities(f *file) {
	f.bill.Subject.Source = f.place.File
	for _, list := range [][]load.Listed{f.bill.Listed, f.bill.LeftOut} {
		for i := range list {
			list[i].Source = f.place.File
		}
	}
	for i := range f.bill.Statements {
		f.bill.Statements[i].Source = f.place.File
	}
}

// unheard reports the statements that are about nothing: each of a file whose statements are written for the case, and
// the file where none of them is about anything.
func (a *attacher) unheard() {
	for _, f := range a.order {
		if !f.told || !f.sound {
			continue
		}
		some := false
		for i, heard := range f.heard {
			some = some || heard
			if s := &f.bill.Statements[i]; !heard && f.format.Addressed {
				a.problems = append(a.problems, models.Problem{
					At: s.At, What: models.Messagef("what %s is said of is in no component that the file is attached to", s.ID),
					Remedy: models.Messagef("write its purl, CPE, reference in the SBOM, name@version or name, or the id of a component"),
				})
			}
		}
		if !some && !f.format.Addressed {
			a.report(f.path, models.Messagef("nothing in %q is about the components that it is attached to, or about what their SBOMs list", f.place.File),
				models.Messagef("attach it to what it is about, or give that its purl"))
		}
	}
}
