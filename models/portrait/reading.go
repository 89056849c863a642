package portrait

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// reading is the state that the steps of reading one attack graph share.
type reading struct {
	*derivation
	Portrait
	goal    models.Fact
	easiest map[string]bool // instances of the steps of the easiest attack
	at      map[models.Fact]*Box
	profile map[models.ProfileID]*Box
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

// manySteps is how many steps a portrait starts from; analyses give fewer.
const manySteps = 80

// bounded keeps, of more steps than a portrait can start from, those of the easiest attacks. It counts the others.
func bounded(steps []*models.Step, attacks []models.Attack) (kept []*models.Step, omitted int) {
	if len(steps) <= manySteps {
		return steps, 0
	}
	of := map[string]bool{}
	for i := range attacks {
		for j := range attacks[i].Steps {
			of[attacks[i].Steps[j].Instance] = true
		}
	}
	kept = slices.DeleteFunc(slices.Clone(steps), func(s *models.Step) bool { return !of[s.Instance] })
	return kept, len(steps) - len(kept)
}

// take turns a step into a way, or into what it says of a box. What a measure costs to overcome is said where it stands.
func (r *reading) take(s *models.Step) {
	switch s.Rule {
	case models.RuleAssumed, models.RuleLacking, models.RuleIdle, models.RuleOvercome:
		return
	case models.RulePresent, models.RuleUncredited, models.RuleUnfitted:
		r.box(s.Concludes)
		return
	}
	w := &Way{To: r.box(s.Concludes), Step: s, Easiest: r.easiest[s.Instance]}
	if s.Rule == models.RuleStart || s.Rule == models.RuleKnows {
		w.From = []*Box{r.beginner(s)}
	}
	for _, f := range s.From {
		if r.sorts[f.State] != models.PropertySort && f.State != models.StateIneffective {
			w.From = append(w.From, r.box(f))
		}
	}
	for _, x := range append(slices.Clone(w.From), w.To) {
		x.Easiest = x.Easiest || w.Easiest
	}
	r.Ways = append(r.Ways, w)
}

// beginner is the box of the profile whose first step or knowledge a step is.
func (r *reading) beginner(s *models.Step) *Box {
	inside := strings.TrimPrefix(s.Instance, string(s.Rule)+"(")
	name, _, _ := strings.Cut(inside, ",")
	id := models.ProfileID(name)
	if r.profile[id] == nil {
		r.profile[id] = &Box{Kind: models.ProfileBox, Profile: id}
		r.Boxes = append(r.Boxes, r.profile[id])
	}
	return r.profile[id]
}

// box returns the box of a fact, which is made at first mention.
func (r *reading) box(f models.Fact) *Box {
	if known := r.at[f]; known != nil {
		return known
	}
	x := &Box{Fact: f}
	switch sort := r.sorts[f.State]; {
	case f == r.goal:
		x.Kind = models.GoalBox
	case sort == models.ConditionSort:
		x.Kind = models.ConditionBox
	case sort == models.SafeguardSort && f.State == models.StateDefeated:
		x.Kind = models.SafeguardBox
	case sort == models.CauseSort:
		x.Kind = models.CauseBox
	}
	x.Minor = x.Kind == models.CauseBox || x.Kind == models.FactBox && !r.major[f.State]
	r.at[f] = x
	r.Boxes = append(r.Boxes, x)
	return x
}

// stateConditions takes circumstances that several ways wait for out of the portrait: each way says so itself.
func (r *reading) stateConditions() {
	count := map[*Box]int{}
	for _, w := range r.Ways {
		for _, f := range w.From {
			count[f]++
		}
	}
	for _, w := range r.Ways {
		var from []*Box
		for _, f := range w.From {
			if f.Kind == models.ConditionBox && count[f] > 1 {
				w.Conditions = append(w.Conditions, models.ConditionID(f.Fact.Subject))
				continue
			}
			from = append(from, f)
		}
		w.From = from
	}
}

// chain draws a fact together with the only one from which it follows by itself, where nothing else follows from that.
func (r *reading) chain() {
	for changed := true; changed; {
		changed = false
		for _, y := range r.Boxes {
			only := r.onlyWay(y)
			if y.Kind != models.FactBox || only == nil || len(only.From) != 1 || len(only.Assumes())+len(only.Conditions) > 0 {
				continue
			}
			x := only.From[0]
			if x.Kind != models.FactBox || r.uses(x) > 1 {
				continue
			}
			y.Earlier = append(x.Facts(), y.Earlier...)
			r.absorb(x, y, only)
			changed = true
			break
		}
	}
}

// uses counts the ways that come from a box.
func (r *reading) uses(x *Box) int {
	n := 0
	for _, w := range r.Ways {
		if slices.Contains(w.From, x) {
			n++
		}
	}
	return n
}

// absorb lets what leads to x lead to y instead.
func (r *reading) absorb(x, y *Box, only *Way) {
	r.Ways = slices.DeleteFunc(r.Ways, func(w *Way) bool { return w == only })
	for _, w := range r.Ways {
		if w.To == x {
			w.To = y
		}
	}
	r.Boxes = slices.DeleteFunc(r.Boxes, func(z *Box) bool { return z == x })
}

// locate finds the component at which each fact shows: that of a flow is its receiver, that of data the one in the first step
// that leads there.
func (r *reading) locate() {
	for _, x := range r.Boxes {
		switch r.sorts[x.Fact.State] {
		case models.ComponentSort:
			x.At = models.ComponentID(x.Fact.Subject)
		case models.FlowSort:
			x.At = r.receiver[models.FlowID(x.Fact.Subject)]
		case models.DataSort:
			x.At = r.holder(x)
		}
	}
}

// holder is the component in the roles of the first way to a box that has one.
func (r *reading) holder(x *Box) models.ComponentID {
	for _, w := range r.Ways {
		if w.To != x {
			continue
		}
		for _, b := range w.Step.Roles {
			if b.Type == models.ComponentSort {
				return models.ComponentID(b.Subject)
			}
		}
	}
	return ""
}
