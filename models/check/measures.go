package check

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// measures checks the measures one by one, and their numbers.
func (c *checker) measures() {
	numbered := map[int]models.MeasureID{}
	for i := range c.system.Measures {
		m := &c.system.Measures[i]
		e := element{at: m.At, list: "measures", index: i}
		c.measure(e, m)
		c.effectOf(e, m)
		c.count(e, "number", m.No, 0)
		if other, taken := numbered[m.No]; taken && m.No > 0 {
			c.report(e, "number", models.Messagef("%s has the number %d already", other, m.No), models.Messagef("give each measure its own number"))
		}
		numbered[m.No] = m.ID
	}
}

// measure checks what a measure says and whom it names.
func (c *checker) measure(e element, m *models.Measure) {
	ref(c, e, "uses", m.Uses, c.known.catalogMeasures)
	ref(c, e, "viewpoint", m.Viewpoint, c.known.viewpoints)
	ref(c, e, "stakeholder", m.Stakeholder, c.known.of(models.StakeholderSort))
	refs(c, e, "threats", m.Threats, c.known.threats, nil)
	if m.AllThreats && len(m.Threats) > 0 {
		c.report(e, "threats", models.Messagef("the measure is against all threats"), models.Messagef("remove threats, or all_threats"))
	}
	ref(c, e, "requires", m.Requires, c.known.requirements)
	if m.Text.Empty() && m.Uses == "" && !m.Placeholder {
		c.report(e, "", models.Messagef("the measure says nothing"), models.Messagef("add measure: … with what is done, uses: … with one of the catalog, or placeholder: true"))
	}
	refs(c, e, "adapts", m.Adapts, c.known.of(models.MeasureSort), func(i int) {
		if m.Adapts[i] == m.ID {
			c.report(e, fmt.Sprintf("adapts[%d]", i), models.Messagef("the measure puts itself into practice"), models.Messagef("name another measure"))
		}
	})
	c.amount(e, "cost", m.Cost)
	c.amount(e, "burden", m.Burden)
}

// effectOf checks where a measure acts and on what.
func (c *checker) effectOf(e element, m *models.Measure) {
	refs(c, e, "applies_to", m.AppliesTo, c.known.placed, func(i int) {
		if sorts := c.placedSorts(m.AppliesTo[i]); len(sorts) > 1 {
			c.report(e, fmt.Sprintf("applies_to[%d]", i), models.Messagef("%s is the id of a %s and of another element", m.AppliesTo[i], sorts[0]), models.Messagef("give one of them another id"))
		}
	})
	for i, p := range m.Provides {
		c.provides(e, fmt.Sprintf("provides[%d]", i), p, m)
	}
	for _, i := range repetitions(m.Provides) {
		c.report(e, fmt.Sprintf("provides[%d]", i), models.Messagef("%s is named twice", m.Provides[i]), models.Messagef("remove one"))
	}
	refs(c, e, "blocks", m.Blocks, c.known.rules, nil)
	for i := range m.Hardens {
		h := &m.Hardens[i]
		below := e.in(fmt.Sprintf("hardens[%d]", i))
		ref(c, below, "rule", h.Rule, c.known.rules)
		c.amount(below, "effort", &h.Effort)
		c.chance(below, "probability", h.Probability)
	}
	if m.OvercomeBy != nil {
		below := e.in("overcome")
		c.amount(below, "effort", &m.OvercomeBy.Effort)
		c.chance(below, "probability", m.OvercomeBy.Probability)
	}
	if len(m.AppliesTo) == 0 && m.Uses == "" && len(m.Provides)+len(m.Blocks)+len(m.Hardens) > 0 {
		c.report(e, "", models.Messagef("the measure acts nowhere"), models.Messagef("add applies_to: with the components, dataflows or data where it acts"))
	}
}

// provides checks that a measure acts on something that can have the property that it provides.
func (c *checker) provides(e element, field string, name models.PropertyID, m *models.Measure) {
	p := c.catalog.Property(name)
	if p == nil {
		c.report(e, field, models.Messagef("there is no property %s", quote(string(name))), c.meant(string(name), c.known.properties))
		return
	}
	if len(m.AppliesTo) == 0 {
		return
	}
	for _, id := range m.AppliesTo {
		sorts := c.placedSorts(id)
		if len(sorts) == 0 || sorts[0] == p.Of {
			return
		}
	}
	c.report(e, field, models.Messagef("%s is a property of %s, and the measure applies to none", name, p.Of.Entry().Many), models.Messagef("add a %s to applies_to", p.Of.Entry().One))
}

// placedSorts returns the sorts of the elements that have an id and that measures can act on.
func (c *checker) placedSorts(id string) []models.Sort {
	var out []models.Sort
	for _, sort := range []models.Sort{models.ComponentSort, models.FlowSort, models.DataSort} {
		if c.known.of(sort).has(id) {
			out = append(out, sort)
		}
	}
	return out
}
