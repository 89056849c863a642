package modeltest

import (
	"path"
	"path/filepath"
	"slices"
	"testing"
)

// Case is a case that the project keeps: a folder with its model, the page that explains it, and what must come out.
type Case struct {
	Name   string // of its folder; no two cases share one
	Folder string // with slashes, beginning with the root that was given
}

// collections are the folders of cases below the root of the repository.
func collections() []string { return []string{"testdata/usecases", "testdata/incidents"} }

// Cases lists every case, collection by collection, each in the order of names. The root of the repository is given
// relative to the folder in which the test runs.
func Cases(t testing.TB, root string) []Case {
	t.Helper()
	return casesIn(t, root, collections()...)
}

// SmallCases lists the small models that each show one thing of what results mean, as Cases does.
func SmallCases(t testing.TB, root string) []Case {
	t.Helper()
	return casesIn(t, root, "testdata/semantics")
}

// CorpusCases lists the incidents that were published and are modelled here, as Cases does.
func CorpusCases(t testing.TB, root string) []Case {
	t.Helper()
	return casesIn(t, root, "testdata/corpus")
}

func casesIn(t testing.TB, root string, collections ...string) []Case {
	t.Helper()
	var out []Case
	named := map[string]string{}
	for _, collection := range collections {
		models, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(collection), "*", "model.*"))
		if err != nil || len(models) == 0 {
			t.Fatalf("no cases in %s: %v", collection, err)
		}
		for _, model := range models {
			folder := filepath.ToSlash(filepath.Dir(model))
			name := path.Base(folder)
			if other := named[name]; other != "" {
				t.Fatalf("%s and %s: two cases share a name", other, folder)
			}
			named[name] = folder
			out = append(out, Case{Name: name, Folder: folder})
		}
	}
	return out
}

// Find returns the case or small model of a name.
func Find(t testing.TB, root, name string) Case {
	t.Helper()
	for _, c := range slices.Concat(Cases(t, root), SmallCases(t, root), CorpusCases(t, root)) {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("there is no case %s", name)
	return Case{}
}
