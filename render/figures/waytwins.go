package figures

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
)

// fold tells ways apart that lead from the same boxes to the same box by one rule: each names what only it goes over, a
// flow mostly. Of ways that then still say the same, one is drawn.
func (d *graphScene) fold() {
	d.apart = map[*portrait.Way]string{}
	for _, w := range d.Ways {
		d.apart[w] = d.difference(w)
	}
	var kept []*portrait.Way
	for _, w := range d.Ways {
		if at := slices.IndexFunc(kept, func(k *portrait.Way) bool { return d.saySame(k, w) }); at >= 0 {
			kept[at].Easiest = kept[at].Easiest || w.Easiest
			continue
		}
		kept = append(kept, w)
	}
	d.Ways = kept
}

// difference names what stands in the roles of a way's step in which a twin of it has something else.
func (d *graphScene) difference(w *portrait.Way) string {
	var names []string
	for _, twin := range d.Ways {
		if twin == w || !twins(twin, w) {
			continue
		}
		for _, b := range w.Step.Roles {
			other := slices.IndexFunc(twin.Step.Roles, func(x models.Binding) bool { return x.Role == b.Role })
			if other < 0 || twin.Step.Roles[other] == b {
				continue
			}
			if name := d.Called(b.Type, b.Subject); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return d.List(names)
}

// twins tells whether two ways lead from the same boxes to the same box by one rule.
func twins(a, b *portrait.Way) bool {
	return a.To == b.To && a.Step.Rule == b.Step.Rule && len(a.From) == len(b.From) &&
		!slices.ContainsFunc(a.From, func(x *portrait.Box) bool { return !slices.Contains(b.From, x) })
}

// saySame tells whether two ways look the same in the figure.
func (d *graphScene) saySame(a, b *portrait.Way) bool {
	return twins(a, b) && slices.Equal(d.wayLabel(a), d.wayLabel(b)) &&
		slices.Equal(a.Measures(), b.Measures())
}
