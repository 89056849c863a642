package figures

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// fold tells ways apart that lead from the same points to the same point by one rule: each names what only it goes over, a
// flow mostly. Of ways that then still say the same, one is drawn.
func (d *graphScene) fold() {
	for _, w := range d.ways {
		w.apart = d.difference(w)
	}
	var kept []*way
	for _, w := range d.ways {
		if at := slices.IndexFunc(kept, func(k *way) bool { return d.saySame(k, w) }); at >= 0 {
			kept[at].main = kept[at].main || w.main
			continue
		}
		kept = append(kept, w)
	}
	d.ways = kept
}

// difference names what stands in the roles of a way's step in which a twin of it has something else.
func (d *graphScene) difference(w *way) string {
	var names []string
	for _, twin := range d.ways {
		if twin == w || !twins(twin, w) {
			continue
		}
		for _, b := range w.step.Roles {
			other := slices.IndexFunc(twin.step.Roles, func(x models.Binding) bool { return x.Role == b.Role })
			if other < 0 || twin.step.Roles[other] == b {
				continue
			}
			if name := d.called(b.Type, b.Subject); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return d.list(names)
}

// twins tells whether two ways lead from the same points to the same point by one rule.
func twins(a, b *way) bool {
	return a.to == b.to && a.step.Rule == b.step.Rule && len(a.from) == len(b.from) &&
		!slices.ContainsFunc(a.from, func(x *point) bool { return !slices.Contains(b.from, x) })
}

// saySame tells whether two ways look the same in the figure.
func (d *graphScene) saySame(a, b *way) bool {
	return twins(a, b) && slices.Equal(d.wayLabel(a), d.wayLabel(b)) &&
		slices.Equal(a.measures(), b.measures())
}
