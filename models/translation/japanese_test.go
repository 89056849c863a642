package translation_test

import (
	"testing"

	"github.com/harmpath/harmpath/models/translation"
)

// What the catalog lacks stays as it is, in whole or where a library says it of something.
func TestJapanese(t *testing.T) {
	for english, want := range map[string]string{
		"":                     "",
		"nobody says this":     "nobody says this",
		"key %q is missing":    "キー %q がない",
		"purl is missing name": "名前がない",
	} {
		if got := translation.Japanese(english); got != want {
			t.Errorf("%q: got %q, want %q", english, got, want)
		}
	}
	for english, want := range map[string]string{
		"":                               "",
		"nobody: says this":              "nobody: says this",
		`invalid type "1"`:               `invalid type "1"`,
		"invalid qualifiers: empty":      "修飾子が正しくない: empty",
		"invalid XML name: 1":            "名前が正しくない: 1",
		"found unexpected end of stream": "ファイルが途中で終わっている",
	} {
		if got := translation.ForeignJapanese(english); got != want {
			t.Errorf("%q: got %q, want %q", english, got, want)
		}
	}
}
