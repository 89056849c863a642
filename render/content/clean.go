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
	if clean(s) {
		return s
	}
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
		if Forbidden(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// clean tells whether Clean has nothing to do, as with nearly every text.
func clean(s string) bool {
	space := false
	for _, r := range s {
		switch {
		case r == ' ' && !space:
			space = true
			continue
		case r > ' ' && r <= '~', r >= '\u3000' && r <= '\u9fff': // ASCII, Japanese marks, kana and kanji
		case r == utf8.RuneError, unicode.IsSpace(r), Forbidden(r):
			return false
		}
		space = false
	}
	return true
}

// Forbidden tells whether no text that people read should hold r: a control character, one that changes the order in which
// a line is read, or one that is no character or is never seen.
func Forbidden(r rune) bool {
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
