package diagram

import (
	"math"
	"strings"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/diagram/typeset"
	"github.com/harmpath/harmpath/render/layout"
)

// frame sets what stands around a diagram: title and subtitle above, legend and footnotes below, in a column of one width.
type frame struct {
	palette   Palette
	lang      string
	width     float64
	title     []string
	subtitle  []string
	legend    []Entry
	footnotes []string
	left      []string // whole footnotes, of those that were cut
}

func newFrame(s *Scene, palette Palette, width float64) frame {
	return makeFrame(palette, s.Lang, s.Title, s.Subtitle, s.Legend, s.Footnotes, width)
}

func makeFrame(palette Palette, lang, title, subtitle string, legend []Entry, footnotes []string, width float64) frame {
	f := frame{palette: palette, lang: lang, width: math.Max(width, minWidth), legend: legend}
	f.title, _ = firstLines(fontTitle, title, f.width, frameLines) // the picture's own title is whole
	f.subtitle, _ = firstLines(fontSubtitle, subtitle, f.width, frameLines)
	for _, note := range footnotes {
		lines, short := firstLines(fontSmall, note, f.width, frameLines)
		f.footnotes = append(f.footnotes, lines...)
		if short {
			f.left = append(f.left, oneLine(note))
		}
	}
	return f
}

// paragraph sets lines below each other.
func paragraph(lines []string, font typeset.Font, x, y float64, ink string) ([]picture.Item, float64) {
	var items []picture.Item
	for i, line := range lines {
		items = append(items, picture.Text{
			X: x, Y: y + font.Size*typeset.Ascent + float64(i)*font.Lead(),
			Size: font.Size, Bold: font.Bold, Fill: ink, Content: line,
		})
	}
	return items, font.Height(len(lines))
}

// heading paints title and subtitle and returns its height.
func (f frame) heading(x, y float64) ([]picture.Item, float64) {
	items, height := paragraph(f.title, fontTitle, x, y, f.palette.Ink)
	if len(f.subtitle) > 0 {
		if height > 0 {
			height += 8
		}
		below, more := paragraph(f.subtitle, fontSubtitle, x, y+height, f.palette.Soft)
		items = append(items, below...)
		height += more
	}
	if height == 0 {
		return nil, 0
	}
	height += 10
	rule := picture.Shape{Path: picture.Polyline(picture.Point{X: x, Y: y + height}, picture.Point{X: x + f.width, Y: y + height}),
		Stroke: f.palette.Accent, Width: 1.6}
	return []picture.Item{picture.Group{Class: "heading", Items: append(items, rule)}}, height
}

// footing paints legend and footnotes and returns its height.
func (f frame) footing(x, y float64) ([]picture.Item, float64) {
	var items []picture.Item
	height := 0.0
	if len(f.legend) > 0 {
		legend, more := f.legendBox(x, y)
		items = append(items, picture.Group{Class: "legend", Items: legend})
		height += more
	}
	if len(f.footnotes) > 0 {
		if height > 0 {
			height += 12
		}
		notes, more := paragraph(f.footnotes, fontSmall, x, y+height, f.palette.Soft)
		items = append(items, picture.Group{Class: "footnotes", Title: strings.Join(f.left, " "), Items: notes})
		height += more
	}
	return items, height
}

// Measures of the legend, in pixels.
const (
	sampleWidth  = 42.0
	sampleHeight = 16.0
	legendPad    = 12.0
	legendGap    = 22.0
	legendRow    = 26.0
)

// legendBox sets the entries in rows inside a frame.
func (f frame) legendBox(x, y float64) ([]picture.Item, float64) {
	name := "Legend"
	if strings.HasPrefix(f.lang, "ja") {
		name = "凡例"
	}
	indent := fontSmallB.Width(name) + legendGap
	items := []picture.Item{nil, picture.Text{
		X: x + legendPad, Y: y + legendPad + legendRow/2 - 2, Size: fontSmallB.Size, Bold: true, Fill: f.palette.Soft, Content: name,
	}}
	left, right := x+legendPad+indent, x+f.width-legendPad
	at, row := left, y+legendPad-4
	for _, entry := range f.legend {
		text := fontSmall.Shorten(oneLine(entry.Text), right-left-sampleWidth-8)
		width := fontSmall.Width(text)
		if entry.Sample != SampleNone {
			width += sampleWidth + 8
		}
		if at > left && at+width > right {
			at, row = left, row+legendRow
		}
		textAt := at
		if entry.Sample != SampleNone {
			items = append(items, f.sample(entry, at, row+(legendRow-sampleHeight)/2-1)...)
			textAt += sampleWidth + 8
		}
		items = append(items, picture.Text{
			X: textAt, Y: row + legendRow/2 + 3, Size: fontSmall.Size, Fill: f.palette.Ink, Content: text,
		})
		at += width + legendGap
	}
	height := row + legendRow - y + legendPad - 4
	items[0] = picture.Shape{Path: picture.RoundRect(x, y, f.width, height, 6), Stroke: f.palette.ZoneLine, Width: 0.8}
	return items, height
}

// sample paints what an entry explains, into a box of fixed size at (x, y).
func (f frame) sample(entry Entry, x, y float64) []picture.Item {
	box := layout.Box{Min: layout.Point{X: x, Y: y}, Max: layout.Point{X: x + sampleWidth, Y: y + sampleHeight}}
	p := painter{palette: f.palette}
	switch entry.Sample {
	case SampleLevel:
		return Swatch(entry.Level, box, f.palette)
	case SampleNode:
		node := Node{Shape: entry.Shape, Level: entry.Level, Emphasis: entry.Emphasis}
		if entry.Icon != "" {
			return DrawIcon(entry.Icon, x+(sampleWidth-20)/2, y-2, 20, p.nodeInk(&node))
		}
		if entry.Shape == ShapeAndGate || entry.Shape == ShapeOrGate {
			box = Grown(box, 1)
			box.Min.X, box.Max.X = box.Center().X-11, box.Center().X+11
		}
		return p.outline(&node, box)
	case SampleLine:
		return f.lineSample(p, entry, box)
	default:
		return nil
	}
}

// lineSample paints a line with the heads that its entry names.
func (f frame) lineSample(p painter, entry Entry, box layout.Box) []picture.Item {
	const head = 8
	middle, from, to := box.Center().Y, box.Min.X, box.Max.X
	var heads []picture.Item
	if entry.Arrow != NoArrow {
		to -= head
		heads = append(heads, p.head(layout.Point{X: to, Y: middle}, layout.Point{X: to + head, Y: middle}, entry.Emphasis))
	}
	if entry.Arrow == Both {
		from += head
		heads = append(heads, p.head(layout.Point{X: from, Y: middle}, layout.Point{X: from - head, Y: middle}, entry.Emphasis))
	}
	path := picture.Polyline(picture.Point{X: from, Y: middle}, picture.Point{X: to, Y: middle})
	if entry.Struck {
		heads = append(heads, p.cross(box.Center().X, middle, entry.Emphasis))
	}
	return append(stroked(path, entry.Line, entry.Emphasis, f.palette), heads...)
}
