package build

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// addRules grounds every rule of the catalog over every tuple of its relation.
func (g *grounding) addRules() {
	tuples := map[models.RelationID][]tuple{}
	for i := range g.catalog.Rules {
		rule := &g.catalog.Rules[i]
		relation, _ := models.RelationByID(rule.Over)
		if _, listed := tuples[rule.Over]; !listed {
			tuples[rule.Over] = g.tuples(relation)
		}
		for _, t := range tuples[rule.Over] {
			g.addInstance(rule, relation, t)
		}
	}
}

// addInstance grounds one rule over one tuple, where its tests hold.
func (g *grounding) addInstance(rule *models.Rule, relation models.Relation, t tuple) {
	assumes, removing, holds := g.test(rule, relation, t)
	if !holds {
		return
	}
	a := addition{
		id:          instanceID(rule.ID, t[:relation.Key]),
		then:        g.bind(rule.Then, relation, t),
		probability: rule.Probability,
		instance:    instance{rule: rule.ID, class: rule.Class, profile: -1, assumes: assumes},
	}
	if rule.Effort != nil {
		a.effort = rule.Effort.Days
	}
	for i, role := range relation.Roles {
		a.instance.roles = append(a.instance.roles, models.Binding{Role: role.Name, Type: role.Of, Subject: t[i]})
	}
	for _, p := range rule.If {
		if p.State == models.AllConditions {
			a.from = append(a.from, g.conditionsOf(p, relation, t)...)
			continue
		}
		a.from = append(a.from, g.bind(p, relation, t))
	}
	for _, p := range assumes {
		a.from = append(a.from, g.assume(p))
	}
	var hardening []graph.Hardening
	for _, element := range t {
		removing = append(removing, g.protect.block[ruleAt{rule.ID, element}]...)
		hardening = append(hardening, g.protect.harden[ruleAt{rule.ID, element}]...)
	}
	g.protectAgainst(&a, removing, hardening)
	g.add(a)
}

func (g *grounding) bind(p models.Premise, relation models.Relation, t tuple) models.Fact {
	at, _ := relation.Role(p.Role)
	return models.Fact{State: p.State, Subject: t[at]}
}

func (g *grounding) conditionsOf(p models.Premise, relation models.Relation, t tuple) []models.Fact {
	at, _ := relation.Role(p.Role)
	var out []models.Fact
	for _, c := range g.model.flows[models.FlowID(t[at])].When {
		out = append(out, models.Fact{State: present, Subject: string(c)})
	}
	return out
}

// test evaluates a rule's tests on a tuple: whether all hold, which unknown properties that takes as false, and which
// measures would make a property true that the rule wants false.
func (g *grounding) test(rule *models.Rule, relation models.Relation, t tuple) (assumes []models.PropertyRef, removing []graph.MeasureID, holds bool) {
	for _, test := range rule.Where {
		at, _ := relation.Role(test.Role)
		role := relation.Roles[at]
		if !test.Property() {
			if g.attributeIs(test, t[at]) == test.Not {
				return nil, nil, false
			}
			continue
		}
		ref := models.PropertyRef{Type: role.Of, Subject: t[at], Property: models.PropertyID(test.Of)}
		truth := g.model.propertiesOf(ref.Type, ref.Subject)[ref.Property]
		if (truth == models.True) == test.Not {
			return nil, nil, false
		}
		if test.Not {
			removing = append(removing, g.protect.provide[ref]...)
		}
		if test.Not && truth == models.Unknown {
			assumes = append(assumes, ref)
		}
	}
	return assumes, removing, true
}

// attributeIs tells whether an attribute of an element is one of the test's values.
func (g *grounding) attributeIs(test models.Test, id string) bool {
	switch test.Of {
	case "kind":
		kind := g.model.components[models.ComponentID(id)].Kind
		return slices.ContainsFunc(test.Values, func(v string) bool { return g.catalog.IsA(kind, models.KindID(v)) })
	case "nature":
		return slices.Contains(test.Values, string(g.model.flows[models.FlowID(id)].Nature))
	case "sensitivity":
		return slices.Contains(test.Values, string(g.model.data[models.DataID(id)].Sensitivity))
	case "independence":
		return slices.Contains(test.Values, string(g.model.safeguards[models.SafeguardID(id)].Independence))
	case "duty":
		return slices.Contains(test.Values, id)
	case "precaution":
		precaution := "false"
		if g.model.dependencies[models.DependencyID(id)].Precaution {
			precaution = "true"
		}
		return slices.Contains(test.Values, precaution)
	}
	panic("build: no such attribute: " + test.Of)
}
