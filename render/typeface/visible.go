package typeface

import (
	"strings"
	"unicode"
)

// Missing is the mark that stands for a character which the typeface lacks: the geta mark of Japanese printers.
const Missing = '〓'

// Visible makes text fit to be set in the typeface: a character that it lacks becomes Missing, and format characters, which show
// nothing, go, as do variation selectors.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case regular.Has(r):
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return Missing
	}, text)
}
