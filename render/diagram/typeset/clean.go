package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes any text fit to be set in one line: control characters, line ends and runs of white space become one space, characters
// without a shape of their own that steer direction or hide (embeddings, overrides, isolates, byte order marks) and
// bytes that are not UTF-8 go. A text that holds right-to-left letters is wrapped in a directional isolate, so
// that it does not turn what stands beside it.
func Clean(text string) string {
	var out strings.Builder
	pendingSpace, rightToLeft := false, false
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		broken := r == utf8.RuneError && size == 1
		text = text[size:]
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			pendingSpace = true
			continue
		}
		if broken || steers(r) || unicode.In(r, unicode.Co, unicode.Cs) || r&0xfffe == 0xfffe {
			continue
		}
		if pendingSpace && out.Len() > 0 {
			out.WriteByte(' ')
		}
		pendingSpace = false
		rightToLeft = rightToLeft || rightToLeftLetter(r)
		out.WriteRune(r)
	}
	if !rightToLeft {
		return out.String()
	}
	return firstStrongIsolate + out.String() + popIsolate
}

const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// steers tells of format characters other than those that words of some scripts need (joiners, soft hyphens).
func steers(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' && r != '\u00ad'
}

// rightToLeftLetter covers the blocks of Hebrew, Arabic and their neighbours, as in the defaults of Unicode's bidirectional classes.
func rightToLeftLetter(r rune) bool {
	return r >= 0x0590 && r <= 0x08ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
