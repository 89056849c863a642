package resultfile

import (
	"strings"
	"testing"

	"github.com/harmpath/harmpath/models"
)

func TestSaysResult(t *testing.T) {
	for head, want := range map[string]bool{
		`{"format": "harmpath/result/v1", "system": {`:  true,
		`{"tool": "x", "format": "harmpath/result/v99"`: true,
		`{"format": "harmpath/solve/v1"}`:               false,
		`{"format": 1}`:                                 false,
		`{"note": "` + strings.Repeat("x", headOfResult) + `", "format": "harmpath/result/v1"}`: false,
		`format: harmpath/result/v1`: false,
		``:                           false,
	} {
		if got := SaysResult([]byte(head)); got != want {
			t.Errorf("%.60q: %t", head, got)
		}
		if size := LargestOf([]byte(head)); (size == MaxSize) != want {
			t.Errorf("%.60q: %d bytes are read at most", head, size)
		}
	}
}

// Former keys count where the present ones are missing, and never over them.
func TestDecodeReadsFormerKeys(t *testing.T) {
	r, err := Decode("r.json", []byte(`{"format": "`+models.ResultFormat+`", "system": {"no": 7, "components": [{"id": "a", "on": ["b"]}], "measures": [{"id": "m", "no": 3}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if s := r.System; s.No != 7 || len(s.Components[0].On) != 1 || s.Components[0].On[0] != "b" || s.Measures[0].No != 3 {
		t.Errorf("%+v", s)
	}
}
