package lanes

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/figures/caseview"
)

// visit is what an attack does at one place of the system: one step or several in a row.
type visit struct {
	place models.ComponentID
	steps []*models.Step
	from  []int                // the visits that it comes from
	last  bool                 // the consequence follows from it
	open  []models.PropertyRef // unknown properties that its steps take as false
	shut  []models.MeasureID   // measures in force that take one of its steps away
}

// visits follows an attack from place to place. What happens nowhere, such as a premise that holds anyhow, and what somebody comes
// by without doing anything are left out: what follows from them follows from what they came from.
func visits(c *caseview.Case, a *models.Attack) []visit {
	f := follower{Case: c, at: map[models.Fact][]int{}}
	for i := range a.Steps {
		f.follow(&a.Steps[i])
	}
	return f.visits
}

type follower struct {
	*caseview.Case
	visits []visit
	at     map[models.Fact][]int // the visits from which a fact follows
}

func (f *follower) follow(s *models.Step) {
	var from []int
	for _, fact := range s.From {
		for _, v := range f.at[fact] {
			if !slices.Contains(from, v) {
				from = append(from, v)
			}
		}
	}
	slices.Sort(from)
	place := f.placeOf(s)
	switch {
	case s.Rule == models.RuleOccurs || s.Rule == models.RuleCause || s.Rule == models.RulePassed:
		for _, v := range from {
			f.visits[v].last = true
		}
	case place == "" || !f.shows(s):
	case len(from) == 1 && f.visits[from[0]].place == place:
		f.add(from[0], s)
	default:
		f.visits = append(f.visits, visit{place: place, from: from})
		from = []int{len(f.visits) - 1}
		f.add(from[0], s)
	}
	f.at[s.Concludes] = from
}

// add makes a step part of a visit.
func (f *follower) add(at int, s *models.Step) {
	v := &f.visits[at]
	v.steps = append(v.steps, s)
	for _, p := range s.Assumes {
		if !slices.Contains(v.open, p) {
			v.open = append(v.open, p)
		}
	}
	for _, id := range s.BlockedBy {
		if m := f.Measures[id]; m != nil && m.Status == models.Adopted && !slices.Contains(v.shut, id) {
			v.shut = append(v.shut, id)
		}
	}
}

// shows tells whether a step is one that somebody takes, or that makes something of a component.
func (f *follower) shows(s *models.Step) bool {
	switch s.Rule {
	case models.RuleStart:
		return true
	case models.RulePresent, models.RuleAssumed, models.RuleKnows, models.RuleChallenge, models.RuleIdle, models.RuleUncredited, models.RuleUnfitted:
		return false
	}
	state := f.States[s.Concludes.State]
	return s.Effort > 0 || s.Class == models.ConsequenceRule || state != nil && state.Compromise
}

// placeOf is the component at which a step happens: what it makes something of, or else where a flow is taken in, or data held.
func (f *follower) placeOf(s *models.Step) models.ComponentID {
	if f.Components[models.ComponentID(s.Concludes.Subject)] != nil && f.SortOf(s.Concludes) == models.ComponentSort {
		return models.ComponentID(s.Concludes.Subject)
	}
	roles := map[string]models.ComponentID{}
	for _, b := range s.Roles {
		if b.Type == models.ComponentSort {
			roles[b.Role] = models.ComponentID(b.Subject)
		}
	}
	at := cmp.Or(roles["relay"], roles["component"], roles["to"], roles["from"], roles["network"])
	if flow := f.Flows[models.FlowID(s.Concludes.Subject)]; at == "" && flow != nil {
		at = flow.To
	}
	if f.Components[at] == nil {
		return ""
	}
	return at
}

// telling is the step of a visit that says most: the one that takes most, the last of several.
func (v *visit) telling() *models.Step {
	best := v.steps[0]
	for _, s := range v.steps[1:] {
		if s.Effort >= best.Effort {
			best = s
		}
	}
	return best
}
