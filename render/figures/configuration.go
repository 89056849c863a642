package figures

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// configuration shows zones, components with their levels, and who answers for them. Where components are drawn
// together without their names, a page for each zone follows, and below the figure stand the names that no page shows.
func configuration(of *caseview.Case) []plate.Figure {
	c := &systemView{Case: of}
	if len(c.System.Components) == 0 {
		return nil
	}
	pages := c.configurationPages()
	paged := map[models.ZoneID]bool{}
	for zone := range pages {
		paged[zone] = true
	}
	elsewhere := func(id models.ComponentID) bool { return paged[c.Components[id].Zone] }
	whole := func(most int) *grouping { return c.grouped(most, nil, nil) }
	out := c.configurationOf(render.ConfigurationDrawing, words.ConfigurationFigure, whole, elsewhere)
	drawPages := func() []plate.Figure {
		var all []plate.Figure
		for _, zone := range c.System.Zones {
			if groups := pages[zone.ID]; groups != nil {
				id := render.ConfigurationDrawing + "-" + string(zone.ID)
				beyond := func(other models.ComponentID) bool { return c.Components[other].Zone != zone.ID }
				all = append(all, reluctant(c.configurationOf(id, zoneTitle(words.ConfigurationFigure, zone), groups, beyond, barely...)))
			}
		}
		return all
	}
	if whole(pageful).coarse != single {
		return append([]plate.Figure{out}, drawPages()...)
	}
	out.Pages = drawPages
	return []plate.Figure{out}
}

// configurationPages groups the components for the pages of the zones that have one.
func (c *systemView) configurationPages() map[models.ZoneID]func(most int) *grouping {
	out, attached := map[models.ZoneID]func(most int) *grouping{}, c.Topology.Connections()
	for _, zone := range c.System.Zones {
		if groups := c.zonePage(zone.ID, nil, attached); groups != nil {
			out[zone.ID] = groups
		}
	}
	return out
}

// configurationOf draws the components as grouped for a number of boxes, in the usual ways and in some more. Those that are
// not named there are named below, but for those whose names stand elsewhere.
func (c *systemView) configurationOf(id string, title models.Text, groups func(int) *grouping, elsewhere func(models.ComponentID) bool, more ...trim) plate.Figure {
	out := plate.Figure{ID: id, Title: title}
	for _, t := range distinct(slices.Concat(trims, more), groups) {
		scene := c.configurationScene(c.newSkeleton(c.Scene(id, title), t.grouping, t.trim))
		nameless := t.nameless(c)
		out.Scenes = append(out.Scenes, plate.Variant{Scene: scene, Loss: t.loss, Parts: len(nameless) > 0})
		scene.Footnotes = append(scene.Footnotes, c.namelessNote(slices.DeleteFunc(nameless, elsewhere))...)
	}
	return out
}

func (c *systemView) configurationScene(s *skeleton) *diagram.Scene {
	s.scene.Subtitle = c.Say(words.ColoredByLevel)
	for at := range s.groups {
		n := s.node(at)
		s.paintLevel(&n, s.groups[at])
		s.scene.Nodes = append(s.scene.Nodes, n)
	}
	for _, l := range s.links {
		s.scene.Edges = append(s.scene.Edges, s.linkEdge(l))
	}
	var duties []models.Duty
	if !s.trim.bare {
		duties = s.addParties()
	}
	s.configurationLegend(duties)
	s.scene.Footnotes = append(s.scene.Footnotes, s.notes(c)...)
	if s.trim.bare {
		s.scene.Footnotes = append(s.scene.Footnotes, c.Say(words.PartiesElsewhere))
	}
	return s.scene
}

// paintLevel gives a node the level that the case reaches if it is attacked, the highest of several.
func (s *skeleton) paintLevel(n *diagram.Node, g group) {
	highest, known, open := models.LimitedDamage, false, false
	for _, id := range g.members {
		if r := s.Attacked[id]; r != nil && !s.Components[id].DrawnOnly {
			highest, known = max(highest, r.IfAttacked.Recovery.Level), true
			open = open || !r.IfAttacked.Determined()
		}
	}
	switch {
	case open:
		n.Badge = s.Say(models.NotDetermined())
	case known:
		n.Level, n.Badge = caseview.Severity(highest), s.Say(words.RecoveryBadge(highest))
	}
}

// drawnDuties are the duties of the slides' figure; the others are shown where a party has none of these.
var drawnDuties = []models.Duty{models.Supplies, models.Operates, models.Maintains, models.Uses}

// dutyLines tell the duties apart.
var dutyLines = map[models.Duty]diagram.LineStyle{
	models.Makes: diagram.LineDashDot, models.Supplies: diagram.LineDashed, models.Owns: diagram.LineDashDot, models.Operates: diagram.LineSolid,
	models.Maintains: diagram.LineLongDash, models.Uses: diagram.LineDotted,
}

// addParties adds the parties with their roles, and joins them to what they answer for. It returns the duties shown.
func (s *skeleton) addParties() []models.Duty {
	shown := map[models.Duty]bool{}
	for i := range s.System.Stakeholders {
		party := &s.System.Stakeholders[i]
		edges := s.dutyEdges(party, drawnDuties, shown)
		if len(edges) == 0 {
			edges = s.dutyEdges(party, models.Duties(), shown)
		}
		if len(edges) == 0 {
			continue
		}
		n := diagram.Node{ID: partyNode(party.ID), Icon: s.partyIcon(party), Shape: diagram.ShapeTag, MaxWidth: 150, Emphasis: diagram.Guarding,
			Label: []diagram.Line{{Text: s.Called(models.StakeholderSort, string(party.ID)), Tone: diagram.ToneSmallStrong}}}
		if role := s.Say(party.Role); role != "" {
			n.Label = append(n.Label, diagram.Line{Text: role, Tone: diagram.ToneSmall})
		}
		s.scene.Nodes = append(s.scene.Nodes, n)
		s.scene.Edges = append(s.scene.Edges, s.placed(edges)...)
	}
	var duties []models.Duty
	for _, d := range models.Duties() {
		if shown[d] {
			duties = append(duties, d)
		}
	}
	return duties
}

// dutyEdges joins a party to the groups that it has one of the duties for, with one line each.
func (s *skeleton) dutyEdges(party *models.Stakeholder, duties []models.Duty, shown map[models.Duty]bool) []diagram.Edge {
	var edges []diagram.Edge
	joined := map[int]bool{}
	for _, duty := range duties {
		for _, id := range party.Of(duty) {
			at, there := s.group(id)
			if !there || joined[at] {
				continue
			}
			joined[at], shown[duty] = true, true
			edges = append(edges, diagram.Edge{
				ID: fmt.Sprintf("%s-%s-%s", duty, party.ID, s.groups[at].id), From: partyNode(party.ID), To: s.groups[at].id,
				Line: dutyLines[duty], Emphasis: diagram.Guarding,
			})
		}
	}
	return edges
}

// placed turns the lines of a party whose components lie in the lower half of the figure, so that it stands below them.
func (s *skeleton) placed(edges []diagram.Edge) []diagram.Edge {
	total, highest, deepest := 0, len(s.groups), slices.Max(s.depth)
	for _, e := range edges {
		depth := s.depth[slices.IndexFunc(s.groups, func(g group) bool { return g.id == e.To })]
		total, highest = total+depth, min(highest, depth)
	}
	low := 2*highest >= deepest
	if s.trim.low {
		low = 2*total > len(edges)*deepest
	}
	if !low {
		return edges
	}
	for i := range edges {
		e := &edges[i]
		e.From, e.To, e.Arrow = e.To, e.From, diagram.Backward
	}
	return edges
}

func (s *skeleton) configurationLegend(duties []models.Duty) {
	add := func(e diagram.Entry) { s.scene.Legend = append(s.scene.Legend, e) }
	for _, r := range models.Recoveries() {
		add(diagram.Entry{Sample: diagram.SampleLevel, Level: caseview.Severity(r), Text: s.Say(words.Recovery(r))})
	}
	if len(s.links) > 0 {
		add(diagram.Entry{Sample: diagram.SampleLine, Arrow: diagram.NoArrow, Text: s.Say(words.ConnectionLine)})
	}
	for _, d := range duties {
		add(diagram.Entry{Sample: diagram.SampleLine, Line: dutyLines[d], Emphasis: diagram.Guarding, Text: s.Say(words.Duty(d))})
	}
	for _, kind := range s.kindsDrawn() {
		add(diagram.Entry{Sample: diagram.SampleNode, Icon: s.Icon(kind), Text: s.KindName(kind)})
	}
}

// kindsDrawn are the kinds that the figure tells apart by their icons, one for each icon. One whose only component
// bears the kind's own name needs no explanation.
func (s *skeleton) kindsDrawn() []models.KindID {
	var order []models.KindID
	first, plain := map[diagram.Icon]models.KindID{}, map[models.KindID]bool{}
	for _, g := range s.groups {
		if g.kind == "" {
			continue
		}
		icon := s.Icon(g.kind)
		if _, seen := first[icon]; !seen {
			first[icon], plain[g.kind] = g.kind, true
			order = append(order, g.kind)
		}
		if len(g.members) > 1 || s.Called(models.ComponentSort, string(g.members[0])) != s.KindName(first[icon]) {
			plain[first[icon]] = false
		}
	}
	return slices.DeleteFunc(order, func(kind models.KindID) bool { return plain[kind] })
}
