package diagram

import (
	"math"
	"strings"

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
	number        []string // its lines
	numberWidth   float64
	numberHeight  float64
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
		label.number = numberLines(typeset.Clean(e.Number), limit)
		label.numberWidth = math.Max(numberSide, fontMark.Widest(label.number)+8)
		label.numberHeight = numberSide + float64(len(label.number)-1)*fontMark.Lead()
		label.width += label.numberWidth
		if label.text.width > 0 {
			label.width += numberGap
		}
		label.height = math.Max(label.height, label.numberHeight)
	}
	if label.width > 0 {
		label.width += 2 * labelPad
		label.height += 2 * labelPad
	}
	return label
}

// maxNumberLines is how many lines a mark takes at most.
const maxNumberLines = 5

// numberLines breaks a mark at its spaces only.
func numberLines(text string, limit float64) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		switch joined := strings.TrimSpace(lines[last] + " " + word); {
		case fontMark.Width(joined) <= limit || lines[last] == "":
			lines[last] = fontMark.Shorten(joined, limit)
		case len(lines) == maxNumberLines:
			lines[last] = fontMark.Shorten(joined, limit)
			return lines
		default:
			lines = append(lines, fontMark.Shorten(word, limit))
		}
	}
	return lines
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
	x, middle := box.Min.X+labelPad, box.Center().Y
	if len(l.number) > 0 {
		items = append(items, l.mark(x, middle-l.numberHeight/2, emphasis, palette)...)
		x += l.numberWidth + numberGap
	}
	return append(items, l.text.draw(x, middle-l.text.height/2, picture.Start, func(Tone) string {
		if emphasis == Muted {
			return palette.Soft
		}
		return palette.Ink
	})...)
}

// mark paints the number in its circle, or in a pill where it is longer.
func (l edgeLabel) mark(x, y float64, emphasis Emphasis, palette Palette) []picture.Item {
	ink := edgeInk(emphasis, palette)
	pill := picture.Shape{Path: picture.RoundRect(x, y, l.numberWidth, l.numberHeight, numberSide/2), Fill: ink}
	letters := palette.OnStrong
	if emphasis == Muted { // on the faint color no letter would be legible
		pill.Fill, pill.Stroke, pill.Width = palette.Paper, ink, 1
		letters = palette.Soft
	}
	items := []picture.Item{pill}
	for i, line := range l.number {
		items = append(items, picture.Text{
			X: x + l.numberWidth/2, Y: y + numberSide/2 + float64(i)*fontMark.Lead() + fontMark.Size*0.36, Anchor: picture.Middle,
			Size: fontMark.Size, Bold: true, Fill: letters, Content: line,
		})
	}
	return items
}

// edgeInk is the color of an edge's line, number and arrows.
func edgeInk(emphasis Emphasis, palette Palette) string {
	switch emphasis {
	case Raised, Affected:
		return palette.Attack
	case Muted:
		return palette.Faint
	case Guarding:
		return palette.Protect
	default:
		return palette.Line
	}
}
