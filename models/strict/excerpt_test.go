package strict_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/strict"
)

func TestExcerpt(t *testing.T) {
	type entry struct {
		ID string `json:"@id,omitempty"`
		No int    `json:"no,omitempty"`
	}
	type document struct {
		Name    string            `json:"name,omitempty"`
		Words   []string          `json:"words,omitempty"`
		Entries []entry           `json:"entries,omitempty"`
		More    map[string]string `json:"more,omitempty"`
		One     *entry            `json:"one,omitempty"`
	}
	for name, test := range map[string]struct {
		text   string
		read   document
		flaws  []string
		faults []string
	}{
		"other keys": {`{"x": {"name": [1]}, "name": "a", "entries": [{"y": "z", "@id": "b"}]}`, document{Name: "a", Entries: []entry{{ID: "b"}}}, nil, nil},
		"null":       {`{"name": "a", "entries": null}`, document{Name: "a"}, nil, nil},
		"wrong types": {`{"name": 1.10, "entries": [{"no": "1"}, 5, null, {"@id": "c", "no": 7}], "x": 1}`, document{Name: "1.10", Entries: []entry{{}, {ID: "c", No: 7}}}, []string{
			`f.json:1:10: name: expected text, found the number 1.10; it is read as text`,
			`f.json:1:35: entries[0].no: expected a whole number, found the text "1"; it is passed over`,
			`f.json:1:41: entries[1]: expected a mapping with @id, no, found the number 5; it is passed over`,
			`f.json:1:44: entries[2]: the entry is null; it is passed over`,
		}, nil},
		"one for a list": {`{"entries": {"@id": "b"}, "words": "w", "more": 3, "one": ""}`, document{Words: []string{"w"}, Entries: []entry{{ID: "b"}}}, []string{
			`f.json:1:13: entries: expected a list, found a mapping; it is read as a list of one`,
			`f.json:1:36: words: expected a list, found the text "w"; it is read as a list of one`,
			`f.json:1:49: more: expected a mapping, found the number 3; it is passed over`,
			`f.json:1:59: one: expected a mapping with @id, no, found the text ""; it is passed over`,
		}, nil},
		"twice": {`{"x": 1, "x": 2, "words": ["v"], "words": ["w"], "more": {"a": "b", "a": "c"}}`, document{Words: []string{"w"}, More: map[string]string{"a": "c"}}, []string{
			`f.json:1:34: words: key "words" is written twice; the last one counts; the first is at line 1`,
			`f.json:1:69: more.a: key "a" is written twice; the last one counts`,
		}, nil},
		"many":      {`{"words": [` + strings.Repeat("null, ", 1002) + `"w"]}`, document{Words: []string{"w"}}, []string{"1000 and", "f.json: there are 2 further flaws; they are not told"}, nil},
		"truncated": {`{"name": 1, `, document{}, nil, []string{`f.json:1:13: this is no JSON: the file ends early`}},
		"no mapping": {`[1]`, document{}, nil, []string{
			`f.json:1:1: expected a mapping of keys, found a list; it is passed over`,
		}},
		"deep": {`{"x": ` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`, document{}, nil, []string{`f.json:1:106: exceeded max depth of 100; nest less`}},
	} {
		t.Run(name, func(t *testing.T) {
			var read document
			flaws, fault := strict.Excerpt("f.json", []byte(test.text), &read, strict.Limits{})
			told := lines(flaws)
			if len(told) > 1000 {
				told = []string{"1000 and", told[1000]}
			}
			if diff := cmp.Diff(test.flaws, told); diff != "" {
				t.Errorf("flaws (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.faults, lines(fault)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if len(fault) > 0 {
				return
			}
			if diff := cmp.Diff(test.read, read); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOutline(t *testing.T) {
	for text, want := range map[string]map[string]string{
		`{"a": {"b": [1, {"c": 2}], "d": "e"}, "f" : "g"}`: {"a": `{"b": [1, {"c": 2}], "d": "e"}`, "a.b": `[1, {"c": 2}]`, "a.d": `"e"`, "f": `"g"`},
		`[{"a": 1}]`:      {},
		`3`:               {},
		``:                {},
		`{"a": 1, "b": }`: {"a": "1", "b": "", "!": "f.json:1:15"},
		`{"a": 1`:         {"a": "1", "!": "f.json:1:8"},
		`{"a": 1}{`:       {"a": "1", "!": "f.json"},
	} {
		got, fault := strict.Outline("f.json", []byte(text))
		if fault != nil {
			got["!"] = fault.At.String()
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
