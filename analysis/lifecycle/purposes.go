package lifecycle

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// purposesNotPresented finds the events that use data for a purpose which was not presented at each of the events where those
// data began. What nothing is said of was not presented.
func (l *lives) purposesNotPresented(rule *models.DataRiskKind) []find {
	var out []find
	for i := range l.system.Events {
		e := &l.system.Events[i]
		if e.Nature == models.GenerateEvent {
			continue
		}
		found := find{event: e, others: [][]named{nil}}
		for _, id := range e.From {
			d := l.data[id]
			field, bound := l.fieldWith(d, rule.Norm)
			if !bound || !concerned(d, rule.Categories) {
				continue
			}
			for _, p := range l.unpresented(e.Purposes, l.beginnings(id)) {
				purpose := named{string(p), l.purposes[p]}
				if !slices.Contains(found.others[0], purpose) {
					found.field, found.others[0] = field, append(found.others[0], purpose)
				}
			}
		}
		if len(found.others[0]) > 0 {
			out = append(out, found)
		}
	}
	return out
}

// unpresented are the purposes that some beginning does not announce.
func (l *lives) unpresented(purposes []models.PurposeID, beginnings []*models.Event) []models.PurposeID {
	var out []models.PurposeID
	for _, p := range purposes {
		if slices.ContainsFunc(beginnings, func(b *models.Event) bool { return b == nil || !slices.Contains(b.Announces, p) }) {
			out = append(out, p)
		}
	}
	return out
}
