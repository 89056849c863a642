package difference

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// reason finds why a fact turned: it walks back the derivation of the side where the fact holds, as long as some
// premise holds on that side only, and ends at the step whose premises hold on both.
func (c *comparison) reason(goal models.Fact, reading models.ReadingID, turn models.Turn) models.Reason {
	with, without := c.new, c.old
	if turn == models.Lost {
		with, without = c.old, c.new
	}
	at := goal
	seen := map[models.Fact]bool{}
	for !seen[at] && turn != models.Changed {
		seen[at] = true
		step := with.facts[at]
		if step == nil {
			break
		}
		open := slices.IndexFunc(step.From, func(f models.Fact) bool { return with.holds(f, reading) && !without.holds(f, reading) })
		if open < 0 {
			return models.Reason{Instance: step.Instance, Fact: &step.Fact, Elements: c.takingPart(step)}
		}
		at = step.From[open]
	}
	return models.Reason{Elements: c.all()}
}

// takingPart returns the changed elements that take part in a step: those that it names, and the safeguards and
// measures that act on what it names. Where none does, all that changed.
func (c *comparison) takingPart(step *models.FactResult) []string {
	named := map[string]bool{step.Fact.Subject: true}
	_, keys, _ := strings.Cut(strings.TrimSuffix(step.Instance, ")"), "(")
	for key := range strings.FieldsFuncSeq(keys, func(r rune) bool { return r == ',' || r == '.' || r == '(' || r == ')' }) {
		named[key] = true
	}
	for _, f := range step.From {
		head, _, _ := strings.Cut(f.Subject, ".")
		named[head] = true
	}
	var out []string
	for _, e := range c.out.Elements {
		if named[e.ID] || slices.ContainsFunc(c.actsOn(e), func(id string) bool { return named[id] }) {
			out = append(out, e.Type+":"+e.ID)
		}
	}
	if out == nil {
		return c.all()
	}
	return out
}

// actsOn returns what a changed safeguard or measure acts on, on either side.
func (c *comparison) actsOn(e models.ElementChange) []string {
	var out []string
	for _, s := range []side{c.old, c.new} {
		for _, g := range s.System.Safeguards {
			if e.Type == "safeguard" && string(g.ID) == e.ID {
				out = append(out, g.Guards...)
			}
		}
		for _, m := range s.System.Measures {
			if e.Type == "measure" && string(m.ID) == e.ID {
				out = append(out, m.AppliesTo...)
			}
		}
	}
	return out
}

// mostElements is how many changed elements a reason names where no single step tells more.
const mostElements = 10

func (c *comparison) all() []string {
	var out []string
	for _, e := range c.out.Elements {
		if len(out) < mostElements {
			out = append(out, e.Type+":"+e.ID)
		}
	}
	return out
}
