package main

import (
	"slices"
	"time"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/palette"
)

// wanted is what a command line asks to be made.
type wanted struct {
	outputs   []render.Output
	langs     []models.Lang
	templates []render.File
	theme     palette.Theme
	built     time.Time // when they are made, as documents say; zero: not said
}

// draws tells whether one of the outputs asks for drawings.
func (w wanted) draws() bool {
	return slices.ContainsFunc(w.outputs, func(o render.Output) bool { return o.Draws })
}
