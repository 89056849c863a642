package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Glyphs finds the characters that pictures and documents with a typeface of their own cannot show. lacking returns those of a text that the
// typeface lacks. There is one finding for each element that has such characters.
func Glyphs(system *models.System, catalog *models.Catalog, lacking func(string) []rune) []models.Finding {
	r := report{system: system, catalog: catalog, kind: catalog.Finding("character-not-shown")}
	if r.kind == nil {
		return nil
	}
	var of *owner
	var lacks []rune
	tell := func() {
		if len(lacks) > 0 {
			r.add(of.at, of.subject, subject{hexadecimal(lacks), models.Plain(quotedRunes(lacks))})
		}
	}
	texts(system, func(w written) {
		if w.of != of {
			tell()
			of, lacks = w.of, nil
		}
		if isASCII(w.JA) && isASCII(w.EN) {
			return
		}
		both := []string{w.JA, w.EN}
		for _, text := range slices.Compact(both) {
			for _, c := range lacking(text) {
				if !slices.Contains(lacks, c) {
					lacks = append(lacks, c)
				}
			}
		}
	})
	tell()
	return r.out
}

// quotedRunes lists characters with their numbers.
func quotedRunes(list []rune) string {
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprintf("%c (U+%04X)", c, c))
	}
	return strings.Join(out, ", ")
}

// hexadecimal lists the numbers of characters.
func hexadecimal(list []rune) string {
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprintf("U+%04X", c))
	}
	return strings.Join(out, " ")
}
