package typeset

import (
	"strings"
	"unicode/utf8"
)

// wholeKatakana is how many letters a word in katakana may have to be taken for one that is not to be torn. Longer ones
// are compounds, which a line may end in.
const wholeKatakana = 9

// WidestWord is the width of the widest part of a text that no line should end in: between two of its letters no line ends
// (see Segments), or they are katakana of one word, in which the line breaking algorithm allows an end.
func (f Font) WidestWord(text string) float64 {
	widest, word, letters := 0.0, 0.0, 0
	before := other
	for _, segment := range segments(text) {
		shown := strings.TrimRight(segment, " ")
		width, count := f.Width(shown), utf8.RuneCountInString(shown)
		first, _ := utf8.DecodeRuneInString(shown)
		if before == katakana && scriptOf(first) == katakana && letters+count <= wholeKatakana {
			word, letters = word+width, letters+count
		} else {
			word, letters = width, count
		}
		widest = max(widest, word)
		last, _ := utf8.DecodeLastRuneInString(segment)
		before = scriptOf(last)
	}
	return widest
}
