package models

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Place is a position in a user's file. Line and Column count from 1; zero means unknown.
type Place struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// String writes file:line:column, leaving out what is unknown.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Compare orders places by file, line and column.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Problem is one thing wrong with an input file. It is the author's to mend; a failure of the world or of harmpath
// itself is an ordinary error.
type Problem struct {
	At     Place   `json:"at"`
	Path   string  `json:"path,omitempty"`  // path in the data, e.g. dataflows[2].to
	What   Message `json:"what"`            // what is wrong
	Remedy Message `json:"remedy,omitzero"` // what to write instead
}

// String writes the problem in English as compilers do: place: path: what; remedy.
func (p Problem) String() string { return p.In(English) }

// In writes the problem as compilers do, in a language: place: path: what; remedy.
func (p Problem) In(lang Lang) string {
	var b strings.Builder
	b.WriteString(p.At.String())
	if p.Path != "" {
		b.WriteString(": " + p.Path)
	}
	b.WriteString(": " + Joined(p.What, p.Remedy, lang))
	return b.String()
}

// Joined writes what is wrong and, where there is one, what to do about it: what; remedy.
func Joined(what, remedy Message, lang Lang) string {
	if remedy.IsZero() {
		return what.In(lang)
	}
	return what.In(lang) + between(lang) + remedy.In(lang)
}

// between is what stands between what is wrong and what to write instead.
func between(lang Lang) string {
	if lang == Japanese {
		return "。"
	}
	return "; "
}

// Equal tells whether two problems read the same.
func (p Problem) Equal(q Problem) bool {
	return p.At == q.At && p.Path == q.Path && p.What.Equal(q.What) && p.Remedy.Equal(q.Remedy)
}

// Problems is all that is wrong with an input, in the order of its files and lines. It is an error when not empty.
type Problems []Problem

// Error writes one problem a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Sort orders the problems by place, then by what they say, and drops repetitions.
func (ps Problems) Sort() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			a.At.Compare(b.At),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(a.What.String(), b.What.String()),
		)
	})
	return slices.CompactFunc(ps, Problem.Equal)
}

// Err returns the problems as an error, or nil where there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Refusal is the error of opening a file that a case names and that is not read whatever it holds: it lies outside the
// case's folder, or is no file. The author of the case is told of it as of any other problem.
type Refusal struct {
	What   Message // follows the file's name: leads out of the folder
	Remedy Message // what to do instead
}

func (r Refusal) Error() string { return r.What.String() + "; " + r.Remedy.String() }

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
