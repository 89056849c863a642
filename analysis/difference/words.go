package difference

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

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
