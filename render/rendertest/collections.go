package rendertest

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
)

// Collections are collections that every output has to cope with, by name: of sound cases, and of hostile and empty ones.
func Collections() map[string]*render.Collection {
	return map[string]*render.Collection{
		"cases":   Collection(Case(), Case(), Lives()),
		"hostile": Collection(Hostile(), Hostile(), &models.Result{}),
	}
}
