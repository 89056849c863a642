package diagram

import (
	"math"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/layout"
)

// Measures of edge labels, in pixels.
const (
	labelPad    = 3.0
	numberSide  = 17.0 // diameter of the circle around a number
	numberGap   = 4.0
	labelLimit  = 118.0 // of a line
	labelMargin = 3.0   // kept free around a label when Graphviz makes room for it
)

// edgeLabel is what stands beside an edge.
type edgeLabel struct {
	text          block
	number        string
	numberWidth   float64
	width, height float64
}

// fit measures an edge's label; its width is zero where there is none.
func (e *Edge) fit() edgeLabel { return e.fitWithin(labelLimit) }

// fitWithin measures a label whose lines are no wider than limit.
func (e *Edge) fitWithin(limit float64) edgeLabel {
	small := make([]Line, len(e.Label))
	for i, line := range e.Label {
		small[i] = line
		switch line.Tone {
		case ToneNormal:
			small[i].Tone = ToneSmall
		case ToneStrong:
			small[i].Tone = ToneSmallStrong
		}
	}
	label := edgeLabel{text: set(small, limit)}
	label.width, label.height = label.text.width, label.text.height
	if e.Number != "" {
		label.number = fontMark.Shorten(typeset.Clean(e.Number), limit)
		label.numberWidth = math.Max(numberSide, fontMark.Width(label.number)+8)
		label.width += label.numberWidth
		if label.text.width > 0 {
			label.width += numberGap
		}
		label.height = math.Max(label.height, numberSide)
	}
	if label.width > 0 {
		label.width += 2 * labelPad
		label.height += 2 * labelPad
	}
	return label
}

// draw paints the label into box, text on a ground that hides lines behind it.
func (l edgeLabel) draw(box layout.Box, emphasis Emphasis, palette Palette) []picture.Item {
	items := l.content(box, emphasis, palette)
	if len(l.text.lines) == 0 {
		return items
	}
	return append([]picture.Item{picture.Shape{
		Path: picture.RoundRect(box.Min.X, box.Min.Y, box.Width(), box.Height(), 4), Fill: palette.Paper, Opacity: 0.86,
	}}, items...)
}

// content paints the label without a ground.
func (l edgeLabel) content(box layout.Box, emphasis Emphasis, palette Palette) []picture.Item {
	var items []picture.Item
	ink := edgeInk(emphasis, palette)
	x, middle := box.Min.X+labelPad, box.Center().Y
	if l.number != "" {
		pill := picture.Shape{Path: picture.RoundRect(x, middle-numberSide/2, l.numberWidth, numberSide, numberSide/2), Fill: ink}
		letters := palette.OnStrong
		if emphasis == Muted { // on the faint color no letter would be legible
			pill.Fill, pill.Stroke, pill.Width = palette.Paper, ink, 1
			letters = palette.Soft
		}
		items = append(items, pill, picture.Text{
			X: x + l.numberWidth/2, Y: middle + fontMark.Size*0.36, Anchor: picture.Middle,
			Size: fontMark.Size, Bold: true, Fill: letters, Content: l.number,
		})
		x += l.numberWidth + numberGap
	}
	return append(items, l.text.draw(x, middle-l.text.height/2, picture.Start, func(Tone) string {
		if emphasis == Muted {
			return palette.Soft
		}
		return palette.Ink
	})...)
}

// edgeInk is the color of an edge's line, number and arrows.
func edgeInk(emphasis Emphasis, palette Palette) string {
	switch emphasis {
	case Raised:
		return palette.Attack
	case Muted:
		return palette.Faint
	case Guarding:
		return palette.Protect
	default:
		return palette.Line
	}
}
