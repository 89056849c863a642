package content

import "slices"

func (Table) block() {}

// Table is a table with a head.
type Table struct {
	ID      string // stable name, e.g. threats
	No      int
	Caption string
	Columns []Column
	Rows    []Row
}

// Column is a column of a table.
type Column struct {
	Title  string
	Weight int  // share of the width, relative to the other columns
	Centre bool // short marks and numbers
	Head   bool // its cells name the row
}

// Row is a row of a table: one cell for each column.
type Row []Cell

// Cell is what stands in one column of a row.
type Cell struct {
	Lines   []Line
	Bullets bool // its lines are points of a list
	Span    int  // rows that it spans; 1 for most, 0 where a cell above spans this place
}

// CellOf makes a cell of lines.
func CellOf(lines ...Line) Cell { return Cell{Lines: lines, Span: 1} }

// Points makes a cell that lists points.
func Points(lines []Line) Cell { return Cell{Lines: lines, Span: 1, Bullets: len(lines) > 0} }

// Merge joins cells of a column that stand one below the other and say the same, as long as the cells of column within
// (if that is not negative) are joined as well. Cells for which apart holds stay single; nil: none does.
func (t *Table) Merge(column, within int, apart func(Cell) bool) {
	first := -1
	for i := range t.Rows {
		c := &t.Rows[i][column]
		joins := first >= 0 && (apart == nil || !apart(*c)) && SameCell(t.Rows[first][column], *c) &&
			(within < 0 || t.Rows[i][within].Span == 0)
		if !joins {
			first = i
			continue
		}
		t.Rows[first][column].Span++
		c.Span = 0
	}
}

// SameCell tells whether two cells read and look the same.
func SameCell(a, b Cell) bool {
	return a.Bullets == b.Bullets && slices.EqualFunc(a.Lines, b.Lines, Line.Equal)
}
