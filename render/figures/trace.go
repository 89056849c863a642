package figures

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/words"
)

// trace is what the attacks on a consequence leave on the system: where each begins, what it makes of components, and
// which links it takes.
type trace struct {
	*systemView
	shown      []models.Attack
	marks      []stateMark
	moves      []move
	begins     [][]models.ComponentID // by attack
	causes     []models.ComponentID   // whose states bring the consequence about
	conditions []waiting
	defeated   []models.SafeguardID
	touched    map[models.ComponentID]bool
	holder     map[models.Fact]models.ComponentID // where a fact about a flow or data shows
	been       []map[models.ComponentID]bool      // by attack: what it has come to
	follows    []map[models.Fact]bool             // by attack: what is no step of it but follows in the world
}

// waiting is a circumstance and a component that needs it, or the consequence where there is none.
type waiting struct {
	condition string
	at        models.ComponentID
}

// stepNumber is a step of an attack: the attack's place in the figure, and the step's in the table of its steps.
type stepNumber struct{ attack, step int }

// stateMark is a state that a component comes into.
type stateMark struct {
	component models.ComponentID
	text      string
	steps     []stepNumber
	attacked  bool // by a step of an attack, not only as what follows from one
}

// move is a step that leads from one component to its neighbour.
type move struct {
	from, to models.ComponentID
	step     stepNumber
}

// traced follows the attacks on a consequence, no more than most, step by step.
func (c *systemView) traced(q *models.Consequence, most int) *trace {
	t := &trace{systemView: c, shown: q.Attacks, touched: map[models.ComponentID]bool{}, holder: map[models.Fact]models.ComponentID{}}
	if len(t.shown) > most {
		t.shown = t.shown[:most]
	}
	t.begins = make([][]models.ComponentID, len(t.shown))
	for range t.shown {
		t.been = append(t.been, map[models.ComponentID]bool{})
		t.follows = append(t.follows, map[models.Fact]bool{})
	}
	for i := range t.shown {
		numbers := attacks.StepNumbers(t.shown[i].Steps)
		for j := range t.shown[i].Steps {
			t.follow(&t.shown[i].Steps[j], stepNumber{i, numbers[j]})
		}
	}
	return t
}

// follow takes over one step.
func (t *trace) follow(s *models.Step, n stepNumber) {
	known := t.follows[n.attack]
	if s.Class == models.ConsequenceRule || slices.ContainsFunc(s.From, func(f models.Fact) bool { return known[f] }) {
		known[s.Concludes] = true
	}
	switch s.Rule {
	case models.RuleStart:
		t.begin(s, n)
	case models.RuleUncredited:
		t.defeat(s.Concludes.Subject)
	case models.RuleCause, models.RulePassed, models.RuleOccurs:
		t.lead(s)
	case models.RulePresent, models.RuleAssumed, models.RuleKnows, models.RuleChallenge, models.RuleIdle:
	default:
		t.attack(s, n)
	}
}

// begin notes where an attack begins. What begins at a party begins at the component that the party abuses.
func (t *trace) begin(s *models.Step, n stepNumber) {
	if id := models.ComponentID(s.Concludes.Subject); t.Components[id] != nil && t.typeOf(s.Concludes) == models.ComponentSort {
		t.start(n, id)
		t.mark(id, s, n)
		return
	}
	if f := t.Flows[models.FlowID(s.Concludes.Subject)]; f != nil && t.typeOf(s.Concludes) == models.FlowSort {
		t.start(n, f.To)
		t.holder[s.Concludes] = f.To
		t.markText(f.To, t.Called(models.FlowSort, string(f.ID))+t.Say(words.FactColon)+t.State(s.Concludes.State), s, n)
	}
}

func (t *trace) start(n stepNumber, id models.ComponentID) {
	t.touched[id], t.been[n.attack][id] = true, true
	if !slices.Contains(t.begins[n.attack], id) {
		t.begins[n.attack] = append(t.begins[n.attack], id)
	}
}

func (t *trace) defeat(safeguard string) {
	if id := models.SafeguardID(safeguard); !slices.Contains(t.defeated, id) {
		t.defeated = append(t.defeated, id)
	}
}

// lead notes which components bring the consequence about.
func (t *trace) lead(s *models.Step) {
	t.wait(s, "")
	for _, f := range s.From {
		id, held := t.holder[f]
		if !held && t.typeOf(f) == models.ComponentSort {
			id = models.ComponentID(f.Subject)
		}
		if t.Components[id] != nil && !slices.Contains(t.causes, id) {
			t.causes = append(t.causes, id)
			t.touched[id] = true
		}
	}
}

// attack notes what a step makes of a component, and the links that it takes.
func (t *trace) attack(s *models.Step, n stepNumber) {
	r := rolesOf(s)
	for _, f := range s.From {
		if t.typeOf(f) == models.StakeholderSort && r.component != "" {
			t.start(n, r.component)
		}
	}
	switch t.typeOf(s.Concludes) {
	case models.ComponentSort:
		t.mark(models.ComponentID(s.Concludes.Subject), s, n)
	case models.SafeguardSort:
		t.defeat(s.Concludes.Subject)
	case models.FlowSort, models.DataSort:
		t.markHeld(s, r, n)
	}
	t.wait(s, cmp.Or(r.relay, r.to, r.component))
	t.travel(s, r, n)
}

// wait notes the circumstances that a step needs.
func (t *trace) wait(s *models.Step, at models.ComponentID) {
	for _, f := range s.From {
		if w := (waiting{f.Subject, at}); t.typeOf(f) == models.ConditionSort && !slices.Contains(t.conditions, w) {
			t.conditions = append(t.conditions, w)
		}
	}
}

// mark notes that a component comes into a state. What is only exposed shows by the lines that lead there.
func (t *trace) mark(id models.ComponentID, s *models.Step, n stepNumber) {
	t.touched[id] = true
	if t.counts(s.Concludes.State) {
		t.markText(id, t.State(s.Concludes.State), s, n)
	}
}

// counts tells whether a state is worth a line of its own: it is a compromise, or a threat names it.
func (c *systemView) counts(id models.StateID) bool {
	if s := c.States[id]; s != nil && s.Compromise {
		return true
	}
	return slices.ContainsFunc(c.Result.Words.Threats, func(t models.Threat) bool { return t.State == id })
}

// malicious tells whether a profile is an attacker's.
func (c *systemView) malicious(id models.ProfileID) bool {
	p := c.Profiles[id]
	return p == nil || p.Kind.Malicious()
}

func (t *trace) markText(id models.ComponentID, text string, s *models.Step, n stepNumber) {
	t.touched[id], t.been[n.attack][id] = true, true
	attacked := !t.follows[n.attack][s.Concludes]
	for i := range t.marks {
		if m := &t.marks[i]; m.component == id && m.text == text {
			if !slices.Contains(m.steps, n) {
				m.steps = append(m.steps, n)
			}
			m.attacked = m.attacked || attacked
			return
		}
	}
	t.marks = append(t.marks, stateMark{id, text, []stepNumber{n}, attacked})
}

// markHeld notes a state of a flow or of data at the component where it shows.
func (t *trace) markHeld(s *models.Step, r stepRoles, n stepNumber) {
	at := cmp.Or(r.relay, r.component, r.to)
	if t.Components[at] == nil {
		return
	}
	t.holder[s.Concludes] = at
	t.markText(at, t.Called(t.typeOf(s.Concludes), s.Concludes.Subject)+t.Say(words.FactColon)+t.State(s.Concludes.State), s, n)
}

// travel notes the links that a step takes: along a flow from its sender, or where somebody else sends from the last
// node on its way that the attack has come to; or between a component and a network.
func (t *trace) travel(s *models.Step, r stepRoles, n stepNumber) {
	if f := t.Flows[r.flow]; f != nil {
		if r.relay != "" {
			return // it happens at the relay
		}
		way := t.Topology.HopsOf(f)
		if !slices.ContainsFunc(s.From, func(p models.Fact) bool { return p.Subject == string(f.From) }) {
			way = way[t.joins(way, n.attack):]
		}
		for _, leg := range way {
			t.move(leg.From, leg.To, n)
		}
		return
	}
	if r.network != "" && r.component != "" {
		if s.Concludes.Subject == string(r.component) {
			t.move(r.network, r.component, n)
		} else {
			t.move(r.component, r.network, n)
		}
	}
}

// joins is the leg from which an attack follows a flow's way: that after the last node that it has come to.
func (t *trace) joins(way []topology.Link, attack int) int {
	for i := len(way) - 1; i > 0; i-- {
		if t.been[attack][way[i].From] {
			return i
		}
	}
	return 0
}

func (t *trace) move(from, to models.ComponentID, n stepNumber) {
	t.touched[from], t.touched[to] = true, true
	t.been[n.attack][from], t.been[n.attack][to] = true, true
	t.moves = append(t.moves, move{from, to, n})
}

// typeOf is the sort of thing that a fact is about.
func (c *systemView) typeOf(f models.Fact) models.Sort {
	if s := c.States[f.State]; s != nil {
		return s.Of
	}
	return ""
}

// stepRoles are the elements that stand in the roles of a step's rule.
type stepRoles struct {
	component, network, relay, to models.ComponentID
	flow                          models.FlowID
}

func rolesOf(s *models.Step) stepRoles {
	var r stepRoles
	for _, b := range s.Roles {
		switch {
		case b.Role == "relay":
			r.relay = models.ComponentID(b.Subject)
		case b.Type == models.FlowSort && b.Role == "flow":
			r.flow = models.FlowID(b.Subject)
		case b.Role == "network":
			r.network = models.ComponentID(b.Subject)
		case b.Role == "to":
			r.to = models.ComponentID(b.Subject)
		case b.Role == "component" && b.Type == models.ComponentSort:
			r.component = models.ComponentID(b.Subject)
		}
	}
	return r
}

// letter names an attack in a figure.
func letter(attack int) string { return attacks.Letter(attack) }

// code names steps by letter and number, those of one attack together: A2 B3–5·7.
func (t *trace) code(steps []stepNumber) string {
	steps = slices.Clone(steps)
	slices.SortFunc(steps, func(a, b stepNumber) int { return cmp.Or(a.attack-b.attack, a.step-b.step) })
	out, last := "", 0
	for i := 0; i < len(steps); i++ {
		first := steps[i]
		for i+1 < len(steps) && steps[i+1] == (stepNumber{first.attack, steps[i].step + 1}) {
			i++
		}
		switch {
		case out == "":
			out = letter(first.attack)
		case last != first.attack:
			out += " " + letter(first.attack)
		default:
			out += "·"
		}
		last = first.attack
		out += strconv.Itoa(first.step)
		if end := steps[i]; end != first {
			out += "–" + strconv.Itoa(end.step)
		}
	}
	return out
}

// effort says what an attack costs.
func (c *systemView) effort(f models.Figure) string {
	switch {
	case f.Value != nil:
		return c.Fill(words.EffortIs, "days", c.days(*f.Value))
	case f.Upper != nil:
		return c.Fill(words.EffortAtMost, "days", c.days(*f.Upper))
	case f.Lower != nil:
		return c.Fill(words.EffortAtLeast, "days", c.days(*f.Lower))
	}
	return ""
}

// days says a number of person-days.
func (c *systemView) days(v float64) string {
	unit := words.Days
	if v == 1 {
		unit = words.Day
	}
	return c.Fill(unit, "n", decimal(v))
}

// decimal writes a number with at most two decimals.
func decimal(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	if text[len(text)-1] == '.' {
		text = text[:len(text)-1]
	}
	return text
}
