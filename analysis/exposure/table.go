package exposure

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// table says for each component, by its place, which effects it has to do with, by their places, ascending.
type table map[int][]int

func (t table) of(p *analysis.Pass, component int) []models.EffectID {
	return p.EffectsAt(t[component])
}
