package pptx

import (
	"slices"

	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// grid is a table of a slide: its columns have widths, its rows heights, in points.
type grid struct {
	columns []content.Column
	widths  []float64
	rows    []content.Row
	heights []float64
	head    float64 // height of the head
	size    float64 // of the letters
}

// The room between the text of a cell and its border, in points.
const (
	sideMargin = 4.0
	edgeMargin = 2.5
)

// widths shares a width among the columns of a table.
func widths(columns []content.Column, rows []content.Row, width, size float64) []float64 {
	t := content.Table{Columns: columns, Rows: rows}
	return t.Widths(width, size, 2*sideMargin+1)
}

// measure lays rows of a table out in columns of widths.
func measure(columns []content.Column, rows []content.Row, widths []float64, size float64) *grid {
	g := &grid{columns: columns, rows: rows, widths: widths, size: size}
	for i, c := range columns {
		title := paragraph{line: plain(c.Title), size: size, bold: true}
		g.head = max(g.head, title.height(g.widths[i]-2*sideMargin)+2*edgeMargin)
	}
	g.heights = make([]float64, len(rows))
	for i := range rows {
		for j := range rows[i] {
			if rows[i][j].Span == 1 {
				g.heights[i] = max(g.heights[i], g.cellHeight(rows[i][j], j))
			}
		}
		g.heights[i] = max(g.heights[i], lead*size+2*edgeMargin)
	}
	g.stretch()
	return g
}

// stretch makes the last row of a merged cell higher where the rows that it spans hold less than its text.
func (g *grid) stretch() {
	for i := range g.rows {
		for j, c := range g.rows[i] {
			if c.Span < 2 {
				continue
			}
			last := min(i+c.Span, len(g.rows)) - 1
			sum := 0.0
			for k := i; k <= last; k++ {
				sum += g.heights[k]
			}
			g.heights[last] += max(0, g.cellHeight(c, j)-sum)
		}
	}
}

func (g *grid) cellHeight(c content.Cell, column int) float64 {
	return heightOf(g.paragraphs(c, column), g.widths[column]-2*sideMargin) + 2*edgeMargin
}

func (g *grid) paragraphs(c content.Cell, column int) []paragraph {
	var out []paragraph
	for _, l := range c.Lines {
		out = append(out, paragraph{line: l, size: g.size, bullet: c.Bullets, centre: g.columns[column].Centre})
	}
	return out
}

// pages divides a table into parts that are no higher than a page each, with their heads: the first may be given less
// room than the others. A row that is higher than a page goes on in further rows.
func pages(columns []content.Column, rows []content.Row, width, size, first, other float64) []*grid {
	widths := widths(columns, rows, width, size)
	rows = divideRows(columns, rows, widths, size, min(first, other))
	whole := measure(columns, rows, widths, size)
	var out []*grid
	start, room, used := 0, first, whole.head
	for i := range rows {
		if used+whole.heights[i] > room && i > start {
			out = append(out, measure(columns, part(rows, start, i), widths, size))
			start, room, used = i, other, whole.head
		}
		used += whole.heights[i]
	}
	return append(out, measure(columns, part(rows, start, len(rows)), widths, size))
}

// part is rows from one to before another; cells that begin above are repeated, and none reaches below.
func part(rows []content.Row, from, to int) []content.Row {
	var out []content.Row
	for i := from; i < to; i++ {
		row := slices.Clone(rows[i])
		for j := range row {
			switch {
			case row[j].Span == 0 && i == from:
				origin := i
				for origin > 0 && rows[origin][j].Span == 0 {
					origin--
				}
				row[j] = rows[origin][j]
				row[j].Span = min(max(row[j].Span-(i-origin), 1), to-i)
			case row[j].Span > 1:
				row[j].Span = min(row[j].Span, to-i)
			}
		}
		out = append(out, row)
	}
	return out
}

// divideRows cuts the rows that are higher than a page into rows of which each fits one. In a table that has such rows no
// cells are merged.
func divideRows(columns []content.Column, rows []content.Row, widths []float64, size, page float64) []content.Row {
	g := measure(columns, rows, widths, size)
	room := page - g.head
	if len(rows) == 0 || slices.Max(g.heights) <= room {
		return rows
	}
	rows = unmerged(rows)
	g = measure(columns, rows, widths, size)
	lines := max(int((room-2*edgeMargin)/(lead*size))-2, 1)
	var out []content.Row
	for i := range rows {
		if g.heights[i] <= room {
			out = append(out, rows[i])
			continue
		}
		out = append(out, g.divideRow(rows[i], lines)...)
	}
	return out
}

// unmerged is rows in which each cell stands alone; those that a cell above spans say the same as it.
func unmerged(rows []content.Row) []content.Row {
	out := make([]content.Row, len(rows))
	for i := range rows {
		out[i] = slices.Clone(rows[i])
		for j := range out[i] {
			if out[i][j].Span == 0 && i > 0 {
				out[i][j] = out[i-1][j]
			}
			out[i][j].Span = 1
		}
	}
	return out
}

// divideRow cuts the texts of a row after a number of lines, as often as it takes.
func (g *grid) divideRow(row content.Row, lines int) []content.Row {
	var out []content.Row
	for left := true; left; {
		left = false
		now := make(content.Row, len(row))
		for j := range row {
			now[j], row[j] = g.divideCell(row[j], j, lines)
			left = left || len(row[j].Lines) > 0
		}
		out = append(out, now)
	}
	return out
}

// divideCell parts a cell so that its first part takes no more than a number of lines.
func (g *grid) divideCell(c content.Cell, column, lines int) (head, rest content.Cell) {
	font := typeset.Font{Size: g.size}
	width := g.widths[column] - 2*sideMargin
	if c.Bullets {
		width -= hanging * g.size
	}
	head, rest = c, c
	head.Lines, rest.Lines = nil, nil
	for i, l := range c.Lines {
		takes := max(len(font.Wrap(l.String(), width)), 1)
		if takes > lines {
			if lines > 0 {
				first, second := cut(l, font, width, lines)
				head.Lines = append(head.Lines, first)
				l = second
			}
			rest.Lines = append(rest.Lines, l)
			rest.Lines = append(rest.Lines, c.Lines[i+1:]...)
			return head, rest
		}
		head.Lines = append(head.Lines, l)
		lines -= takes
	}
	return head, rest
}
