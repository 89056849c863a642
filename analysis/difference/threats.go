package difference

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

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
		for _, reading := range published() {
			was, is := before[k], after[k]
			turn, turned := turnOf(
				was != nil && was.Reachable.In(reading).Reachable,
				is != nil && is.Reachable.In(reading).Reachable)
			if !turned {
				continue
			}
			c.out.Threats = append(c.out.Threats, models.ThreatChange{
				Component: k.component, Name: names[k.component], Threat: k.threat, Reading: reading, Turn: turn,
				At: c.placeOf("component", string(k.component)), Reason: c.reason(one(is, was).Fact, reading, turn),
			})
		}
	}
}

func (c *comparison) compareEntries() {
	key := func(e *models.EntryPoint) models.EntryPoint { return *e }
	before, after := indexed(c.old.Entries, key), indexed(c.new.Entries, key)
	for _, e := range joined(c.old.Entries, c.new.Entries, key) {
		if turn, turned := turnOf(before[e] != nil, after[e] != nil); turned {
			c.out.Entries = append(c.out.Entries, models.EntryChange{Entry: e, Turn: turn})
		}
	}
}

func (c *comparison) compareFindings() {
	key := func(f *models.Finding) string { return fmt.Sprint(f.Kind, f.Subjects) }
	before, after := indexed(c.old.Findings, key), indexed(c.new.Findings, key)
	for _, k := range joined(c.old.Findings, c.new.Findings, key) {
		if turn, turned := turnOf(before[k] != nil, after[k] != nil); turned {
			c.out.Findings = append(c.out.Findings, models.FindingChange{Finding: *one(after[k], before[k]), Turn: turn})
		}
	}
}

// merged returns the entries that either side uses, the new side's first.
func merged(before, after models.Words) models.Words {
	after.Kinds = union(after.Kinds, before.Kinds, func(e *models.Kind) models.KindID { return e.ID })
	after.States = union(after.States, before.States, func(e *models.State) models.StateID { return e.ID })
	after.Properties = union(after.Properties, before.Properties, func(e *models.Property) models.PropertyID { return e.ID })
	after.Threats = union(after.Threats, before.Threats, func(e *models.Threat) models.ThreatID { return e.ID })
	after.Rules = union(after.Rules, before.Rules, func(e *models.Rule) models.RuleID { return e.ID })
	after.Findings = union(after.Findings, before.Findings, func(e *models.FindingKind) string { return e.ID })
	return after
}

func union[E any, K comparable](first, second []E, key func(*E) K) []E {
	known := indexed(first, key)
	out := slices.Clone(first)
	for i := range second {
		if known[key(&second[i])] == nil {
			out = append(out, second[i])
		}
	}
	return out
}
