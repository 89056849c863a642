package load_test

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/check"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

// inventoryList is an importer as somebody would add one: a component a line, its id and its kind. It says what its files
// are called and where its elements stand, and nothing else of places.
func inventoryList() load.Format {
	return load.Format{
		Name: "inventory", Title: models.Messagef("a list of components"), CaseFiles: []string{"inventory.lst"}, Extensions: []string{".lst"},
		Match: func(name string, _ []byte) bool { return strings.HasSuffix(name, ".lst") },
		Decode: func(src load.Source) (*load.Model, error) {
			text, err := fs.ReadFile(src.Files, src.Name)
			if err != nil {
				return nil, err
			}
			system := models.System{Harmpath: native.Version, ID: "inventory", Title: models.Plain("Inventory")}
			var problems models.Problems
			begin := 0
			for line := range bytes.Lines(text) {
				id, kind, found := strings.Cut(strings.TrimSpace(string(line)), " ")
				if !found {
					problems = append(problems, models.Problem{At: load.PlaceAt(src.Place(src.Name).File, text, begin+len(id)), What: models.Messagef("the line has no kind"), Remedy: models.Messagef("write ID KIND")})
				}
				system.Components = append(system.Components, models.Component{
					Origin: models.Origin{At: load.PlaceAt(src.Place(src.Name).File, text, begin)}, ID: models.ComponentID(id), Name: models.Plain(id), Kind: models.KindID(kind),
				})
				begin += len(line)
			}
			if len(system.Components) == 1 {
				problems = append(problems, models.Problem{Path: "components[0]", What: models.Messagef("one component is no inventory")}, models.Problem{Path: "title", What: models.Messagef("there is none")})
			}
			return &load.Model{System: &system}, problems.Err()
		},
	}
}

// One more format in the list is all that an importer takes: its case folders are found, names of its files are
// completed, and what reading and checking find is reported with file, line and column.
func TestAnImporterIsOneEntry(t *testing.T) {
	formats := []load.Format{native.Format, inventoryList()}
	if got := load.Extensions(formats); !slices.Contains(got, ".lst") || !slices.Contains(got, ".yaml") {
		t.Errorf("files are offered that end in %v", got)
	}
	known, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  []string
	}{
		"a sound one":    {fstest.MapFS{"case/inventory.lst": {Data: []byte("pump controller\nnet local_network\n")}}, nil},
		"two files":      {fstest.MapFS{"case/inventory.lst": {}, "case/model.yml": {}}, []string{"case: the folder holds several models: model.yml, inventory.lst; keep one of them, or name the file instead of the folder"}},
		"none":           {fstest.MapFS{"case/other.lst": {}}, []string{"case: the folder holds no model; name its file model.yaml, model.yml, model.json or inventory.lst"}},
		"a flaw read":    {fstest.MapFS{"case/inventory.lst": {Data: []byte("pump controller\nポンプ\n")}}, []string{"case/inventory.lst:2:4: the line has no kind; write ID KIND"}},
		"a flaw checked": {fstest.MapFS{"case/inventory.lst": {Data: []byte("net local_network\npump contraller\n")}}, []string{"case/inventory.lst:2:1: components[1].kind"}},
		"no places":      {fstest.MapFS{"case/inventory.lst": {Data: []byte("pump controller\n")}}, []string{"case/inventory.lst: title: there is none", "case/inventory.lst:1:1: components[0]: one component is no inventory"}},
	} {
		t.Run(name, func(t *testing.T) {
			model, err := load.Load(formats, load.Source{Files: c.files, Name: "case"})
			var problems models.Problems
			if err != nil && !errors.As(err, &problems) {
				t.Fatal(err)
			}
			var got []string
			for _, p := range problems {
				got = append(got, p.String())
			}
			if model != nil && len(problems) == 0 {
				// What an inventory does not say is missing for other reasons: only what it says is looked at.
				for _, p := range model.Locate(check.System(model.System, known)) {
					if strings.HasPrefix(p.Path, "components") {
						got = append(got, p.At.String()+": "+p.Path)
					}
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}
