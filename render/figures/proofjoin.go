package figures

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// graphful is how many boxes a figure of an attack graph shows; where there are more, they are drawn together.
const graphful = 32

// fit draws points together until the figure holds them: the states of each component, then components of one kind in one
// zone, then those of one zone.
func (p *proof) fit() {
	for _, size := range []grain{single, byKind, byZone, byArea} {
		if len(p.points) <= graphful {
			return
		}
		p.join(p.groupBy(size, nil, nil))
	}
	if len(p.points) > graphful {
		p.keepEasiest()
	}
}

// join draws the facts of each group of components together, those about a flow or data with the component at which they
// show. Each group keeps one way from every other, the easiest.
func (p *proof) join(g *grouping) {
	boxes := map[int]*point{}
	to := map[*point]*point{}
	for _, x := range p.points {
		at, there := g.group(p.place(x))
		if x.sort != factPoint || !there {
			continue
		}
		if boxes[at] == nil {
			boxes[at] = x
		}
		box := boxes[at]
		to[x] = box
		if box != x {
			box.joined = p.groupName(&g.groups[at])
			box.main = box.main || x.main
			box.earlier = append(box.earlier, append(slices.Clone(x.earlier), x.fact)...)
		}
	}
	p.points = slices.DeleteFunc(p.points, func(x *point) bool { return to[x] != nil && to[x] != x })
	p.redirect(to)
}

// redirect leads the ways to the boxes and leaves out what then stays inside one or says nothing new.
func (p *proof) redirect(to map[*point]*point) {
	var kept []*way
	for _, w := range p.ways {
		if box := to[w.to]; box != nil {
			w.to = box
		}
		var from []*point
		for _, f := range w.from {
			if box := to[f]; box != nil {
				f = box
			}
			if f != w.to && !slices.Contains(from, f) {
				from = append(from, f)
			}
		}
		w.from = from
		same := func(k *way) bool { return k.to == w.to && slices.Equal(k.from, w.from) }
		if at := slices.IndexFunc(kept, same); at >= 0 {
			kept[at].main = kept[at].main || w.main
			continue
		}
		if len(from) > 0 {
			kept = append(kept, w)
		}
	}
	p.ways = kept
}

// place is the component at which a fact shows.
func (p *proof) place(x *point) models.ComponentID {
	switch p.typeOf(x.fact) {
	case models.ComponentSubject:
		return models.ComponentID(x.fact.Subject)
	case models.FlowSubject:
		if f := p.flows[models.FlowID(x.fact.Subject)]; f != nil {
			return f.To
		}
	case models.DataSubject:
		for _, w := range p.ways {
			if w.to == x {
				for _, b := range w.step.Roles {
					if b.Type == models.ComponentSubject {
						return models.ComponentID(b.Subject)
					}
				}
			}
		}
	}
	return ""
}

// groupName is what people call a group of components.
func (c *caseView) groupName(g *group) string {
	switch {
	case len(g.members) == 1:
		return c.called(models.ComponentSubject, string(g.members[0]))
	case g.whole:
		return c.fill(words.KindCount, "kind", c.zoneName(g.zone), "n", strconv.Itoa(len(g.members)))
	}
	return c.fill(words.KindCount, "kind", c.kindName(g.kind), "n", strconv.Itoa(len(g.members)))
}

// keepEasiest leaves only the easiest attack, where nothing else brings the figure down to a page.
func (p *proof) keepEasiest() {
	p.ways = slices.DeleteFunc(p.ways, func(w *way) bool { return !w.main })
	p.prune()
	if len(p.points) > graphful {
		p.points, p.ways = p.points[:1], nil
	}
}
