package content

import (
	"slices"
	"testing"
)

// TestMerge: equal cells join, within the joins of another column, and nil where they are to stay apart.
func TestMerge(t *testing.T) {
	rows := func(cells ...string) Table {
		var table Table
		for i := 0; i+1 < len(cells); i += 2 {
			table.Rows = append(table.Rows, Row{CellOf(Raw(cells[i])), CellOf(Raw(cells[i+1]))})
		}
		return table
	}
	spans := func(t Table, column int) []int {
		var out []int
		for _, r := range t.Rows {
			out = append(out, r[column].Span)
		}
		return out
	}
	table := rows("a", "x", "a", "x", "b", "x", "b", "-", "b", "-")
	table.Merge(0, -1, nil)
	table.Merge(1, 0, func(c Cell) bool { return c.Lines[0].String() == "-" })
	if got := spans(table, 0); !slices.Equal(got, []int{2, 0, 3, 0, 0}) {
		t.Errorf("first column spans %v", got)
	}
	if got := spans(table, 1); !slices.Equal(got, []int{2, 0, 1, 1, 1}) {
		t.Errorf("second column spans %v", got)
	}
}
