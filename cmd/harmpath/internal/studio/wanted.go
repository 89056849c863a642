package studio

import (
	"slices"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/palette"
)

// Wanted is what a command line asks to be made.
type Wanted struct {
	Outputs   []render.Output
	Langs     []models.Lang
	Templates []render.File
	Theme     palette.Theme
	Built     time.Time // when they are made, as documents say; zero: not said
}

// draws tells whether one of the outputs asks for drawings.
func (w Wanted) draws() bool {
	return slices.ContainsFunc(w.Outputs, func(o render.Output) bool { return o.Draws })
}
