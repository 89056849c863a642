package terminal

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/render/content"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain, 給湯器, é, 👩‍🔧\n\tindented":     "plain, 給湯器, é, 👩‍🔧\n\tindented",
		"a\x1b[2J\x1b]52;c;eA==\x07b":        `a\x1b[2J\x1b]52;c;eA==\x07b`,
		"one\r\ntwo\rthree":                  `one\x0d` + "\n" + `two\x0dthree`,
		"\x00\b\x7f":                         `\x00\x08\u007f`,
		"\u009b31m\u0085":                    `\u009b31m\u0085`,
		"\u202eevil\u202c\u2066\u200f\u061c": `\u202eevil\u202c\u2066\u200f\u061c`,
		"\u2028\ufeff\ufffe":                 `\u2028\ufeff\ufffe`,
		"\U000e0041":                         `\udb40\udc41`,
		"bad\xff\xe7\xb5":                    `bad\xff\xe7\xb5`,
		"true \ufffd":                        "true \ufffd",
	} {
		if got := visible(text); got != want {
			t.Errorf("visible(%q) = %q, want %q", text, got, want)
		}
	}
	if got := VisibleLine("a\n\tb\x1b"); got != `a\n\tb\x1b` {
		t.Errorf("in one line: %q", got)
	}
}

// hostileText generates what nobody should be sent, among what everybody may be.
func hostileText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"\x1b[2J", "\x1b[0m", "\x1b[1m", "\x1b[1;1073741824m", "\x1b", "\x1b[", "\x1b]0;t\x07", "\u009b", "\u202e", "\r", "\x00", "\x7f", "\xff", "\xe7\xb5", "\U000e0041", "\u2028",
		}),
		rapid.String(), rapid.StringMatching(`[ -~]{0,100}`), rapid.SampledFrom([]string{"給湯器", "\n", "\t"}),
	)
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "") })
}

// forbiddenIn returns the first thing in a text that nobody should be sent; empty where there is none.
func forbiddenIn(text string) string {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		wrong := r == utf8.RuneError && size == 1 || r != '\n' && r != '\t' && content.Forbidden(r) || r == '\u2028' || r == '\u2029'
		if wrong {
			return text[i : i+size]
		}
		i += size
	}
	return ""
}

// Whatever the text and however it comes in pieces, the same is sent, and nothing that nobody should be sent. What needs no
// escape is sent as it is.
func TestVisibleWriter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostileText().Draw(t, "text")
		var sent bytes.Buffer
		w := VisibleWriter(&sent, NewSeal())
		for rest := text; rest != ""; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			if _, err := w.Write([]byte(rest[:n])); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if sent.String() != visible(text) {
			t.Fatalf("in pieces %q, at once %q", sent.String(), visible(text))
		}
		if wrong := forbiddenIn(sent.String()); wrong != "" {
			t.Fatalf("%q is sent in %q", wrong, sent.String())
		}
		if forbiddenIn(text) == "" && sent.String() != text {
			t.Fatalf("%q is sent as %q", text, sent.String())
		}
	})
}

// JSON says the same before and after.
func TestVisibleJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(hostileText().Draw(t, "text"), "?")
		body, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var again string
		if err := json.Unmarshal([]byte(visible(string(body))), &again); err != nil || again != text {
			t.Fatalf("%q becomes %q, %v", text, again, err)
		}
	})
}

// Of escape sequences those pass that the screen made, also where a table breaks what they are around; no name can make one,
// nor end one.
func TestOwnStylesPass(t *testing.T) {
	s := Screen{colour: true, Width: 30, seal: NewSeal()}
	send := func(print func(w *bytes.Buffer)) string {
		var text, sent bytes.Buffer
		print(&text)
		w := VisibleWriter(&sent, s.seal)
		if _, err := w.Write(text.Bytes()); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return sent.String()
	}
	got := send(func(w *bytes.Buffer) {
		w.WriteString(s.Strong("a\x1b[0mb\x1b[5m") + "\x1b[0m" + s.paint("c", red) + "\x1b[1mx")
	})
	if want := "\x1b[1ma\\x1b[0mb\\x1b[5m\x1b[0m\\x1b[0m\x1b[1;31mc\x1b[0m\\x1b[1mx"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	got = send(func(w *bytes.Buffer) {
		if err := PrintTable(w, s, []string{"one", "a header that is much wider than what there is of a screen"}, [][]string{{"\x1b[31mred", "\x1b[2J"}}); err != nil {
			t.Fatal(err)
		}
	})
	plain := strings.NewReplacer("\x1b[2m", "", "\x1b[0m", "").Replace(got)
	if forbiddenIn(plain) != "" || strings.Contains(plain, s.seal) || !strings.Contains(got, "\x1b[2m") {
		t.Errorf("a table is sent as %q", got)
	}
}

// FuzzVisible looks for a text that reaches a person as something that nobody should be sent.
func FuzzVisible(f *testing.F) {
	f.Add("a\x1b[2J\u202e")
	f.Add("\x1b[1;1073741824mx\x1b[0m")
	f.Fuzz(func(t *testing.T, text string) {
		if wrong := forbiddenIn(visible(text)); wrong != "" {
			t.Errorf("%q is sent of %q", wrong, text)
		}
	})
}
