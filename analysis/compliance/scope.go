package compliance

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// scope is what of a case a scheme is addressed to: components of its kinds, the flows that have an end among them, and
// the data that those store or these carry, or that lets one send them.
type scope struct {
	pass       *analysis.Pass
	components []models.ComponentID
	site       bool // the case's site is one that the scheme is addressed to
	within     map[models.Sort]map[string]bool
}

func newScope(p *analysis.Pass, scheme *models.Scheme) *scope {
	s := &scope{
		pass: p,
		site: len(scheme.Sites) == 0 || slices.Contains(scheme.Sites, p.Case.System.Site),
		within: map[models.Sort]map[string]bool{
			models.ComponentSort: {}, models.FlowSort: {}, models.DataSort: {},
		},
	}
	for i := range p.Case.System.Components {
		c := &p.Case.System.Components[i]
		if len(scheme.Kinds) > 0 && !slices.ContainsFunc(scheme.Kinds, func(k models.KindID) bool { return p.Case.Catalog.IsA(c.Kind, k) }) {
			continue
		}
		s.components = append(s.components, c.ID)
		s.within[models.ComponentSort][string(c.ID)] = true
		s.addData(c.Stores)
		s.addData(c.Addresses)
	}
	for i := range p.Case.System.Flows {
		f := &p.Case.System.Flows[i]
		if !f.Closed && (s.has(models.ComponentSort, string(f.From)) || s.has(models.ComponentSort, string(f.To))) {
			s.within[models.FlowSort][string(f.ID)] = true
			s.addData(f.Carries)
			s.addData(f.Credentials)
		}
	}
	return s
}

func (s *scope) addData(ids []models.DataID) {
	for _, d := range ids {
		s.within[models.DataSort][string(d)] = true
	}
}

// inside reports whether an element is one that a requirement is about.
func (s *scope) inside(r *models.SchemeRequirement, of models.Sort, id string) bool {
	return s.has(of, id) && s.isOf(r.Kinds, of, id)
}

// isOf reports whether an element is of one of some kinds; none, and what is no component: yes.
func (s *scope) isOf(kinds []models.KindID, of models.Sort, id string) bool {
	if of != models.ComponentSort || len(kinds) == 0 {
		return true
	}
	kind := s.pass.Case.System.Components[s.pass.Element(of, id).No].Kind
	return slices.ContainsFunc(kinds, func(k models.KindID) bool { return s.pass.Case.Catalog.IsA(kind, k) })
}

func (s *scope) has(of models.Sort, id string) bool { return s.within[of][id] }

// touches reports whether a measure acts on something in the scope; one that names no element acts on all.
func (s *scope) touches(m *models.Measure) bool {
	return len(m.AppliesTo) == 0 || slices.ContainsFunc(m.AppliesTo, func(element string) bool {
		return s.has(models.ComponentSort, element) || s.has(models.FlowSort, element) || s.has(models.DataSort, element)
	})
}

// absent says why a requirement does not apply to the case; empty where it does.
func (s *scope) absent(r *models.SchemeRequirement) string {
	switch {
	case !s.site:
		return models.AbsentSite
	case len(s.components) == 0:
		return models.AbsentKinds
	}
	for _, a := range r.If {
		if !s.given(a) {
			return string(a)
		}
	}
	return ""
}

// given reports whether the case has, within the scope, what a requirement asks for.
func (s *scope) given(a models.Applicability) bool {
	system, catalog := s.pass.Case.System, s.pass.Case.Catalog
	data := func(wanted func(*models.Sensitivity) bool) bool {
		return slices.ContainsFunc(system.Data, func(d models.Data) bool {
			c := catalog.Sensitivity(d.Sensitivity)
			return s.has(models.DataSort, string(d.ID)) && c != nil && wanted(c)
		})
	}
	flow := func(nature models.Nature) bool {
		return slices.ContainsFunc(system.Flows, func(f models.Flow) bool {
			return s.has(models.FlowSort, string(f.ID)) && f.Nature == nature
		})
	}
	kind := func(kind models.KindID) bool {
		return slices.ContainsFunc(system.Components, func(c models.Component) bool { return catalog.IsA(c.Kind, kind) })
	}
	switch a {
	case models.IfPersonalData:
		return data(func(c *models.Sensitivity) bool { return c.Personal })
	case models.IfCredentials:
		return data(func(c *models.Sensitivity) bool { return c.Credential })
	case models.IfStoredData:
		return slices.ContainsFunc(system.Components, func(c models.Component) bool {
			return s.has(models.ComponentSort, string(c.ID)) && len(c.Stores) > 0
		})
	case models.IfUpdates:
		return flow(models.UpdateFlow)
	case models.IfMaintenance:
		return flow(models.MaintenanceFlow)
	case models.IfTelemetry:
		return flow(models.TelemetryFlow)
	case models.IfWireless:
		return kind("wireless_network")
	case models.IfWideNetwork:
		return kind("wide_network")
	case models.IfSafety:
		return slices.ContainsFunc(system.Effects, func(e models.Effect) bool { return injures(&e) })
	}
	panic("compliance: no such applicability: " + string(a))
}
