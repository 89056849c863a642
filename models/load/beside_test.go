package load_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// What reading has reported of a path is not reported again of it, of what is in it or of what it is in.
func TestBeside(t *testing.T) {
	format := load.Format{
		Match: func(string, []byte) bool { return true },
		Decode: func(load.Source) (*load.Model, error) {
			return &load.Model{System: &models.System{}}, models.Problems{{Path: "a[1].b"}, {Path: ""}, {Path: "c"}}
		},
	}
	model, err := load.Load([]load.Format{format}, load.Source{Files: fstest.MapFS{"m": {}}, Name: "m"})
	if model == nil || err == nil {
		t.Fatal(model, err)
	}
	var got []string
	for _, p := range model.Locate(models.Problems{
		{Path: "a[1].b"}, {Path: "a[1].b[0].x"}, {Path: "a[1]"}, {Path: "a"}, {Path: "a[1].bc"}, {Path: "a[10].b"}, {Path: "a[1].d"}, {Path: "c.x"}, {Path: "d"}, {Path: ""},
	}) {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"", "a[10].b", "a[1].bc", "a[1].d", "d"}, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
