package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// protections say which measures act: by the property that a measure provides to an element, and by the rule that it blocks or
// hardens where an element takes part.
type protections struct {
	provide map[models.PropertyRef][]graph.MeasureID
	block   map[ruleAt][]graph.MeasureID
	harden  map[ruleAt][]graph.Hardening
	adding  map[models.MeasureID]graph.MeasureID // measures that add safeguards
	open    map[graph.MeasureID]atom             // measures that can be overcome → the fact that they do not hold an attacker up
}

// ruleAt is a rule's instances in which an element takes part.
type ruleAt struct {
	rule    models.RuleID
	element string
}

// withCatalogMeasures returns the system with each measure's empty fields taken from the catalog's entry that it uses.
func withCatalogMeasures(s *models.System, c *models.Catalog) *models.System {
	filled := *s
	filled.Measures = slices.Clone(s.Measures)
	for i := range filled.Measures {
		m := &filled.Measures[i]
		if e := c.Measure(m.Uses); e != nil {
			fill(m, e, s, c)
		}
		if r := c.Requirement(m.Requires); r != nil && m.Requirement.Empty() {
			m.Requirement = r.Name
		}
	}
	return &filled
}

func fill(m *models.Measure, e *models.CatalogMeasure, s *models.System, c *models.Catalog) {
	if m.Viewpoint == "" {
		m.Viewpoint = e.Viewpoint
	}
	if m.Target == "" {
		m.Target = e.Target
	}
	if len(m.Threats) == 0 && !m.AllThreats {
		m.Threats, m.AllThreats = e.Threats, e.AllThreats
	}
	if m.Requires == "" {
		m.Requires = e.Requires
	}
	if m.Text.Empty() {
		m.Text = e.Text
	}
	if m.Cost == nil {
		m.Cost = e.Cost
	}
	if m.Burden == nil {
		m.Burden = e.Burden
	}
	if m.OvercomeBy == nil {
		m.OvercomeBy = e.Overcome
	}
	if len(m.Provides)+len(m.Blocks)+len(m.Hardens) == 0 {
		m.Provides, m.Blocks, m.Hardens = e.Provides, e.Blocks, e.Hardens
	}
	if len(m.AppliesTo) == 0 {
		m.AppliesTo = ofKinds(s, c, e.Kinds)
	}
}

func ofKinds(s *models.System, c *models.Catalog, kinds []models.KindID) []string {
	var out []string
	for _, component := range s.Components {
		if slices.ContainsFunc(kinds, func(k models.KindID) bool { return c.IsA(component.Kind, k) }) {
			out = append(out, string(component.ID))
		}
	}
	return out
}

// addMeasures makes the measures known to the attack graph. Placeholders and rejected ones take no part.
func (g *grounding) addMeasures() {
	g.protect = protections{
		provide: map[models.PropertyRef][]graph.MeasureID{},
		block:   map[ruleAt][]graph.MeasureID{},
		harden:  map[ruleAt][]graph.Hardening{},
		adding:  map[models.MeasureID]graph.MeasureID{},
		open:    map[graph.MeasureID]atom{},
	}
	adds := map[models.MeasureID]bool{}
	for i := range g.system.Safeguards {
		adds[g.system.Safeguards[i].Measure] = true
	}
	for i := range g.system.Measures {
		m := &g.system.Measures[i]
		if m.Placeholder || m.Status == models.Rejected || !adds[m.ID] && len(m.Provides)+len(m.Blocks)+len(m.Hardens) == 0 {
			continue
		}
		cost := 1.0
		if m.Cost != nil {
			cost = *m.Cost
		}
		id := g.builder.Measure(graph.Measure{ID: string(m.ID), Cost: cost})
		g.out.measures = append(g.out.measures, m.ID)
		if adds[m.ID] {
			g.protect.adding[m.ID] = id
		}
		if m.Status.InForce() {
			g.out.special.inForce = append(g.out.special.inForce, id)
		}
		g.place(id, m)
		g.addOvercoming(id, m)
	}
}

func (g *grounding) place(id graph.MeasureID, m *models.Measure) {
	for _, element := range m.AppliesTo {
		for _, p := range m.Provides {
			ref := models.PropertyRef{Type: g.catalog.Property(p).Of, Subject: element, Property: p}
			g.protect.provide[ref] = append(g.protect.provide[ref], id)
		}
		for _, r := range m.Blocks {
			at := ruleAt{r, element}
			g.protect.block[at] = append(g.protect.block[at], id)
		}
		for _, h := range m.Hardens {
			at := ruleAt{h.Rule, element}
			hardening := graph.Hardening{Measure: id, Effort: h.Effort, Probability: 1}
			if h.Probability != nil {
				hardening.Probability = *h.Probability
			}
			g.protect.harden[at] = append(g.protect.harden[at], hardening)
		}
	}
}

// addOvercoming adds, for a measure that can be overcome, the fact that it holds nobody up: for free while it is not
// in force, with effort otherwise. What a measure provides is overcome as the property is, and not as the measure.
func (g *grounding) addOvercoming(id graph.MeasureID, m *models.Measure) {
	if !m.Overcomable() && !g.open {
		return
	}
	open := g.atom(models.StateIneffective, string(m.ID))
	g.protect.open[id] = open
	measure := models.Binding{Role: "measure", Type: models.MeasureSort, Subject: string(m.ID)}
	idle := g.builtIn(models.RuleIdle, models.AttackRule, measure)
	idle.then, idle.blocked = open, []graph.MeasureID{id}
	g.add(&idle)
	g.fails(open)
	if !m.Overcomable() {
		return
	}
	overcome := g.builtIn(models.RuleOvercome, models.AttackRule, measure)
	overcome.then, overcome.grade = open, maliciousOnly
	overcome.effort, overcome.probability = m.OvercomeBy.Effort, m.OvercomeBy.Probability
	g.add(&overcome)
}

// protectAgainst lets the measures act on an instance: those that remove it, those that it must overcome, and those
// that harden it.
func (g *grounding) protectAgainst(a *addition, removing []graph.MeasureID, hardening []graph.Hardening) {
	slices.Sort(removing)
	for _, m := range slices.Compact(removing) {
		if open, overcomable := g.protect.open[m]; overcomable {
			a.from = append(a.from, open)
		} else {
			a.blocked = append(a.blocked, m)
		}
	}
	slices.SortStableFunc(hardening, func(x, y graph.Hardening) int { return int(x.Measure) - int(y.Measure) })
	a.hardened = slices.CompactFunc(hardening, func(x, y graph.Hardening) bool { return x.Measure == y.Measure })
}
