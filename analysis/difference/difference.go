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
		Words:    merged(before.Words, after.Words),
	}
	c.out.Effects = effectNames(c.old, c.new)
	c.compareLevels()
	c.compareConsequences()
	c.compareAttacks()
	c.compareThreats()
	c.compareEntries()
	c.compareFindings()
	return c.out
}

// Worse tells whether the new side has something that a reviewer should stop at: a level that rose, or a consequence
// or a threat that became reachable, in the assessed reading.
func Worse(d *models.Difference) bool {
	return slices.ContainsFunc(d.Levels, func(l models.LevelChange) bool { return l.Worse && l.Reading == models.Assessed }) ||
		slices.ContainsFunc(d.Consequences, func(c models.ConsequenceChange) bool {
			return c.Turn == models.Gained && c.Reading == models.Assessed
		}) ||
		slices.ContainsFunc(d.Threats, func(t models.ThreatChange) bool {
			return t.Turn == models.Gained && t.Reading == models.Assessed
		})
}

// comparison is the state that the parts of Between share.
type comparison struct {
	old, new side
	out      *models.Difference
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

func effectNames(sides ...side) map[models.EffectID]models.Text {
	out := map[models.EffectID]models.Text{}
	for _, s := range sides {
		for _, c := range s.Consequences {
			out[c.Effect] = c.Name
		}
	}
	return out
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

// published are the readings whose changes are shown: the inherent one changes only when the model's hazards do.
func published() []models.ReadingID { return []models.ReadingID{models.Assessed, models.Residual} }

func (c *comparison) compareLevels() {
	for _, reading := range published() {
		was, is := c.old.Levels.Published.In(reading), c.new.Levels.Published.In(reading)
		if a, b := was.Recovery.Level, is.Recovery.Level; a != b {
			c.out.Levels = append(c.out.Levels, models.LevelChange{
				Reading: reading, OldRecovery: &a, NewRecovery: &b, Worse: b > a, Effects: higher(b > a, was, is, recoveryBasis),
			})
		}
		if a, b := was.Economic.Max, is.Economic.Max; a != b {
			c.out.Levels = append(c.out.Levels, models.LevelChange{
				Reading: reading, OldEconomic: &a, NewEconomic: &b, Worse: b > a, Effects: higher(b > a, was, is, economicBasis),
			})
		}
	}
}

func higher(worse bool, was, is *models.LevelPair, basis func(*models.LevelPair) []models.EffectID) []models.EffectID {
	if worse {
		return basis(is)
	}
	return basis(was)
}

func recoveryBasis(p *models.LevelPair) []models.EffectID {
	var out []models.EffectID
	for _, b := range p.Recovery.Basis {
		out = append(out, b.Effect)
	}
	return slices.Compact(out)
}

func economicBasis(p *models.LevelPair) []models.EffectID {
	var out []models.EffectID
	for _, b := range p.Economic.Basis {
		out = append(out, b.Effect)
	}
	return slices.Compact(out)
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
