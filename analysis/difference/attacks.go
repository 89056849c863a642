package difference

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// attackKey tells attacks apart.
type attackKey struct {
	effect  models.EffectID
	profile models.ProfileID
	reading models.ReadingID
}

// compareAttacks compares the easiest attack of each malicious profile on each consequence.
func (c *comparison) compareAttacks() {
	before, after := c.old.attacks(), c.new.attacks()
	names := effectNames(c.new, c.old)
	for _, key := range c.attackKeys() {
		was, is := before[key], after[key]
		turn, turned := turnOf(was != nil, is != nil)
		switch {
		case turned:
		case was == nil || sameFigure(was.Effort, is.Effort):
			continue
		default:
			turn = models.Changed
		}
		change := models.AttackChange{
			Effect: key.effect, Name: names[key.effect], Profile: key.profile, Reading: key.reading, Turn: turn,
			At: c.placeOf(models.EffectSort, string(key.effect)),
		}
		if was != nil {
			change.Old = &was.Effort
		}
		if is != nil {
			change.New = &is.Effort
		}
		change.Worse = turn == models.Gained || turn == models.Changed && cheaper(is.Effort, was.Effort)
		change.Reason = c.attackReason(key, was, is)
		c.out.Attacks = append(c.out.Attacks, change)
	}
}

func (c *comparison) attackKeys() []attackKey {
	var out []attackKey
	effects := joined(c.old.Consequences, c.new.Consequences, func(e *models.Consequence) models.EffectID { return e.Effect })
	profiles := joined(c.old.System.Attackers, c.new.System.Attackers, func(p *models.Profile) models.ProfileID { return p.ID })
	for _, e := range effects {
		for _, p := range profiles {
			for _, reading := range readings() {
				out = append(out, attackKey{e, p, reading})
			}
		}
	}
	return out
}

// attacks finds the easiest attacks of a result: in the assessed reading, and in the residual one, which is the same
// where no measure has an effect on attacks.
func (s side) attacks() map[attackKey]*models.Attack {
	out := map[attackKey]*models.Attack{}
	for i := range s.Consequences {
		e := &s.Consequences[i]
		for j := range e.Attacks {
			a := &e.Attacks[j]
			if a.Reading != models.Assessed {
				continue
			}
			out[attackKey{e.Effect, a.Profile, models.Assessed}] = a
			if s.Plan == nil {
				out[attackKey{e.Effect, a.Profile, models.Residual}] = a
			}
		}
	}
	if s.Plan != nil {
		for i := range s.Plan.Now.Remains {
			a := &s.Plan.Now.Remains[i]
			out[attackKey{models.EffectID(a.Goal.Subject), a.Profile, models.Residual}] = a
		}
	}
	return out
}

// attackReason says why an easiest attack changed: of the easier one, the first step that the other side does not have,
// or has at another effort.
func (c *comparison) attackReason(key attackKey, was, is *models.Attack) models.Reason {
	easier, other, turn, there := is, was, models.Gained, c.old
	if is == nil || was != nil && cost(was) < cost(is) {
		easier, other, turn, there = was, is, models.Lost, c.new
	}
	for i := range easier.Steps {
		s := &easier.Steps[i]
		if there.holds(s.Concludes, key.reading) {
			continue
		}
		if slices.ContainsFunc(s.From, func(f models.Fact) bool { return !there.holds(f, key.reading) }) {
			return c.reason(s.Concludes, key.reading, turn)
		}
		return c.because(s.Instance, s.Concludes, s.From)
	}
	if other == nil {
		return c.everything()
	}
	for i := range easier.Steps {
		s := &easier.Steps[i]
		same := slices.IndexFunc(other.Steps, func(o models.Step) bool { return o.Instance == s.Instance })
		if same >= 0 && other.Steps[same].Effort != s.Effort {
			return c.because(s.Instance, s.Concludes, s.From)
		}
	}
	return c.everything()
}

// cost is the number by which two efforts are compared.
func cost(a *models.Attack) float64 {
	switch {
	case a.Effort.Value != nil:
		return *a.Effort.Value
	case a.Effort.Upper != nil:
		return *a.Effort.Upper
	}
	return 0
}

// cheaper reports whether a figure is below another one for certain: of bounds and samples, that their intervals lie apart.
func cheaper(a, b models.Figure) bool {
	highest, lowest := a.Upper, b.Lower
	if a.Status == models.Exact {
		highest = a.Value
	}
	if b.Status == models.Exact {
		lowest = b.Value
	}
	return highest != nil && lowest != nil && *highest < *lowest
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
