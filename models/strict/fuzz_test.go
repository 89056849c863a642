package strict_test

import (
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// fuzzLimits keep a fuzzed file small enough for many runs a second.
var fuzzLimits = strict.Limits{Expanded: 10_000, YAMLNodes: 50_000, JSONNodes: 50_000, Depth: 40, Problems: 50}

// FuzzYAML looks that no text makes reading panic, hang or report without a place.
func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"", "name: a\n", "harmpath: \"1\"\nid: x\ntitle: {ja: あ}\nsite: consumer\ncomponents: [{id: a, name: b, kind: c, zone: d}]\n",
		"effects:\n- id: e\n  causes: {any: [used(a), {all: [infected(b)]}]}\n", "a: &a [*a]", "? {a: b}\n: c", "<<: {a: b}", "--- \n...\n---\n",
		"a: |\n  x\n  y\nb: >-\n  c", "\"\\x41\": 'it''s'", "%TAG ! x\n---\na: !!int b",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, "f.yaml", data) })
}

// FuzzJSON does the same for JSON.
func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		"", "{}", `{"harmpath":"1","id":"x","title":{"ja":"あ"},"site":"consumer","components":[{"id":"a","name":"b","kind":"c","zone":"d"}]}`,
		`{"effects":[{"id":"e","causes":{"any":["used(a)",{"all":["infected(b)"]}]}}]}`, `[1,2.5e3,true,null,"\ud83d\ude00"]`, `{"a":`, "{}{}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzz(t, "f.json", data) })
}

func fuzz(t *testing.T, file string, data []byte) {
	var system models.System
	places, problems := strict.Decode(file, data, &system, fuzzLimits)
	for _, p := range problems {
		if p.What.IsZero() || p.At.File != file {
			t.Fatalf("a problem without text or place: %#v", p)
		}
	}
	if len(problems) > fuzzLimits.Problems+1 {
		t.Fatalf("%d problems pass the limit", len(problems))
	}
	before := slices.Clone(problems)
	places.Locate(problems)
	for i := range problems {
		if !problems[i].What.Equal(before[i].What) || problems[i].At.File != file {
			t.Fatalf("locating changed %v to %v", before[i], problems[i])
		}
	}
}
