package raster

import (
	"image"
	"image/color"
	"math"

	"github.com/fogleman/gg"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/typeface"
)

// most is the longest side of an image, in pixels. No figure of A4 comes near it; a broken one cannot take the memory.
const most = 8192

// draw paints a picture on a sheet, whose pixels are used again where they are enough, with scale pixels of the image for each
// pixel of the picture. A picture without background lies on white paper. One that is larger than 8192 pixels is painted
// smaller.
func draw(p *picture.Picture, scale float64, sheet *image.RGBA) {
	width, height := side(p.Width), side(p.Height)
	scale = math.Min(scale, most/math.Max(width, height))
	across, down := int(math.Ceil(width*scale)), int(math.Ceil(height*scale))
	sheet.Rect, sheet.Stride = image.Rect(0, 0, across, down), 4*across
	sheet.Pix = resized(sheet.Pix, sheet.Stride*down)
	c := &canvas{context: gg.NewContextForRGBA(sheet), filler: newFiller(sheet), scale: scale}
	paper, painted := colorOf(p.Background, 0)
	if !painted {
		paper = color.NRGBA{255, 255, 255, 255}
	}
	cover(sheet.Pix, paper)
	for _, item := range p.Items {
		c.item(item)
	}
}

// resized is a slice of some length, the given one where that is long enough.
func resized(pixels []uint8, length int) []uint8 {
	if cap(pixels) < length {
		return make([]uint8, length)
	}
	return pixels[:length]
}

// cover gives all pixels an opaque color.
func cover(pixels []uint8, c color.NRGBA) {
	if len(pixels) == 0 {
		return
	}
	copy(pixels, []uint8{c.R, c.G, c.B, c.A})
	for done := 4; done < len(pixels); done *= 2 {
		copy(pixels[done:], pixels[:done])
	}
}

// side is a length that an image can have.
func side(length float64) float64 {
	if math.IsNaN(length) || length < 1 {
		return 1
	}
	return math.Min(length, 1e6)
}

// canvas is an image with the scale at which it is painted.
type canvas struct {
	context *gg.Context // for strokes
	filler  *filler
	scale   float64
}

// item paints an item; groups nest as deep as the program that draws makes them, never as deep as an input says.
func (c *canvas) item(item picture.Item) {
	switch item := item.(type) {
	case picture.Shape:
		c.shape(&item)
	case picture.Text:
		c.text(&item)
	case picture.Group:
		for _, inner := range item.Items {
			c.item(inner)
		}
	}
}

func (c *canvas) shape(s *picture.Shape) {
	if fill, painted := colorOf(s.Fill, s.Opacity); painted {
		c.filler.fill(s.Path, c.scale, fill)
	}
	if stroke, painted := colorOf(s.Stroke, s.Opacity); painted && s.Width > 0 && c.trace(s.Path) {
		c.pen(s)
		c.context.SetColor(stroke)
		c.context.Stroke()
	}
}

// pen takes the pen of a shape.
func (c *canvas) pen(s *picture.Shape) {
	dash := make([]float64, len(s.Dash))
	for i, length := range s.Dash {
		dash[i] = length * c.scale
	}
	c.context.SetDash(dash...)
	c.context.SetLineWidth(s.Width * c.scale)
	c.context.SetLineCap(gg.LineCapButt)
	c.context.SetLineJoin(gg.LineJoinBevel)
	if s.Round {
		c.context.SetLineCap(gg.LineCapRound)
		c.context.SetLineJoin(gg.LineJoinRound)
	}
}

// text paints a line of text in the typeface, as one outline.
func (c *canvas) text(t *picture.Text) {
	fill, painted := colorOf(t.Fill, 0)
	if !painted {
		return
	}
	c.filler.fill(typeface.Line(t), c.scale, fill)
}

// trace makes a path the one to be painted. It tells whether there is anything that an image can show.
func (c *canvas) trace(path picture.Path) bool {
	c.context.ClearPath()
	for _, segment := range path {
		a, b, end := scaled(segment.Points[0], c.scale), scaled(segment.Points[1], c.scale), scaled(segment.Points[2], c.scale)
		switch segment.Op {
		case picture.Move:
			c.context.MoveTo(a.X, a.Y)
		case picture.Line:
			c.context.LineTo(a.X, a.Y)
		case picture.Curve:
			c.context.CubicTo(a.X, a.Y, b.X, b.Y, end.X, end.Y)
		case picture.Close:
			c.context.ClosePath()
		}
	}
	return len(path) > 0
}

// scaled is where a point lies in the image; one far outside is drawn in, so that no coordinate overflows.
func scaled(p picture.Point, scale float64) picture.Point {
	return picture.Point{X: bounded(p.X * scale), Y: bounded(p.Y * scale)}
}

func bounded(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return math.Max(-2*most, math.Min(v, 2*most))
}
