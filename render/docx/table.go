package docx

import (
	"math"
	"strconv"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// dense is the number of columns above which a table is set in smaller type.
const dense = 5

// fills of cells; the head's is in the style of the table as well, for programs that look there.
const (
	headFill  = "1F4E79"
	nameFill  = "EEF3F8"
	chainLine = "1F4E79"
)

func (w *writer) table(t *content.Table) {
	w.caption("Caption", words.TableWord, tableSequence, t.No, t.Caption, false)
	small, size := "", 8.5
	if len(t.Columns) > dense {
		small, size = "Small", 7.5
	}
	widths := twips(t.Widths(float64(w.width)/20, size, cellRoom))
	w.openTable("HarmpathTable", widths, true)
	w.openRow(true)
	for i, c := range t.Columns {
		w.openCell(widths[i], "", headFill)
		w.cellParagraph("HarmpathHead"+small, c.Centre, content.Line{{Text: c.Title}})
		w.m.Close()
	}
	w.m.Close()
	for _, row := range t.Rows {
		w.row(t.Columns, widths, row, small)
	}
	w.m.Close()
	w.space()
}

// cellRoom is what the style of tables leaves on both sides of a cell's text together, with its border, in points.
const cellRoom = 9

// twips are widths in points as whole numbers of twentieths of them; the last column takes what rounding leaves.
func twips(points []float64) []int {
	out, sum, rest := make([]int, len(points)), 0.0, 0
	for i, p := range points {
		sum += p
		out[i] = int(math.Round(20*sum)) - rest
		rest += out[i]
	}
	return out
}

func (w *writer) row(columns []content.Column, widths []int, row content.Row, small string) {
	w.openRow(false)
	for i, c := range row {
		merge, fill := "", ""
		switch {
		case c.Span == 0:
			merge = "continue"
		case c.Span > 1:
			merge = "restart"
		}
		if columns[i].Head {
			fill = nameFill
		}
		w.openCell(widths[i], merge, fill)
		if c.Span == 0 {
			c.Lines = nil
		}
		w.cellLines(c.Lines, c.Bullets, columns[i].Centre, small)
		w.m.Close()
	}
	w.m.Close()
}

// cellLines writes the lines of a cell as paragraphs; a cell has one at least.
func (w *writer) cellLines(lines []content.Line, bullets, centre bool, small string) {
	style := "HarmpathCell" + small
	if bullets {
		style = "HarmpathCellBullet" + small
	}
	for _, l := range lines {
		w.cellParagraph(style, centre, l)
	}
	if len(lines) == 0 {
		w.cellParagraph("HarmpathCell"+small, false, nil)
	}
}

func (w *writer) cellParagraph(style string, centre bool, l content.Line) {
	w.m.Open("w:p")
	w.m.Open("w:pPr")
	w.m.Empty("w:pStyle", "w:val", w.look.style(style))
	if centre {
		w.m.Empty("w:jc", "w:val", "center")
	}
	w.m.Close()
	w.line(l)
	w.m.Close()
}

// fields writes names with their values as a table of two columns.
func (w *writer) fields(rows []content.Field) {
	if len(rows) == 0 {
		return
	}
	widths := share(w.width, []int{3, 7})
	w.openTable("HarmpathFields", widths, false)
	for _, row := range rows {
		w.openRow(false)
		w.openCell(widths[0], "", nameFill)
		w.cellParagraph("HarmpathCell", false, content.Line{{Text: row.Name, Kind: content.Strong}})
		w.m.Close()
		w.openCell(widths[1], "", "")
		w.cellLines(row.Values, false, false, "")
		w.m.Close()
		w.m.Close()
	}
	w.m.Close()
	w.space()
}

// chainLength is how many labels of a chain stand in a row.
const chainLength = 5

// chain writes labels in boxes with arrows between them.
func (w *writer) chain(labels []content.Line) {
	w.space()
	for start := 0; start < len(labels); start += chainLength {
		row := labels[start:min(start+chainLength, len(labels))]
		var weights []int
		for i := range row {
			if i > 0 {
				weights = append(weights, 2)
			}
			weights = append(weights, 8)
		}
		for i := len(row); i < chainLength; i++ {
			weights = append(weights, 10) // the row ends early, and its boxes are as wide as those of a full one
		}
		widths := share(w.width, weights)
		w.openTable("HarmpathChain", widths, false)
		w.openRow(false)
		for i := range widths {
			switch {
			case i >= 2*len(row)-1:
				w.openCell(widths[i], "", "")
				w.cellLines(nil, false, false, "")
			case i%2 == 1:
				w.openMiddle(widths[i])
				w.cellParagraph("HarmpathCell", true, content.Line{{Text: "→", Kind: content.Strong}})
			default:
				w.openBox(widths[i])
				w.cellParagraph("HarmpathCell", true, row[i/2])
			}
			w.m.Close()
		}
		w.m.Close()
		w.m.Close()
		w.space()
	}
}

// share divides a width among columns by their weights; the last takes what rounding leaves.
func share(width int, weights []int) []int {
	total := 0
	for _, weight := range weights {
		total += max(weight, 1)
	}
	out, left := make([]int, len(weights)), width
	for i, weight := range weights {
		out[i] = width * max(weight, 1) / total
		left -= out[i]
	}
	if len(out) > 0 {
		out[len(out)-1] += left
	}
	return out
}

func (w *writer) openTable(style string, widths []int, head bool) {
	firstRow := "0"
	if head {
		firstRow = "1"
	}
	total := 0
	for _, width := range widths {
		total += width
	}
	w.m.Open("w:tbl")
	w.m.Open("w:tblPr")
	w.m.Empty("w:tblStyle", "w:val", w.look.style(style))
	w.m.Empty("w:tblW", "w:w", strconv.Itoa(total), "w:type", "dxa")
	w.m.Empty("w:tblLayout", "w:type", "fixed")
	w.m.Empty("w:tblLook", "w:val", "0"+firstRow+"20", "w:firstRow", firstRow, "w:lastRow", "0", "w:firstColumn", "0",
		"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	w.m.Close()
	w.m.Open("w:tblGrid")
	for _, width := range widths {
		w.m.Empty("w:gridCol", "w:w", strconv.Itoa(width))
	}
	w.m.Close()
}

// openRow starts a row, which stays whole where it fits a page; a head is repeated on every page.
func (w *writer) openRow(head bool) {
	w.m.Open("w:tr")
	w.m.Open("w:trPr")
	w.m.Empty("w:cantSplit")
	if head {
		w.m.Empty("w:tblHeader")
	}
	w.m.Close()
}

// openCell starts a cell; merge says whether it begins or continues one that spans rows.
func (w *writer) openCell(width int, merge, fill string) {
	w.m.Open("w:tc")
	w.m.Open("w:tcPr")
	w.m.Empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if merge != "" {
		w.m.Empty("w:vMerge", "w:val", merge)
	}
	if fill != "" {
		w.m.Empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", fill)
	}
	w.m.Close()
}

// openMiddle starts a cell whose text stands in the middle of its height.
func (w *writer) openMiddle(width int) {
	w.m.Open("w:tc")
	w.m.Open("w:tcPr")
	w.m.Empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	w.m.Empty("w:vAlign", "w:val", "center")
	w.m.Close()
}

// openBox starts a cell with a border of its own.
func (w *writer) openBox(width int) {
	w.m.Open("w:tc")
	w.m.Open("w:tcPr")
	w.m.Empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	w.m.Open("w:tcBorders")
	for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		w.m.Empty(side, "w:val", "single", "w:sz", "8", "w:space", "0", "w:color", chainLine)
	}
	w.m.Close()
	w.m.Empty("w:vAlign", "w:val", "center")
	w.m.Close()
}
