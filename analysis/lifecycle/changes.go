package lifecycle

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// change is what becomes of data in an event.
type change struct {
	event    *models.Event
	from, to *models.Data
}

// changes finds the events in which what comes of data is of a category that the rule is about, its norm holds for what it came
// from, and a test tells the further subjects of a risk; none where it tells nothing.
func (l *lives) changes(rule *models.DataRiskKind, test func(rule *models.DataRiskKind, c change, field models.FieldID) [][]named) []find {
	var out []find
	for i := range l.system.Events {
		e := &l.system.Events[i]
		for _, to := range e.To {
			for _, from := range e.From {
				c := change{e, l.data[from], l.data[to]}
				field, bound := l.fieldWith(c.from, rule.Norm)
				if !bound || !concerned(c.to, rule.Categories) {
					continue
				}
				found := find{event: e, field: field, others: test(rule, c, field)}
				if found.others != nil && !slices.ContainsFunc(out, func(f find) bool { return f.event == e && f.others[0][0] == found.others[0][0] }) {
					out = append(out, found)
				}
			}
		}
	}
	return out
}

// leavesField: the result lies outside the field.
func (l *lives) leavesField(_ *models.DataRiskKind, c change, field models.FieldID) [][]named {
	if slices.Contains(c.to.Fields, field) {
		return nil
	}
	return [][]named{{namedData(c.to)}, {{string(field), l.fields[field].Name}}}
}

// rightHolderLost: the result does not name a right holder of what it came from.
func (l *lives) rightHolderLost(_ *models.DataRiskKind, c change, _ models.FieldID) [][]named {
	if c.from.Attributes == nil {
		return nil
	}
	var lost []named
	for _, party := range c.from.Attributes.RightHolders {
		if !slices.Contains(c.to.Attributes.RightHolders, party) {
			lost = append(lost, l.called(models.StakeholderSort, string(party)))
		}
	}
	if lost == nil {
		return nil
	}
	return [][]named{{namedData(c.to)}, lost}
}

// notAnonymised: what it came from is personal information, and nothing says that the event anonymises.
func (l *lives) notAnonymised(_ *models.DataRiskKind, c change, _ models.FieldID) [][]named {
	if c.event.Anonymises == models.True || c.from.Attributes == nil {
		return nil
	}
	personal := slices.ContainsFunc(c.from.Attributes.Categories, func(id models.CategoryID) bool {
		category := l.catalog.Category(id)
		return category != nil && category.Personal
	})
	if !personal {
		return nil
	}
	return [][]named{{namedData(c.to)}}
}
