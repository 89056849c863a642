package strict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// shelf has a field of every form that a format uses.
type shelf struct {
	At     models.Place            `json:"-"`
	Name   string                  `json:"name"`
	Place  string                  `json:"place,omitempty" former:"on"`
	Title  models.Text             `json:"title,omitzero"`
	Count  int                     `json:"count,omitempty"`
	Small  int8                    `json:"small,omitempty"`
	Share  *float64                `json:"share,omitempty"`
	Open   bool                    `json:"open,omitempty"`
	Sound  models.Truth            `json:"sound,omitempty"`
	Level  *models.Recovery        `json:"level,omitempty"`
	Use    models.Use              `json:"use,omitempty"`
	Fact   models.Fact             `json:"fact,omitzero"`
	Cause  models.Cause            `json:"cause,omitzero"`
	Words  []string                `json:"words,omitempty"`
	Books  []book                  `json:"books,omitempty"`
	Grades map[string]models.Truth `json:"grades,omitempty"`
	Nested map[string][]book       `json:"nested,omitempty"`
}

type book struct {
	models.Origin
	ID    string `json:"id"`
	Pages int    `json:"pages,omitempty"`
}

func TestDecodeProblems(t *testing.T) {
	for name, test := range map[string]struct {
		file, text string
		want       []string
	}{
		"nothing wrong":             {"", "name: a\n", nil},
		"empty file":                {"", "", []string{`f.yaml:1:1: the file is empty; write the keys name`}},
		"only a comment":            {"", "# a\n", []string{`f.yaml:1:1: the file is empty; write the keys name`}},
		"only null":                 {"", "~\n", []string{`f.yaml:1:1: the file is empty; write the keys name`}},
		"a list":                    {"", "- a\n", []string{`f.yaml:1:1: expected a mapping of keys, found a list`}},
		"text":                      {"", "abc\n", []string{`f.yaml:1:1: expected a mapping of keys, found the text "abc"`}},
		"missing key":               {"", "\n  count: 1\n", []string{`f.yaml:2:3: name: key "name" is missing; add name: …`}},
		"misspelt required key":     {"", "naem: a\n", []string{`f.yaml:1:1: naem: unknown key "naem"; did you mean name?`}},
		"empty key":                 {"", "name: ''\n", []string{`f.yaml:1:1: name: key "name" is empty; write something`}},
		"key without value":         {"", "name:\ncount: 1\n", []string{`f.yaml:1:6: name: there is no value; write one, or leave the key out`}},
		"list without value":        {"", "name: a\nwords:\n", []string{`f.yaml:2:7: words: there is no value; write one, or leave the key out`}},
		"near unknown key":          {"", "name: a\ncuont: 1\n", []string{`f.yaml:2:1: cuont: unknown key "cuont"; did you mean count?`}},
		"far unknown key":           {"", "name: a\nzzz: {a: [1, {b: 2}]}\ncount: x\n", []string{`f.yaml:2:1: zzz: unknown key "zzz"; known are name, place, title, count, small, share, open, sound, level, use, fact, cause, words, books, grades, nested`, `f.yaml:3:8: count: expected a whole number, found the text "x"`}},
		"key with dots":             {"", "name: a\n\"a.b\": 1\n", []string{`f.yaml:2:1: ["a.b"]: unknown key "a.b"; known are name, place, title, count, small, share, open, sound, level, use, fact, cause, words, books, grades, nested`}},
		"key twice":                 {"", "name: a\ncount: 1\ncount: 2\n", []string{`f.yaml:3:1: count: key "count" is written twice; remove one; the first is at line 2`}},
		"former key":                {"", "name: a\non: x\n", nil},
		"former key, wrong":         {"", "name: a\non: 1\n", []string{`f.yaml:2:5: place: expected text, found the number 1; put it in quotes: "1"`}},
		"key and its former one":    {"", "name: a\non: x\nplace: y\n", []string{`f.yaml:3:1: place: key "place" ("on" in earlier files) is written twice; remove one; the first is at line 2`}},
		"former key and the key":    {"", "place: y\nname: a\non: x\n", []string{`f.yaml:3:1: place: key "place" ("on" in earlier files) is written twice; remove one; the first is at line 1`}},
		"map key twice":             {"", "name: a\ngrades: {x: true, x: false}\n", []string{`f.yaml:2:19: grades.x: key "x" is written twice; remove one`}},
		"key that is a list":        {"", "name: a\n? [b, c]\n: d\ncount: x\n", []string{`f.yaml:2:3: a key must be a word, not a list; write key: value`, `f.yaml:4:8: count: expected a whole number, found the text "x"`}},
		"map key that is one":       {"", "name: a\ngrades:\n  ? {b: c}\n  : true\n  x: maybe\n", []string{`f.yaml:3:5: grades: a key must be a word, not a mapping; write key: value`, `f.yaml:5:6: grades.x: unknown word "maybe"; write one of true, false, unknown`}},
		"number for text":           {"", "name: 5\n", []string{`f.yaml:1:7: name: expected text, found the number 5; put it in quotes: "5"`}},
		"truth for text":            {"", "name: true\n", []string{`f.yaml:1:7: name: expected text, found the truth value true; put it in quotes: "true"`}},
		"date is text":              {"", "name: 2021-11-29\n", nil},
		"text for a number":         {"", "name: a\ncount: \"5\"\n", []string{`f.yaml:2:8: count: expected a whole number, found the text "5"; remove the quotes`}},
		"fraction for whole":        {"", "name: a\ncount: 1.5\n", []string{`f.yaml:2:8: count: expected a whole number, found the number 1.5`}},
		"hexadecimal":               {"", "name: a\ncount: 0x1F\n", []string{`f.yaml:2:8: count: the number 0x1F is not in plain decimal digits; write it as 31, not 0x1F, 037 or 3_1`}},
		"octal":                     {"", "name: a\ncount: 017\n", []string{`f.yaml:2:8: count: the number 017 is not in plain decimal digits; write it as 31, not 0x1F, 037 or 3_1`}},
		"too large for int":         {"", "name: a\ncount: 9223372036854775808\n", []string{`f.yaml:2:8: count: the number 9223372036854775808 is too large; write a smaller number`}},
		"too large for int8":        {"", "name: a\nsmall: 128\n", []string{`f.yaml:2:8: small: the number 128 is too large; write a smaller number`}},
		"not a number":              {"", "name: a\nshare: .nan\n", []string{`f.yaml:2:8: share: the number .nan is not in plain decimal digits; write it as 0.5 or 1e6`}},
		"infinite":                  {"", "name: a\nshare: 1e999\n", []string{`f.yaml:2:8: share: expected a number, found the text "1e999"; write a smaller number`}},
		"yes":                       {"", "name: a\nopen: yes\n", []string{`f.yaml:2:7: open: expected true or false, found the text "yes"`}},
		"capital true":              {"", "name: a\nopen: True\nsound: TRUE\n", nil},
		"unknown truth":             {"", "name: a\nsound: yes\n", []string{`f.yaml:2:8: sound: unknown word "yes"; write one of true, false, unknown`}},
		"near wrong word":           {"", "name: a\nuse: intendet\n", []string{`f.yaml:2:6: use: unknown word "intendet"; did you mean intended?`}},
		"far wrong word":            {"", "name: a\nuse: zzz\n", []string{`f.yaml:2:6: use: unknown word "zzz"; write one of intended, improper, foreseeable_misuse`}},
		"mapping for a word":        {"", "name: a\nuse: {a: b}\ncount: x\n", []string{`f.yaml:2:6: use: expected one of intended, improper, foreseeable_misuse, found a mapping`, `f.yaml:3:8: count: expected a whole number, found the text "x"`}},
		"wrong level":               {"", "name: a\nlevel: fatall\n", []string{`f.yaml:2:8: level: unknown word "fatall"; did you mean fatal?`}},
		"wrong fact":                {"", "name: a\nfact: used\n", []string{`f.yaml:2:7: fact: "used" is not of the form state(subject), e.g. used(heater)`}},
		"fact as a list":            {"", "name: a\nfact: [used(a)]\n", []string{`f.yaml:2:7: fact: expected text, found a list`}},
		"wrong cause":               {"", "name: a\ncause: used\n", []string{`f.yaml:2:8: cause: "used" is not of the form state(subject), e.g. used(heater)`}},
		"deep wrong cause":          {"", "name: a\ncause:\n  any:\n    - used(a)\n    - all: [used(b), 3]\n", []string{`f.yaml:5:22: cause.any[1].all[1]: expected text, or a mapping with id, name, fact, any, all, ruled_out, found the number 3`}},
		"wrong text":                {"", "name: a\ntitle: [a]\n", []string{`f.yaml:2:8: title: expected text, or a mapping with ja, en, found a list`}},
		"text in no language":       {"", "name: a\ntitle: {jp: あ}\n", []string{`f.yaml:2:9: title.jp: unknown key "jp"; did you mean ja?`}},
		"text for a list":           {"", "name: a\nwords: b\n", []string{`f.yaml:2:8: words: expected a list, found the text "b"; write [b]`}},
		"mapping for a list":        {"", "name: a\nbooks:\n  id: x\n", []string{`f.yaml:3:3: books: expected a list, found a mapping; begin each element with a hyphen`}},
		"list for a mapping":        {"", "name: a\ngrades: [a]\n", []string{`f.yaml:2:9: grades: expected a mapping, found a list`}},
		"elements":                  {"", "name: a\nbooks:\n  - id: x\n  - pages: 3\n  - {id: z, pages: x}\n", []string{`f.yaml:4:5: books[1].id: key "id" is missing; add id: …`, `f.yaml:5:20: books[2].pages: expected a whole number, found the text "x"`}},
		"nested":                    {"", "name: a\nnested: {k: [{id: x}, {}]}\n", []string{`f.yaml:2:23: nested.k[1].id: key "id" is missing; add id: …`}},
		"empty text at a wrong one": {"", "name: [a]\n", []string{`f.yaml:1:7: name: expected text, found a list`}},
		"columns count characters":  {"", "name: ガス\ntitle: {ja: 給湯器, xx: 1}\n", []string{`f.yaml:2:18: title.xx: unknown key "xx"; known are ja, en`}},
		"long text is cut":          {"", "name: a\nuse: " + strings.Repeat("長", 70) + "\n", []string{`f.yaml:2:6: use: unknown word "` + strings.Repeat("長", 60) + `…"; write one of intended, improper, foreseeable_misuse`}},
		"merge key":                 {"", "name: a\nbooks:\n  - &b {id: x}\n  - {<<: *b, pages: 1}\n", []string{`f.yaml:4:5: books[1].id: key "id" is missing; add id: …`, `f.yaml:4:6: books[1].<<: unknown key "<<"; merge keys are not taken: write the keys out`}},
		"tag":                       {"", "name: !!str 5\n", []string{`f.yaml:1:7: name: the tag "!!str" is not taken; remove it; put text that looks like a number in quotes`}},
		"alias":                     {"", "name: &n x\nwords: [*n, *n]\n", nil},
		"wrong alias":               {"", "name: a\ngrades: {x: &m maybe}\nsound: *m\n", []string{`f.yaml:2:13: grades.x: unknown word "maybe"; write one of true, false, unknown`, `f.yaml:3:8: sound: unknown word "maybe"; write one of true, false, unknown`}},
		"alias in its anchor":       {"", "name: a\nwords: &w [a, *w]\n", []string{`f.yaml:2:15: words: the alias "w" stands inside its own anchor; write the value out`}},
		"unknown anchor":            {"", "name: *n\n", []string{`f.yaml:1:7: this is no YAML: unknown anchor 'n' referenced; set the anchor (&name) before its alias`}},
		"second document":           {"", "name: a\n---\nname: b\n", []string{`f.yaml:2:1: a second document begins here; write one document a file, without ---`}},
		"unclosed bracket":          {"", "name: a\nwords: [a, b\n", []string{`f.yaml:3:1: this is no YAML: did not find expected ',' or ']' while parsing a flow sequence that begins at line 2; close the bracket`}},
		"colon in text":             {"", "name: a: b\n", []string{`f.yaml:1:8: this is no YAML: mapping values are not allowed in this context; put text that contains ": " in quotes`}},
		"tab":                       {"", "name: a\nwords:\n\t- b\n", []string{`f.yaml:3:1: this is no YAML: found character that cannot start any token; indent with spaces, and put text that begins with @, ` + "`" + ` or % in quotes`}},
		"indentation":               {"", "name: a\nbooks:\n  - id: a\n pages: 1\n", []string{`f.yaml:4:2: this is no YAML: did not find expected key while parsing a block mapping that begins at line 1; indent the keys of one mapping alike`}},
		"unclosed quote":            {"", "name: 'a\n", []string{`f.yaml:2:1: this is no YAML: found unexpected end of stream while scanning a quoted scalar that begins at line 1; close the quote`}},
		"control character":         {"", "name: a\ncount: \x01\n", []string{`f.yaml:2:8: this is no YAML: control characters are not allowed (value: 1); remove it`}},
		"not UTF-8":                 {"", "name: a\ntitle: \x82\xa0\n", []string{`f.yaml:2:8: the file is not in UTF-8; save it in UTF-8`}},
		"byte order mark":           {"", "\ufeffname: a\n", nil},

		"JSON":                      {"f.json", `{"name": "a", "books": [{"id": "x"}]}`, nil},
		"JSON empty":                {"f.json", " \n", []string{`f.json:1:1: the file is empty; write the keys name`}},
		"JSON with byte order mark": {"f.json", "\ufeff{\"name\": \"a\"}", nil},
		"JSON places":               {"f.json", "{\n \"name\": \"ガス\", \"use\": \"x\",\n\t\"books\": [{}, {\"id\": 3}]\n}", []string{`f.json:2:23: use: unknown word "x"; write one of intended, improper, foreseeable_misuse`, `f.json:3:12: books[0].id: key "id" is missing; add id: …`, `f.json:3:23: books[1].id: expected text, found the number 3; put it in quotes: "3"`}},
		"JSON twice":                {"f.json", `{"name": "a", "name": "b"}`, []string{`f.json:1:15: name: key "name" is written twice; remove one; the first is at line 1`}},
		"JSON null":                 {"f.json", `{"name": null}`, []string{`f.json:1:10: name: there is no value; write one, or leave the key out`}},
		"JSON second value":         {"f.json", "{\"name\": \"a\"}\n{}", []string{`f.json:2:1: a second value begins here; write one value a file`}},
		"JSON syntax":               {"f.json", "{\"name\": \"a\",\n  x}", []string{`f.json:2:3: this is no JSON: invalid character 'x' at start of value`}},
		"JSON ends early":           {"f.json", "{\"nam\": \"a\",\n", []string{`f.json:2:1: this is no JSON: the file ends early`}},
		"JSON not UTF-8":            {"f.json", "{\"name\": \"\x82\"}", []string{`f.json:1:11: the file is not in UTF-8; save it in UTF-8`}},
	} {
		t.Run(name, func(t *testing.T) {
			if test.file == "" {
				test.file = "f.yaml"
			}
			var s shelf
			_, problems := strict.Decode(test.file, []byte(test.text), &s, strict.Limits{})
			if diff := cmp.Diff(test.want, lines(problems)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// lines writes problems as a user sees them.
func lines(problems models.Problems) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.String())
	}
	return out
}

func TestDecodeValues(t *testing.T) {
	const text = `name: a # with a comment
title: {ja: 棚}
count: -3
share: 0.25
open: true
sound: unknown
level: fatal
use: improper
fact: used(a)
cause:
  id: c
  any: [used(a), {all: [infected(b)]}]
words: [x, "5"]
books: &books
  - {id: b, source: inferred}
  -
    id: c
    pages: 7
grades: {x: true, y: false}
nested: {k: *books}
`
	share, level := 0.25, models.FatalDamage
	place := func(line, column int) models.Place { return models.Place{File: "f.yaml", Line: line, Column: column} }
	used := models.Fact{State: "used", Subject: "a"}
	books := []book{
		{Origin: models.Origin{At: place(15, 5), Source: "inferred"}, ID: "b"},
		{Origin: models.Origin{At: place(17, 5)}, ID: "c", Pages: 7},
	}
	want := shelf{
		At: place(1, 1), Name: "a", Title: models.Text{JA: "棚"}, Count: -3, Share: &share, Open: true,
		Level: &level, Use: models.ImproperUse, Fact: used,
		Cause: models.Cause{ID: "c", At: place(11, 3), Any: []models.Cause{
			{Fact: used, At: place(12, 9)},
			{All: []models.Cause{{Fact: models.Fact{State: "infected", Subject: "b"}, At: place(12, 25)}}, At: place(12, 18)},
		}},
		Words: []string{"x", "5"}, Books: books,
		Grades: map[string]models.Truth{"x": models.True, "y": models.False},
		Nested: map[string][]book{"k": books},
	}
	var got shelf
	if _, problems := strict.Decode("f.yaml", []byte(text), &got, strict.Limits{}); len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("value (-want +got):\n%s", diff)
	}
}

func TestSeveralFiles(t *testing.T) {
	var s shelf
	d := strict.NewDecoder(&s, strict.Limits{})
	d.Add("a.yaml", []byte("count: 1\nbooks:\n  - id: a\n"))
	d.Add("b.json", []byte(`{"name": "n", "books": [{"id": "b"}, {"id": "c"}]}`))
	d.Add("c.yaml", []byte("count: 2\nbooks: [{id: d}, {}]\n"))
	places, problems := d.Finish()
	want := []string{
		`c.yaml:1:1: count: key "count" is already set in a.yaml:1:1; set it in one file only`,
		`c.yaml:2:18: books[4].id: key "id" is missing; add id: …`,
	}
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	var ids []string
	for _, b := range s.Books {
		ids = append(ids, b.ID+" "+b.At.String())
	}
	wantIDs := []string{"a a.yaml:3:5", "b b.json:1:25", "c b.json:1:38", "d c.yaml:2:9", " c.yaml:2:18"}
	if diff := cmp.Diff(wantIDs, ids); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
	located := places.Locate(models.Problems{
		{Path: "books[0].id"}, {Path: "books[2].id"}, {Path: "books[3]"}, {Path: "books[3].pages"}, {Path: "name"},
		{Path: "books"}, {Path: "nested.x"}, {What: models.Messagef("no path")},
	})
	var got []string
	for _, p := range located {
		got = append(got, p.At.String())
	}
	wantPlaces := []string{"a.yaml:3:9", "b.json:1:45", "c.yaml:2:9", "c.yaml:2:9", "b.json:1:10", "a.yaml:3:3", "", ""}
	if diff := cmp.Diff(wantPlaces, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestLimits(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("name: a\nwords: [x]\nunknown:\n  l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 9 {
		fmt.Fprintf(&bomb, "  l%d: &l%d [*l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d, *l%d]\n", i+1, i+1, i, i, i, i, i, i, i, i, i, i)
	}
	for name, test := range map[string]struct {
		file, text string
		limits     strict.Limits
		want       string // the last problem
	}{
		"YAML size":                 {"f.yaml", "name: abc\n", strict.Limits{YAMLSize: 9}, `f.yaml: the file is larger than 9 bytes; split the model and include its parts`},
		"YAML fits":                 {"f.yaml", "name: abc\n", strict.Limits{YAMLSize: 10}, ""},
		"JSON size":                 {"f.json", `{"name":"a"}`, strict.Limits{JSONSize: 11}, `f.json: the file is larger than 11 bytes; split the model and include its parts`},
		"total size":                {"f.yaml", "name: abc\n", strict.Limits{TotalSize: 9}, `f.yaml: the files are together larger than 9 bytes; write a smaller model`},
		"YAML nodes":                {"f.yaml", "name: a\nwords:\n - a\n - b\n - c\n", strict.Limits{YAMLNodes: 7}, `f.yaml: there are more than 7 values and keys; write a smaller model`},
		"YAML nodes behind aliases": {"f.yaml", "name: a\nbooks: &b [{id: x}, {id: y}]\nnested: {k: *b, l: *b}\n", strict.Limits{YAMLNodes: 20}, `f.yaml:2:26: nested.k[1].id: there are more than 20 values and keys; write a smaller model`},
		"JSON nodes":                {"f.json", `{"name":"a","words":["a","b","c"]}`, strict.Limits{JSONNodes: 7}, `f.json:1:30: words: there are more than 7 values and keys; write a smaller model`},
		"JSON fits":                 {"f.json", `{"name":"a","words":["a","b","c"]}`, strict.Limits{JSONNodes: 8}, ""},
		"aliases":                   {"f.yaml", "name: &n a\nwords: [*n, *n, *n]\n", strict.Limits{Expanded: 2}, `f.yaml:2:17: words: aliases bring more than 2 values and keys; write the values out`},
		"billion laughs":            {"f.yaml", bomb.String(), strict.Limits{}, `f.yaml:4:21: aliases bring more than 1000000 values and keys; write the values out`},
		"YAML depth":                {"f.yaml", "name: a\nnested: {k: [{id: a}]}\n", strict.Limits{Depth: 3}, `f.yaml:2:14: nested.k: exceeded max depth of 3; nest less`},
		"YAML depth in the parser":  {"f.yaml", "name: a\nwords: " + strings.Repeat("[", 100000), strict.Limits{}, `f.yaml:2:108: exceeded max depth of 100; nest less`},
		"YAML blocks too deep":      {"f.yaml", blocks(5000), strict.Limits{}, `f.yaml:101:102: exceeded max depth of 100; nest less`},
		"JSON depth":                {"f.json", `{"name":"a","nested":{"k":[{"id":"a"}]}}`, strict.Limits{Depth: 3}, `f.json:1:28: nested.k: exceeded max depth of 3; nest less`},
		"JSON much too deep":        {"f.json", `{"name":"a","words":` + strings.Repeat("[", 100000), strict.Limits{}, `f.json:1:120: words[0]: exceeded max depth of 100; nest less`},
		"YAML scalar":               {"f.yaml", "name: abcd\n", strict.Limits{Scalar: 3}, `f.yaml:1:1: a text is longer than 3 bytes; shorten it`},
		"JSON scalar":               {"f.json", `{"name":"abcde"}`, strict.Limits{Scalar: 4}, `f.json:1:9: name: a text is longer than 4 bytes; shorten it`},
		"problems":                  {"f.yaml", "name: a\na: 1\nb: 1\nc: 1\nd: 1\n", strict.Limits{Problems: 3}, `f.yaml:4:1: reading ends here: there are 3 problems; mend these first; more may follow`},
	} {
		t.Run(name, func(t *testing.T) {
			var s shelf
			_, problems := strict.Decode(test.file, []byte(test.text), &s, test.limits)
			got := ""
			for _, p := range problems {
				got = p.String()
			}
			if name == "problems" {
				for _, p := range problems {
					if strings.HasPrefix(p.What.String(), "reading ends") {
						got = p.String()
					}
				}
				if len(problems) != 4 {
					t.Errorf("%d problems, want 3 and the end", len(problems))
				}
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// blocks nests mappings by indentation.
func blocks(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
