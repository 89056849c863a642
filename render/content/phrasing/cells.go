package phrasing

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// None is a cell that says that there is nothing.
func (in Language) None() content.Cell { return content.CellOf(in.Quiet(words.None)) }

// LinesOr are lines, or one that says by the way that there are none.
func (in Language) LinesOr(lines []content.Line, none models.Text) []content.Line {
	if len(lines) == 0 {
		return []content.Line{in.Quiet(none)}
	}
	return lines
}

// LinesOrNone is a cell of lines, or one that says that there are none.
func (in Language) LinesOrNone(lines []content.Line) content.Cell {
	return content.CellOf(in.LinesOr(lines, words.None)...)
}

// OneOrNone is a cell of one line, or one that says that there is nothing.
func (in Language) OneOrNone(l content.Line) content.Cell {
	if len(l) == 0 {
		return in.None()
	}
	return content.CellOf(l)
}

// PointsOrNone is a cell that lists points, or one that says that there are none.
func (in Language) PointsOrNone(lines []content.Line) content.Cell {
	if len(lines) == 0 {
		return in.None()
	}
	return content.Points(lines)
}

// OrNotStated is a cell with a text, or one that says that the model lacks it.
func (in Language) OrNotStated(t models.Text) content.Cell {
	if t.Empty() {
		return content.CellOf(in.Quiet(words.NotStated))
	}
	return content.CellOf(in.Line(t))
}
