package xlsx

import (
	"math"
	"strings"

	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// shape is how wide columns and how high rows are. Spreadsheets make room for text neither in merged cells nor before
// a file is opened.
type shape struct {
	widths  []float64 // in digits of the normal style
	title   float64   // in points
	head    float64   // in points
	heights []float64 // in points
	ends    []int     // the rows before which a printed page ends
}

const (
	sheetWidth = 150.0 // of all columns, in digits: what A4 landscape shows in small but legible type
	narrowest  = 7.0
	tallest    = 409.0 // that a row can be

	titleHeight = 20.0 // of a line of a title, in points
	titleSize   = 1.5  // of the letters of a title, which are bold, to those of the table
)

// letter measures text in digits: a full-width character is not quite as wide as two of them.
var letter = typeset.Font{Size: 1.85}

// shape gives each column its share of the sheet, and no more than its text needs.
func (s *sheet) shape() shape {
	total := 0
	for _, c := range s.columns {
		total += c.Weight
	}
	out := shape{head: s.face.line * 1.3, heights: make([]float64, len(s.rows))}
	for j, c := range s.columns {
		width := math.Max(narrowest, sheetWidth*float64(c.Weight)/float64(max(total, 1)))
		out.widths = append(out.widths, math.Min(width, s.natural(j)))
		out.head = math.Max(out.head, s.tall(c.Title, out.widths[j]-3))
	}
	if len(s.columns) == 0 {
		out.widths = []float64{sheetWidth / 2}
		out.head = s.tall(s.remark, sheetWidth/2)
	}
	out.title = math.Min(titleHeight*float64(linesOf(s.title, sum(out.widths)/titleSize-1))+6, tallest)
	s.paginate(&out)
	return out
}

func sum(widths []float64) float64 {
	total := 0.0
	for _, width := range widths {
		total += width
	}
	return total
}

// natural is the width at which no line of a column is broken.
func (s *sheet) natural(column int) float64 {
	const filterButton, rim = 3.0, 2.0
	widest := math.Max(narrowest, letter.Width(s.columns[column].Title)+filterButton+rim)
	for _, row := range s.rows {
		if column < len(row) {
			for _, line := range strings.Split(s.textOf(row[column]), "\n") {
				widest = math.Max(widest, letter.Width(line)+rim)
			}
		}
	}
	return widest
}

// tall is how high text in a column is.
func (s *sheet) tall(text string, width float64) float64 {
	lines := 0
	for _, line := range strings.Split(text, "\n") {
		lines += linesOf(line, math.Max(width-1, 2))
	}
	return float64(lines)*s.face.line + 4
}

// linesOf counts the lines that a spreadsheet breaks text into. It breaks words that are wider than the column.
func linesOf(text string, width float64) int {
	lines, used := 1, 0.0
	for _, segment := range typeset.Segments(text) {
		needed := letter.Width(strings.TrimRight(segment, " "))
		if used > 0 && used+needed > width {
			lines, used = lines+1, 0
		}
		if needed > width {
			lines += int(math.Ceil(needed/width)) - 1
			used = math.Mod(needed, width)
			continue
		}
		used += letter.Width(segment)
	}
	return lines
}
