package diagram

import (
	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
)

// The type scale, in pixels. Everything in a picture uses one of these.
var (
	fontTitle    = typeset.Font{Size: 18, Bold: true}
	fontSubtitle = typeset.Font{Size: 12}
	fontCaption  = typeset.Font{Size: 12, Bold: true}
	fontName     = typeset.Font{Size: 13}
	fontStrong   = typeset.Font{Size: 13, Bold: true}
	fontSmall    = typeset.Font{Size: 11}
	fontSmallB   = typeset.Font{Size: 11, Bold: true}
	fontMark     = typeset.Font{Size: 10, Bold: true}
)

func (t Tone) font() typeset.Font {
	switch t {
	case ToneStrong:
		return fontStrong
	case ToneSmall:
		return fontSmall
	case ToneSmallStrong:
		return fontSmallB
	default:
		return fontName
	}
}

// setLine is a line of text ready to be drawn.
type setLine struct {
	text string
	font typeset.Font
	tone Tone
}

// block is a column of lines.
type block struct {
	lines         []setLine
	width, height float64
}

// set breaks label into lines no wider than limit.
func set(label []Line, limit float64) block {
	var b block
	for _, line := range label {
		font := line.Tone.font()
		for _, text := range font.Wrap(line.Text, limit) {
			b.add(setLine{text, font, line.Tone})
		}
	}
	return b
}

func (b *block) add(line setLine) {
	b.height += b.leading(len(b.lines), line)
	b.lines = append(b.lines, line)
	b.height += line.font.Size
	b.width = max(b.width, line.font.Width(line.text))
}

// toneGap is added between lines of different tones.
const toneGap = 2.0

// leading is the white between the line at index and the one above it.
func (b block) leading(index int, line setLine) float64 {
	if index == 0 {
		return 0
	}
	white := line.font.Size * (typeset.LineHeight - 1)
	if b.lines[index-1].tone != line.tone {
		white += toneGap
	}
	return white
}

// draw sets the block with its upper edge at y, anchored at x.
func (b block) draw(x, y float64, anchor picture.Anchor, color func(Tone) string) []picture.Item {
	var items []picture.Item
	for i, line := range b.lines {
		y += b.leading(i, line)
		items = append(items, picture.Text{
			X: x, Y: y + line.font.Size*typeset.Ascent, Anchor: anchor,
			Size: line.font.Size, Bold: line.font.Bold, Fill: color(line.tone), Content: line.text,
		})
		y += line.font.Size
	}
	return items
}
