package figures

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render/words"
)

// graphful is how many boxes a figure of an attack graph shows; where there are more, they are drawn together.
const graphful = 24

// gather draws the states of each component together, or those of coarser groups, and attackers that begin alike.
func (p *proof) gather(size grain) {
	p.Fold(p.in(p.groupBy(single, nil, nil)))
	if size != single {
		p.omitted += p.Drop(func(w *portrait.Way) bool { return w.WideDetour })
		p.Fold(p.in(p.groupBy(size, nil, nil)))
	}
	p.joinProfiles()
	p.Contract()
	p.Clear()
}

// joinProfiles draws attackers together that begin with the same states in the same ways, and initiators of one kind.
func (p *proof) joinProfiles() {
	starts := map[*portrait.Box][]string{}
	for _, w := range p.Ways {
		for _, f := range w.From {
			if f.Kind == models.ProfileBox {
				starts[f] = append(starts[f], p.start(w))
			}
		}
	}
	to, first := map[*portrait.Box]*portrait.Box{}, map[string]*portrait.Box{}
	for _, x := range p.Boxes {
		if x.Kind != models.ProfileBox {
			continue
		}
		slices.Sort(starts[x])
		key := string(p.ProfileIcon(x.Profile)) + " " + strings.Join(slices.Compact(starts[x]), "\n")
		if first[key] == nil {
			first[key] = x
			continue
		}
		to[x] = first[key]
		alike(first[key], x)
	}
	p.Join(to)
}

// start says what a way from an attacker shows: where it leads and, unless it joins one box with another only, how.
func (p *proof) start(w *portrait.Way) string {
	if p.page == 0 {
		return w.To.ID + fmt.Sprint(" ", len(w.From))
	}
	others := ""
	for _, f := range w.From {
		if f.Kind != models.ProfileBox {
			others += " " + f.ID
		}
	}
	return fmt.Sprint(w.To.ID, others, " ", w.Step.Rule, " ", w.Assumes(), " ", w.Measures(), " ", w.Conditions)
}

// alike draws another profile with this one.
func alike(x, other *portrait.Box) {
	x.Easiest = x.Easiest || other.Easiest
	x.Alike = append(x.Alike, other.Profile)
	for _, f := range other.Knows {
		if !slices.Contains(x.Knows, f) {
			x.Knows = append(x.Knows, f)
		}
	}
}

// in gives each component the group in which it is drawn, and what people call that.
func (p *proof) in(g *grouping) func(models.ComponentID) (id, name string) {
	return func(component models.ComponentID) (id, name string) {
		at, there := g.group(component)
		if !there {
			return "", ""
		}
		return g.groups[at].id, p.groupName(&g.groups[at])
	}
}

// groupName is what people call a group of components.
func (c *systemView) groupName(g *group) string {
	switch {
	case len(g.members) == 1:
		return c.Called(models.ComponentSort, string(g.members[0]))
	case g.whole:
		return c.Fill(words.KindCount, "kind", c.zoneName(g.zone), "n", strconv.Itoa(len(g.members)))
	}
	return c.Fill(words.KindCount, "kind", c.KindName(g.kind), "n", strconv.Itoa(len(g.members)))
}
