package difference

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

func (c *comparison) compareFindings() {
	key := func(f *models.Finding) string { return strings.Join(append([]string{f.Kind}, f.Subjects...), "\x00") }
	before, after := indexed(c.old.Findings, key), indexed(c.new.Findings, key)
	neutral := map[string]bool{}
	for i := range c.out.Words.Findings {
		neutral[c.out.Words.Findings[i].ID] = c.out.Words.Findings[i].Neutral
	}
	for _, k := range joined(c.old.Findings, c.new.Findings, key) {
		if turn, turned := turnOf(before[k] != nil, after[k] != nil); turned {
			f := *one(after[k], before[k])
			c.out.Findings = append(c.out.Findings, models.FindingChange{
				Finding: f, Turn: turn, Worse: turn == models.Gained && f.Severity != models.Notice && !neutral[f.Kind], Reason: c.findingReason(f, turn),
			})
		}
	}
}

// findingReason says why a finding turned: what it is about changed, or a consequence that it is about turned.
func (c *comparison) findingReason(f models.Finding, turn models.Turn) models.Reason {
	var selves, on []int
	for _, id := range f.Subjects {
		selves, on = append(selves, c.acting.itself[id]...), append(on, c.acting.on[id]...)
	}
	if len(selves) > 0 {
		return c.listed(c.named(selves))
	}
	if q := c.consequenceOf(f.Subjects, turn); q != nil {
		return q.Reason
	}
	if len(on) > 0 {
		return c.listed(c.named(on))
	}
	return c.everything()
}

// turnedEffect is a consequence that turned in the assessed reading.
type turnedEffect struct {
	effect string
	turn   models.Turn
}

// consequenceOf returns the first consequence among some subjects that turned so in the assessed reading; nil: none.
func (c *comparison) consequenceOf(subjects []string, turn models.Turn) *models.ConsequenceChange {
	if c.turned == nil {
		c.turned = map[turnedEffect]int{}
		for i, q := range slices.Backward(c.out.Consequences) {
			if q.Reading == models.Assessed {
				c.turned[turnedEffect{string(q.Effect), q.Turn}] = i
			}
		}
	}
	first := len(c.out.Consequences)
	for _, id := range subjects {
		if i, there := c.turned[turnedEffect{id, turn}]; there {
			first = min(first, i)
		}
	}
	if first == len(c.out.Consequences) {
		return nil
	}
	return &c.out.Consequences[first]
}
