package figures

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// proof is what a figure shows of an attack graph: only what leads to the consequence, without what can be read between
// the lines. First steps become their attackers, unknown properties become marks, and a fact that is only exposure and
// follows from one thing at no cost is left out.
type proof struct {
	*caseView
	consequence *models.Consequence
	points      []*point
	ways        []*way
	assumed     []models.PropertyRef              // in the order of their numbers
	easiest     map[string]bool                   // instances of the steps of the easiest attack
	order       map[models.Fact]int               // which fact comes about before which
	beyond      int                               // steps that the figure does not start from
	omitted     int                               // ways left out of it to keep it readable
	overcome    map[models.MeasureID]*models.Step // how a measure that can be overcome comes to hold nobody up
	pages       map[models.Fact]int               // on which of several pages a fact is shown; nil: all are on one
	page        int                               // the page that this part of the proof is for; 0: none
	at          map[models.Fact]*point
	profile     map[models.ProfileID]*point
}

// point is a node of a proof.
type point struct {
	id   string
	sort pointSort
	of   models.ProfileID
	fact models.Fact // zero for a profile
	main bool        // on the easiest attack

	earlier []models.Fact // facts from which this one follows by itself, drawn in the same box
	knows   []models.Fact // what a profile knows from the start
	joined  string        // what a box stands for that several facts were drawn together in
	onward  []int         // other pages that go on from it
	led     bool          // a safeguard that something shown defeats

	alike []models.ProfileID // others that begin just as this profile does, drawn with it
}

// pointSort is what a point stands for.
type pointSort int

const (
	factPoint      pointSort = iota
	causePoint               // an inner node of the consequence's causes
	conditionPoint           // a circumstance
	safeguardPoint           // a safeguard, defeated
	profilePoint             // an attacker or initiator
	goalPoint                // the consequence
	elsewherePoint           // a fact that another page shows
)

// way is one way to a point: all that it comes from, together.
type way struct {
	from    []*point
	to      *point
	step    *models.Step
	assumes []models.PropertyRef
	beaten  []models.MeasureID // measures that it must overcome, where they are in force
	apart   string             // what tells it from others between the same points
	when    []string           // ids of the circumstances that it waits for, where they are not drawn
	main    bool               // a step of the easiest attack
}

// measures are those that stand in a way: that would remove it, that it must overcome, and that make it harder.
func (w *way) measures() []models.MeasureID {
	return slices.Concat(w.step.BlockedBy, w.beaten, w.step.HardenedBy)
}

// newProof reads the attack graph of a consequence.
func (c *caseView) newProof(q *models.Consequence, g *models.ConsequenceGraph) *proof {
	p := &proof{
		caseView: c, consequence: q, easiest: map[string]bool{}, order: map[models.Fact]int{},
		at: map[models.Fact]*point{}, profile: map[models.ProfileID]*point{}, overcome: map[models.MeasureID]*models.Step{},
	}
	if a := easiest(c, q.Attacks); a != nil {
		for i := range a.Steps {
			p.easiest[a.Steps[i].Instance] = true
		}
	}
	goal := models.Fact{State: models.StateOccurred, Subject: string(q.Effect)}
	p.point(goal).main = true
	for i, s := range p.bounded(leading(founded(g.Steps), goal)) {
		if _, known := p.order[s.Concludes]; !known {
			p.order[s.Concludes] = i
		}
		p.take(s)
	}
	p.contract()
	p.stateConditions()
	p.chain()
	p.prune()
	return p
}

// manySteps is how many steps a figure starts from; analyses give fewer.
const manySteps = 80

// bounded keeps, of more steps than a figure can start from, those of the easiest attacks.
func (p *proof) bounded(steps []*models.Step) []*models.Step {
	if len(steps) <= manySteps {
		return steps
	}
	all := len(steps)
	attack := map[string]bool{}
	for i := range p.consequence.Attacks {
		for j := range p.consequence.Attacks[i].Steps {
			attack[p.consequence.Attacks[i].Steps[j].Instance] = true
		}
	}
	steps = slices.DeleteFunc(steps, func(s *models.Step) bool { return !attack[s.Instance] })
	p.beyond = all - len(steps)
	return steps
}

// easiest is the attack of least effort, malicious ones first.
func easiest(c *caseView, attacks []models.Attack) *models.Attack {
	var best *models.Attack
	cost := func(a *models.Attack) float64 {
		switch {
		case !c.malicious(a.Profile):
			return 1e9
		case a.Effort.Value != nil:
			return *a.Effort.Value
		case a.Effort.Upper != nil:
			return *a.Effort.Upper
		}
		return 1e8
	}
	for i := range attacks {
		if best == nil || cost(&attacks[i]) < cost(best) {
			best = &attacks[i]
		}
	}
	return best
}

// founded leaves out steps whose premises nothing concludes, and cycles that nothing begins.
func founded(steps []models.Step) []*models.Step {
	holds := map[models.Fact]bool{}
	kept := make([]bool, len(steps))
	for grown := true; grown; {
		grown = false
		for i := range steps {
			s := &steps[i]
			if kept[i] || slices.ContainsFunc(s.From, func(f models.Fact) bool { return !holds[f] }) {
				continue
			}
			kept[i], grown = true, true
			holds[s.Concludes] = true
		}
	}
	var out []*models.Step
	for i := range steps {
		if kept[i] {
			out = append(out, &steps[i])
		}
	}
	return out
}

// leading keeps the steps from which the goal follows, in their order.
func leading(steps []*models.Step, goal models.Fact) []*models.Step {
	by := map[models.Fact][]*models.Step{}
	for _, s := range steps {
		by[s.Concludes] = append(by[s.Concludes], s)
	}
	wanted := map[models.Fact]bool{goal: true}
	queue := []models.Fact{goal}
	for next := 0; next < len(queue); next++ {
		for _, s := range by[queue[next]] {
			for _, f := range s.From {
				if !wanted[f] {
					wanted[f] = true
					queue = append(queue, f)
				}
			}
		}
	}
	return slices.DeleteFunc(steps, func(s *models.Step) bool { return !wanted[s.Concludes] })
}

// take turns a step into a way, or into what it says of a point.
func (p *proof) take(s *models.Step) {
	switch s.Rule {
	case models.RuleAssumed:
		return
	case models.RulePresent, models.RuleUncredited:
		p.point(s.Concludes)
		return
	case models.RuleIdle, models.RuleOvercome:
		if id := models.MeasureID(s.Concludes.Subject); p.overcome[id] == nil || s.Rule == models.RuleIdle {
			p.overcome[id] = s
		}
		return
	}
	w := &way{to: p.point(s.Concludes), step: s, assumes: s.Assumes, main: p.easiest[s.Instance]}
	if profile, begins := p.beginner(s); begins {
		w.from = []*point{p.beginning(profile)}
		w.from[0].main = w.from[0].main || w.main
	}
	for _, f := range s.From {
		switch {
		case p.typeOf(f) == models.PropertySort:
		case f.State == models.StateIneffective:
			w.beaten = append(w.beaten, models.MeasureID(f.Subject))
		default:
			w.from = append(w.from, p.point(f))
		}
	}
	for _, x := range append(slices.Clone(w.from), w.to) {
		x.main = x.main || w.main
	}
	p.ways = append(p.ways, w)
}

// beginner is the profile whose first step or knowledge a step is.
func (p *proof) beginner(s *models.Step) (models.ProfileID, bool) {
	if s.Rule != models.RuleStart && s.Rule != models.RuleKnows {
		return "", false
	}
	inside := strings.TrimPrefix(s.Instance, string(s.Rule)+"(")
	id, _, _ := strings.Cut(inside, ",")
	return models.ProfileID(id), true
}

func (p *proof) beginning(id models.ProfileID) *point {
	if p.profile[id] == nil {
		p.profile[id] = &point{id: "profile-" + string(id), sort: profilePoint, of: id}
		p.points = append(p.points, p.profile[id])
	}
	return p.profile[id]
}

// point returns the point of a fact, which is made at first mention.
func (p *proof) point(f models.Fact) *point {
	if known := p.at[f]; known != nil {
		return known
	}
	x := &point{id: "fact-" + string(f.State) + "-" + f.Subject, fact: f}
	switch p.typeOf(f) {
	case models.ConditionSort:
		x.sort = conditionPoint
	case models.SafeguardSort:
		if f.State == models.StateDefeated {
			x.sort = safeguardPoint
		}
	case models.CauseSort:
		x.sort = causePoint
	}
	if f.State == models.StateOccurred && f.Subject == string(p.consequence.Effect) {
		x.sort, x.id = goalPoint, goalNode
	}
	p.at[f] = x
	p.points = append(p.points, x)
	return x
}

// contract leaves out facts that say no more than what they follow from.
func (p *proof) contract() {
	for changed := true; changed; {
		changed = false
		for _, x := range p.points {
			only := p.onlyWay(x)
			if only == nil || !p.idle(x) && only.step.Rule != models.RuleKnows {
				continue
			}
			if only.step.Rule == models.RuleKnows {
				only.from[0].knows = append(only.from[0].knows, x.fact)
			}
			p.replace(x, only)
			changed = true
		}
	}
}

// idle tells whether a point need not be drawn: an inner cause, or an exposure that is no compromise by itself.
func (p *proof) idle(x *point) bool {
	return x.sort == causePoint || x.sort == factPoint && x.joined == "" && !p.counts(x.fact.State)
}

// counts tells whether a state is worth a place of its own in a figure: it is a compromise, or a threat names it.
func (c *caseView) counts(id models.StateID) bool {
	if s := c.states[id]; s != nil && s.Compromise {
		return true
	}
	return slices.ContainsFunc(c.result.Words.Threats, func(t models.Threat) bool { return t.State == id })
}

// onlyWay is the one way to a point where it costs nothing and no measure stands in it.
func (p *proof) onlyWay(x *point) *way {
	var only *way
	for _, w := range p.ways {
		if w.to != x {
			continue
		}
		if only != nil || w.step.Effort > 0 || len(w.measures()) > 0 {
			return nil
		}
		only = w
	}
	return only
}

// replace puts what a point follows from in the point's place.
func (p *proof) replace(x *point, only *way) {
	var kept []*way
	for _, w := range p.ways {
		if w == only {
			continue
		}
		if at := slices.Index(w.from, x); at >= 0 {
			w.from = slices.Delete(w.from, at, at+1)
			for _, f := range only.from {
				if !slices.Contains(w.from, f) {
					w.from = append(w.from, f)
				}
			}
			w.assumes = append(slices.Clone(w.assumes), only.assumes...)
		}
		if !slices.Contains(w.from, w.to) {
			kept = append(kept, w)
		}
	}
	p.ways = kept
	p.points = slices.DeleteFunc(p.points, func(y *point) bool { return y == x })
}

// stateConditions takes circumstances that several ways wait for out of the graph: each way says so itself.
func (p *proof) stateConditions() {
	count := map[*point]int{}
	for _, w := range p.ways {
		for _, f := range w.from {
			count[f]++
		}
	}
	for _, w := range p.ways {
		var from []*point
		for _, f := range w.from {
			if f.sort == conditionPoint && count[f] > 1 {
				w.when = append(w.when, f.fact.Subject)
				continue
			}
			from = append(from, f)
		}
		w.from = from
	}
}

// chain draws a fact together with the only one from which it follows by itself, where nothing else follows from that.
func (p *proof) chain() {
	for changed := true; changed; {
		changed = false
		for _, y := range p.points {
			only := p.onlyWay(y)
			if y.sort != factPoint || only == nil || len(only.from) != 1 || len(only.assumes)+len(only.when) > 0 {
				continue
			}
			x := only.from[0]
			if x.sort != factPoint || p.uses(x) > 1 {
				continue
			}
			y.earlier = append(append(slices.Clone(x.earlier), x.fact), y.earlier...)
			p.absorb(x, y, only)
			changed = true
			break
		}
	}
}

// uses counts the ways that come from a point.
func (p *proof) uses(x *point) int {
	n := 0
	for _, w := range p.ways {
		if slices.Contains(w.from, x) {
			n++
		}
	}
	return n
}

// absorb lets what leads to x lead to y instead.
func (p *proof) absorb(x, y *point, only *way) {
	p.ways = slices.DeleteFunc(p.ways, func(w *way) bool { return w == only })
	for _, w := range p.ways {
		if w.to == x {
			w.to = y
		}
	}
	p.points = slices.DeleteFunc(p.points, func(z *point) bool { return z == x })
}

// prune leaves out points that no way touches.
func (p *proof) prune() {
	used := map[*point]bool{}
	for _, w := range p.ways {
		used[w.to] = true
		for _, f := range w.from {
			used[f] = true
		}
	}
	p.points = slices.DeleteFunc(p.points, func(x *point) bool { return !used[x] && x.sort != goalPoint })
}

// number lists the unknown properties in the order in which the ways use them.
func (p *proof) number() {
	p.assumed = nil
	for _, w := range p.ways {
		for _, a := range w.assumes {
			if !slices.Contains(p.assumed, a) {
				p.assumed = append(p.assumed, a)
			}
		}
	}
}
