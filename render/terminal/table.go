package terminal

import (
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// PrintTable prints rows in columns that are aligned whatever the width of their glyphs, indented and without lines.
// Where the screen is too narrow the last column is wrapped.
func PrintTable(w io.Writer, s Screen, header []string, rows [][]string) error {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "  ", ""
	style.Format.Header = text.FormatDefault
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	if len(header) > 0 {
		t.AppendHeader(tableRow(header, func(cell string) string { return s.paint(cell, faint) }))
	}
	for _, row := range rows {
		t.AppendRow(tableRow(row, func(cell string) string { return cell }))
	}
	if columns := widest(header, rows); len(columns) > 0 {
		last := len(columns) - 1
		left := s.Width
		for _, width := range columns[:last] {
			left -= width + 2
		}
		t.SetColumnConfigs([]table.ColumnConfig{{Number: last + 1, WidthMax: max(left-2, 24), WidthMaxEnforcer: text.WrapSoft}})
	}
	_, err := io.WriteString(w, t.Render()+"\n")
	return err
}

func tableRow(cells []string, show func(string) string) table.Row {
	row := make(table.Row, len(cells))
	for i, cell := range cells {
		row[i] = show(cell)
	}
	return row
}

// widest returns the width of each column.
func widest(header []string, rows [][]string) []int {
	var out []int
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			if i == len(out) {
				out = append(out, 0)
			}
			for line := range strings.Lines(cell) {
				out[i] = max(out[i], text.StringWidthWithoutEscSequences(strings.TrimSuffix(line, "\n")))
			}
		}
	}
	return out
}
