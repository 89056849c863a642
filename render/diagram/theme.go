package diagram

import "github.com/harmpath/harmpath/render/palette"

// The colors of drawings are those of the table that pages share; see package palette.
type (
	Theme   = palette.Theme
	Palette = palette.Colors
)

// The themes; the zero value is Light.
const (
	Light = palette.Light
	Print = palette.Print
	Dark  = palette.Dark
)
