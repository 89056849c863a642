package phrasing

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// Inferred puts the mark behind the name of an element that no source states.
func (in Language) Inferred(name content.Line, origin models.Origin) content.Line {
	if !origin.Inferred() {
		return name
	}
	return append(name, in.Span(content.Mark, words.InferredMark))
}

// Judged puts the mark behind a value that is its author's own judgement while the element is stated by a source; where
// the whole element is inferred, its name carries the mark already.
func (in Language) Judged(value content.Line, origin models.Origin, field string) content.Line {
	if origin.Inferred() || !origin.Infers(field) {
		return value
	}
	return append(slices.Clip(value), in.Span(content.Mark, words.InferredMark))
}

// JudgedCell puts the mark of Judged behind the last line of a cell that holds a value.
func (in Language) JudgedCell(c content.Cell, origin models.Origin, field string) content.Cell {
	if last := len(c.Lines) - 1; last >= 0 {
		c.Lines = slices.Clone(c.Lines)
		c.Lines[last] = in.Judged(c.Lines[last], origin, field)
	}
	return c
}
