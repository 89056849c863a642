package difference

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

func (c *comparison) compareFindings() {
	key := func(f *models.Finding) string { return strings.Join(append([]string{f.Kind}, f.Subjects...), "\x00") }
	before, after := indexed(c.old.Findings, key), indexed(c.new.Findings, key)
	for _, k := range joined(c.old.Findings, c.new.Findings, key) {
		if turn, turned := turnOf(before[k] != nil, after[k] != nil); turned {
			f := *one(after[k], before[k])
			c.out.Findings = append(c.out.Findings, models.FindingChange{Finding: f, Turn: turn, Reason: c.findingReason(f, turn)})
		}
	}
}

// findingReason says why a finding turned: what it is about changed, or a consequence that it is about turned.
func (c *comparison) findingReason(f models.Finding, turn models.Turn) models.Reason {
	about := func(id string) bool { return slices.Contains(f.Subjects, id) }
	if elements := c.changed(func(e models.ElementChange) bool { return about(e.ID) }); elements != nil {
		return c.listed(elements)
	}
	for _, q := range c.out.Consequences {
		if about(string(q.Effect)) && q.Reading == models.Assessed && q.Turn == turn {
			return q.Reason
		}
	}
	if elements := c.changed(func(e models.ElementChange) bool { return slices.ContainsFunc(c.actsOn(e), about) }); elements != nil {
		return c.listed(elements)
	}
	return c.everything()
}
