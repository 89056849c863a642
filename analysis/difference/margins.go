package difference

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// compareMargins compares how far each consequence is from coming about, or from being kept from it, by each profile alone:
// that a change makes something of harm harder or easier is seen there although no level moves.
func (c *comparison) compareMargins() {
	before, after := c.old.margins(), c.new.margins()
	names := effectNames(c.new, c.old)
	effects := joined(c.old.Consequences, c.new.Consequences, func(e *models.Consequence) models.EffectID { return e.Effect })
	for _, effect := range effects {
		for _, profile := range c.profiles() {
			for _, reading := range readings() {
				key := attackKey{effect, profile.ID, reading}
				was, is := before[key], after[key]
				if was == nil || is == nil {
					continue // that it appeared or went is told by itself
				}
				old, now := point(was), point(is)
				if old == now || !was.Asked() && !is.Asked() && old.Standing == now.Standing && old.Capability == now.Capability {
					continue
				}
				c.out.Margins = append(c.out.Margins, models.MarginChange{
					Effect: effect, Name: names[effect], Profile: profile.ID, Malicious: profile.Kind.Malicious(), Reading: reading, Old: old, New: now,
					Worse: nearer(old, now, profile.Kind.Malicious()),
					At:    c.placeOf(models.EffectSort, string(effect)), Reason: c.marginReason(effect, reading, old, now),
				})
			}
		}
	}
}

// profiles lists the profiles of both sides, attackers first.
func (c *comparison) profiles() []models.Profile {
	id := func(p *models.Profile) models.ProfileID { return p.ID }
	attackers := slices.Concat(c.new.System.Attackers, c.old.System.Attackers)
	initiators := slices.Concat(c.new.System.Initiators, c.old.System.Initiators)
	all := slices.Concat(attackers, initiators)
	at := indexed(all, id)
	var out []models.Profile
	for _, p := range joined(nil, all, id) {
		out = append(out, *at[p])
	}
	return out
}

// margins finds the margins of a result; those of the residual reading are the assessed ones where no measure is in force.
func (s side) margins() map[attackKey]*models.Margin {
	out := map[attackKey]*models.Margin{}
	residual := slices.ContainsFunc(s.Margins, func(m models.Margin) bool { return m.Reading == models.Residual })
	for i := range s.Margins {
		m := &s.Margins[i]
		out[attackKey{m.Effect, m.Profile, m.Reading}] = m
		if !residual {
			out[attackKey{m.Effect, m.Profile, models.Residual}] = m
		}
	}
	return out
}

func point(m *models.Margin) models.MarginPoint {
	return models.MarginPoint{Standing: m.Standing, Capability: m.Capability, Depth: m.Depth, Raise: m.Raise, Bound: m.Bound}
}

// nearer tells whether a consequence is nearer for certain, or comes about more easily: its margin is less; with an equal one
// its standing graver, or less capability enough.
func nearer(old, now models.MarginPoint, malicious bool) bool {
	was, is := signed(old, malicious), signed(now, malicious)
	switch {
	case was != is:
		return is < was && !now.Bound
	case old.Standing != now.Standing:
		return gravity(now.Standing) < gravity(old.Standing)
	}
	return ability(now) < ability(old)
}

// signed is a margin as one number: above 0 where the consequence does not come about. One that is a bound is at least that.
func signed(p models.MarginPoint, malicious bool) float64 {
	switch {
	case p.Standing.ComesAbout() && (p.Raise > 0 || p.Bound):
		return -float64(p.Raise)
	case p.Standing.ComesAbout() && malicious:
		return math.Inf(-1)
	case p.Standing.ComesAbout():
		return -math.MaxFloat64
	case p.Depth == 0 && !p.Bound:
		return math.Inf(1)
	}
	return float64(p.Depth)
}

// gravity is the place of a standing among them, the gravest first.
func gravity(s models.Standing) int { return slices.Index(s.Values(), string(s)) }

// ability is the capability that is enough; one above all where none is.
func ability(p models.MarginPoint) models.Capability {
	if p.Capability == models.CapabilityUnstated {
		return models.HighAttacker + 1
	}
	return p.Capability
}

// marginReason names the step by which a consequence turned; all changes where it only came nearer or moved away.
func (c *comparison) marginReason(effect models.EffectID, reading models.ReadingID, old, now models.MarginPoint) models.Reason {
	if turn, turned := turnOf(old.Standing.ComesAbout(), now.Standing.ComesAbout()); turned {
		return c.reason(occurred(effect), reading, turn)
	}
	return c.everything()
}
