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
	b.WriteString(": " + p.What.In(lang))
	if !p.Remedy.IsZero() {
		b.WriteString(between(lang) + p.Remedy.In(lang))
	}
	return b.String()
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
