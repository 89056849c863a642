package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// weakness is a fact that a protective property of an element holds nobody up, where rules want that.
//
// What is not there needs no fact, and what withstands every profile of the case lets no rule pass. An open grounding has
// a fact for each, so that one can ask what would follow from another statement.
type weakness struct {
	ref        models.PropertyRef
	property   *models.Property
	resistance models.Resistance // as stated
	presumed   models.Resistance // what counts where nothing is stated
}

// weakened adds the weaknesses without which a rule that wants a property not to hold up has no instance: that of the property
// and, where it follows another, that of the other. What follows another that is stated is itself as that one says; of two
// of which nothing is stated the one that follows is asked for.
func (g *grounding) weakened(list []weakness, of models.Sort, element int32, property int) []weakness {
	one := func(property int) weakness {
		p := &g.model.listed[property]
		ref := models.PropertyRef{Type: of, Subject: g.facts.symbols.words[element], Property: p.ID}
		return weakness{ref, p, g.model.resistance(element, property), g.presumed(p, element)}
	}
	own := one(property)
	if own.property.Follows == "" {
		return append(list, own)
	}
	other := one(g.model.properties[own.property.Follows])
	if other.resistance != models.NotStated && own.resistance == models.NotStated {
		own.resistance = models.Absent
	}
	list = append(list, own)
	if provided, _ := g.provided(other); other.resistance == models.NotStated && provided == models.NotStated && !g.open {
		return list
	}
	return append(list, other)
}

// presumed is what counts of a property of an element where nothing is stated.
func (g *grounding) presumed(p *models.Property, element int32) models.Resistance {
	if p.Of == models.FlowSort && len(p.OnWays) > 0 {
		flow := &g.system.Flows[g.model.flowAt[element]]
		on := func(kinds []models.KindID) bool {
			return slices.ContainsFunc(flow.Via, func(id models.ComponentID) bool {
				return slices.ContainsFunc(kinds, func(k models.KindID) bool { return g.catalog.IsA(g.out.Ways.Component(id).Kind, k) })
			})
		}
		for _, w := range p.OnWays {
			if (len(w.Along) == 0 || on(w.Along)) && !on(w.Without) {
				return p.Resistance(w.Counts)
			}
		}
	}
	return p.Presumed()
}

// passable tells whether a rule that wants the property not to hold up has instances at all.
func (g *grounding) passable(w weakness) bool {
	if g.open || w.resistance == models.Absent || w.presumedAbsent() {
		return true
	}
	return !w.counts().Withstands(g.most)
}

// counts is what the property withstands as published: what is stated, or else what is presumed.
func (w weakness) counts() models.Resistance {
	if w.resistance == models.NotStated {
		return w.presumed
	}
	return w.resistance
}

// presumedAbsent tells whether nothing is stated, which counts as not there.
func (w weakness) presumedAbsent() bool {
	return w.resistance == models.NotStated && w.presumed == models.Absent
}

// provided is what the measures that provide a property of an element make it withstand; NotStated where none does.
func (g *grounding) provided(w weakness) (models.Resistance, []graph.MeasureID) {
	by := g.protect.provide[w.ref]
	if len(by) == 0 {
		return models.NotStated, nil
	}
	return w.property.Resistance(models.Given), by
}

// weak returns the fact of a weakness, with all that concludes it made at first mention; false where the rule needs none.
// A measure in force that provides the property takes out what withstands less, and is overcome as the property is.
func (g *grounding) weak(w weakness) (atom, bool) {
	provided, by := g.provided(w)
	if w.presumedAbsent() && !g.open && provided == models.NotStated {
		return g.assume(w.ref), true
	}
	if w.resistance == models.Absent && !g.open && provided == models.NotStated {
		return atom{}, false
	}
	subject := w.ref.Subject + "." + string(w.ref.Property)
	state := models.StateWeak
	if w.presumedAbsent() && !g.open {
		state = models.StateAssumed
	}
	then := g.atom(state, subject)
	if g.weaknesses[then] {
		return then, true
	}
	g.weaknesses[then] = true
	add := func(rule models.RuleID, grade grade, effort float64, withstands models.Resistance) {
		a := g.builtIn(rule, models.AttackRule, models.Binding{Role: "element", Type: w.ref.Type, Subject: w.ref.Subject})
		a.then, a.grade, a.effort = then, grade, effort
		if rule == models.RuleAssumed && !g.open {
			a.assumes = []models.PropertyRef{w.ref}
		}
		if withstands < provided {
			g.protectAgainst(&a, slices.Clone(by), nil)
		}
		a.blocked = append(a.blocked, g.raise(w)...)
		g.add(&a)
	}
	switch {
	case w.resistance == models.Absent:
		add(models.RuleLacking, always, 0, models.Absent)
	case w.presumedAbsent():
		add(models.RuleAssumed, g.whileOpen(unlessBest), 0, models.Absent)
	case w.resistance == models.NotStated && g.open: // elsewhere nobody asks for the worst
		add(models.RuleAssumed, worstOnly, 0, models.Absent)
	}
	counts := w.counts()
	if w.presumedAbsent() && g.open { // in the best case it is there, though not so that nobody passes
		counts = min(w.property.Resistance(models.Given), models.ResistSubstantial)
	}
	if grade, effort, is := overcoming(w.property, counts); is {
		add(models.RuleDefeat, grade, effort, counts)
	}
	if grade, effort, is := overcoming(w.property, provided); is && provided > counts && (g.open || !provided.Withstands(g.most)) {
		add(models.RuleDefeatProvided, grade, effort, provided)
	}
	if w.counts().Protects() {
		g.failsDespite(then, by)
	}
	return then, true
}

// whileOpen is a grade that counts in an open grounding alone.
func (g *grounding) whileOpen(in grade) grade {
	if g.open {
		return in
	}
	return always
}

// overcoming is what it takes to overcome a property that withstands so much: the grade of the instance, and its effort; false
// where nobody does, or there is nothing to overcome.
func overcoming(p *models.Property, withstands models.Resistance) (grade, float64, bool) {
	switch withstands {
	case models.ResistBasic:
		return wantsSubstantial, p.Overcome.Basic, true
	case models.ResistSubstantial:
		return wantsHigh, p.Overcome.Substantial, true
	}
	return always, 0, false
}

// raise returns the graph's measure that raises what a property withstands above all attackers, in an open grounding.
// What is there or not, such as a key switch, is no property that can be raised.
func (g *grounding) raise(w weakness) []graph.MeasureID {
	if !g.open || w.property.Resistance(models.Given) == models.Absolute || w.counts() == models.Absolute {
		return nil
	}
	id, known := g.raised[w.ref]
	if !known {
		id = g.builder.Measure(graph.Measure{ID: "raise " + w.ref.String(), Cost: 1})
		g.raised[w.ref] = id
		g.out.raises = append(g.out.raises, w.ref)
	}
	return []graph.MeasureID{id}
}

// fails lets a statement or presumption fail, in an open grounding where a query allows it: then a fact holds that it
// keeps from holding.
func (g *grounding) fails(then atom) { g.failsAs(failing, then) }

func (g *grounding) failsAs(how grade, then atom) { g.failing(how, then, nil) }

// failsDespite is the same where measures, in force, keep the fact from holding, too.
func (g *grounding) failsDespite(then atom, by []graph.MeasureID) { g.failing(failing, then, by) }

func (g *grounding) failing(how grade, then atom, by []graph.MeasureID) {
	if !g.open {
		return
	}
	a := g.builtIn(models.RuleFails, models.AttackRule)
	a.then, a.grade, a.effort = then, how, 1
	g.protectAgainst(&a, slices.Clone(by), nil)
	if !g.many(then) {
		g.add(&a)
		return
	}
	a.then.all = true // a statement is one of all units
	g.put(&a)
	follows := g.builtIn(models.RuleFails, models.AttackRule)
	follows.then, follows.from, follows.grade = then, []atom{a.then}, how
	g.put(&follows)
}
