package plate

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// Column is a block of lines of text.
type Column struct {
	Font   typeset.Font
	Lines  []string
	Fill   string // the color of its letters
	Anchor picture.Anchor
}

// Height is that of all lines.
func (t Column) Height() float64 { return t.Font.Height(len(t.Lines)) }

// At paints the lines with the upper edge of the first at y.
func (t Column) At(x, y float64) []picture.Item {
	var items []picture.Item
	for i, line := range t.Lines {
		items = append(items, picture.Text{
			X: x, Y: y + t.Font.Size*typeset.Ascent + float64(i)*t.Font.Lead(), Anchor: t.Anchor,
			Size: t.Font.Size, Bold: t.Font.Bold, Fill: t.Fill, Content: line,
		})
	}
	return items
}

// FirstLines cuts a text that would take more than most lines.
func FirstLines(lines []string, most int) []string {
	if len(lines) <= most {
		return lines
	}
	return append(lines[:most-1:most-1], lines[most-1]+"…")
}
