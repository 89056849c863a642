package difference

import (
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// reason finds why a fact turned: it walks back the derivation of the side where the fact holds, as long as some
// premise holds on that side only, and ends at the step whose premises hold on both. Where the derivation on record is
// not one of the reading, all changes are named.
func (c *comparison) reason(goal models.Fact, reading models.ReadingID, turn models.Turn) models.Reason {
	with, without := c.new, c.old
	if turn == models.Lost {
		with, without = c.old, c.new
	}
	at := goal
	for seen := map[models.Fact]bool{}; !seen[at]; {
		seen[at] = true
		step := with.facts[at]
		if step == nil || slices.ContainsFunc(step.From, func(f models.Fact) bool { return !with.holds(f, reading) }) {
			break
		}
		open := slices.IndexFunc(step.From, func(f models.Fact) bool { return !without.holds(f, reading) })
		if open < 0 {
			return c.because(step.Instance, step.Fact, step.From)
		}
		at = step.From[open]
	}
	return c.everything()
}

// because is the reason that a step works on one side only.
func (c *comparison) because(instance string, concludes models.Fact, from []models.Fact) models.Reason {
	out := c.everything()
	if elements := c.takingPart(instance, concludes, from); elements != nil {
		out = c.listed(elements)
	}
	out.Instance, out.Fact, out.Type = instance, &concludes, c.subjectType(concludes)
	return out
}

func (c *comparison) subjectType(f models.Fact) models.Sort {
	for _, s := range []side{c.new, c.old} {
		for i := range s.Words.States {
			if s.Words.States[i].ID == f.State {
				return s.Words.States[i].Of
			}
		}
	}
	return ""
}

// takingPart returns the changed elements that take part in a step: those that it names, and those that act on what it
// names.
func (c *comparison) takingPart(instance string, concludes models.Fact, from []models.Fact) []string {
	named := map[string]bool{}
	name := func(subject string) {
		named[subject] = true
		head, _, _ := strings.Cut(subject, ".")
		named[head] = true
	}
	name(concludes.Subject)
	_, keys, _ := strings.Cut(instance, "(")
	for key := range strings.FieldsFuncSeq(keys, func(r rune) bool { return strings.ContainsRune(",()@", r) }) {
		name(key)
	}
	for _, f := range from {
		name(f.Subject)
	}
	var places []int
	for id := range named {
		places = append(append(places, c.acting.itself[id]...), c.acting.on[id]...)
	}
	return c.named(places)
}

// named lists changed elements as type:id, each once, in their order.
func (c *comparison) named(places []int) []string {
	slices.Sort(places)
	var out []string
	for _, i := range slices.Compact(places) {
		out = append(out, c.out.Elements[i].Type+":"+c.out.Elements[i].ID)
	}
	return out
}

// changed lists the changed elements of some sort as type:id.
func (c *comparison) changed(wanted func(models.ElementChange) bool) []string {
	var out []string
	for _, e := range c.out.Elements {
		if wanted(e) {
			out = append(out, e.Type+":"+e.ID)
		}
	}
	return out
}

// mostElements is how many changed elements a reason lists.
const mostElements = 10

// everything is the reason where no single step tells more: all that changed.
func (c *comparison) everything() models.Reason {
	if c.all == nil {
		c.all = c.changed(func(models.ElementChange) bool { return true })
	}
	return c.listed(c.all)
}

func (c *comparison) listed(elements []string) models.Reason {
	n := min(len(elements), mostElements)
	return models.Reason{Elements: elements[:n:n], Omitted: len(elements) - n}
}
