package models

import "strings"

// Nearest returns the word of known that somebody who wrote the given word most likely meant, or "" where none is
// near: the first of least edit distance (insertions, deletions, replacements and swaps of neighbouring bytes:
// optimal string alignment), if that is at most a third of the word's length (and at least one is always allowed),
// else the first known word that contains it, or is contained in it, as a part between hyphens or underscores
// (zones: trust_zones). Known words are in lower case; the word need not be.
func Nearest(word string, known []string) string {
	word = strings.ToLower(word)
	limit := max(1, len(word)/3)
	best, found := limit+1, ""
	for _, k := range known {
		if d := distanceWithin(word, k, best-1); d < best {
			best, found = d, k
		}
	}
	if found != "" {
		return found
	}
	for _, k := range known {
		if partOf(word, k) || partOf(k, word) {
			return k
		}
	}
	return ""
}

// Meant returns the remedy for a wrong word: the nearest of the known ones, else all of them, as far as they are few.
func Meant(word string, known []string) Message {
	near := Nearest(word, known)
	switch {
	case near != "":
		return Messagef("did you mean %s?", near)
	case len(known) == 0:
		return Messagef("there are none yet")
	case len(known) == 1:
		return Messagef("write %s", known[0])
	}
	return Messagef("write one of %s", Shown(known))
}

// distanceWithin returns the edit distance of a and b, or limit+1 where it is larger than limit.
func distanceWithin(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	if a == b {
		return 0
	}
	width := len(b) + 1
	var fixed [3 * (MaxIDLength + 1)]int
	cells := fixed[:]
	if 3*width > len(cells) {
		cells = make([]int, 3*width)
	}
	older, old, row := cells[:width], cells[width:2*width], cells[2*width:3*width]
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		older, old, row = old, row, older
		row[0] = i + 1
		least := row[0]
		for j := range len(b) {
			row[j+1] = old[j]
			if a[i] != b[j] {
				row[j+1] = 1 + min(old[j], old[j+1], row[j])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], older[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(row[len(b)], limit+1)
}

// partOf tells whether part is a whole part of word between hyphens or underscores.
func partOf(part, word string) bool {
	if len(part) < 3 {
		return false
	}
	for _, p := range strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '_' }) {
		if p == part {
			return true
		}
	}
	return false
}
