package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// fileLimits bounds what the file of one entry may cost, far above what any needs.
var fileLimits = strict.Limits{YAMLSize: 1 << 20, YAMLNodes: 100_000, Expanded: 1000, Depth: 20, Problems: 100}

// maxFiles bounds the entries of one folder of a catalog.
const maxFiles = 100_000

// reader reads the folders of a catalog.
type reader struct {
	fsys     fs.FS
	sections []Section
	entries  models.Catalog             // those without problems of their own
	files    map[string]map[string]bool // by section, the ids that the files' names announce
	places   map[string]*strict.Places  // of each file read
	problems models.Problems
}

// read reads every entry below fsys. Files that begin with a dot or lie at the top, such as a README, are passed over.
// The error is of the world alone; what is wrong with the files is in problems.
func (r *reader) read() error {
	r.sections, r.places, r.files = Sections(), map[string]*strict.Places{}, map[string]map[string]bool{}
	top, err := fs.ReadDir(r.fsys, ".")
	if err != nil {
		return fmt.Errorf("reading the catalog: %w", err)
	}
	for _, d := range top {
		if strings.HasPrefix(d.Name(), ".") || !d.IsDir() && !looksLikeYAML(d.Name()) {
			continue
		}
		section := sectionNamed(r.sections, d.Name())
		switch {
		case !d.IsDir():
			r.report(d.Name(), models.Messagef("an entry lies outside the folders of the catalog"), models.Messagef("move it into one of %s", models.List(names(r.sections))))
		case section == nil:
			r.report(d.Name(), models.Messagef("the catalog has no folder of this name"), models.Meant(d.Name(), names(r.sections)))
		default:
			if err := r.readFolder(section); err != nil {
				return err
			}
		}
	}
	return nil
}

// readFolder reads the entries of one section.
func (r *reader) readFolder(s *Section) error {
	files, err := fs.ReadDir(r.fsys, s.Name)
	var refused models.Refusal
	if errors.As(err, &refused) {
		r.report(s.Name, models.Messagef("the folder %s", refused.What), refused.Remedy)
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the catalog: %w", err)
	}
	if len(files) > maxFiles {
		r.report(s.Name, models.Messagef("the folder holds more than %d files", maxFiles), models.Messagef("remove some"))
		return nil
	}
	r.files[s.Name] = map[string]bool{}
	for _, f := range files {
		file := path.Join(s.Name, f.Name())
		switch {
		case strings.HasPrefix(f.Name(), "."):
		case f.IsDir():
			r.report(file, models.Messagef("a folder lies where only entries are read"), models.Messagef("put one file for each entry into %s", s.Name))
		case path.Ext(f.Name()) != ".yaml":
			r.report(file, models.Messagef("the file is not read as an entry"), models.Messagef("give it a name that ends in .yaml, or move it away"))
		default:
			if err := r.readEntry(s, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// readEntry reads the entry in one file.
func (r *reader) readEntry(s *Section, file string) error {
	info, err := fs.Stat(r.fsys, file)
	var refused models.Refusal
	if errors.As(err, &refused) {
		r.report(file, models.Messagef("the entry %s", refused.What), refused.Remedy)
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the catalog: %w", err)
	}
	if info.Size() > int64(fileLimits.YAMLSize) {
		r.report(file, models.Messagef("the file is larger than %d bytes", fileLimits.YAMLSize), models.Messagef("write one entry a file"))
		return nil
	}
	data, err := fs.ReadFile(r.fsys, file)
	if err != nil {
		return fmt.Errorf("reading the catalog: %w", err)
	}
	e, places, problems := s.decode(&r.entries, file, data)
	r.problems = append(r.problems, problems...)
	r.places[file] = places
	wanted := strings.TrimSuffix(path.Base(file), ".yaml")
	r.files[s.Name][wanted] = true
	if e.id != "" && e.id != wanted {
		remedy := models.Messagef("name the file %s.yaml", e.id)
		if models.ValidID(wanted) {
			remedy = models.Messagef("name the file %s.yaml, or write id: %s", e.id, wanted)
		}
		r.problems = append(r.problems, places.Locate(models.Problems{{
			At: models.Place{File: file}, Path: "id", What: models.Messagef("the id %q is not the name of its file", e.id), Remedy: remedy,
		}})...)
	}
	return nil
}

// report adds a problem with a file or folder as a whole.
func (r *reader) report(file string, what, remedy models.Message) {
	r.problems = append(r.problems, models.Problem{At: models.Place{File: file}, What: what, Remedy: remedy})
}

// locate puts problems found in entries to the places of what they are about.
func (r *reader) locate(problems models.Problems) models.Problems {
	var out models.Problems
	for _, p := range problems {
		if places := r.places[p.At.File]; places != nil {
			p = places.Locate(models.Problems{p})[0]
		}
		out = append(out, p)
	}
	return out
}

// looksLikeYAML tells by its name whether a file is meant as an entry.
func looksLikeYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// sectionNamed finds a section, or returns nil.
func sectionNamed(sections []Section, name string) *Section {
	for i := range sections {
		if sections[i].Name == name {
			return &sections[i]
		}
	}
	return nil
}

// names lists the names of sections.
func names(sections []Section) []string {
	out := make([]string, len(sections))
	for i := range sections {
		out[i] = sections[i].Name
	}
	return out
}
