package difference

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Between compares two results.
func Between(before, after *models.Result) *models.Difference {
	c := comparison{old: side{Result: before, facts: factsOf(before)}, new: side{Result: after, facts: factsOf(after)}}
	c.out = &models.Difference{
		Format:   models.DifferenceFormat,
		Old:      versionOf(before),
		New:      versionOf(after),
		Elements: elements(&before.System, &after.System),
		Words:    after.Words.With(before.Words),
	}
	c.acting = newActing(c.out.Elements, &before.System, &after.System)
	c.markHardening()
	c.compareLevels()
	c.compareConsequences()
	c.compareMargins()
	c.compareAttacks()
	c.compareThreats()
	c.compareEntries()
	c.compareFindings()
	c.out.Names = c.names()
	return c.out
}

// Worse reports whether the new side has something that a reviewer should stop at: a level that rose, or a consequence
// or a threat that became reachable.
func Worse(d *models.Difference) bool {
	return slices.ContainsFunc(d.Levels, func(l models.LevelChange) bool { return l.Worse }) ||
		slices.ContainsFunc(d.Consequences, func(c models.ConsequenceChange) bool { return c.Turn == models.Gained }) ||
		slices.ContainsFunc(d.Threats, func(t models.ThreatChange) bool { return t.Turn == models.Gained })
}

// comparison is the state that the parts of Between share.
type comparison struct {
	old, new side
	out      *models.Difference
	acting   *acting
	all      []string                     // the changed elements, listed at first use
	turned   map[turnedEffect]int         // the consequences that turned, likewise
	places   map[elementName]models.Place // of either side, the new one's where both have it
}

// side is one result with its facts at hand.
type side struct {
	*models.Result
	facts map[models.Fact]*models.FactResult
}

func factsOf(r *models.Result) map[models.Fact]*models.FactResult {
	out := make(map[models.Fact]*models.FactResult, len(r.Facts))
	for i := range r.Facts {
		out[r.Facts[i].Fact] = &r.Facts[i]
	}
	return out
}

func (s side) holds(f models.Fact, reading models.ReadingID) bool {
	found := s.facts[f]
	return found != nil && *found.Reached.In(reading) != models.NotReached
}

func versionOf(r *models.Result) models.Version {
	return models.Version{
		ID: r.System.ID, Title: r.System.Title,
		Published: r.Levels.Published.Assessed, Residual: r.Levels.Published.Residual,
	}
}

// effectNames finds the names of the effects, the first side's where both have one.
func effectNames(sides ...side) map[models.EffectID]models.Text {
	out := map[models.EffectID]models.Text{}
	for _, s := range sides {
		for _, c := range s.Consequences {
			if _, known := out[c.Effect]; !known {
				out[c.Effect] = c.Name
			}
		}
	}
	return out
}

// markHardening marks the changed measures that only harden.
func (c *comparison) markHardening() {
	for i := range c.out.Elements {
		e := &c.out.Elements[i]
		if e.Type != string(models.MeasureSort) {
			continue
		}
		for _, s := range []side{c.old, c.new} {
			e.OnlyHardens = e.OnlyHardens || s.Plan != nil && slices.ContainsFunc(s.Plan.Measures, func(v models.MeasureValue) bool {
				return string(v.Measure) == e.ID && v.OnlyHardens
			})
		}
	}
}

// turnOf says which way something went that was and is there or not.
func turnOf(was, is bool) (models.Turn, bool) {
	switch {
	case is && !was:
		return models.Gained, true
	case was && !is:
		return models.Lost, true
	}
	return "", false
}

// joined lists the keys of the new side in its order, then those that only the old side has.
func joined[E any, K comparable](before, after []E, key func(*E) K) []K {
	var out []K
	seen := map[K]bool{}
	for _, list := range [][]E{after, before} {
		for i := range list {
			if k := key(&list[i]); !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}

// indexed finds the elements of a list by their keys.
func indexed[E any, K comparable](list []E, key func(*E) K) map[K]*E {
	out := make(map[K]*E, len(list))
	for i := range list {
		out[key(&list[i])] = &list[i]
	}
	return out
}

// one returns the first of two pointers that is not nil.
func one[E any](a, b *E) *E {
	if a != nil {
		return a
	}
	return b
}
