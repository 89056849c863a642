package exposure

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// attacked tells what becomes of components that are taken as compromised in every way, each alone. Components that
// lead to the same effects have the same levels, which are found once.
type attacked struct {
	pass    *analysis.Pass
	listing *analysis.Listing
	without []int32 // effects that occur in any case
	levels  map[int32]models.LevelPair
}

func newAttacked(p *analysis.Pass, listing *analysis.Listing) *attacked {
	a := &attacked{pass: p, listing: listing, levels: map[int32]models.LevelPair{}}
	for e := range p.Effects() {
		if p.Nobody().Has(p.Goal(e)) {
			a.without = append(a.without, int32(e))
		}
	}
	return a
}

func (a *attacked) component(c int, follows *analysis.Following) models.ComponentResult {
	out := models.ComponentResult{
		Component:  a.pass.Case.System.Components[c].ID,
		IfAttacked: a.listing.Levels(a.levelsOf(follows)),
		Reaches:    follows.Components(c),
	}
	out.Leads, out.LeadsAll = a.listing.Effects(follows.Effects())
	return out
}

func (a *attacked) levelsOf(follows *analysis.Following) models.LevelPair {
	group := follows.Group()
	if known, there := a.levels[group]; there && group != 0 {
		return known
	}
	effects := slices.Concat(a.without, follows.Effects())
	slices.Sort(effects)
	levels := a.pass.LevelsAmong(effects)
	a.levels[group] = levels
	return levels
}
