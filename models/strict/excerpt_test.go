package strict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/strict"
)

func TestExcerpt(t *testing.T) {
	type entry struct {
		ID string `json:"@id"`
		No int    `json:"no,omitempty"`
	}
	type document struct {
		Name    string  `json:"name"`
		Entries []entry `json:"entries,omitempty"`
	}
	for name, test := range map[string]struct {
		text string
		read document
		want []string
	}{
		"other keys": {`{"x": {"name": [1]}, "name": "a", "entries": [{"y": "z", "@id": "b"}]}`, document{"a", []entry{{ID: "b"}}}, nil},
		"null":       {`{"name": "a", "entries": null}`, document{Name: "a"}, nil},
		"null where a value must be": {`{"name": null}`, document{}, []string{
			`f.json:1:1: name: key "name" is empty; write something`,
		}},
		"problems": {`{"entries": [{"no": "1"}, 5], "x": 1}`, document{Entries: []entry{{}, {}}}, []string{
			`f.json:1:1: name: key "name" is missing; add name: …`,
			`f.json:1:14: entries[0].@id: key "@id" is missing; add @id: …`,
			`f.json:1:21: entries[0].no: expected a whole number, found the text "1"; remove the quotes`,
			`f.json:1:27: entries[1]: expected a mapping with @id, no, found the number 5`,
		}},
		"twice": {`{"x": 1, "x": 2, "name": "a", "name": "b"}`, document{Name: "a"}, []string{
			`f.json:1:31: name: key "name" is written twice; remove one; the first is at line 1`,
		}},
	} {
		t.Run(name, func(t *testing.T) {
			var read document
			problems := strict.Excerpt("f.json", []byte(test.text), &read, strict.Limits{})
			if diff := cmp.Diff(test.want, lines(problems)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.read, read); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
		})
	}
}
