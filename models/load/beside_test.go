package load_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

func TestBeside(t *testing.T) {
	reading := models.Problems{{Path: "a[1].b"}, {Path: ""}, {Path: "c"}}
	var got []string
	for _, p := range load.Beside(models.Problems{
		{Path: "a[1].b"}, {Path: "a[1].b[0].x"}, {Path: "a[1]"}, {Path: "a"}, {Path: "a[1].bc"}, {Path: "a[10].b"}, {Path: "a[1].d"}, {Path: "c.x"}, {Path: "d"}, {Path: ""},
	}, reading) {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"a[1].bc", "a[10].b", "a[1].d", "d", ""}, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
