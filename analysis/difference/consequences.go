package difference

import (
	"github.com/harmpath/harmpath/models"
)

func occurred(e models.EffectID) models.Fact {
	return models.Fact{State: "occurred", Subject: string(e)}
}

func (c *comparison) compareConsequences() {
	key := func(e *models.Consequence) models.EffectID { return e.Effect }
	before, after := indexed(c.old.Consequences, key), indexed(c.new.Consequences, key)
	for _, id := range joined(c.old.Consequences, c.new.Consequences, key) {
		for _, reading := range published() {
			was, is := before[id], after[id]
			turn, turned := turnOf(
				was != nil && was.Reachable.In(reading).Reachable,
				is != nil && is.Reachable.In(reading).Reachable)
			if !turned {
				continue
			}
			c.out.Consequences = append(c.out.Consequences, models.ConsequenceChange{
				Effect: id, Name: one(is, was).Name, Reading: reading, Turn: turn,
				At: c.placeOf("effect", string(id)), Reason: c.reason(occurred(id), reading, turn),
			})
		}
	}
}

// attackKey tells attacks apart.
type attackKey struct {
	effect  models.EffectID
	profile models.ProfileID
}

// compareAttacks compares the easiest attack of each malicious profile on each consequence in the assessed reading.
func (c *comparison) compareAttacks() {
	before, names := assessedAttacks(c.old)
	after, newer := assessedAttacks(c.new)
	for k, name := range newer {
		names[k] = name
	}
	for _, key := range c.attackKeys() {
		was, is := before[key], after[key]
		change := models.AttackChange{
			Effect: key.effect, Name: names[key.effect], Profile: key.profile, At: c.placeOf("effect", string(key.effect)),
		}
		if was != nil {
			change.Old = &was.Effort
		}
		if is != nil {
			change.New = &is.Effort
		}
		turn, turned := turnOf(was != nil, is != nil)
		switch {
		case turned:
			change.Turn = turn
		case was == nil || sameFigure(was.Effort, is.Effort):
			continue
		default:
			change.Turn = models.Changed
		}
		change.Reason = c.reason(occurred(key.effect), models.Assessed, change.Turn)
		c.out.Attacks = append(c.out.Attacks, change)
	}
}

func (c *comparison) attackKeys() []attackKey {
	var out []attackKey
	effects := joined(c.old.Consequences, c.new.Consequences, func(e *models.Consequence) models.EffectID { return e.Effect })
	profiles := joined(c.old.System.Attackers, c.new.System.Attackers, func(p *models.Profile) models.ProfileID { return p.ID })
	for _, e := range effects {
		for _, p := range profiles {
			out = append(out, attackKey{e, p})
		}
	}
	return out
}

func assessedAttacks(s side) (map[attackKey]*models.Attack, map[models.EffectID]models.Text) {
	attacks, names := map[attackKey]*models.Attack{}, map[models.EffectID]models.Text{}
	for i := range s.Consequences {
		e := &s.Consequences[i]
		names[e.Effect] = e.Name
		for j := range e.Attacks {
			if a := &e.Attacks[j]; a.Reading == models.Assessed {
				attacks[attackKey{e.Effect, a.Profile}] = a
			}
		}
	}
	return attacks, names
}

func sameFigure(a, b models.Figure) bool {
	return a.Status == b.Status && sameNumber(a.Value, b.Value) && sameNumber(a.Lower, b.Lower) && sameNumber(a.Upper, b.Upper)
}

func sameNumber(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
