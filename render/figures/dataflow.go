package figures

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// natureLines tell the natures of flows apart; dashed lines are kept for flows that not every installation has.
var natureLines = map[models.Nature]diagram.LineStyle{
	models.CommandFlow: diagram.LineSolid, models.TelemetryFlow: diagram.LineDotted, models.RegistrationFlow: diagram.LineDashDotDot,
	models.MaintenanceFlow: diagram.LineDashDot, models.UpdateFlow: diagram.LineLongDash, models.ControlFlow: diagram.LineDouble,
}

// dataflow shows the flows leg by leg, numbered in order.
func dataflow(of *caseview.Case) []plate.Figure {
	c := &systemView{Case: of}
	if len(c.System.Flows) == 0 {
		return nil
	}
	on, hops := map[models.ComponentID]bool{}, c.Topology.Hops()
	for _, hop := range hops {
		on[hop.From], on[hop.To] = true, true
	}
	onWay := func(id models.ComponentID) bool { return on[id] }
	plain := func(most int) *grouping { return c.grouped(most, onWay, nil) }
	whole := c.dataflowOf(render.DataflowDrawing, words.DataflowTitle, plain)
	for i := range whole.Scenes {
		s := whole.Scenes[i].Scene
		s.Footnotes = append(s.Footnotes, c.idleNote(on)...)
	}
	out := []plate.Figure{whole}
	if plain(pageful).coarse == single {
		return out
	}
	for _, zone := range c.System.Zones {
		if groups := c.zonePage(zone.ID, onWay, hops); groups != nil {
			id := render.DataflowDrawing + "-" + string(zone.ID)
			out = append(out, reluctant(c.dataflowOf(id, zoneTitle(words.DataflowTitle, zone), groups)))
		}
	}
	return out
}

// dataflowOf draws the flows between the components as grouped for a number of boxes.
func (c *systemView) dataflowOf(id string, title models.Text, groups func(int) *grouping) plate.Figure {
	out := plate.Figure{ID: id, Title: title}
	for _, t := range distinct(slices.Concat(trims, barely), groups) {
		if !t.low { // there are no parties in this figure
			continue
		}
		s := c.newSkeleton(c.Scene(id, title), t.grouping, t.trim)
		s.scene.Subtitle = c.Say(words.NumbersAreOrder)
		for at := range s.groups {
			s.scene.Nodes = append(s.scene.Nodes, s.node(at))
		}
		s.addStreams()
		s.scene.Footnotes = t.notes(c)
		if t.bare {
			s.scene.Footnotes = append(s.scene.Footnotes, c.Say(words.FlowsInTable))
		}
		out.Scenes = append(out.Scenes, plate.Variant{Scene: s.scene, Loss: t.loss})
	}
	return out
}

// idleNote names the listed components that no flow touches.
func (c *systemView) idleNote(on map[models.ComponentID]bool) []string {
	var out []string
	for i := range c.System.Components {
		component := &c.System.Components[i]
		if !on[component.ID] && !component.DrawnOnly {
			out = append(out, c.Called(models.ComponentSort, string(component.ID)))
		}
	}
	if len(out) > maxAssets {
		rest := len(out) - maxAssets + 1
		out = append(out[:maxAssets-1], c.Fill(words.AndMore, "n", strconv.Itoa(rest)))
	}
	if len(out) == 0 {
		return nil
	}
	return []string{c.Fill(words.WithoutFlow, "components", c.List(out))}
}

// stream is the legs of one look from one group to another: they ride together on one line, others beside them.
type stream struct {
	from, to int
	look     look
	flows    []int // in the model
	first    []int // those whose first leg this is
	returns  bool  // the same flows come back the same way
}

// look is what a leg's line shows of its flow.
type look struct {
	nature           models.Nature
	optional, closed bool
}

// addStreams adds the legs and explains their lines.
func (s *skeleton) addStreams() {
	streams := folded(s.streams())
	for i, x := range streams {
		s.scene.Edges = append(s.scene.Edges, s.streamEdge(i, x))
	}
	some := func(is func(stream) bool) bool { return slices.ContainsFunc(streams, is) }
	explain := func(e diagram.Entry, text models.Text) {
		e.Sample, e.Text = diagram.SampleLine, s.Say(text)
		s.scene.Legend = append(s.scene.Legend, e)
	}
	for _, nature := range models.Natures() {
		if some(func(x stream) bool { return x.look.nature == nature && !x.look.optional }) {
			explain(diagram.Entry{Line: natureLines[nature]}, words.Nature(nature))
		}
	}
	if some(func(x stream) bool { return x.look.optional }) {
		explain(diagram.Entry{Line: diagram.LineDashed}, words.FlowOptional)
	}
	if some(func(x stream) bool { return x.look.closed }) {
		explain(diagram.Entry{Emphasis: diagram.Muted, Struck: true}, words.FlowClosed)
	}
}

// streams lists the lines that the legs make: those that join the same groups and look alike ride together.
func (s *skeleton) streams() []stream {
	type key struct {
		from, to int
		look     look
	}
	var out []stream
	at := map[key]int{}
	for i := range s.System.Flows {
		f := &s.System.Flows[i]
		begun := false
		for _, leg := range s.Topology.HopsOf(f) {
			from, known := s.group(leg.From)
			to, there := s.group(leg.To)
			if !known || !there || from == to {
				continue
			}
			k := key{from, to, look{f.Nature, f.Optional, f.Closed}}
			if _, there := at[k]; !there {
				at[k] = len(out)
				out = append(out, stream{from: from, to: to, look: k.look})
			}
			if x := &out[at[k]]; !slices.Contains(x.flows, i) {
				x.flows = append(x.flows, i)
				if !begun {
					x.first = append(x.first, i)
				}
			}
			begun = true
		}
	}
	return out
}

// folded draws two streams as one line with two heads where the same flows come back the way that they went, to a server
// and on from it, say.
func folded(streams []stream) []stream {
	var out []stream
	for _, x := range streams {
		back := slices.IndexFunc(out, func(y stream) bool {
			return y.from == x.to && y.to == x.from && y.look == x.look && len(y.first)+len(x.first) == 0 && slices.Equal(y.flows, x.flows)
		})
		if back >= 0 {
			out[back].returns = true
			continue
		}
		out = append(out, x)
	}
	return out
}

// maxNamed is how many flows a line names; the others are counted.
const maxNamed = 3

// streamEdge is the line of a stream: the numbers of its flows, and at its first leg each flow's name, where the figure has
// room for names.
func (s *skeleton) streamEdge(i int, x stream) diagram.Edge {
	e := diagram.Edge{
		ID: fmt.Sprintf("leg-%d", i+1), From: s.groups[x.from].id, To: s.groups[x.to].id,
		Line: natureLines[x.look.nature], Number: s.numbers(x.flows),
	}
	if s.depth[x.from] > s.depth[x.to] { // upwards: beside those that lead downwards
		e.From, e.To, e.Arrow = e.To, e.From, diagram.Backward
	}
	if x.returns {
		e.Arrow = diagram.Both
	}
	if x.look.optional {
		e.Line = diagram.LineDashed
	}
	if x.look.closed {
		e.Emphasis, e.Struck = diagram.Muted, true
	}
	if !s.trim.bare {
		e.Label = s.flowNames(x)
	}
	return e
}

// flowNames are the names of the flows that begin with a stream, each once.
func (s *skeleton) flowNames(x stream) []diagram.Line {
	var out []diagram.Line
	named := x.first
	if len(named) > maxNamed {
		named = named[:maxNamed]
	}
	for _, flow := range named {
		text := s.flowName(flow)
		if len(x.flows) > 1 {
			text = s.number(flow) + " " + text
		}
		out = append(out, diagram.Line{Text: text})
	}
	if rest := len(x.first) - len(named); rest > 0 {
		out = append(out, diagram.Line{Text: s.Fill(words.AndMore, "n", strconv.Itoa(rest))})
	}
	if x.look.optional && len(x.first) > 0 {
		out = append(out, diagram.Line{Text: s.Fill(words.OptionalNature, "nature", s.Say(words.Nature(x.look.nature)))})
	}
	return out
}

func (s *skeleton) flowName(at int) string {
	f := &s.System.Flows[at]
	if name := s.Say(f.Name); name != "" {
		return name
	}
	return s.Say(words.Nature(f.Nature))
}

// number is a flow's number in the figure.
func (s *skeleton) number(at int) string {
	if seq := s.System.Flows[at].Seq; seq > 0 {
		return strconv.Itoa(seq)
	}
	return strconv.Itoa(at + 1)
}

// maxNumbers is how many numbers a line carries; more are counted.
const maxNumbers = 4

// numbers are the numbers of several flows.
func (s *skeleton) numbers(flows []int) string {
	if len(flows) > maxNumbers {
		return s.Fill(words.FlowCount, "n", strconv.Itoa(len(flows)))
	}
	out := ""
	for i, flow := range flows {
		if i > 0 {
			out += "·"
		}
		out += s.number(flow)
	}
	return out
}
