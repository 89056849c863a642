package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text fit for a document: every kind of white space becomes a space, runs of it become one, and a
// character that no document should hold becomes the replacement character U+FFFD. These are control characters,
// directional marks that turn the text around them, invisible tags, characters that XML forbids, and bytes that are
// no UTF-8.
func Clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) && r != '\u3000' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
		}
		space = false
		if forbidden(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// forbidden tells whether no document should hold r.
func forbidden(r rune) bool {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\u061c':
		return true
	case r == '\ufeff', r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}
