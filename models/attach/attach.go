package attach

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/inventory"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/topology"
)

// Limits bounds what the attached files may cost. A zero field takes the default.
type Limits struct {
	load.SupplementLimits
	Files   int // files of one case; default 1000
	Size    int // bytes of all of them; default 256 MiB
	Matches int // statements on vulnerabilities times what each may be about, and times the products around that; default 1,000,000
	Parts   int // components that packages become; default 10,000
}

// WithDefaults fills the zero fields.
func (l Limits) WithDefaults() Limits {
	return Limits{
		SupplementLimits: l.SupplementLimits.WithDefaults(),
		Files:            cmp.Or(l.Files, 1000),
		Size:             cmp.Or(l.Size, 256<<20),
		Matches:          cmp.Or(l.Matches, 1_000_000),
		Parts:            cmp.Or(l.Parts, 10_000),
	}
}

// Files reads the files that the model's components name and adds what they say to its system. The error is
// models.Problems where a file is wrong; what the others say is there nevertheless.
func Files(m *load.Model, formats []load.Supplement, limits Limits) error {
	a := newAttacher(m, formats, limits.WithDefaults())
	tellers, err := a.read()
	if err != nil {
		return fmt.Errorf("read what is attached to the model: %w", err)
	}
	a.synonyms = newSynonyms(a.system, a.order)
	a.containment = inventory.NewContainment(a.view)
	for _, t := range tellers {
		t.hear()
	}
	a.unheard()
	a.decide()
	for i := range m.System.Components {
		m.System.Components[i].Parts = slices.Clone(m.System.Components[i].Parts) // they are added to
	}
	for i := range m.System.Components {
		a.recognise(i)
		a.embody(i)
	}
	for _, p := range a.known {
		a.merge(p)
	}
	for i := range m.System.Components {
		m.System.Components[i].DecideFlaws()
	}
	m.Remarks = append(m.Remarks, a.remarks.Sort()...)
	locate := m.Locate
	m.Locate = func(found models.Problems) models.Problems { return a.locate(found, locate) }
	return a.locate(a.problems, locate).Err()
}

// attacher attaches files to all components: it reads them, hears what they say, decides what follows, and adds
// components for what is vulnerable.
type attacher struct {
	system   *models.System
	source   load.Source
	formats  []load.Supplement
	limits   Limits
	problems models.Problems
	remarks  models.Problems // flaws of single entries of the files

	files       map[string]*file // by name
	order       []*file
	size        int
	matches     int
	synonyms    *synonyms
	containment *inventory.Containment
	heard       map[int][]heard // by place in the containment

	own    int // components of the model itself
	parts  int
	view   *topology.View
	taken  map[string]int    // beginning of an id → how many more there are of it
	makers map[string]int    // name or id of a stakeholder → place
	known  []*models.Package // packages with known vulnerabilities that are components of the model
}

func newAttacher(m *load.Model, formats []load.Supplement, limits Limits) *attacher {
	a := &attacher{
		system: m.System, source: m.Source, formats: formats, limits: limits,
		files: map[string]*file{}, heard: map[int][]heard{},
		own: len(m.System.Components), view: topology.New(m.System), taken: map[string]int{}, makers: map[string]int{},
	}
	for i := range m.System.Stakeholders {
		s := &m.System.Stakeholders[i]
		for _, name := range []string{string(s.ID), s.Name.JA, s.Name.EN} {
			if _, known := a.makers[name]; !known && name != "" {
				a.makers[name] = i
			}
		}
	}
	return a
}

// read reads the files of all components and lists what their SBOMs list. The error is the world's.
func (a *attacher) read() ([]*teller, error) {
	var out []*teller
	for i := range a.system.Components {
		c := &a.system.Components[i]
		at := fmt.Sprintf("components[%d]", i)
		t := &teller{attacher: a, at: i}
		if c.SBOM != "" {
			f, err := a.open(c.SBOM, at+".sbom")
			if err != nil {
				return nil, err
			}
			if f != nil {
				t.list(f)
			}
		}
		for j, name := range c.VEX {
			f, err := a.open(name, fmt.Sprintf("%s.vex[%d]", at, j))
			if err != nil {
				return nil, err
			}
			if f != nil {
				f.told = true
				t.files = append(t.files, f)
			}
		}
		c.SBOM, c.VEX = "", nil
		if len(t.files) > 0 {
			out = append(out, t)
		}
	}
	for i := range a.system.Components {
		a.recognise(i)
	}
	return out, nil
}

// report adds a problem at a path of the model.
func (a *attacher) report(path string, what, remedy models.Message) {
	a.problems = append(a.problems, models.Problem{At: a.source.Place(a.source.Name), Path: path, What: what, Remedy: remedy})
}

// locate leaves the places of problems in attached files as they are, and finds those of the others.
func (a *attacher) locate(found models.Problems, locate func(models.Problems) models.Problems) models.Problems {
	var here, there models.Problems
	for _, p := range found {
		if slices.ContainsFunc(a.order, func(f *file) bool { return f.place.File == p.At.File }) {
			here = append(here, p)
		} else {
			there = append(there, p)
		}
	}
	return append(locate(there), here...).Sort()
}
