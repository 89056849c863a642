package typeset

import (
	"unicode"

	"golang.org/x/text/width"
)

// Margin is by how much the width of European text is taken larger than the tables say, for fonts that are wider.
const Margin = 1.04

// Width is how wide text is in one line.
func (f Font) Width(text string) float64 {
	ems := 0.0
	for _, r := range text {
		ems += f.advance(r)
	}
	return ems * f.Size
}

const emoji = 0x1F000 // pictures of this plane are wider than an em

// advance is the width of a character in ems.
func (f Font) advance(r rune) float64 {
	switch {
	case r >= 0x20 && r <= 0x7e:
		return thousandths(f, asciiRegular[:], asciiBold[:], int(r-0x20))
	case r >= 0xa0 && r <= 0x17f:
		return thousandths(f, latinRegular[:], latinBold[:], int(r-0xa0))
	case japanese(r):
		return 1 // as the tables below say more slowly
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= emoji && r < 0x20000:
		return 1.4
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianHalfwidth:
		return 0.5
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 1
	default:
		return 0.75 * Margin // other scripts, rarely wider on average
	}
}

// japanese tells of ranges in which every character is an em wide: marks, hiragana, katakana, Han and full-width forms.
func japanese(r rune) bool {
	return r >= 0x3001 && r <= 0x3029 || r >= 0x3041 && r <= 0x3096 || r >= 0x30a1 && r <= 0x30ff ||
		r >= 0x4e00 && r <= 0x9fff || r >= 0xff01 && r <= 0xff60
}

func thousandths(f Font, regular, bold []uint16, index int) float64 {
	if f.Bold {
		return float64(bold[index]) / 1000 * Margin
	}
	return float64(regular[index]) / 1000 * Margin
}
