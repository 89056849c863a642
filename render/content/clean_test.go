package content_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/rendertest"
	"pgregory.net/rapid"
)

// TestClean: what Clean gives is valid, on one line, without forbidden characters, and stays as it is when cleaned again.
func TestClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }), rapid.SampledFrom(rendertest.HostileTexts())).Draw(t, "text")
		got := content.Clean(s)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\n\r\t\x00\u202e\u2028") || strings.Contains(got, "  ") {
			t.Fatalf("%q becomes %q", s, got)
		}
		if again := content.Clean(got); again != got {
			t.Fatalf("%q becomes %q, then %q", s, got, again)
		}
	})
	if got := content.Clean(" 第1の観点\n（例）  "); got != " 第1の観点 （例） " {
		t.Errorf("%q", got)
	}
}
