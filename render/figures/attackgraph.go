package figures

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/words"
)

// attackGraph is the graph of how a consequence follows, step by step, for whoever draws it with other tools: each box is one way
// among several to what comes below it unless an AND joins it with others.
func (c *systemView) attackGraph(q *models.Consequence, g *models.ConsequenceGraph) *diagram.Scene {
	d := &graphScene{proof: c.newProof(q, g), scene: c.Scene(render.GraphDrawing+string(q.Effect), about(words.GraphFigure, q))}
	d.draw(g)
	return d.scene
}

// graphScene is the state that the steps of drawing a proof share.
type graphScene struct {
	*proof
	scene   *diagram.Scene
	gates   bool // an AND is drawn
	ors     bool
	shields bool                     // a measure in force is drawn
	idle    bool                     // one that is not in force is
	stops   bool                     // a safeguard that stops the consequence is drawn
	beaten  bool                     // one that does not is
	waits   bool                     // a condition is
	apart   map[*portrait.Way]string // what tells a way from others between the same boxes
}

func (d *graphScene) draw(g *models.ConsequenceGraph) {
	d.number()
	d.scene.Subtitle = d.Say(words.GraphAssessed)
	if g.Reading == models.Inherent {
		d.scene.Subtitle = d.Say(words.GraphInherent)
	}
	d.fold()
	d.addBoxes()
	for i, w := range d.Ways {
		d.addWay(i, w)
	}
	d.explain()
	if n := g.Omitted + g.Portrayal.Omitted; n > 0 {
		d.scene.Footnotes = append(d.scene.Footnotes, d.Fill(words.GraphOmitted, "n", strconv.Itoa(n)))
	}
}

// factWidth is the width of the text of a fact.
const factWidth = 128.0

func (d *graphScene) addBoxes() {
	for _, x := range d.Boxes {
		var n diagram.Node
		switch x.Kind {
		case models.ProfileBox:
			n = d.beginner(x)
		case models.ConditionBox:
			n = d.condition(x.Fact.Subject)
			d.waits = true
		case models.SafeguardBox:
			id := models.SafeguardID(x.Fact.Subject)
			stops := slices.Contains(d.consequence.StoppedBy, id)
			n = d.safeguard(id, stops)
			d.stops, d.beaten = d.stops || stops, d.beaten || !stops
		case models.GoalBox:
			n = d.goal(d.consequence)
		case models.CauseBox:
			n = diagram.Node{Shape: diagram.ShapeOrGate}
			d.ors = true
		default:
			n = d.fact(x)
		}
		n.ID = x.ID
		if x.Easiest && (x.Kind == models.FactBox || x.Kind == models.ProfileBox) {
			n.Emphasis = diagram.Raised
		}
		d.scene.Nodes = append(d.scene.Nodes, n)
	}
}

// beginner is the figure of an attacker or initiator, with what it knows from the start.
func (d *graphScene) beginner(x *portrait.Box) diagram.Node {
	n := diagram.Node{
		Icon: d.ProfileIcon(x.Profile), Shape: diagram.ShapeTag, MaxWidth: 104,
		Label: []diagram.Line{{Text: d.ProfileName(x.Profile), Tone: diagram.ToneSmallStrong}},
	}
	for _, f := range x.Knows {
		n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.KnowsData, "data", d.Called(models.DataSort, f.Subject)), Tone: diagram.ToneSmall})
	}
	return n
}

// fact is the box of a fact: what it is about, and the state. Facts that follow from each other by themselves share it.
func (d *graphScene) fact(x *portrait.Box) diagram.Node {
	n := diagram.Node{Shape: diagram.ShapePill, MaxWidth: factWidth}
	facts := x.Facts()
	n.Label = d.sayings(facts)
	entry := func(e models.EntryPoint) bool {
		return e.Effect == d.consequence.Effect && slices.Contains(facts, e.Fact)
	}
	if slices.ContainsFunc(d.Result.Entries, entry) {
		n.Badge = d.Say(words.EntryBadge)
	}
	return n
}

// sayings say facts one after the other: the states of one subject in a row, and the subjects of one state.
func (d *graphScene) sayings(facts []models.Fact) []diagram.Line {
	var out []diagram.Line
	for i := 0; i < len(facts); {
		subjects, states := []string{d.about(facts[i])}, []string{d.State(facts[i].State)}
		next := i + 1
		for ; next < len(facts) && d.sameSubject(facts[next], facts[i]); next++ {
			states = append(states, d.State(facts[next].State))
		}
		if next == i+1 {
			for ; next < len(facts) && facts[next].State == facts[i].State; next++ {
				subjects = append(subjects, d.about(facts[next]))
			}
		}
		out = append(out,
			diagram.Line{Text: strings.Join(subjects, d.Say(words.Arrow)), Tone: diagram.ToneSmallStrong},
			diagram.Line{Text: strings.Join(states, d.Say(words.Arrow)), Tone: diagram.ToneSmall})
		i = next
	}
	return out
}

func (d *graphScene) sameSubject(a, b models.Fact) bool {
	return a.Subject == b.Subject && d.SortOf(a) == d.SortOf(b)
}

// about names what a fact is about; a flow with its ends.
func (d *graphScene) about(f models.Fact) string {
	of := d.SortOf(f)
	name := d.Called(of, f.Subject)
	if flow := d.Flows[models.FlowID(f.Subject)]; of == models.FlowSort && flow != nil {
		from, to := d.Called(models.ComponentSort, string(flow.From)), d.Called(models.ComponentSort, string(flow.To))
		name += d.Fill(words.FlowEnds, "from", from, "to", to)
	}
	return name
}

// addWay adds a way: over an AND where it comes from several boxes, and through the measures that stand in it.
func (d *graphScene) addWay(i int, w *portrait.Way) {
	id := fmt.Sprintf("way-%d", i+1)
	emphasis := diagram.Plain
	if w.Easiest {
		emphasis = diagram.Raised
	}
	label := d.wayLabel(w)
	from, guards := d.split(w.From)
	at := ""
	if len(from) == 1 && len(guards) == 0 {
		at = from[0].ID
	} else {
		at = id + "-and"
		d.gates = true
		d.scene.Nodes = append(d.scene.Nodes, diagram.Node{ID: at, Shape: diagram.ShapeAndGate, Emphasis: emphasis})
		for j, x := range from {
			d.edge(diagram.Edge{ID: fmt.Sprintf("%s-from-%d", id, j+1), From: x.ID, To: at, Arrow: diagram.NoArrow, Emphasis: d.premiseEmphasis(x, emphasis)})
		}
		for j, x := range guards {
			d.guard(fmt.Sprintf("%s-guard-%d", id, j+1), x, at)
		}
	}
	if shield, stands := d.shield(id, w); stands {
		d.shields = d.shields || shield.Emphasis == diagram.Guarding
		d.idle = d.idle || shield.Emphasis == diagram.Muted
		d.scene.Nodes = append(d.scene.Nodes, shield)
		d.edge(diagram.Edge{ID: id + "-to-shield", From: at, To: shield.ID, Arrow: diagram.NoArrow, Emphasis: emphasis, Label: label})
		at, label = shield.ID, nil
	}
	d.edge(diagram.Edge{ID: id, From: at, To: w.To.ID, Emphasis: emphasis, Label: label})
}

func (d *graphScene) edge(e diagram.Edge) { d.scene.Edges = append(d.scene.Edges, e) }

// split tells the safeguards from what a way otherwise comes from.
func (d *graphScene) split(from []*portrait.Box) (facts, guards []*portrait.Box) {
	for _, x := range from {
		if x.Kind == models.SafeguardBox {
			guards = append(guards, x)
		} else {
			facts = append(facts, x)
		}
	}
	return facts, guards
}

func (d *graphScene) premiseEmphasis(x *portrait.Box, emphasis diagram.Emphasis) diagram.Emphasis {
	if x.Kind == models.ConditionBox {
		return diagram.Plain
	}
	return emphasis
}

// guard joins a safeguard to the step that it stops, or would stop.
func (d *graphScene) guard(id string, x *portrait.Box, to string) {
	e := diagram.Edge{ID: id, From: x.ID, To: to, Arrow: diagram.NoArrow, Emphasis: diagram.Muted, Line: diagram.LineDashed, Struck: true}
	if slices.Contains(d.consequence.StoppedBy, models.SafeguardID(x.Fact.Subject)) {
		e.Emphasis, e.Line, e.Struck, e.Label = diagram.Guarding, diagram.LineSolid, false, []diagram.Line{{Text: d.Say(words.Stops)}}
	}
	d.edge(e)
}

// wayLabel says by which rule a way leads, what it costs and what it assumes. What costs nothing goes without saying.
func (d *graphScene) wayLabel(w *portrait.Way) []diagram.Line {
	var marks []string
	for _, a := range w.Assumes() {
		mark := d.Fill(words.AssumptionMark, "n", strconv.Itoa(slices.Index(d.assumed, a)+1))
		if !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	var out []diagram.Line
	text := strings.Join(marks, " ")
	if w.Step.Effort > 0 {
		rule := d.ruleName(w.Step.Rule)
		text = strings.TrimSpace(d.Days(w.Step.Effort) + " " + text)
		out = append(out, diagram.Line{Text: rule})
	}
	if text != "" {
		out = append(out, diagram.Line{Text: text})
	}
	if d.apart[w] != "" {
		out = append(out, diagram.Line{Text: d.Fill(words.WayOver, "subject", d.apart[w])})
	}
	for _, id := range w.Conditions {
		out = append(out, diagram.Line{Text: d.Fill(words.WhileCondition, "condition", d.Called(models.ConditionSort, string(id)))})
	}
	return out
}

func (c *systemView) ruleName(id models.RuleID) string {
	if r := c.Rules[id]; r != nil && !r.Name.Empty() {
		return c.Say(r.Name)
	}
	return string(id)
}

// shield is the box of the measures that stand in a way.
func (d *graphScene) shield(id string, w *portrait.Way) (diagram.Node, bool) {
	n := diagram.Node{ID: id + "-shield", Shape: diagram.ShapeHexagon, Icon: diagram.IconMeasure, Emphasis: diagram.Muted, MaxWidth: 120}
	for _, id := range w.Measures() {
		line, inForce := d.measure(id)
		if inForce {
			n.Emphasis = diagram.Guarding
		}
		n.Label = append(n.Label, diagram.Line{Text: line, Tone: diagram.ToneSmall})
		if how := d.overcome[id]; inForce && how != nil && how.Rule == models.RuleOvercome && slices.Contains(w.Overcomes(), id) {
			n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.MeasureBeaten, "days", d.Days(how.Effort)), Tone: diagram.ToneSmall})
		}
	}
	return n, len(n.Label) > 0
}

// measureLength is how many characters of a measure's text a shield shows.
const measureLength = 22

// measure says a measure in short, and whether it was decided to take it.
func (c *systemView) measure(id models.MeasureID) (string, bool) {
	m := c.Measures[id]
	if m == nil {
		return string(id), false
	}
	text := []rune(c.Say(m.Text))
	if len(text) == 0 {
		text = []rune(string(id))
	}
	limit := measureLength
	if c.Lang == models.English {
		limit *= 2
	}
	if len(text) > limit {
		text = append(text[:limit-1], '…')
	}
	name := string(text)
	if m.No > 0 {
		name = c.Fill(words.MeasureNo, "n", strconv.Itoa(m.No), "measure", name)
	}
	return c.Fill(words.MeasureStatus, "measure", name, "status", c.Say(words.Status(m.Status))), m.Status.InForce()
}

// maxAssumed is how many unknown properties are spelt out below the figure.
const maxAssumed = 8

// explain adds the legend and the notes.
func (d *graphScene) explain() {
	add := func(shown bool, e diagram.Entry, text models.Text) {
		if shown {
			e.Text = d.Say(text)
			d.scene.Legend = append(d.scene.Legend, e)
		}
	}
	add(true, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapePill}, words.FactBox)
	add(slices.ContainsFunc(d.Ways, func(w *portrait.Way) bool { return w.Easiest }), diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Raised}, words.EasiestLine)
	add(slices.ContainsFunc(d.Ways, func(w *portrait.Way) bool { return !w.Easiest }), diagram.Entry{Sample: diagram.SampleLine}, words.OtherWayLine)
	add(d.gates, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeAndGate}, words.AndGate)
	add(d.ors, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeOrGate}, words.OrGate)
	add(d.shields, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeHexagon, Emphasis: diagram.Guarding}, words.ShieldBox)
	add(d.idle, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeHexagon, Emphasis: diagram.Muted}, words.IdleShieldBox)
	add(d.waits, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeSlanted}, words.ConditionBox)
	add(d.stops, diagram.Entry{Sample: diagram.SampleNode, Emphasis: diagram.Guarding}, words.StoppingBox)
	add(d.beaten, diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Muted, Line: diagram.LineDashed, Struck: true}, words.DefeatedLine)
	note := func(text string) { d.scene.Footnotes = append(d.scene.Footnotes, text) }
	note(d.Say(words.OrImplicit))
	for i, a := range d.assumed {
		if i == maxAssumed {
			note(d.Fill(words.AndMore, "n", strconv.Itoa(len(d.assumed)-i)))
			break
		}
		note(d.Fill(words.AssumptionNote, "n", strconv.Itoa(i+1), "subject", d.Called(a.Type, a.Subject), "property", d.PropertyName(a.Property)))
	}
}
