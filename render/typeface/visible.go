package typeface

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Missing is the mark that stands for a character which the typeface lacks: the geta mark of Japanese printers.
const Missing = '〓'

// Lacking returns the characters of a text for which Visible puts Missing, each once, in the order of the text.
func Lacking(text string) []rune {
	var out []rune
	for _, r := range text {
		if r >= utf8.RuneSelf && visible(r) == Missing && r != Missing && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// Visible makes text fit to be set in the typeface: a character that it lacks becomes Missing, and format characters, which show
// nothing, go, as do variation selectors.
func Visible(text string) string { return strings.Map(visible, text) }

// visible is what is set for a character; -1: nothing.
func visible(r rune) rune {
	switch {
	case regular.Has(r):
		return r
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return -1
	}
	return Missing
}
