package typeset

import (
	"unicode"
	"unicode/utf8"
)

// script is what a character is to the search for phrases.
type script uint8

const (
	other script = iota // punctuation, symbols, spaces: a line may end after them
	hiragana
	katakana
	kanji
	letter // of any other script, and digits
)

func scriptOf(r rune) script {
	switch {
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r), r == 'ー':
		return katakana
	case unicode.Is(unicode.Han, r), r == '々', r == '〆':
		return kanji
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return letter
	default:
		return other
	}
}

// phrases joins segments that read badly when a line ends between them. Japanese is written without spaces, and the line
// breaking algorithm allows an end within a word (給/湯器). A phrase there mostly begins with a word in kanji, katakana or Latin letters and
// ends with particles in hiragana, which a change of script shows well enough without a dictionary.
func phrases(segments []string) [][]string {
	var phrases [][]string
	for i, segment := range segments {
		if i == 0 || parts(segments[i-1], segment) {
			phrases = append(phrases, nil)
		}
		last := len(phrases) - 1
		phrases[last] = append(phrases[last], segment)
	}
	return phrases
}

// parts tells whether a line may well end between two segments.
func parts(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	a, b := scriptOf(last), scriptOf(first)
	switch {
	case a == other || b == other:
		return true
	case b == hiragana, a == letter:
		return false
	default:
		return a != b
	}
}
