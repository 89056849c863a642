package lifecycle

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// matchable finds pairs of data that share a key and are at hand, at the same component, for a party that may see both and works
// with that component.
func (l *lives) matchable(rule *models.DataRiskKind) []find {
	var out []find
	for i := range l.system.Data {
		d := &l.system.Data[i]
		field, bound := l.fieldWith(d, rule.Norm)
		if !bound || !concerned(d, rule.Categories) {
			continue
		}
		for j := range l.system.Data {
			other := &l.system.Data[j]
			if i == j || !concerned(other, rule.With) || !shareKey(d, other) {
				continue
			}
			parties, components := l.together(d, other)
			if len(parties) > 0 {
				out = append(out, find{data: d, field: field, others: [][]named{{namedData(other)}, parties, components}})
			}
		}
	}
	return out
}

func shareKey(a, b *models.Data) bool {
	return slices.ContainsFunc(a.Attributes.Keys, func(k models.DataID) bool { return slices.Contains(b.Attributes.Keys, k) })
}

// together are the parties that may see both data, and the components at which they have both at hand.
func (l *lives) together(a, b *models.Data) (parties, components []named) {
	for _, c := range l.held[a.ID] {
		if !slices.Contains(l.held[b.ID], c) {
			continue
		}
		for _, party := range a.Attributes.Disclosure {
			if !slices.Contains(b.Attributes.Disclosure, party) || !l.works(party, c) {
				continue
			}
			if p := l.called(models.StakeholderSort, string(party)); !slices.Contains(parties, p) {
				parties = append(parties, p)
			}
			if n := l.called(models.ComponentSort, string(c)); !slices.Contains(components, n) {
				components = append(components, n)
			}
		}
	}
	return parties, components
}
