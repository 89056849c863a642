package figures

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// zonePage groups the components for a page that shows one zone in a number of boxes, with its neighbours in other zones
// drawn together: those that are joined to it. There is none where the zone holds one component only, or none that is wanted.
func (c *systemView) zonePage(zone models.ZoneID, wanted func(models.ComponentID) bool, joined []topology.Link) func(most int) *grouping {
	inside := func(id models.ComponentID) bool {
		return c.Components[id].Zone == zone && (wanted == nil || wanted(id))
	}
	count := 0
	for i := range c.System.Components {
		if inside(c.System.Components[i].ID) {
			count++
		}
	}
	if count < 2 {
		return nil
	}
	near := map[models.ComponentID]bool{}
	for _, l := range joined {
		if inside(l.From) != inside(l.To) {
			near[l.From], near[l.To] = true, true
		}
	}
	shown := func(id models.ComponentID) bool { return inside(id) || near[id] }
	return func(most int) *grouping { return c.zoneGroups(most, shown, inside) }
}

// reluctant returns the figure of a zone's page, whose components are drawn together further only where it is not legible
// otherwise: there is no other page for them.
func reluctant(f plate.Figure) plate.Figure {
	for i := range f.Scenes {
		if v := &f.Scenes[i]; v.Loss > 0 && v.Loss < plate.BareLoss {
			v.Loss += plate.LastResort
		}
	}
	return f
}

// zoneTitle is the title of a figure's page about one zone.
func zoneTitle(figure models.Text, zone models.Zone) models.Text {
	name := zone.Name
	if name.Empty() {
		name = models.Plain(string(zone.ID))
	}
	return models.Text{
		JA: words.Fill(words.ZonePage.JA, "figure", figure.JA, "zone", name.In(models.Japanese)),
		EN: words.Fill(words.ZonePage.EN, "figure", figure.EN, "zone", name.In(models.English)),
	}
}

// groupedTrim is a trim with the groups that it asks for.
type groupedTrim struct {
	trim
	*grouping
}

// distinct pairs trims with their groups, without those that would only repeat another's groups at a loss.
func distinct(trims []trim, groups func(int) *grouping) []groupedTrim {
	var out []groupedTrim
	for _, t := range trims {
		g := groups(t.groups)
		known := func(x groupedTrim) bool {
			return len(x.grouping.groups) == len(g.groups) && x.bare == t.bare && (!t.bare || x.names == t.names)
		}
		if t.loss > 0 && slices.ContainsFunc(out, known) {
			continue
		}
		out = append(out, groupedTrim{t, g})
	}
	return out
}
