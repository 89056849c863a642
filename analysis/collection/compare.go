package collection

import (
	"cmp"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// asked is what a measure is for: a requirement under a viewpoint. A requirement of own wording is its text.
type asked struct {
	viewpoint models.ViewpointID
	requires  models.RequirementID
	text      models.Text
}

// sameness is what tells measures of different cases apart: the catalog's entry, or the text.
type sameness struct {
	uses models.MeasureID
	text models.Text
}

func samenessOf(m *models.Measure) sameness {
	if m.Uses != "" {
		return sameness{uses: m.Uses}
	}
	return sameness{text: m.Text}
}

// comparison gathers the measures of some cases.
type comparison struct {
	known   *knowledge
	results []*models.Result
	rows    []models.ComparedRequirement // in the order in which the cases first name them
	index   map[asked]int
	inside  []map[sameness]int // of each row, its measures
}

// compare sets the measures of results side by side.
func compare(results []*models.Result, known *knowledge) []models.ComparedRequirement {
	c := &comparison{known: known, results: results, index: map[asked]int{}}
	for _, r := range results {
		for i := range r.System.Measures {
			decision := &r.System.Measures[i]
			for _, m := range counted(&r.System, decision) {
				c.add(r, m, decision)
			}
		}
	}
	for i := range c.rows {
		c.judge(&c.rows[i])
	}
	c.sort()
	return c.rows
}

// counted are the measures for which a decision counts: those that it puts into practice, else itself. Rows without
// content are none.
func counted(s *models.System, decision *models.Measure) []*models.Measure {
	var out []*models.Measure
	for i := range s.Measures {
		if m := &s.Measures[i]; !m.Placeholder && slices.Contains(decision.Adapts, m.ID) {
			out = append(out, m)
		}
	}
	if len(out) == 0 && !decision.Placeholder {
		out = append(out, decision)
	}
	return out
}

// add enters what a case decided about a measure.
func (c *comparison) add(r *models.Result, m, decision *models.Measure) {
	what := asked{viewpoint: c.viewpoint(r, m), requires: m.Requires}
	if what.requires == "" {
		what.text = m.Requirement
	}
	at, there := c.index[what]
	if !there {
		at = len(c.rows)
		c.index[what] = at
		c.rows = append(c.rows, models.ComparedRequirement{Viewpoint: what.viewpoint, Requires: what.requires, Text: what.text})
		c.inside = append(c.inside, map[sameness]int{})
	}
	row, same := &c.rows[at], samenessOf(m)
	k, there := c.inside[at][same]
	if !there {
		k = len(row.Measures)
		c.inside[at][same] = k
		row.Measures = append(row.Measures, models.ComparedMeasure{Uses: same.uses, Text: same.text})
	}
	decide(&row.Measures[k], r.System.ID, decision)
}

// decide enters a decision of a case, which keeps the one that does most.
func decide(row *models.ComparedMeasure, id models.CaseID, decision *models.Measure) {
	status := cmp.Or(decision.Status, models.Candidate)
	last := len(row.Cases) - 1
	if last < 0 || row.Cases[last].Case != id {
		row.Cases = append(row.Cases, models.DecidedInCase{Case: id, Measures: []models.MeasureID{decision.ID}, Status: status})
		return
	}
	d := &row.Cases[last]
	d.Measures = append(d.Measures, decision.ID)
	if weight(status) > weight(d.Status) {
		d.Status = status
	}
}

// weight orders decisions by how much they do.
func weight(s models.Status) int {
	return slices.Index([]models.Status{models.Rejected, models.Candidate, models.Adapted, models.Adopted}, s)
}

// viewpoint is the viewpoint under which a measure stands, see the comment of the package.
func (c *comparison) viewpoint(r *models.Result, m *models.Measure) models.ViewpointID {
	if m.Viewpoint != "" {
		return m.Viewpoint
	}
	adapts := func(other *models.Measure) bool { return slices.Contains(m.Adapts, other.ID) }
	meets := func(other *models.Measure) bool { return m.Requires != "" && other.Requires == m.Requires }
	if v := c.first([]*models.Result{r}, adapts); v != "" {
		return v
	}
	return cmp.Or(c.first([]*models.Result{r}, meets), c.first(c.known.results, meets))
}

// first is the first viewpoint, in the catalog's order, of the measures of which keep holds; empty where there is none.
func (c *comparison) first(results []*models.Result, keep func(*models.Measure) bool) models.ViewpointID {
	var best models.ViewpointID
	for _, r := range results {
		for i := range r.System.Measures {
			m := &r.System.Measures[i]
			if m.Viewpoint == "" || !keep(m) {
				continue
			}
			if best == "" || c.known.viewpointBefore(m.Viewpoint, best) {
				best = m.Viewpoint
			}
		}
	}
	return best
}

// judge says which cases take a requirement and which lack it.
func (c *comparison) judge(row *models.ComparedRequirement) {
	takes := map[models.CaseID]bool{}
	for _, m := range row.Measures {
		for _, d := range m.Cases {
			takes[d.Case] = takes[d.Case] || d.Status.InForce()
		}
	}
	for _, r := range c.results {
		if takes[r.System.ID] {
			row.Taken = append(row.Taken, r.System.ID)
		} else {
			row.Lacking = append(row.Lacking, r.System.ID)
		}
	}
	if len(row.Taken) == 0 {
		row.Lacking = nil
	}
}

// sort puts the rows into the catalog's order; what the catalog does not know stays in the order of the cases, last.
func (c *comparison) sort() {
	at := &c.known.places
	slices.SortStableFunc(c.rows, func(a, b models.ComparedRequirement) int {
		return cmp.Or(
			cmp.Compare(place(at.viewpoints, a.Viewpoint), place(at.viewpoints, b.Viewpoint)),
			cmp.Compare(place(at.requirements, a.Requires), place(at.requirements, b.Requires)))
	})
	for i := range c.rows {
		slices.SortStableFunc(c.rows[i].Measures, func(a, b models.ComparedMeasure) int {
			return cmp.Compare(place(at.measures, a.Uses), place(at.measures, b.Uses))
		})
	}
}
