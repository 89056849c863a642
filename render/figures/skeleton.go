package figures

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// trim is how a figure of the system is trimmed to its page.
type trim struct {
	names  float64 // width of the components' names
	low    bool    // parties stand below their components where most of these lie low, not only where all do
	groups int     // how many boxes for components
	loss   float64 // what the figure tells less, in the unit of badness
	bare   bool    // parties are left out, and lines of flows carry numbers only
}

// trims are the ways to draw a figure of the system, the most telling first.
var trims = []trim{
	{names: 132, low: true, groups: pageful}, {names: 116, groups: pageful}, {names: 104, low: true, groups: pageful},
	{names: 116, low: true, groups: pageful * 3 / 4, loss: 6},
	{names: 132, low: true, groups: pageful / 2, loss: 15}, {names: 132, low: true, groups: pageful / 3, loss: 25},
}

// barely are the ways to draw a figure in which lines would cover each other otherwise.
var barely = []trim{
	{names: 132, low: true, groups: pageful, loss: plate.BareLoss, bare: true},
	{names: 104, low: true, groups: pageful, loss: plate.BareLoss + 1, bare: true},
}

// skeleton is what the figures of the system share: zones, components and what joins them.
type skeleton struct {
	*systemView
	*grouping
	scene *diagram.Scene
	trim  trim
	depth []int // of groups: how far from where the use begins
	links []topology.FoldedLink
}

// newSkeleton puts the zones and groups into a scene.
func (c *systemView) newSkeleton(scene *diagram.Scene, g *grouping, t trim) *skeleton {
	s := &skeleton{systemView: c, grouping: g, scene: scene, trim: t}
	s.addZones()
	s.join()
	return s
}

// addZones adds the zones that hold something, outer ones before inner ones.
func (s *skeleton) addZones() {
	used := map[models.ZoneID]bool{}
	for _, g := range s.groups {
		if g.whole {
			continue
		}
		for _, id := range s.Topology.ZonePath(g.zone) {
			used[id] = true
		}
	}
	added := map[models.ZoneID]bool{"": true}
	for range s.System.Zones {
		grown := false
		for _, z := range s.System.Zones {
			if used[z.ID] && !added[z.ID] && added[z.Parent] {
				added[z.ID], grown = true, true
				s.scene.Zones = append(s.scene.Zones, diagram.Zone{ID: zoneFrame(z.ID), Parent: zoneFrame(z.Parent), Caption: s.caption(z.ID)})
			}
		}
		if !grown {
			return
		}
	}
}

// caption is the name above a zone, with how many such sites there are; none where all that the zone holds is one component of
// that name.
func (s *skeleton) caption(id models.ZoneID) string {
	name := s.zoneName(id)
	if z := s.Zones[id]; z != nil && z.Installations > 1 {
		return s.Fill(words.Sites, "zone", name, "n", words.Count(z.Installations))
	}
	inside, alike := 0, 0
	for _, g := range s.groups {
		if g.zone == id {
			inside++
			if len(g.members) == 1 && s.Called(models.ComponentSort, string(g.members[0])) == name {
				alike++
			}
		}
	}
	if inside == 1 && alike == 1 {
		return ""
	}
	return name
}

func zoneFrame(id models.ZoneID) string {
	if id == "" {
		return ""
	}
	return "frame-" + string(id)
}

func (c *systemView) zoneName(id models.ZoneID) string {
	if z := c.Zones[id]; z != nil && !z.Name.Empty() {
		return c.Say(z.Name)
	}
	return string(id)
}

// node is the box of a group.
func (s *skeleton) node(at int) diagram.Node {
	g := s.groups[at]
	n := diagram.Node{ID: g.id, Zone: s.frameOf(g), MaxWidth: s.trim.names}
	switch {
	case len(g.members) == 1:
		component := s.Components[g.members[0]]
		n.Icon, n.Shape = s.Icon(g.kind), s.Shape(g.kind)
		n.Label = []diagram.Line{{Text: s.Called(models.ComponentSort, string(component.ID)), Tone: diagram.ToneStrong}}
		if component.Installations > 1 {
			n.Label = append(n.Label, diagram.Line{Text: s.Fill(words.Installations, "n", words.Count(component.Installations)), Tone: diagram.ToneSmall})
		}
	case g.kind != "" && !g.whole:
		n.Icon, n.Shape = s.Icon(g.kind), s.Shape(g.kind)
		n.Label = []diagram.Line{
			{Text: s.Fill(words.KindCount, "kind", s.KindName(g.kind), "n", fmt.Sprint(len(g.members))), Tone: diagram.ToneStrong},
		}
		if g.names() {
			n.Label = append(n.Label, diagram.Line{Text: s.namesOf(g.members), Tone: diagram.ToneSmall})
		}
	default:
		n.Icon = diagram.IconNetwork
		name := s.Say(words.OtherComponents)
		if g.whole {
			name = s.wholeName(g)
		}
		n.Label = []diagram.Line{{Text: name, Tone: diagram.ToneStrong}}
		n.Label = append(n.Label, s.kindCounts(g.members)...)
	}
	return n
}

// wholeName is the name of a zone that is drawn as one box, with how many like it are drawn together with it.
func (s *skeleton) wholeName(g group) string {
	name := s.zoneName(g.zone)
	zones := map[models.ZoneID]bool{}
	for _, id := range g.members {
		zones[s.Components[id].Zone] = true
	}
	if s.coarse == byLike && len(zones) > 1 {
		return s.Fill(words.LikeZones, "zone", name, "n", fmt.Sprint(len(zones)-1))
	}
	return name
}

// maxNames is how many components that are drawn together are named.
const maxNames = 9

// namesOf lists the names of components.
func (c *systemView) namesOf(ids []models.ComponentID) string {
	var names []string
	for _, id := range ids {
		names = append(names, c.Called(models.ComponentSort, string(id)))
	}
	return c.List(names)
}

// frameOf is the frame that a group lies in: a whole zone lies in the frame of the zone around it, where that is drawn.
func (s *skeleton) frameOf(g group) string {
	zone := g.zone
	if g.whole && s.Zones[zone] != nil {
		zone = s.Zones[zone].Parent
	}
	if g.whole && !slices.ContainsFunc(s.scene.Zones, func(z diagram.Zone) bool { return z.ID == zoneFrame(zone) }) {
		return ""
	}
	if s.Zones[zone] == nil {
		return ""
	}
	return zoneFrame(zone)
}

// maxCounts is how many kinds a box counts.
const maxCounts = 4

// kindCounts says how many components of each kind there are, the most frequent first.
func (s *skeleton) kindCounts(members []models.ComponentID) []diagram.Line {
	var kinds []models.KindID
	count := map[models.KindID]int{}
	for _, id := range members {
		kind := s.Components[id].Kind
		if count[kind] == 0 {
			kinds = append(kinds, kind)
		}
		count[kind]++
	}
	slices.SortStableFunc(kinds, func(a, b models.KindID) int { return cmp.Compare(count[b], count[a]) })
	var out []diagram.Line
	rest := 0
	for i, kind := range kinds {
		if i >= maxCounts && len(kinds) > maxCounts+1 {
			rest += count[kind]
			continue
		}
		out = append(out, diagram.Line{Text: s.Fill(words.KindCount, "kind", s.KindName(kind), "n", fmt.Sprint(count[kind])), Tone: diagram.ToneSmall})
	}
	if rest > 0 {
		out = append(out, diagram.Line{Text: s.Fill(words.KindCount, "kind", s.Say(words.OtherComponents), "n", fmt.Sprint(rest)), Tone: diagram.ToneSmall})
	}
	return out
}

// join folds the links of the case into groups, each pair once, and finds how many links each group is away from where
// the use begins: the sender of the first command. Drawings lead from there downwards.
func (s *skeleton) join() {
	folded := s.Topology.Fold(len(s.groups), s.group)
	s.links, s.depth = folded.Links, folded.Depths(s.beginnings())
}

// beginnings are the groups in the order in which a search for depth starts from them.
func (s *skeleton) beginnings() []int {
	var out []int
	flows := slices.Clone(s.System.Flows)
	slices.SortStableFunc(flows, func(a, b models.Flow) int {
		return cmp.Or(cmp.Compare(notCommand(a.Nature), notCommand(b.Nature)), cmp.Compare(a.Seq, b.Seq))
	})
	for _, f := range flows {
		if at, there := s.group(f.From); there {
			out = append(out, at)
		}
	}
	for i := range s.groups {
		out = append(out, i)
	}
	return out
}

func notCommand(n models.Nature) int {
	if n == models.CommandFlow {
		return 0
	}
	return 1
}

// linkEdge is the line of a link, from the end nearer to where the use begins.
func (s *skeleton) linkEdge(l topology.FoldedLink) diagram.Edge {
	from, to := l.From, l.To
	if s.depth[from] > s.depth[to] {
		from, to = to, from
	}
	e := diagram.Edge{
		ID: "link-" + s.groups[from].id + "-" + s.groups[to].id, From: s.groups[from].id, To: s.groups[to].id, Arrow: diagram.NoArrow,
	}
	if l.Flow != nil && l.Flow.Nature == models.ControlFlow {
		e.Line = diagram.LineDouble
	}
	return e
}
