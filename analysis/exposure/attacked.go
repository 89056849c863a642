package exposure

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/criteria"
	"github.com/harmpath/harmpath/models"
)

// attacked tells what becomes of components that are taken as compromised in every way, each alone. What the
// components of a group lead to together is weighed once.
type attacked struct {
	pass    *analysis.Pass
	listing *analysis.Listing
	without []int32                   // effects that occur in any case
	shared  map[int32]*criteria.Tally // by group: these, and the effects that its components share
}

func newAttacked(p *analysis.Pass, listing *analysis.Listing) *attacked {
	a := &attacked{pass: p, listing: listing, shared: map[int32]*criteria.Tally{}}
	for e := range p.Effects() {
		if p.Nobody().Has(p.Goal(e)) {
			a.without = append(a.without, int32(e))
		}
	}
	return a
}

func (a *attacked) component(c int, follows *analysis.Propagation) models.ComponentResult {
	out := models.ComponentResult{
		Component:  a.pass.Case.System.Components[c].ID,
		IfAttacked: a.levelsOf(follows),
		Reaches:    follows.Components(c),
	}
	out.Leads, out.LeadsAll = a.listing.EffectsOf(follows)
	return out
}

func (a *attacked) levelsOf(follows *analysis.Propagation) models.LevelPair {
	shared, group, own := follows.Shared()
	if a.shared[group] == nil {
		effects := slices.Concat(a.without, shared)
		slices.Sort(effects)
		a.shared[group] = a.pass.Tally(effects)
	}
	return a.listing.LevelsWith(a.shared[group], own)
}
