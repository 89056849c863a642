package load_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/strict"
)

func TestOpen(t *testing.T) {
	for name, test := range map[string]struct{ data, text, root, problems, remarks string }{
		"mapping":       {data: `{"a": 1}`, text: `{"a": 1}`},
		"BOM":           {data: "\ufeff{}", text: "{}"},
		"UTF-16":        {data: "\xff\xfea\x00\x42\x30", text: "aあ"},
		"UTF-16BE":      {data: "\xfe\xff\x00a\x30\x42", text: "aあ"},
		"unmarked":      {data: "a\x00b\x00", text: "ab"},
		"unmarked BE":   {data: "\x00a\x00b", text: "ab"},
		"no UTF-8":      {data: "a\nあ\xff\xfeb\xff", text: "a\nあ\ufffdb\ufffd", remarks: "f:2:2: the file is not in UTF-8 from here on; each byte that is no text is read as �"},
		"Shift_JIS":     {data: "a\n\x82\xa0", text: "a\nあ", remarks: "f:2:1: the file is not in UTF-8 from here on; it is read as Shift_JIS"},
		"Latin XML":     {data: "<?xml version='1.0' encoding='ISO-8859-1'?><b>\xe9</b>", text: "<?xml version='1.0' encoding='ISO-8859-1'?><b>é</b>", root: "b", remarks: "f:1:47: the file is not in UTF-8 from here on; it is read as ISO-8859-1"},
		"no such XML":   {data: "<?xml version='1.0' encoding='no'?><b>\xe9</b>", text: "<?xml version='1.0' encoding='no'?><b>\ufffd</b>", root: "b", remarks: "f:1:39: the file is not in UTF-8 from here on; each byte that is no text is read as �"},
		"JSON":          {data: "{\"a\": \"\x82\xa0\"}", text: "{\"a\": \"\ufffd\"}", remarks: "f:1:8: the file is not in UTF-8 from here on; each byte that is no text is read as �"},
		"XML":           {data: `<?xml version="1.0" encoding="latin1"?><a:b xmlns:a="urn:c"><d/>`, text: `<?xml version="1.0" encoding="latin1"?><a:b xmlns:a="urn:c"><d/>`, root: "urn:c b"},
		"no XML":        {data: "<a", text: "<a"},
		"empty":         {data: " \n", text: " \n", problems: "f: the file is empty; take one that says something"},
		"compressed":    {data: "\x1f\x8b\x08", problems: "f: the file is compressed (gzip); unpack it and take what is in it"},
		"packed":        {data: "PK\x03\x04", problems: "f: the file is compressed (ZIP); unpack it and take what is in it"},
		"large":         {data: strings.Repeat(" ", 101), problems: "f: the file is larger than 100 bytes; take a smaller file"},
		"a list in one": {data: `[{"a": 1}]`, text: `[{"a": 1}]`},
	} {
		t.Run(name, func(t *testing.T) {
			d, problems := load.Open("f", []byte(test.data), load.SupplementLimits{Limits: strict.Limits{JSONSize: 100}})
			got := []string{string(d.Text), strings.TrimSpace(d.Root.Space + " " + d.Root.Local), problems.Error(), d.Remarks.Error()}
			if diff := cmp.Diff([]string{test.text, test.root, test.problems, test.remarks}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A file in no format is told by its fault, where it has one, else by what could be read.
func TestUnrecognized(t *testing.T) {
	known := []load.Supplement{{Name: "a", Title: models.Foreign("letters"), Match: func(d *load.Document) bool { return d.Keys["a"] == `"A"` }}}
	for text, want := range map[string]string{
		`{"a": "A"}`:       "",
		`{"b": 1, "a": `:   "f:1:15: this is no JSON: the file ends early",
		`{"b": 1}`:         "f: the file is in no format that can be attached; known are a (letters)",
		`<b`:               "f:1:3: this is no XML: unexpected EOF",
		`b`:                "f: the file is in no format that can be attached; known are a (letters)",
		`{"a": "A", "b": `: "",
	} {
		d, _ := load.Open("f", []byte(text), load.SupplementLimits{})
		got := ""
		if _, is := load.Recognize(known, &d); !is {
			got = load.Unrecognized(known, &d).String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
