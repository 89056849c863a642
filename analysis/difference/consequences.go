package difference

import "github.com/harmpath/harmpath/models"

func occurred(e models.EffectID) models.Fact {
	return models.Fact{State: models.StateOccurred, Subject: string(e)}
}

func (c *comparison) compareConsequences() {
	key := func(e *models.Consequence) models.EffectID { return e.Effect }
	before, after := indexed(c.old.Consequences, key), indexed(c.new.Consequences, key)
	for _, id := range joined(c.old.Consequences, c.new.Consequences, key) {
		for _, reading := range readings() {
			was, is := before[id], after[id]
			turn, turned := turnOf(
				was != nil && was.Reachable.In(reading).Reachable,
				is != nil && is.Reachable.In(reading).Reachable)
			if !turned {
				continue
			}
			c.out.Consequences = append(c.out.Consequences, models.ConsequenceChange{
				Effect: id, Name: one(is, was).Name, Reading: reading, Turn: turn,
				At: c.placeOf(models.EffectSort, string(id)), Reason: c.reason(occurred(id), reading, turn),
			})
		}
	}
}
