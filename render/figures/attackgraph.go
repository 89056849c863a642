package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/portrait"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// attackGraph shows how a consequence follows, step by step: each box is one way among several to what comes below it
// unless an AND joins it with others. Where no page holds that, it shows the states of each component or zone together, and
// further pages of about so many boxes show the steps.
func (c *systemView) attackGraph(q *models.Consequence, g *models.ConsequenceGraph, boxes float64) plate.Figure {
	title := about(words.GraphFigure, q)
	out := plate.Figure{ID: render.GraphDrawing + string(q.Effect), Title: title}
	add := func(loss float64, p *proof, look graphLook) {
		d := &graphScene{proof: p, scene: c.Scene(out.ID, title), graphLook: look}
		d.draw(g)
		out.Scenes = append(out.Scenes, plate.Variant{Scene: d.scene, Loss: loss, Parts: loss >= joinLoss})
	}
	if p := c.newProof(q, g); len(p.Boxes) <= wholeBoxes && boxes == pageBoxes {
		add(0, p, graphLook{width: factWidth})
		add(0, c.newProof(q, g), graphLook{width: compactWidth, compact: true})
	}
	if p := c.newProof(q, g); p.straighten() <= straightBoxes && boxes == pageBoxes {
		add(detourLoss, p, graphLook{width: compactWidth, compact: true})
	}
	cut := newPagination(c.newProof(q, g), boxes)
	paged := g.Reading != models.Inherent
	gathered := func(size grain) *proof {
		p := c.newProof(q, g)
		if paged {
			p.pages = cut.pages
		}
		p.gather(size)
		return p
	}
	for i, size := range grains() {
		if p := gathered(size); len(p.Boxes) <= graphful || size == byArea {
			add(joinLoss+coarserLoss*float64(i), p, graphLook{width: narrowWidth, compact: true, plain: true})
		}
	}
	if !paged {
		return out
	}
	out.Pages = func() []plate.Figure {
		var pages []plate.Figure
		for page := range cut.ends {
			pages = append(pages, c.graphPage(q, g, cut, page+1))
		}
		return pages
	}
	if boxes > leastBoxes {
		out.Tighter = func() plate.Figure { return c.attackGraph(q, g, boxes*tighter) }
	}
	return out
}

// wholeBoxes is how many boxes a page may hold with everything that is said of the ways to them; straightBoxes, how many
// where detours are left out.
const wholeBoxes, straightBoxes = 16, 20

// detourLoss is what it costs to leave detours out.
const detourLoss = 8.0

// joinLoss is what it costs to show the states of one component in one box, and the steps on further pages; coarserLoss, to
// draw the components of a kind together, and then those of a zone, of zones that are alike, and of an area.
const joinLoss, coarserLoss = 25.0, 6.0

// graphLook is how much a figure of an attack graph says.
type graphLook struct {
	width   float64 // of the text of a fact
	compact bool    // say how a fact follows in its box, and measures that are not in force in words
	plain   bool    // say nothing of how facts follow: further pages do
}

// graphScene is the state that the steps of drawing a proof share.
type graphScene struct {
	*proof
	graphLook
	scene   *diagram.Scene
	gates   bool // an AND is drawn
	ors     bool
	shields bool                     // a measure in force is drawn
	idle    bool                     // one that is not in force is
	stops   bool                     // a safeguard that stops the consequence is drawn
	beaten  bool                     // one that does not is
	waits   bool                     // a condition is
	further bool                     // a state that another page shows is
	apart   map[*portrait.Way]string // what tells a way from others between the same boxes
}

func (d *graphScene) draw(g *models.ConsequenceGraph) {
	if !d.plain {
		d.number()
	}
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
	d.noteCuts(g.Omitted + g.Portrayal.Omitted)
}

// noteCuts says what the figure does not show; beyond is how many steps no page of it does.
func (d *graphScene) noteCuts(beyond int) {
	note := func(text string) { d.scene.Footnotes = append(d.scene.Footnotes, text) }
	if slices.ContainsFunc(d.Boxes, func(x *portrait.Box) bool { return x.Group != "" }) && d.pages == nil {
		note(d.Say(words.GraphGrouped))
	}
	switch {
	case d.pages == nil && beyond+d.omitted > 0:
		note(d.Fill(words.GraphOmitted, "n", strconv.Itoa(beyond+d.omitted)))
	case d.pages != nil && d.page == 0:
		var all []int
		for _, page := range d.pages {
			all = append(all, page)
		}
		slices.Sort(all)
		note(d.Fill(words.GraphOnPages, "pages", d.pageNumbers(slices.Compact(all))))
	}
	if d.pages != nil && beyond > 0 {
		note(d.Fill(words.GraphLeftOut, "n", strconv.Itoa(beyond)))
	}
}

// factWidth is the width of the text of a fact; where its box also says how it follows, it is wider.
const factWidth, compactWidth, narrowWidth, tightWidth = 128.0, 200.0, 140.0, 108.0

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
			n.Label = append(n.Label, d.continued(x)...)
		case models.GoalBox:
			n = d.goal(d.consequence)
		case models.CauseBox:
			n = diagram.Node{Shape: diagram.ShapeOrGate}
			if len(d.onward[x]) > 0 {
				n = d.fact(x)
			}
			d.ors = d.ors || n.Shape == diagram.ShapeOrGate
		case elsewhereBox:
			n = d.elsewhere(x)
			d.further = true
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
	if len(x.Alike) > 0 {
		n.Label[0].Text = d.Say(words.ListBullet) + n.Label[0].Text
	}
	for i, id := range x.Alike {
		if i == maxAlike-1 && len(x.Alike) > maxAlike {
			n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.MoreAttackers, "n", strconv.Itoa(len(x.Alike)-i)), Tone: diagram.ToneSmall})
			break
		}
		n.Label = append(n.Label, diagram.Line{Text: d.Say(words.ListBullet) + d.ProfileName(id), Tone: diagram.ToneSmallStrong})
	}
	for _, f := range x.Knows {
		n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.KnowsData, "data", d.Called(models.DataSort, f.Subject)), Tone: diagram.ToneSmall})
	}
	return n
}

// maxAlike is how many attackers are named in a box beside the first.
const maxAlike = 4

// fact is the box of a fact: what it is about, and the state. Facts that follow from each other by themselves share it.
func (d *graphScene) fact(x *portrait.Box) diagram.Node {
	n := diagram.Node{Shape: diagram.ShapePill, MaxWidth: d.width}
	facts := x.Facts()
	if x.Group != "" {
		n.Label = d.states(x.Group, facts)
	} else {
		n.Label = d.sayings(facts)
	}
	entry := func(e models.EntryPoint) bool {
		return e.Effect == d.consequence.Effect && slices.Contains(facts, e.Fact)
	}
	if slices.ContainsFunc(d.Result.Entries, entry) {
		n.Badge = d.Say(words.EntryBadge)
	}
	if only := d.singleWay(x); d.compact && !d.plain && only != nil {
		for _, line := range d.wayLabel(only) {
			n.Label = append(n.Label, diagram.Line{Text: line.Text, Tone: diagram.ToneSmall})
		}
	}
	n.Label = append(n.Label, d.continued(x)...)
	if d.page == 0 && d.pages != nil {
		n.Label = append(n.Label, diagram.Line{Text: d.Fill(words.ShownOnPages, "pages", d.pageNumbers(d.shownOn(x))), Tone: diagram.ToneSmallStrong})
	}
	return n
}

// continued says on which other pages a box is gone on from.
func (d *graphScene) continued(x *portrait.Box) []diagram.Line {
	if len(d.onward[x]) == 0 {
		return nil
	}
	return []diagram.Line{{Text: d.Fill(words.ContinuedOn, "pages", d.pageNumbers(d.onward[x])), Tone: diagram.ToneSmallStrong}}
}

// singleWay is the way to a box that no other way leads to, else nothing.
func (d *graphScene) singleWay(x *portrait.Box) *portrait.Way {
	var only *portrait.Way
	for _, w := range d.Ways {
		if w.To != x {
			continue
		}
		if only != nil {
			return nil
		}
		only = w
	}
	return only
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
	if flow := d.Flows[models.FlowID(f.Subject)]; of == models.FlowSort && flow != nil && !d.compact {
		from, to := d.Called(models.ComponentSort, string(flow.From)), d.Called(models.ComponentSort, string(flow.To))
		name += d.Fill(words.FlowEnds, "from", from, "to", to)
	}
	return name
}

// maxSubjects is of how many subjects a box lists the states.
const maxSubjects = 5

// states lists the states of a box that many facts were drawn together in, by subject and in the order in which they come
// about: those of the component that gives the box its name, then each flow's, each datum's and each other component's.
func (d *graphScene) states(name string, facts []models.Fact) []diagram.Line {
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b models.Fact) int { return cmp.Compare(d.order[a], d.order[b]) })
	var subjects []string
	said := map[string][]string{}
	for _, f := range facts {
		about, text := d.Called(d.SortOf(f), f.Subject), d.State(f.State)
		if said[about] == nil {
			subjects = append(subjects, about)
		}
		if !slices.Contains(said[about], text) {
			said[about] = append(said[about], text)
		}
	}
	out := []diagram.Line{{Text: name, Tone: diagram.ToneSmallStrong}}
	add := func(text string) { out = append(out, diagram.Line{Text: text, Tone: diagram.ToneSmall}) }
	if own := said[name]; own != nil {
		add(d.List(own))
		subjects = slices.DeleteFunc(subjects, func(s string) bool { return s == name })
	}
	for i, about := range subjects {
		if i == maxSubjects-1 && len(subjects) > maxSubjects {
			add(d.Fill(words.AndMore, "n", strconv.Itoa(len(subjects)-i)))
			break
		}
		add(about + d.Say(words.FactColon) + d.List(said[about]))
	}
	return out
}

// addWay adds a way: over an AND where it comes from several boxes, and through the measures that stand in it.
func (d *graphScene) addWay(i int, w *portrait.Way) {
	id := fmt.Sprintf("way-%d", i+1)
	emphasis := diagram.Plain
	if w.Easiest {
		emphasis = diagram.Raised
	}
	label := d.wayLabel(w)
	if d.plain || d.compact && w.To.Kind == models.FactBox && d.singleWay(w.To) == w {
		label = nil // said in the box, or elsewhere
	}
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
	if shield, stands := d.shield(id, w); stands && !d.plain {
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
		if d.compact {
			text = d.Fill(words.ByRule, "rule", rule, "days", text)
		} else {
			out = append(out, diagram.Line{Text: rule})
		}
	}
	if text != "" {
		out = append(out, diagram.Line{Text: text})
	}
	for _, id := range w.Measures() {
		if m := d.Measures[id]; d.compact && (m == nil || !m.Status.InForce()) {
			out = append(out, diagram.Line{Text: d.measureInWords(id)})
		}
	}
	if d.apart[w] != "" {
		out = append(out, diagram.Line{Text: d.Fill(words.WayOver, "subject", d.apart[w])})
	}
	for _, id := range w.Conditions {
		out = append(out, diagram.Line{Text: d.Fill(words.WhileCondition, "condition", d.Called(models.ConditionSort, string(id)))})
	}
	return out
}

// measureInWords says in a line that a measure which is not in force would stand in a way: by its number, where it has one.
func (c *systemView) measureInWords(id models.MeasureID) string {
	if m := c.Measures[id]; m != nil && m.No > 0 {
		return c.Fill(words.MeasureByNumber, "n", strconv.Itoa(m.No), "status", c.Say(words.Status(m.Status)))
	}
	line, _ := c.measure(id)
	return c.Fill(words.MeasureInWords, "measure", line)
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
		if inForce || !d.compact {
			n.Label = append(n.Label, diagram.Line{Text: line, Tone: diagram.ToneSmall})
		}
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
	add(d.further, diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeCloud, Emphasis: diagram.Muted}, words.ElsewhereBox)
	add(d.stops, diagram.Entry{Sample: diagram.SampleNode, Emphasis: diagram.Guarding}, words.StoppingBox)
	add(d.beaten, diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Muted, Line: diagram.LineDashed, Struck: true}, words.DefeatedLine)
	note := func(text string) { d.scene.Footnotes = append(d.scene.Footnotes, text) }
	note(d.Say(words.OrImplicit))
	for i, a := range d.assumed {
		if i == maxAssumed {
			note(d.Fill(words.AndMore, "n", strconv.Itoa(len(d.assumed)-i)))
			break
		}
		note(d.Fill(words.AssumptionNote, "n", strconv.Itoa(i+1), "subject", d.Called(a.Type, a.Subject), "property", d.propertyName(a.Property)))
	}
}

func (c *systemView) propertyName(id models.PropertyID) string {
	for i := range c.Result.Words.Properties {
		if p := &c.Result.Words.Properties[i]; p.ID == id && !p.Name.Empty() {
			return c.Say(p.Name)
		}
	}
	return string(id)
}
