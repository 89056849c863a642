// Package native reads harmpath's own case format: YAML or JSON, one file or several.
//
// It turns the model's file and what that includes into a System, by the type System itself (models/strict). It does
// not look whether the case makes sense: models/check does.
package native

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

// Version is the version of the format that a case names in its key harmpath.
const Version = "1"

// Format is the native format.
var Format = load.Format{
	Name:       "native",
	Title:      models.Messagef("a case in YAML or JSON"),
	Doc:        doc,
	CaseFiles:  []string{"model.yaml", "model.yml", "model.json"},
	Extensions: extensions[:],
	Match: func(name string, head []byte) bool {
		return hasExtension(name) || path.Ext(name) == "" && saysVersion(head)
	},
	Decode: func(src load.Source) (*load.Model, error) { return Decode(src, Limits{}) },
}

// Limits bounds what reading a case may cost. A zero field takes the default.
type Limits struct {
	strict.Limits
	Files        int // files of one case; default 1000
	IncludeDepth int // files that include each other in a row; default 10
}

// extensions are those of the files that a case may be written in.
var extensions = [...]string{".yaml", ".yml", ".json"}

// saysVersion tells whether a file begins with the key that every model has; what comes through a pipe has no telling name.
func saysVersion(head []byte) bool {
	return regexp.MustCompile(`(?m)(^|[\s{,])"?harmpath"?\s*:`).Match(head)
}

func hasExtension(name string) bool {
	return slices.Contains(extensions[:], strings.ToLower(path.Ext(name)))
}

// WithDefaults fills the zero fields.
func (l Limits) WithDefaults() Limits {
	return Limits{
		Limits:       l.Limits.WithDefaults(),
		Files:        cmp.Or(l.Files, 1000),
		IncludeDepth: cmp.Or(l.IncludeDepth, 10),
	}
}

// Decode reads the case at src. The error is models.Problems where its files are wrong; where all of them were read
// nevertheless, the model comes with it.
func Decode(src load.Source, limits Limits) (*load.Model, error) {
	limits = limits.WithDefaults()
	var system models.System
	r := reader{src: src, limits: limits, system: &system, decoder: strict.NewDecoder(&system, limits.Limits), read: map[string]bool{}}
	if err := r.files(); err != nil {
		return nil, err
	}
	places, problems := r.decoder.Finish()
	if system.Harmpath != "" && system.Harmpath != Version {
		r.problem("harmpath", models.Messagef("version %q of the format is not known", system.Harmpath), models.Messagef("write %q", Version))
	}
	problems = append(problems, places.Locate(r.problems)...).Sort()
	if r.lacks || !r.decoder.Complete() {
		return nil, problems
	}
	system.Include = nil
	return &load.Model{System: &system, Locate: places.Locate}, problems.Err()
}

// reader reads a case's files, one after another.
type reader struct {
	src      load.Source
	limits   Limits
	system   *models.System
	decoder  *strict.Decoder
	problems models.Problems
	lacks    bool // some file is not read
	read     map[string]bool
}

// file is a file to read, with how it came to be one.
type file struct {
	name  string
	path  string // where the case includes it: include[3]; "" for the model's file
	above []string
}

// files reads the model's file and all that it includes, each file before those that it includes and those before
// what comes after them. The error is the world's.
func (r *reader) files() error {
	stack := []file{{name: r.src.Name}}
	for len(stack) > 0 {
		f := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !r.admits(f) {
			r.lacks = true
			continue
		}
		r.read[f.name] = true
		data, err := r.data(f)
		if err != nil {
			return fmt.Errorf("read the model: %w", err)
		}
		if data == nil {
			r.lacks = true
			continue
		}
		known := len(r.system.Include)
		r.decoder.Add(r.src.Place(f.name).File, data)
		stack = append(stack, r.includes(f, known)...)
	}
	return nil
}

// includes returns the files that f includes, the last first. They are the case's from the known-th on.
func (r *reader) includes(f file, known int) []file {
	var out []file
	for i := len(r.system.Include) - 1; i >= known; i-- {
		name, where := r.system.Include[i], fmt.Sprintf("include[%d]", i)
		joined := path.Join(path.Dir(f.name), name)
		switch {
		case path.IsAbs(name), strings.ContainsAny(name, `\:`), !fs.ValidPath(joined), joined == ".":
			r.problem(where, models.Messagef("%q is no file below the model's folder", name), models.Messagef("write a relative path such as parts/network.yaml"))
		case !hasExtension(name):
			r.problem(where, models.Messagef("%q is neither YAML nor JSON", name), models.Messagef("include files that end in %s", models.List(extensions[:])))
		default:
			out = append(out, file{name: joined, path: where, above: append(slices.Clone(f.above), f.name)})
		}
	}
	r.lacks = r.lacks || len(out) < len(r.system.Include)-known
	return out
}

// admits looks whether a file may be read.
func (r *reader) admits(f file) bool {
	switch {
	case slices.Contains(f.above, f.name):
		r.problem(f.path, models.Messagef("the file includes itself: %s", strings.Join(append(f.above, f.name), " → ")), models.Messagef("remove this include"))
	case r.read[f.name]:
		r.problem(f.path, models.Messagef("%q is included twice", f.name), models.Messagef("remove this include"))
	case len(r.read) >= r.limits.Files:
		r.problem(f.path, models.Messagef("the case has more than %d files", r.limits.Files), models.Messagef("join some of them"))
	case len(f.above) > r.limits.IncludeDepth:
		r.problem(f.path, models.Messagef("more than %d files include each other in a row", r.limits.IncludeDepth), models.Messagef("include it from a file further up"))
	default:
		return true
	}
	return false
}

// data reads a file's bytes, no more than the limit of its size and one. An included file that is not there is a
// problem; then there is no data.
func (r *reader) data(f file) ([]byte, error) {
	opened, err := r.src.Files.Open(f.name)
	if f.path != "" && errors.Is(err, fs.ErrNotExist) {
		r.problem(f.path, models.Messagef("there is no file %q", f.name), models.Messagef("name files relative to the one that includes them"))
		return nil, nil
	}
	var refused models.Refusal
	if errors.As(err, &refused) {
		r.problem(f.path, models.Messagef("%q %s", f.name, refused.What), refused.Remedy)
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
		r.problem(f.path, models.Messagef("%q is a folder", f.name), models.Messagef("include its files one by one"))
		return nil, nil
	}
	data := make([]byte, 0, min(info.Size(), int64(r.decoder.MaxSize(f.name)))+1)
	return readUpTo(opened, data, r.decoder.MaxSize(f.name)+1)
}

// problem adds a problem at a path of the case; its place is found when all files are read.
func (r *reader) problem(path string, what, remedy models.Message) {
	at := r.src.Place(r.src.Name)
	r.problems = append(r.problems, models.Problem{At: at, Path: path, What: what, Remedy: remedy})
}

// readUpTo reads at most limit bytes into buf and returns it.
func readUpTo(from io.Reader, buf []byte, limit int) ([]byte, error) {
	for len(buf) < limit {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, 512)
		}
		n, err := from.Read(buf[len(buf):min(cap(buf), limit)])
		buf = buf[:len(buf)+n]
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}
