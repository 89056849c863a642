package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// folded is a name without what tells only its writings apart: the width of letters (NFKC), their case, spaces, hyphens
// and middle dots, and the long mark at the end of a katakana word of three sounds or more.
func folded(name string) string {
	if isASCII(name) {
		return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(name, " ", ""), "-", ""))
	}
	out := cases.Fold().String(norm.NFKC.String(name))
	out = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isHyphen(r) || r == '・' {
			return -1
		}
		return r
	}, out)
	return shortVowels(out)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const longMark = 'ー'

// keptSounds is after how many characters of a katakana word a long mark may be left out: JIS Z 8301 left it out of words
// of three sounds or more, and writers still do.
const keptSounds = 3

// shortVowels leaves out the long marks that writers leave out. Those near the beginning of a word tell words apart
// (ビル, ビール).
func shortVowels(text string) string {
	var b strings.Builder
	run := 0
	for _, r := range text {
		if !isKatakana(r) {
			run = 0
		} else if r == longMark && run >= keptSounds {
			run++
			continue
		} else {
			run++
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isKatakana tells whether a character is written in a katakana word, in either width.
func isKatakana(r rune) bool {
	return r == longMark || r >= 'ァ' && r <= 'ヺ' || r >= 'ｦ' && r <= 'ﾟ'
}

// isHyphen tells whether a character joins the parts of a word.
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '－' }

// isLatin tells whether a character is a Latin letter, in either width.
func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }
