package ground

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// addRules grounds every rule of the catalog over every tuple of its relation.
func (g *grounding) addRules() {
	known := map[models.RelationID]*tuples{}
	for i := range g.catalog.Rules {
		rule := &g.catalog.Rules[i]
		if rule.Needs > g.most && !g.open {
			continue
		}
		relation, _ := models.RelationByID(rule.Over)
		all := known[relation.ID]
		if all == nil {
			all = g.tuplesOf(relation)
			known[relation.ID] = all
		}
		r := g.prepare(rule, relation, all)
		for i := range all.len() {
			if t := all.at(i); r.test(g, t) {
				r.next.tuple = int32(i)
				r.conclude(g, t)
			}
		}
	}
}

// prepared is a rule of the catalog ready to be grounded: what does not depend on the tuple is looked up once.
type prepared struct {
	*models.Rule
	relation models.Relation
	tests    []preparedTest
	premises []preparedPremise
	then     preparedPremise
	narrows  []int    // roles of which one unit is picked
	next     addition // what its instances have in common, and room for the rest

	assumes   []models.PropertyRef // of the tuple that passed the tests last: unknown properties that are taken as false
	weak      []weakness           // likewise: properties that must not hold the attacker up
	removing  []graph.MeasureID    // of the instance that is being added: measures that remove it
	hardening []graph.Hardening
}

// preparedPremise is a state of one role, or all conditions of the flow in it.
type preparedPremise struct {
	at         int
	state      int16
	conditions bool
}

// preparedTest is a test on one role: of a property, or of an attribute.
type preparedTest struct {
	models.Test
	at       int
	property int             // place in the catalog; -1: an attribute
	known    map[string]bool // attribute → whether a value that was asked for is one of the test's
	last     string          // the value that was asked for last
	is       bool            // whether this is one
}

func (g *grounding) prepare(rule *models.Rule, relation models.Relation, all *tuples) *prepared {
	r := &prepared{Rule: rule, relation: relation}
	r.next = addition{profile: -1, probability: rule.Probability, grade: wanting(rule.Needs)}
	r.next.frame = g.out.instances.newFrame(frame{rule.ID, rule.Class, relation.Roles, all, relation.Key})
	if rule.Effort != nil {
		r.next.effort = rule.Effort.Days
	}
	premise := func(p models.Premise) preparedPremise {
		at, _ := relation.Role(p.Role)
		if p.State == models.AllConditions {
			return preparedPremise{at: at, conditions: true}
		}
		return preparedPremise{at: at, state: int16(g.facts.states.of(string(p.State)))}
	}
	r.then = premise(rule.Then)
	for _, role := range rule.Narrows {
		at, _ := relation.Role(role)
		r.narrows = append(r.narrows, at)
	}
	for _, p := range rule.If {
		r.premises = append(r.premises, premise(p))
	}
	for _, t := range rule.Where {
		at, _ := relation.Role(t.Role)
		test := preparedTest{Test: t, at: at, property: -1, known: map[string]bool{}}
		if t.Property() {
			test.property = g.model.properties[models.PropertyID(t.Of)]
		}
		r.tests = append(r.tests, test)
	}
	return r
}

// test tells whether all tests hold of a tuple, and takes down which unknown properties that takes as false, and which must hold
// nobody up.
func (r *prepared) test(g *grounding, t []int32) bool {
	r.assumes, r.weak = r.assumes[:0], r.weak[:0]
	for i := range r.tests {
		test := &r.tests[i]
		if test.property < 0 {
			if test.attributeIs(g, t[test.at]) == test.Not {
				return false
			}
			continue
		}
		if !test.Not {
			if !g.model.resistance(t[test.at], test.property).Protects() {
				return false
			}
			continue
		}
		first := len(r.weak)
		r.weak = g.weakened(r.weak, r.relation.Roles[test.at].Of, t[test.at], test.property)
		for _, w := range r.weak[first:] {
			if !g.passable(w) {
				return false
			}
			if w.presumedAbsent() {
				r.assumes = append(r.assumes, w.ref)
			}
		}
	}
	return true
}

// conclude adds the instance over a tuple that passed the tests.
func (r *prepared) conclude(g *grounding, t []int32) {
	a := &r.next
	a.then = atom{subject: t[r.then.at], state: r.then.state}
	a.narrow = r.narrow(g, t)
	a.roles, a.assumes = t, r.assumes
	a.from = a.from[:0]
	for _, p := range r.premises {
		if !p.conditions {
			a.from = append(a.from, atom{subject: t[p.at], state: p.state})
			continue
		}
		for _, c := range g.system.Flows[g.model.flowAt[t[p.at]]].When {
			a.from = append(a.from, g.atom(models.StatePresent, string(c)))
		}
	}
	for _, w := range r.weak {
		if f, wanted := g.weak(w); wanted {
			a.from = append(a.from, f)
		}
	}
	if r.relation.ID == passageRelation && g.open {
		if f, wanted := g.through(&g.passages[a.tuple]); wanted {
			a.from = append(a.from, f)
		}
	}
	r.protect(g, t)
	if r.Then.State == models.StateMisled {
		g.misled[g.facts.symbols.words[t[r.then.at]]] = true
	}
	if r.Then.In == models.AllUnits {
		g.widen(a)
		return
	}
	g.add(a)
}

// wanting is the grade of what wants a capability of the attacker.
func wanting(c models.Capability) grade {
	switch c {
	case models.SubstantialAttacker:
		return wantsSubstantial
	case models.HighAttacker:
		return wantsHigh
	}
	return always
}

// protect lets the measures act on the instance over a tuple.
func (r *prepared) protect(g *grounding, t []int32) {
	r.removing, r.hardening, r.next.hardened = r.removing[:0], r.hardening[:0], nil
	if len(g.protect.block)+len(g.protect.harden) == 0 {
		r.next.blocked = r.next.blocked[:0]
		return
	}
	for _, n := range t {
		at := ruleAt{r.ID, g.facts.symbols.words[n]}
		if len(g.protect.block) > 0 {
			r.removing = append(r.removing, g.protect.block[at]...)
		}
		if len(g.protect.harden) > 0 {
			r.hardening = append(r.hardening, g.protect.harden[at]...)
		}
	}
	r.next.blocked, r.next.hardened = r.next.blocked[:0], nil
	g.protectAgainst(&r.next, r.removing, r.hardening)
}

// attributeIs tells whether an attribute of an element is one of the test's values. Many elements have the same value.
func (t *preparedTest) attributeIs(g *grounding, element int32) bool {
	value := g.attribute(t.Of, element)
	if value == t.last && len(t.known) > 0 {
		return t.is
	}
	is, asked := t.known[value]
	if !asked {
		is = slices.ContainsFunc(t.Values, func(v string) bool {
			return v == value || t.Of == "kind" && g.catalog.IsA(models.KindID(value), models.KindID(v))
		})
		t.known[value] = is
	}
	t.last, t.is = value, is
	return is
}

// attribute returns the value of an attribute of an element.
func (g *grounding) attribute(of string, element int32) string {
	id := g.facts.symbols.words[element]
	switch of {
	case "kind":
		return string(g.system.Components[g.model.componentAt[element]].Kind)
	case "nature":
		return string(g.system.Flows[g.model.flowAt[element]].Nature)
	case "sensitivity":
		return string(g.model.data[models.DataID(id)].Sensitivity)
	case "independence":
		return string(g.model.safeguards[models.SafeguardID(id)].Independence)
	case "on_loss":
		return string(g.model.safeguards[models.SafeguardID(id)].OnLoss)
	case "decides":
		return strconv.FormatBool(len(g.decidesOn(&g.system.Components[g.model.componentAt[element]])) > 0)
	case "settings":
		d := g.model.data[models.DataID(id)]
		return strconv.FormatBool(d != nil && d.Settings)
	case "carries":
		return strconv.FormatBool(g.system.Flows[g.model.flowAt[element]].Carries != nil)
	case "users":
		if g.units.Serves(models.ComponentID(id)) {
			return string(models.ManyUsers)
		}
		return string(models.OneUser)
	case "duty":
		return id
	case "precaution":
		return strconv.FormatBool(g.model.dependencies[models.DependencyID(id)].Precaution)
	}
	panic("ground: no such attribute: " + of)
}

// narrow tells whether an instance picks one unit of several: what it concludes is true of no more then.
func (r *prepared) narrow(g *grounding, t []int32) bool {
	return slices.ContainsFunc(r.narrows, func(at int) bool {
		return g.units.Several(r.relation.Roles[at].Of, g.facts.symbols.words[t[at]])
	})
}
