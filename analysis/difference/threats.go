package difference

import "github.com/harmpath/harmpath/models"

// threatKey tells threat rows apart.
type threatKey struct {
	component models.ComponentID
	threat    models.ThreatID
}

func (c *comparison) compareThreats() {
	key := func(t *models.ThreatRow) threatKey { return threatKey{t.Component, t.Threat} }
	before, after := indexed(c.old.Threats, key), indexed(c.new.Threats, key)
	names := map[models.ComponentID]models.Text{}
	for _, s := range []side{c.old, c.new} {
		for _, component := range s.System.Components {
			names[component.ID] = component.Name
		}
	}
	for _, k := range joined(c.old.Threats, c.new.Threats, key) {
		for _, reading := range readings() {
			was, is := before[k], after[k]
			turn, turned := turnOf(
				was != nil && was.Reachable.In(reading).Reachable,
				is != nil && is.Reachable.In(reading).Reachable)
			if !turned {
				continue
			}
			c.out.Threats = append(c.out.Threats, models.ThreatChange{
				Component: k.component, Name: names[k.component], Threat: k.threat, Reading: reading, Turn: turn,
				At: c.placeOf(models.ComponentSort, string(k.component)), Reason: c.reason(one(is, was).Fact, reading, turn),
			})
		}
	}
}
