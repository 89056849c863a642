package ground

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// addEffects adds the author's effects and those that follow from the model's personal information, each with its
// tree of causes and the safeguards that guard it.
func (g *grounding) addEffects() {
	for _, e := range g.system.Effects {
		g.out.Effects = append(g.out.Effects, Effect{Effect: e})
	}
	g.out.Effects = append(g.out.Effects, Disclosures(g.system, g.catalog)...)
	for i := range g.out.Effects {
		g.addEffect(&g.out.Effects[i])
	}
}

// Disclosures returns the effects that follow from a model without its author writing them: one for each item of personal
// information that no effect of the author discloses.
func Disclosures(system *models.System, catalog *models.Catalog) []Effect {
	told := map[models.DataID]bool{}
	for _, e := range system.Effects {
		if e.Harm == nil {
			continue
		}
		for _, d := range e.Harm.Discloses {
			told[d] = true
		}
	}
	personal := map[models.SensitivityID]bool{}
	for _, s := range catalog.Sensitivities {
		personal[s.ID] = s.Personal
	}
	var out []Effect
	for _, d := range system.Data {
		if told[d.ID] || !personal[d.Sensitivity] {
			continue
		}
		out = append(out, Effect{Derived: true, Effect: models.Effect{
			Origin: models.Origin{At: d.At},
			ID:     models.EffectID(models.DisclosurePrefix + string(d.ID)),
			Name:   models.Text{JA: d.Name.In(models.Japanese) + "の漏えい", EN: "Disclosure of " + d.Name.In(models.English)},
			Causes: models.Cause{Fact: models.Fact{State: models.StateDisclosed, Subject: string(d.ID)}},
			Harm:   &models.Harm{Discloses: []models.DataID{d.ID}},
		}})
	}
	return out
}

// addEffect adds: the tree of causes concludes holds(effect), the unsafe state; that challenges the safeguards; and
// with all of them defeated it concludes occurred(effect).
func (g *grounding) addEffect(e *Effect) {
	id := string(e.ID)
	unsafe := g.atom(models.StateHolds, id)
	tree := causes{grounding: g, effect: e}
	tree.add(e.Causes, id, unsafe)
	guards := g.guardsOf(e, id)
	if e.Causes.ID != "" {
		for _, s := range g.guardsOf(e, e.Causes.ID) { // a guarded root cause is a guarded effect
			if !slices.Contains(guards, s) {
				guards = append(guards, s)
			}
		}
	}
	g.addGuarded(e, guardedCause{rule: models.RuleOccurs, path: id, raw: unsafe, then: g.atom(models.StateOccurred, id)}, guards)
}

// causes walks one effect's tree of causes. Its depth is bounded by the reader's limit on nesting.
type causes struct {
	*grounding
	effect *Effect
}

// add makes the cause at the given path conclude the fact then.
func (c *causes) add(cause models.Cause, path string, then atom) {
	excluded := c.excluded(cause, path)
	conclude := func(key string, from ...atom) {
		a := c.builtIn(models.RuleCause, models.ConsequenceRule, effectBinding(c.effect))
		a.told, a.then, a.from = instanceID(models.RuleCause, key), then, from
		if excluded {
			a.grade = inherentOnly
		}
		c.grounding.add(&a)
		if excluded && c.open {
			c.credited(&a, cause.RuledOut.Component)
		}
	}
	switch {
	case len(cause.All) > 0:
		conclude(path, c.children(cause.All, path)...)
	case len(cause.Any) > 0:
		for i, f := range c.children(cause.Any, path) {
			conclude(path+","+strconv.Itoa(i+1), f)
		}
	default:
		conclude(path, c.named(c.effect, cause.Fact))
		if !c.plain(cause.Fact) {
			conclude(path+","+string(models.StateMisled), c.named(c.effect, models.Fact{State: models.StateMisled, Subject: cause.Fact.Subject}))
		}
	}
}

// named returns what an effect has to do with: of all units where the effect is of all.
func (g *grounding) named(e *Effect, f models.Fact) atom {
	a := g.facts.atom(f)
	a.all = e.Of == models.AllUnits && g.many(a)
	return a
}

// credited adds that a cause which the device class rules out holds where that fails.
func (c *causes) credited(a *addition, of models.ComponentID) {
	class := c.atom(models.StateWeak, string(of)+".device_class")
	if !c.weaknesses[class] {
		c.weaknesses[class] = true
		c.fails(class)
	}
	a.told, a.grade = a.told+"!", always
	a.from = append(slices.Clone(a.from), class)
	c.grounding.add(a)
}

// children returns the facts that the children of an inner node conclude: a plain fact is its own.
func (c *causes) children(nodes []models.Cause, path string) []atom {
	out := make([]atom, len(nodes))
	for i, n := range nodes {
		if !n.Fact.IsZero() && n.RuledOut == nil && n.ID == "" && c.plain(n.Fact) {
			out[i] = c.named(c.effect, n.Fact)
			continue
		}
		below := path + "." + strconv.Itoa(i+1)
		if n.ID != "" {
			below = string(c.effect.ID) + "." + n.ID
		}
		out[i] = c.guarded(n, below)
	}
	return out
}

// plain tells whether a cause is there by its one fact alone. What works for an attacker does as well what it does when it
// is misled: such a cause is there in both ways.
func (c *causes) plain(f models.Fact) bool {
	return f.State != models.StateUsed || !c.misled[f.Subject]
}

// guarded adds an inner node and returns what it concludes: past its safeguards, where some guard it.
func (c *causes) guarded(n models.Cause, path string) atom {
	raw := c.atom(models.StateHolds, path)
	c.add(n, path, raw)
	var guards []models.SafeguardID
	if n.ID != "" {
		guards = c.guardsOf(c.effect, n.ID)
	}
	if len(guards) == 0 {
		return raw
	}
	past := c.atom(models.StatePassed, path)
	c.addGuarded(c.effect, guardedCause{rule: models.RulePassed, path: path, raw: raw, then: past}, guards)
	return past
}

// excluded tells whether the device class rules the cause out, and records that.
func (c *causes) excluded(cause models.Cause, path string) bool {
	r := cause.RuledOut
	if r == nil {
		return false
	}
	class := c.out.Ways.Component(r.Component).DeviceClass
	if !slices.Contains(r.Classes, class) {
		return false
	}
	c.effect.Exclusions = append(c.effect.Exclusions, models.Exclusion{Component: r.Component, Class: class, Cause: path})
	return true
}

// guardsOf returns the fitted safeguards that guard an effect, or a named cause of it.
func (g *grounding) guardsOf(e *Effect, target string) []models.SafeguardID {
	var out []models.SafeguardID
	for _, i := range g.model.guarding(target, string(e.ID)+"."+target) {
		if s := &g.system.Safeguards[i]; g.fitted(s) {
			out = append(out, s.ID)
		}
	}
	return out
}

func (g *grounding) fitted(s *models.Safeguard) bool {
	return s.Fitted == nil || slices.Contains(s.Fitted.Classes, g.out.Ways.Component(s.Fitted.Component).DeviceClass)
}

// guardedCause is an unsafe state and what it becomes when its safeguards are defeated.
type guardedCause struct {
	rule      models.RuleID
	path      string
	raw, then atom
}

// addGuarded adds the way past the safeguards, and the demand on each.
func (g *grounding) addGuarded(e *Effect, c guardedCause, guards []models.SafeguardID) {
	from := []atom{c.raw}
	for _, s := range guards {
		from = append(from, g.named(e, models.Fact{State: models.StateDefeated, Subject: string(s)}))
		a := g.builtIn(models.RuleChallenge, models.ConsequenceRule, effectBinding(e), safeguardBinding(s))
		a.told, a.then, a.from = instanceID(models.RuleChallenge, string(s), c.path), g.atom(models.StateChallenged, string(s)), []atom{c.raw}
		g.add(&a)
		if !slices.Contains(e.Guards, s) {
			e.Guards = append(e.Guards, s)
		}
	}
	a := g.builtIn(c.rule, models.ConsequenceRule, effectBinding(e))
	a.told, a.then, a.from = instanceID(c.rule, c.path), c.then, from
	g.add(&a)
}

func effectBinding(e *Effect) models.Binding {
	return models.Binding{Role: "effect", Type: models.EffectSort, Subject: string(e.ID)}
}

func safeguardBinding(id models.SafeguardID) models.Binding {
	return models.Binding{Role: "safeguard", Type: models.SafeguardSort, Subject: string(id)}
}

// addUnfitted takes a safeguard that a measure adds as defeated while that measure is not in force, and so for ever where it
// takes no part.
func (g *grounding) addUnfitted(s *models.Safeguard, defeated atom) {
	if s.Measure == "" {
		return
	}
	a := g.builtIn(models.RuleUnfitted, models.ConsequenceRule, safeguardBinding(s.ID))
	a.then = defeated
	if id, known := g.protect.adding[s.Measure]; known {
		a.blocked = []graph.MeasureID{id}
	}
	g.add(&a)
}

// addUncredited takes every safeguard as defeated in the inherent reading, and one that acts over a flow that is
// switched off in every reading.
func (g *grounding) addUncredited() {
	for i := range g.system.Safeguards {
		s := &g.system.Safeguards[i]
		a := g.builtIn(models.RuleUncredited, models.ConsequenceRule, safeguardBinding(s.ID))
		a.then, a.grade = g.atom(models.StateDefeated, string(s.ID)), inherentOnly
		if f := g.model.flows[s.Flow]; f != nil && f.Closed {
			a.grade = always
		}
		g.add(&a)
		g.failsAs(safeguardFailing, a.then)
		g.addUnfitted(s, a.then)
		if g.open && g.presumedOwn(s) {
			p := g.builtIn(models.RuleAssumed, models.AttackRule, safeguardBinding(s.ID))
			p.then, p.grade = a.then, worstMalicious
			g.add(&p)
		}
	}
}
