package review

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// noResponsibleStakeholder finds listed components for which no party answers: using one is not answering for it.
func noResponsibleStakeholder(r *report) {
	answered := map[models.ComponentID]bool{}
	for _, s := range r.system.Stakeholders {
		for _, duty := range models.Duties() {
			for _, c := range s.Of(duty) {
				answered[c] = answered[c] || duty != models.Uses
			}
		}
	}
	for _, c := range r.system.Components {
		if !c.DrawnOnly && !answered[c.ID] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
}

// unusedElement finds components, data and conditions that no relation of the model has.
func unusedElement(r *report) {
	used := r.used()
	for _, c := range r.system.Components {
		if !r.ways.Joined(c.ID) && !used[string(c.ID)] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
	for _, d := range r.system.Data {
		if !used[string(d.ID)] {
			r.add(d.At, subject{string(d.ID), d.Name})
		}
	}
	for _, c := range r.system.Conditions {
		if !used[string(c.ID)] {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
}

// used returns the ids of data and conditions that a flow, a component, a dependency, an effect, a safeguard or a
// profile names, and of components that one of these names without standing beside them.
func (r *report) used() map[string]bool {
	s := r.system
	out := map[string]bool{}
	for _, c := range s.Components {
		name(out, c.Stores, c.Addresses)
		name(out, c.DecidesOn)
	}
	for _, f := range s.Flows {
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
		for _, f := range e.Causes.Facts() {
			out[f.Subject] = true
		}
		if e.Harm != nil {
			name(out, e.Harm.Discloses)
		}
	}
	for _, g := range s.Safeguards {
		name(out, []models.ComponentID{g.Host}, g.Stops)
		name(out, g.Senses, g.ActsThrough)
	}
	for _, profiles := range [][]models.Profile{s.Attackers, s.Initiators} {
		for _, p := range profiles {
			name(out, p.Knows)
			for _, f := range p.Starts {
				out[f.Subject] = true
			}
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

// noAttacker finds a model without attackers.
func noAttacker(r *report) {
	if len(r.system.Attackers) == 0 {
		r.add(r.system.At)
	}
}

// assumptionWithoutOwner finds the assumptions for which nobody answers.
func assumptionWithoutOwner(r *report) {
	for _, a := range r.system.Assumptions {
		if a.Owner == "" {
			r.add(a.At, subject{string(a.ID), a.Text})
		}
	}
}

// deviceClassUnstated finds components of a kind that has device classes, without one.
func deviceClassUnstated(r *report) {
	for _, c := range r.system.Components {
		classed := slices.ContainsFunc(r.catalog.DeviceClasses, func(d models.DeviceClass) bool { return r.catalog.IsA(c.Kind, d.Kind) })
		if classed && c.DeviceClass == "" {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
}
