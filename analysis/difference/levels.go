package difference

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// readings are those whose changes are shown: the inherent one changes only when the model's hazards do.
func readings() []models.ReadingID { return []models.ReadingID{models.Assessed, models.Residual} }

func (c *comparison) compareLevels() {
	for _, reading := range readings() {
		was, is := c.old.Levels.Published.In(reading), c.new.Levels.Published.In(reading)
		if was.Determined() != is.Determined() {
			c.out.Levels = append(c.out.Levels, c.determination(was, is, reading)...)
			continue
		}
		if a, b := was.Recovery.Level, is.Recovery.Level; a != b {
			effects := recoveryBasis(higher(b > a, was, is))
			c.out.Levels = append(c.out.Levels, models.LevelChange{
				Reading: reading, OldRecovery: &a, NewRecovery: &b, Worse: b > a, Effects: effects,
				Reason: c.levelReason(effects, reading, b > a),
			})
		}
		if a, b := was.Economic.Max, is.Economic.Max; a != b {
			effects := economicBasis(higher(b > a, was, is))
			c.out.Levels = append(c.out.Levels, models.LevelChange{
				Reading: reading, OldEconomic: &a, NewEconomic: &b, Worse: b > a, Effects: effects,
				Reason: c.levelReason(effects, reading, b > a),
			})
		}
	}
}

// determination tells of both axes that levels came to be determined, or are so no longer, which is worse whatever they were.
func (c *comparison) determination(was, is *models.LevelPair, reading models.ReadingID) []models.LevelChange {
	recovery := models.LevelChange{Reading: reading, Worse: !is.Determined(), Missing: is.Missing, Reason: c.everything()}
	economic := recovery
	if was.Determined() {
		recovery.OldRecovery, economic.OldEconomic = &was.Recovery.Level, &was.Economic.Max
	} else {
		recovery.Missing, economic.Missing = was.Missing, was.Missing
		recovery.NewRecovery, economic.NewEconomic = &is.Recovery.Level, &is.Economic.Max
		recovery.Effects, economic.Effects = recoveryBasis(is), economicBasis(is)
	}
	return []models.LevelChange{recovery, economic}
}

// higher returns the side with the higher level.
func higher(worse bool, was, is *models.LevelPair) *models.LevelPair {
	if worse {
		return is
	}
	return was
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

// levelReason says why a level moved: a consequence that it rests on turned, or counts otherwise than before.
func (c *comparison) levelReason(effects []models.EffectID, reading models.ReadingID, worse bool) models.Reason {
	turn, with, without := models.Lost, c.old, c.new
	if worse {
		turn, with, without = models.Gained, c.new, c.old
	}
	for _, e := range effects {
		if with.holds(occurred(e), reading) && !without.holds(occurred(e), reading) {
			return c.reason(occurred(e), reading, turn)
		}
	}
	data := map[string]bool{}
	for _, s := range []side{c.old, c.new} {
		for _, q := range s.Consequences {
			if q.Harm == nil || !slices.Contains(effects, q.Effect) {
				continue
			}
			for _, d := range q.Harm.Discloses {
				data[string(d)] = true
			}
		}
	}
	weighed := c.changed(func(e models.ElementChange) bool {
		switch e.Type {
		case policyType:
			return true
		case string(models.EffectElement):
			return slices.Contains(effects, models.EffectID(e.ID))
		case string(models.DataElement):
			return data[e.ID]
		}
		return false
	})
	if weighed == nil {
		return c.everything()
	}
	return c.listed(weighed)
}
