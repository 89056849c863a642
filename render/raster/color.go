package raster

import (
	"image/color"
	"strconv"
	"strings"
)

// colorOf reads a color such as #1f4e79; opacity zero is opaque. Anything else is not painted.
func colorOf(text string, opacity float64) (color.NRGBA, bool) {
	digits, found := strings.CutPrefix(text, "#")
	value, err := strconv.ParseUint(digits, 16, 32)
	if !found || len(digits) != 6 || err != nil {
		return color.NRGBA{}, false
	}
	alpha := uint8(255)
	if opacity > 0 && opacity < 1 {
		alpha = uint8(opacity*255 + 0.5)
	}
	return color.NRGBA{R: uint8(value >> 16), G: uint8(value >> 8), B: uint8(value), A: alpha}, true
}
