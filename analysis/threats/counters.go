package threats

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// counters know which measures of the case counter a threat of a component.
type counters struct {
	pass    *analysis.Pass
	touched map[models.MeasureID]map[models.ComponentID]bool // where a measure that names elements applies
}

func newCounters(p *analysis.Pass) *counters {
	at := componentsOf(p.Case.System)
	c := &counters{pass: p, touched: map[models.MeasureID]map[models.ComponentID]bool{}}
	for _, m := range p.Case.System.Measures {
		touched := map[models.ComponentID]bool{}
		for _, element := range m.AppliesTo {
			for _, component := range at[element] {
				touched[component] = true
			}
		}
		c.touched[m.ID] = touched
	}
	return c
}

// componentsOf returns, for each element in which a measure can apply, the components that this touches: itself, the ends of a flow,
// what stores a data item.
func componentsOf(s *models.System) map[string][]models.ComponentID {
	out := map[string][]models.ComponentID{}
	for _, c := range s.Components {
		out[string(c.ID)] = append(out[string(c.ID)], c.ID)
		for _, d := range c.Stores {
			out[string(d)] = append(out[string(d)], c.ID)
		}
	}
	for _, f := range s.Flows {
		out[string(f.ID)] = append(out[string(f.ID)], f.From, f.To)
	}
	return out
}

// counter returns the measures that counter a threat, in the order of the model: those that name the threat, or all
// threats, and apply to the component or nowhere in particular, and those that remove or harden a step to the threat's
// state. Measures that were rejected and rows without content counter nothing.
func (c *counters) counter(row *models.ThreatRow) []models.MeasureID {
	acting := c.actingOn(row.Fact)
	var out []models.MeasureID
	for i := range c.pass.Case.System.Measures {
		m := &c.pass.Case.System.Measures[i]
		if m.Placeholder || m.Status == models.Rejected {
			continue
		}
		named := m.AllThreats || slices.Contains(m.Threats, row.Threat)
		if named && c.appliesAt(m, row.Component) || slices.Contains(acting, m.ID) {
			out = append(out, m.ID)
		}
	}
	return out
}

// appliesAt reports whether a measure applies to a component or nowhere in particular.
func (c *counters) appliesAt(m *models.Measure, component models.ComponentID) bool {
	return len(m.AppliesTo) == 0 || c.touched[m.ID][component]
}

// actingOn returns the measures that remove or harden an instance which concludes the fact.
func (c *counters) actingOn(fact models.Fact) []models.MeasureID {
	grounded, g := c.pass.Case, c.pass.Graph()
	f, there := grounded.Fact(fact)
	if !there {
		return nil
	}
	var out []models.MeasureID
	for _, r := range g.Concluding(f) {
		for _, m := range grounded.ActingOn(r) {
			out = append(out, grounded.MeasureOf(m))
		}
		for _, h := range g.HardenedBy(r) {
			out = append(out, grounded.MeasureOf(h.Measure))
		}
		for _, premise := range g.If(r) {
			if from := grounded.FactOf(premise); from.State == models.StateIneffective {
				out = append(out, models.MeasureID(from.Subject))
			}
		}
	}
	return out
}
