package catalog

import (
	"fmt"
	"math"
	"regexp"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// check finds all that is wrong with the entries that r has read, within the catalog c that they make together with
// base. Places are those of the files; the caller puts them to the paths.
func check(c, base *models.Catalog, r *reader) models.Problems {
	k := checker{c: c, base: base, ids: map[string][]string{}, broken: map[string]map[string]bool{}}
	for _, s := range r.sections {
		for _, e := range s.at(c) {
			k.ids[s.Name] = append(k.ids[s.Name], e.id)
		}
		k.broken[s.Name] = map[string]bool{}
		for id := range r.files[s.Name] {
			k.broken[s.Name][id] = !slices.Contains(k.ids[s.Name], id)
		}
	}
	for _, s := range r.sections {
		for _, e := range s.at(&r.entries) {
			k.entry(e)
		}
	}
	return k.problems
}

// checker checks one entry after another.
type checker struct {
	c, base  *models.Catalog
	ids      map[string][]string        // the ids of each section, in the catalog's order
	broken   map[string]map[string]bool // the ids whose files have problems of their own: nothing is said of references to them
	current  entry
	problems models.Problems
}

// report adds a problem at a path of the entry at hand.
func (k *checker) report(path string, what, remedy models.Message) {
	k.problems = append(k.problems, models.Problem{At: k.current.At, Path: path, What: what, Remedy: remedy})
}

// entry checks one entry.
func (k *checker) entry(e entry) {
	k.current = e
	if e.id != "" && !models.ValidID(e.id) {
		k.report("id", models.Messagef("%q is no identifier", e.id), models.Messagef("write a lower-case letter, then lower-case letters, digits, - and _"))
	}
	k.text("name", e.Name)
	k.text("means", e.Means)
	k.text("why", e.Why)
	k.text("example", e.Example)
	k.references(e.References)
	switch v := e.value.(type) {
	case *models.Kind:
		k.kind(v)
	case *models.DeviceClass:
		k.ref("kind", "kinds", string(v.Kind))
	case *models.State:
		k.state(v)
	case *models.Property:
		k.property(v)
	case *models.Threat:
		k.threat(v)
	case *models.Rule:
		k.rule(v)
	case *models.AttackClass:
		k.attackClass(v)
	case *models.CatalogMeasure:
		k.measure(v)
	case *models.Viewpoint:
		k.viewpoint(v)
	case *models.Sensitivity:
		k.sensitivity(v)
	case *models.Site:
		k.site(v)
	case *models.FindingKind:
		k.finding(v)
	case *models.Cell:
		k.cell(v)
	case *models.Scheme:
		k.scheme(v)
	case *models.Policy:
		k.policy(v)
	case *models.DataRiskKind:
		k.dataRisk(v)
	}
}

// text checks that what is written is written in both languages.
func (k *checker) text(path string, t models.Text) {
	for _, lang := range models.Langs() {
		if t.Lacks(lang) {
			k.report(path, models.Messagef("the text is not in both languages: %s is missing", lang), models.Messagef("add %s: …", lang))
		}
	}
}

// schemes are the forms of the ids of the schemes that harmpath knows; of other schemes any id is taken.
var schemes = []struct {
	name, example string
	form          *regexp.Regexp
}{
	{"CAPEC", "CAPEC-94", regexp.MustCompile(`^CAPEC-[1-9][0-9]*$`)},
	{"CWE", "CWE-306", regexp.MustCompile(`^CWE-[1-9][0-9]*$`)},
	{"ATT&CK", "T1110.001", regexp.MustCompile(`^T[0-9]{4}(\.[0-9]{3})?$`)},
	{"ATT&CK-ICS", "T0866", regexp.MustCompile(`^T[01][0-9]{3}(\.[0-9]{3})?$`)},
	{"EMB3D", "TID-201", regexp.MustCompile(`^TID-[0-9]{3}$`)},
	{"CPSF", "CPS.AC-1", regexp.MustCompile(`^CPS\.[A-Z]{2}-[1-9][0-9]?$`)},
}

// references checks the ids of the schemes that are known.
func (k *checker) references(list []models.Reference) {
	for i, r := range list {
		path := fmt.Sprintf("references[%d]", i)
		k.text(path+".note", r.Note)
		for _, s := range schemes {
			if r.Scheme == s.name && !s.form.MatchString(r.ID) {
				k.report(path+".id", models.Messagef("%q is no id of %s", r.ID, s.name), models.Messagef("write one such as %s", s.example))
			}
		}
		if slices.Index(list, r) < i {
			k.report(path, models.Messagef("%s is named twice", r.ID), models.Messagef("remove one"))
		}
	}
}

// ref checks that an id names an entry of a section.
func (k *checker) ref(path, section, id string) bool {
	if id == "" || slices.Contains(k.ids[section], id) {
		return id != ""
	}
	if !k.broken[section][id] {
		k.report(path, models.Messagef("there is no %q in %s", id, section), models.Meant(id, k.ids[section]))
	}
	return false
}

// refs checks a list of ids.
func refs[ID ~string](k *checker, path, section string, list []ID) {
	for i, id := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		k.ref(at, section, string(id))
		if slices.Index(list, id) < i {
			k.report(at, models.Messagef("%q is named twice", id), models.Messagef("remove one"))
		}
	}
}

// atLeastZero checks an amount.
func (k *checker) atLeastZero(path string, v *float64) {
	if v != nil && !(*v >= 0 && *v <= math.MaxFloat64) {
		k.report(path, models.Messagef("%g is no amount", *v), models.Messagef("write 0 or more"))
	}
}

// chance checks a probability.
func (k *checker) chance(path string, v *float64) {
	if v != nil && !(*v >= 0 && *v <= 1) {
		k.report(path, models.Messagef("%g is no probability", *v), models.Messagef("write a number from 0 to 1"))
	}
}

// one names a thing of a sort, with its article.
func one(of models.Sort) models.Message {
	switch of {
	case models.DataSort:
		return models.Messagef("a data item")
	case models.EffectSort:
		return models.Messagef("an effect")
	}
	return models.Messagef("a %s", of.Entry().One)
}
