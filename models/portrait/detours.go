package portrait

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// detours finds the ways that lead away from the consequence, other than those of the easiest attack, and what then follows
// from nothing or leads nowhere: by their places in the portrait, which it uses up. The facts of a group of components
// count as one box; group may be nil.
func (p *Portrait) detours(group func(models.ComponentID) (id, name string)) map[int]bool {
	all := slices.Clone(p.Ways)
	if group != nil {
		p.Fold(group)
	}
	before := slices.Clone(p.Ways)
	far := p.distances()
	p.Ways = slices.DeleteFunc(p.Ways, func(w *Way) bool {
		return !w.Easiest && slices.ContainsFunc(w.From, func(f *Box) bool { return far[f] < far[w.To] })
	})
	p.withoutUnfounded()
	p.Clear()
	out := map[int]bool{}
	for _, w := range before {
		if !slices.Contains(p.Ways, w) {
			out[slices.Index(all, w)] = true
		}
	}
	return out
}

// withoutUnfounded leaves out ways from boxes to which no way leads.
func (p *Portrait) withoutUnfounded() {
	for {
		founded := map[*Box]bool{}
		for _, x := range p.Boxes {
			founded[x] = x.Kind == models.ProfileBox || x.Kind == models.ConditionBox || x.Kind == models.SafeguardBox
		}
		for _, w := range p.Ways {
			founded[w.To] = true
		}
		before := len(p.Ways)
		p.Ways = slices.DeleteFunc(p.Ways, func(w *Way) bool {
			return slices.ContainsFunc(w.From, func(f *Box) bool { return !founded[f] })
		})
		if len(p.Ways) == before {
			return
		}
	}
}
