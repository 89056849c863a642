package findings

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// threatWithoutMeasure finds the reachable threats that no measure of the case counters.
func threatWithoutMeasure(r *report) {
	for _, row := range r.Result.Threats {
		if row.Reachable.Assessed.Reachable && len(row.Measures) == 0 {
			c := r.Element(models.ComponentSort, string(row.Component))
			r.add(c.At, subject{string(row.Component), c.Name}, subject{string(row.Threat), r.Case.Catalog.Threat(row.Threat).Name})
		}
	}
}

// threatWithoutActingMeasure finds the threats that measures name and that stay reachable although none in force acts on the
// easiest way. All of a case stand in one finding: the table of threats shows each.
func threatWithoutActingMeasure(r *report) {
	inForce := map[models.MeasureID]bool{}
	for i := range r.Case.System.Measures {
		m := &r.Case.System.Measures[i]
		inForce[m.ID] = m.Status.InForce()
	}
	acts := func(m models.MeasureID) bool { return inForce[m] }
	count := 0
	var kinds []models.ThreatID
	for _, row := range r.Result.Threats {
		if !row.Reachable.Residual.Reachable || len(row.Measures) == 0 || row.Attack == nil {
			continue
		}
		held := slices.ContainsFunc(row.Attack.Steps, func(s models.Step) bool {
			return slices.ContainsFunc(s.BlockedBy, acts) || slices.ContainsFunc(s.HardenedBy, acts)
		})
		if held {
			continue
		}
		count++
		if !slices.Contains(kinds, row.Threat) {
			kinds = append(kinds, row.Threat)
		}
	}
	if count == 0 {
		return
	}
	ids, names := make([]string, len(kinds)), models.Text{}
	for i, kind := range kinds {
		name := r.Case.Catalog.Threat(kind).Name
		if i > 0 {
			names.JA, names.EN = names.JA+"、", names.EN+", "
		}
		ids[i], names.JA, names.EN = string(kind), names.JA+name.In(models.Japanese), names.EN+name.In(models.English)
	}
	number := strconv.Itoa(count)
	r.add(r.Case.System.At, subject{number, models.Plain(number)}, subject{strings.Join(ids, ","), names})
}

// measureActsNowhere finds measures on the system, or with a technical effect, by which no step of any attack is removed or harder.
// Measures of organisation or procedure without such an effect are well without it.
func measureActsNowhere(r *report) {
	acting := r.acting()
	for _, m := range r.measures() {
		meant := len(m.Provides)+len(m.Blocks)+len(m.Hardens) > 0 || m.Target == models.SystemTarget
		if meant && !acting[m.ID] {
			r.add(m.At, subject{string(m.ID), m.Text})
		}
	}
}

// acting returns the measures that remove or harden some instance.
func (r *report) acting() map[models.MeasureID]bool {
	g, grounded := r.Graph(), r.Case
	out := map[models.MeasureID]bool{}
	for rule := range graph.RuleID(g.NumRules()) {
		for _, m := range g.BlockedBy(rule) {
			if grounded.RuleOf(rule) != models.RuleIdle {
				out[grounded.MeasureOf(m)] = true
			}
		}
		for _, h := range g.HardenedBy(rule) {
			out[grounded.MeasureOf(h.Measure)] = true
		}
		for _, f := range g.If(rule) {
			if from := grounded.FactOf(f); from.State == models.StateIneffective {
				out[models.MeasureID(from.Subject)] = true
			}
		}
	}
	return out
}

// measures returns the measures with content that were not rejected.
func (r *report) measures() []*models.Measure {
	var out []*models.Measure
	for i := range r.Case.System.Measures {
		m := &r.Case.System.Measures[i]
		if !m.Placeholder && m.Status != models.Rejected {
			out = append(out, m)
		}
	}
	return out
}
