package figures

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/words"
)

// systemView is a case with how its components can be drawn together.
type systemView struct {
	*caseview.Case
	likeness map[models.ZoneID]models.ZoneID // see alike
}

// pageful is how many components one figure shows; where there are more, they are drawn together.
const pageful = 16

// group is what one node of a figure stands for: a component, or several that are drawn together.
type group struct {
	id      string
	zone    models.ZoneID
	members []models.ComponentID
	kind    models.KindID // of a component, or shared by all members
	whole   bool          // a whole zone, drawn as one
}

// grouping puts every component of the case into a group.
type grouping struct {
	groups []group
	of     map[models.ComponentID]int
	coarse grain // how much was drawn together
	page   bool  // of one zone
}

// grain is how much is drawn together.
type grain int

const (
	single grain = iota // every component by itself
	byKind              // components of one kind in one zone together
	byZone              // components of one zone together
	byLike              // components of zones that hold the same kinds, as often, together
	byArea              // components of one outermost zone together
)

// grains lists them, from the finest on.
func grains() []grain { return []grain{single, byKind, byZone, byLike, byArea} }

// group returns where a component is drawn.
func (g *grouping) group(id models.ComponentID) (int, bool) {
	at, there := g.of[id]
	return at, there
}

// grouped draws components together until there are no more than most groups, as little as possible. Those to keep stand
// by themselves where that is possible at all; those of no interest are left out.
func (c *systemView) grouped(most int, wanted, keep func(models.ComponentID) bool) *grouping {
	var last *grouping
	for _, grain := range grains() {
		last = c.groupBy(grain, wanted, keep)
		if len(last.groups) <= most {
			return last
		}
	}
	if keep != nil {
		return c.grouped(most, wanted, nil)
	}
	return last.cutAt(most)
}

// zoneGroups draws the components of one zone by themselves, or by kind where a page of most boxes does not hold them, and
// their neighbours by zone.
func (c *systemView) zoneGroups(most int, wanted, inside func(models.ComponentID) bool) *grouping {
	g := c.groupBy(byZone, wanted, inside)
	g.page = true
	if len(g.groups) <= most/2 {
		return g
	}
	kinds := c.groupBy(byKind, inside, nil)
	kinds.page = true
	around := c.groupBy(byZone, func(id models.ComponentID) bool { return wanted(id) && !inside(id) }, nil)
	if len(around.groups) > min(neighbours, most/neighbours) {
		around = around.cutAt(1)
	}
	for i, other := range around.groups {
		for _, id := range other.members {
			kinds.of[id] = len(kinds.groups)
		}
		kinds.groups = append(kinds.groups, around.groups[i])
	}
	if len(kinds.groups) > most {
		return kinds.cutAt(most)
	}
	return kinds
}

// neighbours is how many neighbouring zones a zone's page shows one by one.
const neighbours = 4

// groupBy makes the groups of one grain, in the order of their first members.
func (c *systemView) groupBy(grain grain, wanted, keep func(models.ComponentID) bool) *grouping {
	g := &grouping{of: map[models.ComponentID]int{}, coarse: grain}
	at := map[string]int{}
	for i := range c.System.Components {
		component := &c.System.Components[i]
		if wanted != nil && !wanted(component.ID) {
			continue
		}
		own := group{id: "component-" + string(component.ID), zone: component.Zone, kind: component.Kind}
		if keep == nil || !keep(component.ID) {
			own = c.groupOf(component, grain, own)
		}
		place, there := at[own.id]
		if !there {
			place = len(g.groups)
			at[own.id] = place
			g.groups = append(g.groups, own)
		}
		joined := &g.groups[place]
		joined.members = append(joined.members, component.ID)
		if joined.kind != component.Kind {
			joined.kind = ""
		}
		g.of[component.ID] = place
	}
	for i := range g.groups {
		if only := &g.groups[i]; len(only.members) == 1 {
			component := c.Components[only.members[0]]
			*only = group{id: "component-" + string(component.ID), zone: component.Zone, kind: component.Kind, members: only.members}
		}
	}
	return g
}

// groupOf is the group of a component at a grain.
func (c *systemView) groupOf(component *models.Component, grain grain, own group) group {
	switch grain {
	case byKind:
		own.id = fmt.Sprintf("kind-%s-%s", component.Zone, component.Kind)
	case byZone:
		own.id, own.whole = "zone-"+string(component.Zone), true
	case byLike:
		own.zone = c.alike()[component.Zone]
		own.id, own.whole = "zone-"+string(own.zone), true
	case byArea:
		own.zone = c.area(component.Zone)
		own.id, own.whole = "zone-"+string(own.zone), true
	}
	return own
}

// alike finds for each zone the first zone in the same place that holds the same kinds of components, each as often.
func (c *systemView) alike() map[models.ZoneID]models.ZoneID {
	if c.likeness != nil {
		return c.likeness
	}
	holds := map[models.ZoneID][]string{}
	for i := range c.System.Components {
		x := &c.System.Components[i]
		holds[x.Zone] = append(holds[x.Zone], string(x.Kind))
	}
	first := map[string]models.ZoneID{}
	c.likeness = map[models.ZoneID]models.ZoneID{}
	for _, z := range c.System.Zones {
		slices.Sort(holds[z.ID])
		what := string(z.Parent) + ":" + strings.Join(holds[z.ID], ",")
		if _, there := first[what]; !there {
			first[what] = z.ID
		}
		c.likeness[z.ID] = first[what]
	}
	return c.likeness
}

// area is the outermost zone around a zone.
func (c *systemView) area(id models.ZoneID) models.ZoneID {
	if path := c.Topology.ZonePath(id); len(path) > 0 {
		return path[len(path)-1]
	}
	return id
}

// cutAt leaves no more than most groups: what finds no room is put into the last one.
func (g *grouping) cutAt(most int) *grouping {
	if len(g.groups) <= most {
		return g
	}
	rest := group{id: "rest"}
	for i := most - 1; i < len(g.groups); i++ {
		rest.members = append(rest.members, g.groups[i].members...)
	}
	for _, id := range rest.members {
		g.of[id] = most - 1
	}
	g.groups = append(g.groups[:most-1], rest)
	return g
}

// notes say what was drawn together.
func (g *grouping) notes(c *systemView) []string {
	total := fmt.Sprint(len(g.of))
	whole := slices.ContainsFunc(g.groups, func(x group) bool { return x.whole })
	few := len(g.of) <= pageful
	switch {
	case g.page && g.coarse == byZone && whole:
		return []string{c.Say(words.NeighboursByZone)}
	case g.page && g.coarse == byZone, g.coarse == single:
		return nil
	case g.page && few:
		return []string{c.Say(words.FewGroupedOnPage)}
	case g.page:
		return []string{c.Fill(words.GroupedOnPage, "n", total)}
	case g.coarse == byKind && few:
		return []string{c.Say(words.FewGroupedByKind)}
	case g.coarse == byKind:
		return []string{c.Fill(words.GroupedByKind, "n", total)}
	case few:
		return []string{c.Say(words.FewGroupedByZone)}
	}
	return []string{c.Fill(words.GroupedByZone, "n", total)}
}

// nameless lists the components that are drawn together with others and not named there, in the model's order.
func (g *grouping) nameless(c *systemView) []models.ComponentID {
	var out []models.ComponentID
	for i := range c.System.Components {
		id := c.System.Components[i].ID
		if at, there := g.group(id); there && !g.groups[at].names() {
			out = append(out, id)
		}
	}
	return out
}

// names tells whether a group's box names its members.
func (x *group) names() bool {
	return len(x.members) == 1 || !x.whole && x.kind != "" && len(x.members) <= maxNames
}

// namelessNote names components whose names stand in no figure, or says where they stand.
func (c *systemView) namelessNote(ids []models.ComponentID) []string {
	switch {
	case len(ids) == 0:
		return nil
	case len(ids) > maxNames:
		return []string{c.Say(words.NamesInList)}
	}
	return []string{c.Fill(words.DrawnWithoutName, "components", c.namesOf(ids))}
}
