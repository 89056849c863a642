package modeltest

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// The sorts of subjects that facts in causes and in starts of profiles are about.
var (
	anySubject = []models.Sort{
		models.ComponentSort, models.FlowSort, models.DataSort, models.SafeguardSort, models.EffectSort, models.ConditionSort, models.StakeholderSort,
	}
	startSubject = []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort, models.SafeguardSort, models.StakeholderSort}
)

// fact is a state of something that the model has; most often of a component, which every model has.
func (a *author) fact(sorts []models.Sort) models.Fact {
	sort := models.ComponentSort
	if a.sometimes(5) {
		sort = one(a, sorts)
	}
	subjects := a.subjects(sort)
	var states []models.StateID
	for i := range a.catalog.States {
		if s := &a.catalog.States[i]; s.Of == sort {
			states = append(states, s.ID)
		}
	}
	if len(subjects) == 0 || len(states) == 0 {
		return a.fact([]models.Sort{models.ComponentSort})
	}
	return models.Fact{State: one(a, states), Subject: one(a, subjects)}
}

// subjects lists the ids of a sort of subjects.
func (a *author) subjects(sort models.Sort) []string {
	switch sort {
	case models.ComponentSort:
		return plain(a.system.Components, func(e *models.Component) models.ComponentID { return e.ID })
	case models.FlowSort:
		return plain(a.system.Flows, func(e *models.Flow) models.FlowID { return e.ID })
	case models.DataSort:
		return plain(a.system.Data, func(e *models.Data) models.DataID { return e.ID })
	case models.SafeguardSort:
		return plain(a.system.Safeguards, func(e *models.Safeguard) models.SafeguardID { return e.ID })
	case models.EffectSort:
		return plain(a.system.Effects, func(e *models.Effect) models.EffectID { return e.ID })
	case models.ConditionSort:
		return plain(a.system.Conditions, func(e *models.Condition) models.ConditionID { return e.ID })
	case models.StakeholderSort:
		return plain(a.system.Stakeholders, func(e *models.Stakeholder) models.StakeholderID { return e.ID })
	}
	return nil
}

func plain[E any, ID ~string](list []E, id func(*E) ID) []string {
	var out []string
	for i := range list {
		out = append(out, string(id(&list[i])))
	}
	return out
}

// tree is a tree of causes so deep at most: a chain where it is deep. It recurses to that depth.
func (a *author) tree(depth int) models.Cause {
	var c models.Cause
	if a.sometimes(3) {
		c.ID = fmt.Sprintf("cause-%d", len(a.causes))
		a.causes = append(a.causes, c.ID)
	}
	if a.sometimes(3) {
		c.Name = a.text()
	}
	if at, classes := a.classed(); len(classes) > 0 && a.sometimes(2) {
		c.RuledOut = &models.RuledOut{Component: at, Classes: classes}
	}
	if depth == 0 || a.sometimes(1) {
		c.Fact = a.fact(anySubject)
		return c
	}
	below := []models.Cause{a.tree(depth - 1)}
	for range a.below(4) {
		below = append(below, a.tree(max(0, min(depth-1, 1))))
	}
	if a.sometimes(5) {
		c.Any = below
	} else {
		c.All = below
	}
	return c
}

// classed is a component that has a device class, with some classes of its kind; none where no component has one.
func (a *author) classed() (models.ComponentID, []models.DeviceClassID) {
	var having []*models.Component
	for i := range a.system.Components {
		if c := &a.system.Components[i]; c.DeviceClass != "" {
			having = append(having, c)
		}
	}
	if len(having) == 0 {
		return "", nil
	}
	c := one(a, having)
	return c.ID, some(a, a.classes(c.Kind), 3)
}

// safeguard lets a safeguard guard something and have what its independence asks for.
func (a *author) safeguard(s *models.Safeguard) {
	guarded := slices.Concat(a.subjects(models.EffectSort), a.causes)
	for i := range a.system.Data {
		d := &a.system.Data[i]
		if class := a.catalog.Sensitivity(d.Sensitivity); class != nil && class.Personal {
			guarded = append(guarded, models.DisclosurePrefix+string(d.ID))
		}
	}
	if len(guarded) == 0 {
		return
	}
	s.Guards = some(a, guarded, 3)
	if len(s.Guards) == 0 {
		s.Guards = []string{one(a, guarded)}
	}
	if s.Independence == models.Remote && len(a.system.Flows) == 0 {
		s.Independence = models.SeparateController
	}
	s.Flow = ""
	if s.Independence == models.Remote {
		s.Flow = one(a, a.system.Flows).ID
	}
	a.senses(s)
	if s.Fitted != nil {
		if s.Fitted.Component, s.Fitted.Classes = a.classed(); len(s.Fitted.Classes) == 0 {
			s.Fitted = nil
		}
	}
}

// senses lets a safeguard be told of the danger, and act, as its independence allows.
func (a *author) senses(s *models.Safeguard) {
	if s.Independence == models.Mechanical || s.Independence == models.Hardwired {
		s.Senses, s.ActsThrough, s.OnLoss = nil, nil, ""
		return
	}
	s.Host = one(a, a.system.Components).ID
	seen := a.subjects(models.FlowSort)
	if s.Independence == models.Person {
		seen = append(seen, a.subjects(models.ComponentSort)...)
	}
	s.Senses = some(a, seen, 3)
	if a.sometimes(4) {
		s.Senses = []string{models.Own}
	}
	if s.ActsThrough = some(a, a.subjects(models.ComponentSort), 2); a.sometimes(4) {
		s.ActsThrough = []string{models.Own}
	}
}

// profile lets a profile begin with something, and be of a sort of its list.
func (a *author) profile(p *models.Profile) {
	initiator := slices.ContainsFunc(a.system.Initiators, func(i models.Profile) bool { return i.ID == p.ID })
	for p.Kind.Malicious() == initiator {
		p.Kind = models.ProfileKind(one(a, p.Kind.Values()))
	}
	p.Starts = nil
	for range 1 + a.below(3) {
		f := a.fact(startSubject)
		if len(a.networks) > 0 && a.sometimes(4) {
			f = models.Fact{State: "reached", Subject: string(one(a, a.networks))}
		}
		named := slices.ContainsFunc(p.Starts, func(s models.Fact) bool { return s.State == f.State && s.Subject == f.Subject })
		if a.sometimes(2) {
			f.In = models.Extent(one(a, f.In.Values()))
		}
		if !named {
			p.Starts = append(p.Starts, f)
		}
	}
}
