package typeface

import (
	"math"

	"github.com/harmpath/harmpath/render/diagram/picture"
)

// slant is how far italic letters lean: the typeface has none of its own, as Japanese ones have none.
const slant = 0.2

// Line is the outline of a text of a picture, at its place: anchored, leaning where it is italic, turned.
func Line(t *picture.Text) picture.Path {
	f, text := Of(t.Bold), Visible(t.Content)
	start := 0.0
	switch t.Anchor {
	case picture.Middle:
		start = -f.Width(text) * t.Size / 2
	case picture.End:
		start = -f.Width(text) * t.Size
	}
	line := f.Outline(text, start, 0, t.Size)
	lean := 0.0
	if t.Italic {
		lean = slant
	}
	sin, cos := math.Sincos(t.Turn * math.Pi / 180)
	for i := range line {
		for j, p := range line[i].Points {
			x, y := p.X-lean*p.Y, p.Y
			line[i].Points[j] = picture.Point{X: t.X + x*cos - y*sin, Y: t.Y + x*sin + y*cos}
		}
	}
	return line
}
