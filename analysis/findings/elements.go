package findings

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// noResponsibleStakeholder finds listed components for which no party answers: using one is not answering for it.
func noResponsibleStakeholder(r *report) {
	answered := map[models.ComponentID]bool{}
	for _, s := range r.Case.System.Stakeholders {
		for _, duty := range models.Duties() {
			for _, c := range s.Of(duty) {
				answered[c] = answered[c] || duty != models.Uses
			}
		}
	}
	for _, c := range r.Case.System.Components {
		if !c.DrawnOnly && !answered[c.ID] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
}

// personalInformationWithoutEffect finds the personal information of whose disclosure the author says nothing.
func personalInformationWithoutEffect(r *report) {
	for _, e := range r.Effects() {
		if e.Derived {
			r.add(e.At, r.element(models.DataSort, string(e.Harm.Discloses[0])))
		}
	}
}

// unusedElement finds components, data and conditions that no relation of the model has.
func unusedElement(r *report) {
	used := r.used()
	for _, c := range r.Case.System.Components {
		if attached := len(c.On)+len(c.Parts) > 0; !attached && !used[string(c.ID)] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
	for _, d := range r.Case.System.Data {
		if !used[string(d.ID)] {
			r.add(d.At, subject{string(d.ID), d.Name})
		}
	}
	for _, c := range r.Case.System.Conditions {
		if !used[string(c.ID)] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
}

// used returns the ids of components, data and conditions that a flow, a component, a dependency, an effect, a
// safeguard or a profile names.
func (r *report) used() map[string]bool {
	s := r.Case.System
	out := map[string]bool{}
	for _, c := range s.Components {
		name(out, c.On, c.Parts)
		name(out, c.Stores, c.Addresses)
	}
	for _, f := range s.Flows {
		name(out, []models.ComponentID{f.From, f.To}, f.Via)
		name(out, f.Carries, f.Credentials)
		name(out, f.When)
	}
	for _, d := range s.Data {
		if d.Attributes != nil {
			name(out, d.Attributes.Keys)
		}
	}
	for _, e := range s.Events {
		name(out, e.From, e.To)
	}
	for _, d := range s.Dependencies {
		name(out, []models.ComponentID{d.Component, d.Needs})
	}
	for _, e := range s.Effects {
		for _, f := range factsOf(&e.Causes) {
			out[f.Subject] = true
		}
		if e.Harm != nil {
			name(out, e.Harm.Discloses)
		}
	}
	for _, g := range s.Safeguards {
		name(out, []models.ComponentID{g.Host}, g.Stops)
	}
	for _, p := range r.Profiles() {
		name(out, p.Knows)
		for _, f := range p.Starts {
			out[f.Subject] = true
		}
	}
	return out
}

func name[ID ~string](used map[string]bool, lists ...[]ID) {
	for _, list := range lists {
		for _, id := range list {
			used[string(id)] = true
		}
	}
}

// factsOf returns the facts of a tree of causes.
func factsOf(c *models.Cause) []models.Fact {
	var out []models.Fact
	stack := []*models.Cause{c}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !top.Fact.IsZero() {
			out = append(out, top.Fact)
		}
		for _, list := range [][]models.Cause{top.Any, top.All} {
			for i := range list {
				stack = append(stack, &list[i])
			}
		}
	}
	return out
}

// mentions tells whether a tree of causes has a fact about the subject.
func mentions(c *models.Cause, id string) bool {
	return slices.ContainsFunc(factsOf(c), func(f models.Fact) bool { return f.Subject == id })
}
