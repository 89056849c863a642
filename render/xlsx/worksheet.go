package xlsx

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/ooxml"
)

// headRow is the row of the column titles; the title of the sheet stands above it.
const headRow = 2

// worksheet writes a sheet. Its elements stand in the order that the schema wants (ECMA-376, 18.3.1.99).
func (s *sheet) worksheet(caseTitle string, first bool) []byte {
	shape := s.shape()
	m := ooxml.NewMarkup()
	m.Open("worksheet", "xmlns", namespace, "xmlns:r", relations)
	m.Open("sheetPr")
	m.Empty("pageSetUpPr", "fitToPage", "1")
	m.Close()
	m.Empty("dimension", "ref", "A1:"+place(max(len(s.columns), 1), headRow+len(s.rows)))
	s.view(m, first)
	m.Empty("sheetFormatPr", "defaultRowHeight", "16")
	m.Open("cols")
	for i, width := range shape.widths {
		at := strconv.Itoa(i + 1)
		m.Empty("col", "min", at, "max", at, "width", strconv.FormatFloat(width, 'f', 1, 64), "customWidth", "1")
	}
	m.Close()
	s.data(m, shape)
	if len(s.columns) > 0 {
		m.Empty("autoFilter", "ref", place(1, headRow)+":"+place(len(s.columns), headRow+len(s.rows)))
	}
	s.merges(m, shape.ends)
	m.Empty("printOptions", "horizontalCentered", "1")
	m.Empty("pageMargins", "left", "0.4", "right", "0.4", "top", "0.7", "bottom", "0.6", "header", "0.3", "footer", "0.3")
	m.Empty("pageSetup", "paperSize", "9", "orientation", "landscape", "fitToWidth", "1", "fitToHeight", "0")
	m.Open("headerFooter")
	m.Leaf("oddHeader", "&L&9"+ampersands(caseTitle)+"&R&9&A")
	m.Leaf("oddFooter", "&C&9&P / &N")
	m.Close()
	ends(m, shape.ends)
	m.Close()
	return m.Bytes()
}

// ampersands doubles them: alone they begin a code in headers. A space before keeps digits from joining a code.
func ampersands(text string) string {
	const most = 60
	if letters := []rune(text); len(letters) > most {
		text = string(letters[:most]) + "…"
	}
	return " " + strings.ReplaceAll(text, "&", "&&")
}

// view freezes the head and the columns that name the rows.
func (s *sheet) view(m *ooxml.Markup, first bool) {
	selected := ""
	if first {
		selected = "1"
	}
	m.Open("sheetViews")
	m.Open("sheetView", "showGridLines", "0", "tabSelected", selected, "workbookViewId", "0")
	if len(s.columns) > 0 {
		heads := 0
		for heads < len(s.columns)-1 && s.columns[heads].Head {
			heads++
		}
		split, pane := "", "bottomLeft"
		if heads > 0 {
			split, pane = strconv.Itoa(heads), "bottomRight"
		}
		m.Empty("pane", "xSplit", split, "ySplit", strconv.Itoa(headRow), "topLeftCell", place(heads+1, headRow+1), "activePane", pane, "state", "frozen")
		m.Empty("selection", "pane", pane, "activeCell", place(heads+1, headRow+1), "sqref", place(heads+1, headRow+1))
	}
	m.Close()
	m.Close()
}

func (s *sheet) data(m *ooxml.Markup, shape shape) {
	m.Open("sheetData")
	m.Open("row", "r", "1", "ht", height(shape.title), "customHeight", "1")
	text(m, place(1, 1), s.title, titleStyle)
	m.Close()
	m.Open("row", "r", strconv.Itoa(headRow), "ht", height(shape.head), "customHeight", "1")
	if len(s.columns) == 0 {
		text(m, place(1, headRow), s.remark, bodyStyle)
	}
	for j, c := range s.columns {
		text(m, place(j+1, headRow), c.Title, headStyle)
	}
	m.Close()
	shown := make([]content.Cell, len(s.columns)) // the cell that stands in each column, be it from a row above
	for i, row := range s.rows {
		at := headRow + 1 + i
		m.Open("row", "r", strconv.Itoa(at), "ht", height(shape.heights[i]), "customHeight", "1")
		for j := range min(len(row), len(s.columns)) {
			if row[j].Span > 0 {
				shown[j] = row[j]
			}
			s.cell(m, place(j+1, at), j, shown[j])
		}
		m.Close()
	}
	m.Close()
}

// cell writes what stands in a column. Places that a cell above spans hold its text as well: a merged cell does not
// show it, and a filter finds the row.
func (s *sheet) cell(m *ooxml.Markup, at string, column int, c content.Cell) {
	style := bodyStyle
	switch {
	case s.columns[column].Head:
		style = nameStyle
	case s.columns[column].Centre:
		style = centreStyle
	}
	said := s.textOf(c)
	if s.columns[column].Centre && numeric(said) {
		m.Open("c", "r", at, "s", strconv.Itoa(style))
		m.Leaf("v", said)
		m.Close()
		return
	}
	text(m, at, said, style)
}

// numeric tells whether text is a plain decimal number, to be written as one.
func numeric(text string) bool {
	value, err := strconv.ParseFloat(text, 64)
	return err == nil && !math.IsNaN(value) && strconv.FormatFloat(value, 'f', -1, 64) == text
}

// text writes text as it is, never as a formula. Where it looks like one, its style tells the spreadsheet to keep it a text
// when somebody edits it.
func text(m *ooxml.Markup, at, said string, style int) {
	if strings.ContainsAny(said[:min(1, len(said))], "=+-@\t\r") {
		style += quotedStyles
	}
	if said == "" {
		m.Empty("c", "r", at, "s", strconv.Itoa(style))
		return
	}
	m.Open("c", "r", at, "s", strconv.Itoa(style), "t", "inlineStr")
	m.Open("is")
	m.Leaf("t", escapes(limited(said)), "xml:space", "preserve")
	m.Close()
	m.Close()
}

// limited cuts what no cell can hold: more than 32767 units of UTF-16.
func limited(text string) string {
	const most = 32767
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > most-1 {
			return text[:i] + "…"
		}
	}
	return text
}

// escapes keeps text such as _x0041_ from being read as an escaped character (ECMA-376, 22.9.2.19).
func escapes(text string) string {
	var out strings.Builder
	for i := range len(text) {
		if text[i] == '_' && i+7 <= len(text) && (text[i+1] == 'x' || text[i+1] == 'X') && text[i+6] == '_' && hex(text[i+2:i+6]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

func hex(digits string) bool {
	_, err := strconv.ParseUint(digits, 16, 16)
	return err == nil
}

// merges joins cells; those that go on over the end of a page are joined on each by themselves.
func (s *sheet) merges(m *ooxml.Markup, ends []int) {
	var areas []string
	if len(s.columns) > 1 {
		areas = append(areas, "A1:"+place(len(s.columns), 1))
	}
	for i, row := range s.rows {
		for j := range min(len(row), len(s.columns)) {
			span := min(row[j].Span, len(s.rows)-i)
			for first := i; first < i+span; {
				end := i + span
				if at, _ := slices.BinarySearch(ends, first+1); at < len(ends) {
					end = min(end, ends[at])
				}
				if end > first+1 {
					areas = append(areas, place(j+1, headRow+1+first)+":"+place(j+1, headRow+end))
				}
				first = end
			}
		}
	}
	if len(areas) == 0 {
		return
	}
	m.Open("mergeCells", "count", strconv.Itoa(len(areas)))
	for _, area := range areas {
		m.Empty("mergeCell", "ref", area)
	}
	m.Close()
}

// ends writes where pages end when the sheet is printed.
func ends(m *ooxml.Markup, rows []int) {
	if len(rows) == 0 {
		return
	}
	count := strconv.Itoa(len(rows))
	m.Open("rowBreaks", "count", count, "manualBreakCount", count)
	for _, row := range rows {
		m.Empty("brk", "id", strconv.Itoa(headRow+row), "max", "16383", "man", "1")
	}
	m.Close()
}

// textOf is the text of a cell, a line for each of its lines.
func (s *sheet) textOf(c content.Cell) string {
	lines := make([]string, len(c.Lines))
	for i, line := range c.Lines {
		var said strings.Builder
		for _, span := range line {
			if span.Kind == content.Mark {
				said.WriteString(" [" + span.Text + "]")
				continue
			}
			said.WriteString(span.Text)
		}
		lines[i] = said.String()
		if c.Bullets {
			lines[i] = s.face.bullet + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

func height(points float64) string { return strconv.FormatFloat(points, 'f', 1, 64) }
