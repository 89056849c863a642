package raster

import (
	"encoding/binary"
	"image"
	"image/color"
)

// shades is how many colors an indexed image has.
const shades = 256

// reducer makes images with the 256 colors that they have most of; each other color, of the rims of a few shapes, becomes the
// nearest of them. A diagram has few colors, and its file is a third as large and made in a third of the time. What that takes
// is used again for the next image.
type reducer struct {
	to     image.Paletted
	runs   []run
	shades []uint8 // of colors
}

// run is how many pixels of one color follow each other.
type run struct{ color, length int32 }

// reduce makes r.to the indexed image, until the next one.
func (r *reducer) reduce(from *image.RGBA) {
	found := newTally()
	r.scan(from, found)
	order := found.byCount()
	kept := order[:min(shades, len(order))]
	r.shades = resized(r.shades, len(order))
	r.to.Palette = make(color.Palette, len(kept))
	for i, c := range kept {
		r.shades[c], r.to.Palette[i] = uint8(i), rgba(found.colors[c])
	}
	for _, c := range order[len(kept):] {
		r.shades[c] = nearest(r.to.Palette, rgba(found.colors[c]))
	}
	r.to.Rect, r.to.Stride = from.Rect, from.Rect.Dx()
	r.to.Pix = resized(r.to.Pix, r.to.Stride*from.Rect.Dy())
	rest := r.to.Pix
	for _, run := range r.runs {
		repeat(rest[:run.length], r.shades[run.color])
		rest = rest[run.length:]
	}
}

// repeat fills row, which has at least one pixel.
func repeat(row []uint8, shade uint8) {
	row[0] = shade
	for done := 1; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// scan finds the runs of equal pixels, and counts the pixels of each color.
func (r *reducer) scan(from *image.RGBA, found *tally) {
	r.runs = r.runs[:0]
	pix := from.Pix
	at := func(i int) uint32 { return binary.LittleEndian.Uint32(pix[4*i:]) }
	pixels := len(pix) / 4
	for start := 0; start < pixels; {
		pixel, end := at(start), start+1
		for two := uint64(pixel)<<32 | uint64(pixel); end+1 < pixels && binary.LittleEndian.Uint64(pix[4*end:]) == two; {
			end += 2
		}
		for end < pixels && at(end) == pixel {
			end++
		}
		c := found.add(pixel, end-start)
		r.runs = append(r.runs, run{int32(c), int32(end - start)})
		start = end
	}
}

func rgba(pixel uint32) color.RGBA {
	return color.RGBA{R: uint8(pixel), G: uint8(pixel >> 8), B: uint8(pixel >> 16), A: uint8(pixel >> 24)}
}

// nearest is the index of the color that differs least; of several, the first.
func nearest(colors color.Palette, from color.RGBA) uint8 {
	best, least := 0, 1<<30
	square := func(a, b uint8) int { return (int(a) - int(b)) * (int(a) - int(b)) }
	for i := range colors {
		c := colors[i].(color.RGBA)
		difference := square(c.R, from.R)
		if difference >= least {
			continue
		}
		if difference += square(c.G, from.G) + square(c.B, from.B) + square(c.A, from.A); difference < least {
			best, least = i, difference
		}
	}
	return uint8(best)
}
