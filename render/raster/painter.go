package raster

import (
	"image"
	"image/color"

	"github.com/golang/freetype/raster"
)

// painter paints spans of one color over an image, pixel for pixel as raster.RGBAPainter.
type painter struct {
	on         *image.RGBA
	r, g, b, a uint32 // of the color, premultiplied, of 65535
}

// take takes a color.
func (p *painter) take(c color.NRGBA) { p.r, p.g, p.b, p.a = c.RGBA() }

const full = 1<<16 - 1 // of an opacity

// Paint paints spans; they come by rows.
func (p *painter) Paint(spans []raster.Span, _ bool) {
	size := p.on.Rect.Size()
	for _, s := range spans {
		from, to := max(s.X0, 0), min(s.X1, size.X)
		if s.Y < 0 || s.Y >= size.Y || from >= to {
			continue
		}
		pixels := p.on.Pix[s.Y*p.on.Stride+4*from : s.Y*p.on.Stride+4*to]
		if s.Alpha == full && p.a == full {
			cover(pixels, color.NRGBA{uint8(p.r >> 8), uint8(p.g >> 8), uint8(p.b >> 8), 255})
			continue
		}
		p.mix(pixels, s.Alpha)
	}
}

// mix lays the color over pixels with so much of its opacity.
func (p *painter) mix(pixels []uint8, alpha uint32) {
	below := (full - p.a*alpha/full) * 0x101
	r, g, b, a := p.r*alpha, p.g*alpha, p.b*alpha, p.a*alpha
	for len(pixels) >= 4 {
		pixels[0] = uint8((uint32(pixels[0])*below + r) / full >> 8)
		pixels[1] = uint8((uint32(pixels[1])*below + g) / full >> 8)
		pixels[2] = uint8((uint32(pixels[2])*below + b) / full >> 8)
		pixels[3] = uint8((uint32(pixels[3])*below + a) / full >> 8)
		pixels = pixels[4:]
	}
}
