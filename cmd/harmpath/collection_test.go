package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/resultfile"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/index"
	"github.com/harmpath/harmpath/render/outputs"
	"github.com/harmpath/harmpath/render/svg"
	"github.com/harmpath/harmpath/render/terminal"
)

// three are the cases of the expected collection; two of them lie in one cell of the map.
var three = []string{"testdata/usecases/kalay-camera", "testdata/usecases/window-shutters", "testdata/usecases/consumer-drone"}

// TestCollection makes the outputs of three cases together, in every format and both languages, and compares them byte by
// byte with what is expected; what is made of each case alone is TestUsecases'.
func TestCollection(t *testing.T) {
	cases(t)
	together := madeTogether(t, three, outputs.All(), models.Langs())
	got := map[string][]byte{}
	for _, f := range append(together.Files(), index.Page(together.Input, together.Made)) {
		got[f.Name] = f.Body
	}
	got = condensed(got, []string{".md", ".svg", ".json"})
	const want = "testdata/collections/three/want"
	if *update {
		renew(t, want, got)
	}
	compare(t, filesBelow(t, want), got)
}

// TestCommonRiskMap compares the map in the README with that of all cases that the project keeps.
func TestCommonRiskMap(t *testing.T) {
	var folders []string
	for _, c := range cases(t) {
		folders = append(folders, c.Folder)
	}
	together := madeTogether(t, folders, []render.Output{svg.Output}, []models.Lang{models.English})
	made := together.Files()[0].Body
	const shown = "docs/common-risk-map.svg"
	if *update {
		if err := os.WriteFile(shown, made, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if there, err := os.ReadFile(shown); err != nil || string(there) != string(made) {
		t.Errorf("the common risk map in the README is not the one that is drawn; make picture renews it (%v)", err)
	}
	for _, one := range together.Input.Collection.Cases {
		if got := strings.Count(string(made), "\"risk-map-case-"+string(one.ID)+"\""); got != 1 {
			t.Errorf("%s is on the map %d times", one.ID, got)
		}
	}
}

// madeTogether makes outputs of the cases of some folders together.
func madeTogether(t *testing.T, folders []string, list []render.Output, langs []models.Lang) studio.Product {
	t.Helper()
	var results []*models.Result
	for _, folder := range folders {
		results = append(results, analysed(t, folder))
	}
	s := studio.OpenStudio(t.Context(), studio.Wanted{Outputs: slices.Clone(list), Langs: langs, Theme: "light"}, func(models.Message) {})
	defer s.Close()
	made, err := s.Together(context.Background(), studio.Gathered(results), &terminal.Progress{})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// analysed is the result of a case, as analyze writes it.
func analysed(t *testing.T, folder string) *models.Result {
	t.Helper()
	file := filepath.Join(t.TempDir(), "result.json")
	harmpath(t, process.Fine, "analyze", folder, "-o", file, "--quiet")
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	result, err := resultfile.Decode(file, body)
	if err != nil {
		t.Fatal(err)
	}
	return result
}
