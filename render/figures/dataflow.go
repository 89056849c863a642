package figures

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// natureLines tell the natures of flows apart; dashed lines are kept for flows that not every installation has.
var natureLines = map[models.Nature]diagram.LineStyle{
	models.CommandFlow: diagram.LineSolid, models.TelemetryFlow: diagram.LineDotted, models.RegistrationFlow: diagram.LineDashDotDot,
	models.MaintenanceFlow: diagram.LineDashDot, models.UpdateFlow: diagram.LineLongDash, models.ControlFlow: diagram.LineDouble,
}

// dataflow shows the flows leg by leg, numbered in order.
func (c *caseView) dataflow() []Figure {
	if len(c.system.Flows) == 0 {
		return nil
	}
	on := map[models.ComponentID]bool{}
	for i := range c.system.Flows {
		for _, leg := range legs(&c.system.Flows[i]) {
			on[leg[0]], on[leg[1]] = true, true
		}
	}
	g := c.grouped(func(id models.ComponentID) bool { return on[id] }, nil)
	s := c.newSkeleton(c.scene(render.DataflowDrawing, words.DataflowTitle), g)
	s.scene.Subtitle = c.say(words.NumbersAreOrder)
	for at := range s.groups {
		s.scene.Nodes = append(s.scene.Nodes, s.node(at))
	}
	s.addStreams()
	if note := g.note(c); note != "" {
		s.scene.Footnotes = append(s.scene.Footnotes, note)
	}
	if idle := c.idle(on); len(idle) > 0 {
		s.scene.Footnotes = append(s.scene.Footnotes, c.fill(words.WithoutFlow, "components", c.list(idle)))
	}
	return []Figure{{ID: s.scene.ID, Title: words.DataflowTitle, Scene: s.scene}}
}

// idle names the listed components that no flow touches.
func (c *caseView) idle(on map[models.ComponentID]bool) []string {
	var out []string
	for i := range c.system.Components {
		component := &c.system.Components[i]
		if !on[component.ID] && !component.DrawnOnly {
			out = append(out, c.called(models.ComponentSubject, string(component.ID)))
		}
	}
	if len(out) > maxAssets {
		rest := len(out) - maxAssets + 1
		out = append(out[:maxAssets-1], c.fill(words.AndMore, "n", strconv.Itoa(rest)))
	}
	return out
}

// stream is the legs from one group to another that look alike.
type stream struct {
	from, to int
	look     look
	flows    []int // in the model
	first    []int // those whose first leg this is
}

// look is what a leg's line shows of its flow.
type look struct {
	nature           models.Nature
	optional, closed bool
}

// addStreams adds the legs. Legs that join the same groups and look alike ride together on one line.
func (s *skeleton) addStreams() {
	streams := s.streams()
	looks := map[look]bool{}
	for i, x := range streams {
		looks[x.look] = true
		s.scene.Edges = append(s.scene.Edges, s.streamEdge(i, x))
	}
	for _, nature := range models.Natures() {
		if looks[look{nature: nature}] || looks[look{nature: nature, closed: true}] {
			s.scene.Legend = append(s.scene.Legend, diagram.Entry{Sample: diagram.SampleLine, Line: natureLines[nature], Text: s.say(words.Nature(nature))})
		}
	}
	optional := slices.ContainsFunc(streams, func(x stream) bool { return x.look.optional })
	closed := slices.ContainsFunc(streams, func(x stream) bool { return x.look.closed })
	if optional {
		s.scene.Legend = append(s.scene.Legend, diagram.Entry{Sample: diagram.SampleLine, Line: diagram.LineDashed, Text: s.say(words.FlowOptional)})
	}
	if closed {
		s.scene.Legend = append(s.scene.Legend, diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Muted, Struck: true, Text: s.say(words.FlowClosed)})
	}
}

func (s *skeleton) streams() []stream {
	var out []stream
	at := map[[2]int]map[look]int{}
	for i := range s.system.Flows {
		f := &s.system.Flows[i]
		seen := false
		for _, leg := range legs(f) {
			from, known := s.group(leg[0])
			to, there := s.group(leg[1])
			if !known || !there || from == to {
				continue
			}
			pair, how := [2]int{from, to}, look{f.Nature, f.Optional, f.Closed}
			if at[pair] == nil {
				at[pair] = map[look]int{}
			}
			place, there := at[pair][how]
			if !there {
				place = len(out)
				at[pair][how] = place
				out = append(out, stream{from: from, to: to, look: how})
			}
			if x := &out[place]; !slices.Contains(x.flows, i) {
				x.flows = append(x.flows, i)
				if !seen {
					x.first = append(x.first, i)
				}
			}
			seen = true
		}
	}
	return out
}

// maxNamed is how many flows a line names; the others are counted.
const maxNamed = 3

// streamEdge is the line of a stream: the numbers of its flows, and at its first leg each flow's name.
func (s *skeleton) streamEdge(i int, x stream) diagram.Edge {
	e := diagram.Edge{
		ID: fmt.Sprintf("leg-%d", i+1), From: s.groups[x.from].id, To: s.groups[x.to].id,
		Line: natureLines[x.look.nature], Number: s.numbers(x.flows),
		Loose: s.depth[x.from] > s.depth[x.to],
	}
	named := x.first
	if len(named) > maxNamed {
		named = named[:maxNamed]
	}
	for _, flow := range named {
		text := s.flowName(flow)
		if len(x.flows) > 1 {
			text = s.number(flow) + " " + text
		}
		e.Label = append(e.Label, diagram.Line{Text: text})
	}
	if rest := len(x.first) - len(named); rest > 0 {
		e.Label = append(e.Label, diagram.Line{Text: s.fill(words.AndMore, "n", strconv.Itoa(rest))})
	}
	if x.look.optional {
		e.Line = diagram.LineDashed
		if len(x.first) > 0 {
			e.Label = append(e.Label, diagram.Line{Text: s.fill(words.OptionalNature, "nature", s.say(words.Nature(x.look.nature)))})
		}
	}
	if x.look.closed {
		e.Emphasis, e.Struck = diagram.Muted, true
	}
	return e
}

func (s *skeleton) flowName(at int) string {
	f := &s.system.Flows[at]
	if name := s.say(f.Name); name != "" {
		return name
	}
	return s.say(words.Nature(f.Nature))
}

// number is a flow's number in the figure.
func (s *skeleton) number(at int) string {
	if seq := s.system.Flows[at].Seq; seq > 0 {
		return strconv.Itoa(seq)
	}
	return strconv.Itoa(at + 1)
}

// maxNumbers is how many numbers a line carries; more are counted.
const maxNumbers = 4

// numbers are the numbers of several flows.
func (s *skeleton) numbers(flows []int) string {
	if len(flows) > maxNumbers {
		return s.fill(words.FlowCount, "n", strconv.Itoa(len(flows)))
	}
	out := ""
	for i, flow := range flows {
		if i > 0 {
			out += " "
		}
		out += s.number(flow)
	}
	return out
}
