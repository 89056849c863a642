package models_test

import (
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

func TestFileName(t *testing.T) {
	for word, want := range map[string]string{
		"water_heater": "water_heater", "attack-scald": "attack-scald", "com10": "com10", "console": "console",
		"con": "~63on", "nul": "~6eul", "aux": "~61ux", "lpt1": "~6cpt1", "com0": "~63om0",
		"": "~", ".": "~2e", "..": "~2e~2e", "../x": "~2e~2e~2fx", "nul.txt": "nul~2etxt", "a.": "a~2e", "a ": "a~20",
		"Pump": "~50ump", "~50ump": "~7e50ump", `<>:"|?*\`: "~3c~3e~3a~22~7c~3f~2a~5c", "給": "~e7~b5~a6",
	} {
		if got := models.FileName(word); got != want {
			t.Errorf("FileName(%q) = %q, want %q", word, got, want)
		}
	}
	if long := models.FileName(strings.Repeat("a", 1000)); len(long) > 180 || long == models.FileName(strings.Repeat("a", 1001)) {
		t.Errorf("a long word becomes %q", long)
	}
}

// Every name is fit everywhere, and no two words share one, whatever the file system makes of letters' cases.
func TestFileNameIsInjective(t *testing.T) {
	word := rapid.OneOf(
		rapid.String(), rapid.StringMatching(`(con|nul|Nul|aux|com[0-9]|lpt1|[Pp]ump)[. ~a-c]?`), rapid.StringMatching(`[~0-9a-fA-F]{0,6}`),
		rapid.StringMatching(`[a-b.]{190,210}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		first, second := models.FileName(a), models.FileName(b)
		if a != b && strings.EqualFold(first, second) {
			t.Fatalf("%q and %q are both %q", a, b, first)
		}
		if !filepath.IsLocal(first) || len(first) > 180 || strings.ContainsAny(first, `<>:"/\|?*. `) || strings.ToLower(first) != first {
			t.Fatalf("%q becomes %q", a, first)
		}
	})
}

// An identifier is a short word of small letters, digits, hyphens and underscores that begins with a letter.
func TestValidID(t *testing.T) {
	for word, want := range map[string]bool{
		"a": true, "water_heater": true, "a-1": true, strings.Repeat("a", models.MaxIDLength): true,
		"": false, "1a": false, "-a": false, "_a": false, "A": false, "aB": false, "a b": false, "a.b": false, "給": false, "a\x00": false, strings.Repeat("a", models.MaxIDLength+1): false,
	} {
		if got := models.ValidID(word); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
}
