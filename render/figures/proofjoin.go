package figures

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// graphful is how many boxes a figure of an attack graph shows; where there are more, they are drawn together.
const graphful = 24

// gather draws the states of each component together, or those of coarser groups, and attackers that begin alike.
func (p *proof) gather(size grain) {
	p.join(p.groupBy(single, nil, nil))
	if size != single {
		p.straighten()
		p.join(p.groupBy(size, nil, nil))
	}
	p.joinProfiles()
	p.contract()
	p.clear()
}

// joinProfiles draws attackers together that begin with the same states in the same ways, and initiators of one kind.
func (p *proof) joinProfiles() {
	starts := map[*point][]string{}
	for _, w := range p.ways {
		for _, f := range w.from {
			if f.sort == profilePoint {
				starts[f] = append(starts[f], p.start(w))
			}
		}
	}
	to, first := map[*point]*point{}, map[string]*point{}
	for _, x := range p.points {
		if x.sort != profilePoint {
			continue
		}
		slices.Sort(starts[x])
		key := string(p.profileIcon(x.of)) + " " + strings.Join(slices.Compact(starts[x]), "\n")
		if first[key] == nil {
			first[key] = x
			continue
		}
		to[x] = first[key]
		first[key].take(x)
	}
	p.points = slices.DeleteFunc(p.points, func(x *point) bool { return to[x] != nil })
	p.redirect(to)
}

// start says what a way from an attacker shows: where it leads and, unless it joins one box with another only, how.
func (p *proof) start(w *way) string {
	if p.page == 0 {
		return w.to.id + fmt.Sprint(" ", len(w.from))
	}
	others := ""
	for _, f := range w.from {
		if f.sort != profilePoint {
			others += " " + f.id
		}
	}
	return fmt.Sprint(w.to.id, others, " ", w.step.Rule, " ", w.assumes, " ", w.measures(), " ", w.when)
}

// take draws another profile with this one.
func (x *point) take(other *point) {
	x.main = x.main || other.main
	x.alike = append(x.alike, other.of)
	for _, f := range other.knows {
		if !slices.Contains(x.knows, f) {
			x.knows = append(x.knows, f)
		}
	}
}

// straighten leaves out the ways that lead away from the consequence, other than those of the easiest attack, and what
// then follows from nothing. It returns how many points remain.
func (p *proof) straighten() int {
	far, all := p.distances(), len(p.ways)
	p.ways = slices.DeleteFunc(p.ways, func(w *way) bool {
		return !w.main && slices.ContainsFunc(w.from, func(f *point) bool { return far[f] < far[w.to] })
	})
	for {
		founded := map[*point]bool{}
		for _, x := range p.points {
			founded[x] = x.sort == profilePoint || x.sort == conditionPoint || x.sort == safeguardPoint
		}
		for _, w := range p.ways {
			founded[w.to] = true
		}
		before := len(p.ways)
		p.ways = slices.DeleteFunc(p.ways, func(w *way) bool {
			return slices.ContainsFunc(w.from, func(f *point) bool { return !founded[f] })
		})
		if len(p.ways) == before {
			break
		}
	}
	p.clear()
	p.omitted += all - len(p.ways)
	return len(p.points)
}

// clear leaves out what does not lead to the consequence.
func (p *proof) clear() {
	far := p.distances()
	p.ways = slices.DeleteFunc(p.ways, func(w *way) bool {
		_, leads := far[w.to]
		return !leads
	})
	p.prune()
}

// distances are how many ways each point is away from the consequence.
func (p *proof) distances() map[*point]int {
	goal := p.at[models.Fact{State: models.StateOccurred, Subject: string(p.consequence.Effect)}]
	far := map[*point]int{goal: 0}
	queue := []*point{goal}
	for next := 0; next < len(queue); next++ {
		for _, w := range p.ways {
			if w.to != queue[next] {
				continue
			}
			for _, f := range w.from {
				if _, known := far[f]; !known {
					far[f] = far[w.to] + 1
					queue = append(queue, f)
				}
			}
		}
	}
	return far
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
	case models.ComponentSort:
		return models.ComponentID(x.fact.Subject)
	case models.FlowSort:
		if f := p.flows[models.FlowID(x.fact.Subject)]; f != nil {
			return f.To
		}
	case models.DataSort:
		for _, w := range p.ways {
			if w.to == x {
				for _, b := range w.step.Roles {
					if b.Type == models.ComponentSort {
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
		return c.called(models.ComponentSort, string(g.members[0]))
	case g.whole:
		return c.fill(words.KindCount, "kind", c.zoneName(g.zone), "n", strconv.Itoa(len(g.members)))
	}
	return c.fill(words.KindCount, "kind", c.kindName(g.kind), "n", strconv.Itoa(len(g.members)))
}
