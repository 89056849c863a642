package exposure

import (
	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// table says for components which effects they have to do with, by places.
type table map[[2]int]bool // component, effect

func (t table) of(p *analysis.Pass, component int) []models.EffectID {
	return p.EffectIDs(func(e int) bool { return t[[2]int{component, e}] })
}
