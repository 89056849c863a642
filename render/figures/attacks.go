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

// maxAttacks is how many attacks are laid over the system in one figure.
const maxAttacks = 6

// attackRoom is the room for boxes on a page: of all cases' attacks over the system none with more was the best way to draw.
const attackRoom = 16

// fewAttacks are how many attacks a figure shows where more would make it too small.
var fewAttacks = []int{maxAttacks / 2, 1}

// attacks lays the easiest attack of each profile over the system, under a subtitle.
func (c *systemView) attacks(q *models.Consequence, subtitle string) plate.Figure {
	title := about(words.AttackFigure, q)
	out := plate.Figure{ID: render.AttackDrawing + string(q.Effect), Title: title}
	ways := func(trims []trim, most int, loss float64) []plate.Variant {
		var all []plate.Variant
		t := c.traced(q, most)
		touched := func(id models.ComponentID) bool { return t.touched[id] }
		for _, x := range distinct(trims, func(most int) *grouping { return c.grouped(most, nil, touched) }) {
			scene := c.attackScene(c.newSkeleton(c.Scene(out.ID, title), x.grouping, x.trim), q, t)
			scene.Subtitle = subtitle
			all = append(all, plate.Variant{Scene: scene, Loss: x.loss + loss, Room: attackRoom})
		}
		return all
	}
	out.Scenes = ways(trims, maxAttacks, 0)
	out.Last = func() []plate.Variant {
		last := ways(tight, maxAttacks, plate.LastResort)
		for i, most := range fewAttacks {
			if len(q.Attacks) > most {
				loss := float64(i+1) * plate.LastResort
				last = slices.Concat(last, ways(trims, most, loss), ways(tight, most, loss))
			}
		}
		return last
	}
	return out
}

// attacksSubtitle says in which reading the attacks on a consequence are shown.
func (c *systemView) attacksSubtitle(q *models.Consequence) string {
	if q.Reachable.Assessed.Reachable {
		return c.Say(words.AttacksAssessed)
	}
	return c.Say(words.AttacksInherent)
}

// attackScene is the system with the trace of the attacks upon it.
func (c *systemView) attackScene(s *skeleton, q *models.Consequence, t *trace) *diagram.Scene {
	o := &overlay{skeleton: s, trace: t, consequence: q}
	o.addComponents()
	o.addLinks()
	o.addProfiles()
	o.addGoal()
	o.addConditions()
	o.addSafeguards()
	o.explain()
	return s.scene
}

// overlay is the state that the steps of drawing attacks over a system share.
type overlay struct {
	*skeleton
	trace       *trace
	consequence *models.Consequence
}

// stateRoom is how many times as wide a box is that lists states.
const stateRoom = 1.25

// maxStates is how many states of a component are listed in its box.
const maxStates = 4

// addComponents adds the components: those that are compromised, and those that suffer without being attacked, with their
// states; the others muted.
func (o *overlay) addComponents() {
	for at := range o.groups {
		n := o.node(at)
		n.Emphasis = diagram.Muted
		var states []diagram.Line
		emphasis := diagram.Affected
		for _, m := range o.trace.marks {
			if !slices.Contains(o.groups[at].members, m.component) {
				continue
			}
			if m.attacked {
				emphasis = diagram.Raised
			}
			text := m.text + " " + o.trace.code(m.steps)
			if len(o.groups[at].members) > 1 {
				text = o.Called(models.ComponentSort, string(m.component)) + o.Say(words.FactColon) + text
			}
			states = append(states, diagram.Line{Text: text, Tone: diagram.ToneSmall})
		}
		if len(states) > maxStates {
			rest := len(states) - maxStates + 1
			states = append(states[:maxStates-1], diagram.Line{Text: o.Fill(words.AndMore, "n", strconv.Itoa(rest)), Tone: diagram.ToneSmall})
		}
		if len(states) > 0 {
			n.Emphasis, n.MaxWidth = emphasis, o.trim.names*stateRoom
			n.Label = append(n.Label[:1:1], states...) // what is compromised says more than how many there are
		}
		o.scene.Nodes = append(o.scene.Nodes, n)
	}
}

// addLinks adds the links: those that an attack takes with the numbers of its steps, the others muted.
func (o *overlay) addLinks() {
	for _, l := range o.links {
		e := o.linkEdge(l)
		down, up := o.taken(e.From, e.To), o.taken(e.To, e.From)
		switch {
		case len(down) > 0 && len(up) > 0:
			e.Arrow = diagram.Both
		case len(down) > 0:
			e.Arrow = diagram.Forward
		case len(up) > 0:
			e.Arrow = diagram.Backward
		default:
			e.Emphasis = diagram.Muted
			o.scene.Edges = append(o.scene.Edges, e)
			continue
		}
		e.Emphasis, e.Number = diagram.Raised, o.trace.code(append(down, up...))
		o.scene.Edges = append(o.scene.Edges, e)
	}
}

// taken are the steps that lead from one group's node to another's.
func (o *overlay) taken(from, to string) []stepNumber {
	var out []stepNumber
	for _, m := range o.trace.moves {
		a, known := o.group(m.from)
		b, there := o.group(m.to)
		if known && there && o.groups[a].id == from && o.groups[b].id == to && !slices.Contains(out, m.step) {
			out = append(out, m.step)
		}
	}
	return out
}

// addProfiles adds who attacks, and where each begins.
func (o *overlay) addProfiles() {
	for i, a := range o.trace.shown {
		n := o.profile(i, a)
		o.scene.Nodes = append(o.scene.Nodes, n)
		joined := map[int]bool{}
		for _, id := range o.trace.begins[i] {
			at, there := o.group(id)
			if !there || joined[at] {
				continue
			}
			joined[at] = true
			e := diagram.Edge{ID: fmt.Sprintf("begin-%s-%s", a.Profile, o.groups[at].id), From: n.ID, To: o.groups[at].id, Emphasis: diagram.Raised}
			if !o.trim.low && o.depth[at] == slices.Max(o.depth) { // below, where there is room beside the consequence
				e.From, e.To, e.Arrow = e.To, e.From, diagram.Backward
			}
			o.scene.Edges = append(o.scene.Edges, e)
		}
	}
}

// profile is the figure of an attacker or initiator, with its letter, its name and what the attack costs.
func (o *overlay) profile(i int, a models.Attack) diagram.Node {
	n := diagram.Node{
		ID: "profile-" + string(a.Profile), Icon: o.ProfileIcon(a.Profile), Shape: diagram.ShapeTag, Emphasis: diagram.Raised, MaxWidth: 112,
	}
	n.Label = []diagram.Line{{Text: letter(i) + "  " + o.profileName(a.Profile), Tone: diagram.ToneSmallStrong}}
	if o.malicious(a.Profile) {
		n.Label = append(n.Label, diagram.Line{Text: o.effort(a.Effort), Tone: diagram.ToneSmall})
	}
	return n
}

// profileName is what people call an attacker or initiator.
func (c *systemView) profileName(id models.ProfileID) string {
	if p := c.Profiles[id]; p != nil && !p.Name.Empty() {
		return c.Say(p.Name)
	}
	return string(id)
}

// goalRoom is how many times as wide as a component the consequence may be.
const goalRoom = 1.4

const goalNode = "goal"

// addGoal adds the consequence, and what brings it about.
func (o *overlay) addGoal() {
	goal := o.goal(o.consequence)
	goal.MaxWidth = min(goal.MaxWidth, o.trim.names*goalRoom)
	o.scene.Nodes = append(o.scene.Nodes, goal)
	line := diagram.LineSolid
	if !o.consequence.Reachable.Assessed.Reachable {
		line = diagram.LineDashed
	}
	joined := map[int]bool{}
	for _, id := range o.trace.causes {
		at, there := o.group(id)
		if there && !joined[at] {
			joined[at] = true
			o.scene.Edges = append(o.scene.Edges, diagram.Edge{
				ID: "cause-" + o.groups[at].id, From: o.groups[at].id, To: goalNode, Emphasis: diagram.Raised, Line: line,
				Struck: line == diagram.LineDashed,
			})
		}
	}
}

// goal is the box of a consequence, with its level of axis 1.
func (c *systemView) goal(q *models.Consequence) diagram.Node {
	n := diagram.Node{
		ID: goalNode, Shape: diagram.ShapeGoal, Icon: diagram.IconEffect, MaxWidth: 190,
		Label: []diagram.Line{{Text: c.Called(models.EffectSort, string(q.Effect)), Tone: diagram.ToneStrong}},
	}
	if q.Harm == nil {
		return n
	}
	n.Level, n.Badge = caseview.Severity(q.Levels.Recovery.Level), c.Say(words.RecoveryBadge(q.Levels.Recovery.Level))
	if q.Harm.Injury != models.NoInjury && q.Harm.Injury != "" {
		n.Icon = diagram.IconInjury
		n.Label = append(n.Label, diagram.Line{Text: c.Fill(words.GoalInjury, "injury", c.Say(words.Injury(q.Harm.Injury))), Tone: diagram.ToneSmall})
	}
	return n
}

// addConditions adds the circumstances at what waits for them: the consequence, or a component on the way to it.
func (o *overlay) addConditions() {
	drawn := map[string]bool{}
	for i, w := range o.trace.conditions {
		n := o.condition(w.condition)
		if !drawn[n.ID] {
			drawn[n.ID] = true
			o.scene.Nodes = append(o.scene.Nodes, n)
		}
		e := diagram.Edge{ID: fmt.Sprintf("condition-%d", i+1), From: n.ID}
		if at, there := o.group(w.at); there {
			e.To = o.groups[at].id
			o.scene.Edges = append(o.scene.Edges, e)
			continue
		}
		o.scene.Edges = append(o.scene.Edges, o.toGoal(e))
	}
}

// condition is the box of a circumstance that the attacker does not bring about.
func (c *systemView) condition(id string) diagram.Node {
	return diagram.Node{
		ID: "condition-" + id, Shape: diagram.ShapeSlanted, Icon: diagram.IconCondition, MaxWidth: 130,
		Label: []diagram.Line{{Text: c.Called(models.ConditionSort, id), Tone: diagram.ToneSmall}},
	}
}

// addSafeguards adds what stands between the attacks and the consequence: what stops it, and what is defeated.
func (o *overlay) addSafeguards() {
	for _, id := range o.safeguardsDrawn() {
		stops := slices.Contains(o.consequence.StoppedBy, id)
		o.scene.Nodes = append(o.scene.Nodes, o.safeguard(id, stops))
		e := diagram.Edge{ID: "safeguard-" + string(id) + "-goal", From: "safeguard-" + string(id), Emphasis: diagram.Muted, Line: diagram.LineDashed, Arrow: diagram.NoArrow}
		if stops {
			e.Emphasis, e.Line, e.Label = diagram.Guarding, diagram.LineSolid, []diagram.Line{{Text: o.Say(words.Stops)}}
		} else {
			e.Struck = true
		}
		o.scene.Edges = append(o.scene.Edges, o.toGoal(e))
	}
}

// toGoal leads a line to the consequence, from above or, where that makes the figure narrower, from below.
func (o *overlay) toGoal(e diagram.Edge) diagram.Edge {
	e.To = goalNode
	if !o.trim.low {
		e.From, e.To = e.To, e.From
		if e.Arrow == diagram.Forward {
			e.Arrow = diagram.Backward
		}
	}
	return e
}

// safeguardsDrawn are the safeguards that stop the consequence, then those that the attacks defeat or the reading does
// not credit.
func (o *overlay) safeguardsDrawn() []models.SafeguardID {
	out := slices.Clone(o.consequence.StoppedBy)
	for _, id := range o.trace.defeated {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// safeguard is the box of a safeguard with its independence.
func (c *systemView) safeguard(id models.SafeguardID, stops bool) diagram.Node {
	n := diagram.Node{
		ID: "safeguard-" + string(id), Icon: diagram.IconSafeguard, Emphasis: diagram.Guarding, MaxWidth: 130,
		Label: []diagram.Line{{Text: c.Called(models.SafeguardSort, string(id)), Tone: diagram.ToneSmallStrong}},
	}
	if s := c.Safeguards[id]; s != nil {
		n.Label = append(n.Label, diagram.Line{Text: c.Say(words.Independence(s.Independence)), Tone: diagram.ToneSmall})
	}
	if !stops {
		n.Emphasis = diagram.Muted
	}
	return n
}

// explain adds the legend and the notes.
func (o *overlay) explain() {
	add := func(e diagram.Entry, text models.Text) {
		e.Text = o.Say(text)
		o.scene.Legend = append(o.scene.Legend, e)
	}
	add(diagram.Entry{Sample: diagram.SampleNode, Emphasis: diagram.Raised}, words.CompromisedBox)
	if slices.ContainsFunc(o.scene.Nodes, func(n diagram.Node) bool { return n.Emphasis == diagram.Affected }) {
		add(diagram.Entry{Sample: diagram.SampleNode, Emphasis: diagram.Affected}, words.AffectedBox)
	}
	add(diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Raised}, words.AttackLine)
	add(diagram.Entry{Sample: diagram.SampleLine, Arrow: diagram.NoArrow, Emphasis: diagram.Muted}, words.ConnectionLine)
	if len(o.trace.conditions) > 0 {
		add(diagram.Entry{Sample: diagram.SampleNode, Shape: diagram.ShapeSlanted}, words.ConditionBox)
	}
	drawn := o.safeguardsDrawn()
	if len(o.consequence.StoppedBy) > 0 {
		add(diagram.Entry{Sample: diagram.SampleNode, Emphasis: diagram.Guarding}, words.StoppingBox)
		add(diagram.Entry{Sample: diagram.SampleLine, Line: diagram.LineDashed, Emphasis: diagram.Raised, Struck: true}, words.StoppedLine)
	}
	if len(drawn) > len(o.consequence.StoppedBy) {
		add(diagram.Entry{Sample: diagram.SampleLine, Emphasis: diagram.Muted, Line: diagram.LineDashed, Struck: true}, words.DefeatedLine)
	}
	o.scene.Footnotes = append(o.scene.Footnotes, o.Say(words.StepNumbers))
	if rest := len(o.consequence.Attacks) - len(o.trace.shown); rest > 0 {
		o.scene.Footnotes = append(o.scene.Footnotes, o.Fill(words.MoreAttacks, "n", strconv.Itoa(rest)))
	}
	o.scene.Footnotes = append(o.scene.Footnotes, o.notes(o.systemView)...)
}
