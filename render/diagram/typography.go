package diagram

import (
	"strings"

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
	whole         string // the full text, where lines were left off; else empty
}

// How many lines a text takes: a name in a box or beside a line, what is added to a name, a zone's caption, and a title,
// subtitle or footnote. What is longer ends with an ellipsis, so that a picture stays a picture whatever its texts are.
const (
	nameLines    = 6
	detailLines  = 16
	captionLines = 3
	frameLines   = 5
)

func (t Tone) lines() int {
	if t == ToneSmall {
		return detailLines
	}
	return nameLines
}

// set breaks label into lines no wider than limit.
func set(label []Line, limit float64) block {
	var b block
	var whole []string
	cut := false
	for _, line := range label {
		font := line.Tone.font()
		lines, short := firstLines(font, line.Text, limit, line.Tone.lines())
		cut = cut || short
		whole = append(whole, oneLine(line.Text))
		for _, text := range lines {
			b.add(setLine{text, font, line.Tone})
		}
	}
	if cut {
		b.whole = strings.Join(whole, " ")
	}
	return b
}

// firstLines breaks text into no more than most lines; short tells that more was left off, which an ellipsis shows.
func firstLines(font typeset.Font, text string, limit float64, most int) (lines []string, short bool) {
	lines = font.Wrap(text, limit)
	if len(lines) <= most {
		return lines, false
	}
	lines = lines[:most:most]
	lines[most-1] = font.Shorten(lines[most-1], limit-font.Width(ellipsis))
	if !strings.HasSuffix(lines[most-1], ellipsis) {
		lines[most-1] += ellipsis
	}
	return lines, true
}

const ellipsis = "…"

// tip is the text for when a pointer rests on the block: the author's, or what the block had no room for.
func (b block) tip(given string) string {
	if given = oneLine(given); given != "" {
		return given
	}
	return b.whole
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
