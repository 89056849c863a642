package raster

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"maps"
	"slices"
)

// shades is how many colors an indexed image has.
const shades = 256

// indexed is an image with the 256 colors that it has most of; each other color, of the rims of a few shapes, becomes the nearest of
// them. A diagram has few colors, and its file is a third as large and made in a third of the time.
func indexed(from *image.RGBA) image.Image {
	counts := map[uint32]int{}
	runs(from, func(pixel uint32, _, length int) { counts[pixel] += length })
	colors := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	kept := colors[:min(shades, len(colors))]
	index := make(map[uint32]uint8, len(colors))
	palette := make(color.Palette, len(kept))
	for i, pixel := range kept {
		palette[i], index[pixel] = rgba(pixel), uint8(i)
	}
	for _, pixel := range colors[len(kept):] {
		index[pixel] = nearest(kept, pixel)
	}
	to := image.NewPaletted(from.Bounds(), palette)
	runs(from, func(pixel uint32, start, length int) {
		row := to.Pix[start : start+length]
		shade := index[pixel]
		for i := range row {
			row[i] = shade
		}
	})
	return to
}

// runs tells of each run of equal pixels, in order: its color, and its place counted in pixels from the first.
func runs(from *image.RGBA, tell func(pixel uint32, start, length int)) {
	pixels := len(from.Pix) / 4
	at := func(i int) uint32 { return binary.LittleEndian.Uint32(from.Pix[4*i:]) }
	for start := 0; start < pixels; {
		pixel, end := at(start), start+1
		for end < pixels && at(end) == pixel {
			end++
		}
		tell(pixel, start, end-start)
		start = end
	}
}

func rgba(pixel uint32) color.RGBA {
	return color.RGBA{R: uint8(pixel), G: uint8(pixel >> 8), B: uint8(pixel >> 16), A: uint8(pixel >> 24)}
}

// nearest is the index of the color that differs least; of several, the first.
func nearest(colors []uint32, from uint32) uint8 {
	best, least := 0, 1<<30
	for i, c := range colors {
		difference := 0
		for shift := 0; shift < 32; shift += 8 {
			d := int(uint8(c>>shift)) - int(uint8(from>>shift))
			difference += d * d
		}
		if difference < least {
			best, least = i, difference
		}
	}
	return uint8(best)
}
