package picture

import (
	"strings"
	"unicode/utf8"
)

// Escape makes text safe as XML character data and inside double or single quotes. Characters that XML 1.0 forbids (section
// 2.2: controls, surrogates, U+FFFE, U+FFFF) and bytes that are not UTF-8 are left out.
func Escape(text string) string {
	if !strings.ContainsFunc(text, special) {
		return text
	}
	var out strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		chunk := text[:size]
		text = text[size:]
		switch {
		case r == utf8.RuneError && size == 1, !allowed(r):
		case r == '&':
			out.WriteString("&amp;")
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '"':
			out.WriteString("&#34;")
		case r == '\'':
			out.WriteString("&#39;")
		default:
			out.WriteString(chunk)
		}
	}
	return out.String()
}

// special tells of characters that do not stand for themselves, or in whose place bytes may be that are no text.
func special(r rune) bool {
	return r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || r == utf8.RuneError || !allowed(r)
}

func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r < 0x7f || r >= 0xa0 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000
}

// Identifier makes an XML id from any words: letters, digits, hyphens, underscores and points of ASCII stay, anything else becomes its
// code, so that different words give different ids. The result starts with a letter where the first word does.
func Identifier(words ...string) string {
	const hex = "0123456789abcdef"
	var out strings.Builder
	for i, word := range words {
		if i > 0 {
			out.WriteByte('-')
		}
		for j := 0; j < len(word); j++ {
			c := word[j]
			switch {
			case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.':
				out.WriteByte(c)
			default:
				out.WriteByte('_')
				out.WriteByte(hex[c>>4])
				out.WriteByte(hex[c&15])
			}
		}
	}
	return out.String()
}
