package content

import (
	"strings"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// Widths shares a width among the columns by their weights. No column is narrower than its longest word in letters of a
// size, with the room beside it, unless the words of all columns together are wider than the table.
func (t *Table) Widths(width, size, beside float64) []float64 {
	needs, sum := make([]float64, len(t.Columns)), 0.0
	for i := range t.Columns {
		needs[i] = t.longestWord(i, size) + beside
		sum += needs[i]
	}
	if sum > width {
		clear(needs)
	}
	return shares(width, t.Columns, needs)
}

// wholeTitle is how wide the title of a column may be, in ems, to be taken for one word: short ones look torn on two lines.
const wholeTitle = 6

// longestWord is the width of the widest word of a column, its title included.
func (t *Table) longestWord(column int, size float64) float64 {
	font := typeset.Font{Size: size, Bold: true}
	widest := font.Width(t.Columns[column].Title)
	if widest > wholeTitle*size {
		widest = font.WidestWord(t.Columns[column].Title)
	}
	for _, row := range t.Rows {
		if column >= len(row) {
			continue
		}
		room := 0.0
		if row[column].Bullets {
			room = size
		}
		for _, line := range row[column].Lines {
			for _, span := range line {
				font := typeset.Font{Size: size, Bold: span.Kind.heavy()}
				widest = max(widest, room+font.WidestWord(strings.TrimSpace(span.Text)))
			}
		}
	}
	return widest
}

// heavy tells whether a span is one that most formats set in bold letters.
func (k SpanKind) heavy() bool {
	return k == Strong || k == LowLevel || k == MiddleLevel || k == HighLevel
}

// shares gives each column its need or, where that is more, its share by weight of what the others leave.
func shares(width float64, columns []Column, needs []float64) []float64 {
	out, given := make([]float64, len(columns)), make([]bool, len(columns))
	for settled := false; !settled; {
		left, weights := width, 0
		for i, c := range columns {
			if given[i] {
				left -= out[i]
			} else {
				weights += max(c.Weight, 1)
			}
		}
		settled = true
		for i, c := range columns {
			if given[i] {
				continue
			}
			if out[i] = left * float64(max(c.Weight, 1)) / float64(weights); out[i] < needs[i] {
				out[i], given[i], settled = needs[i], true, false
			}
		}
	}
	return out
}
