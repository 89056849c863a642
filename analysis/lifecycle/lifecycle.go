// Package lifecycle asks which risks lie in the life of data: it follows data through the events that make and change
// them, holds their attributes against the norms of the fields in which they lie, and reports where a rule of the catalog
// finds something. It is the fourth step of METI's data management framework (「イベント」ごとのリスクの洗い出し); the first three,
// events, fields and attributes, are the model's.
//
// A risk is about norms, not about attacks: it changes no level.
package lifecycle

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/models"
)

// Analysis finds the risks in the life of data.
var Analysis = analysis.Analysis{
	Name: "lifecycle",
	Doc: `The risks in the life of data: events against the purposes presented, data that are easily matched, data that leave
a field, lose a right holder or count as anonymous although nothing says so.`,
	Run: run,
}

func run(p *analysis.Pass) error {
	if len(p.Case.System.Fields) == 0 {
		return nil
	}
	l := newLives(p)
	for i := range p.Case.Catalog.DataRisks {
		rule := &p.Case.Catalog.DataRisks[i]
		for _, find := range l.test(rule) {
			p.Result.DataRisks = append(p.Result.DataRisks, l.risk(rule, find))
		}
	}
	return nil
}

// find is where a test of a rule found something.
type find struct {
	event  *models.Event // nil: it lies at data
	data   *models.Data
	field  models.FieldID
	others [][]named // the further subjects of the rule's text, several of one sort together
}

// named is an id with what people call it.
type named struct {
	id   string
	name models.Text
}

// test runs the test of a rule.
func (l *lives) test(rule *models.DataRiskKind) []find {
	switch rule.Test {
	case models.PurposeNotPresented:
		return l.purposesNotPresented(rule)
	case models.Matchable:
		return l.matchable(rule)
	case models.LeavesField:
		return l.changes(rule, l.leavesField)
	case models.RightHolderLost:
		return l.changes(rule, l.rightHolderLost)
	case models.NotAnonymised:
		return l.changes(rule, l.notAnonymised)
	}
	return nil
}

// risk words a find.
func (l *lives) risk(rule *models.DataRiskKind, f find) models.DataRisk {
	out := models.DataRisk{Risk: rule.ID, Field: f.field, Others: []string{}}
	if f.event != nil {
		out.Type, out.Subject, out.Name, out.At = models.EventSort, string(f.event.ID), f.event.Called(), f.event.At
	} else {
		out.Type, out.Subject, out.Name, out.At = models.DataSort, string(f.data.ID), f.data.Name, f.data.At
	}
	roles := append([][]named{{{out.Subject, out.Name}}}, f.others...)
	for _, list := range f.others {
		for _, n := range list {
			out.Others = append(out.Others, n.id)
		}
	}
	out.Text = models.Text{JA: filled(rule.Tells, roles, models.Japanese, "・"), EN: filled(rule.Tells, roles, models.English, ", ")}
	return out
}

// filled puts the names of the subjects into a text.
func filled(text models.Text, roles [][]named, lang models.Lang, between string) string {
	var pairs []string
	for i, list := range roles {
		var names []string
		for _, n := range list {
			names = append(names, n.name.In(lang))
		}
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", strings.Join(names, between))
	}
	return strings.NewReplacer(pairs...).Replace(text.In(lang))
}

// concerned reports whether data are of a category that a rule is about.
func concerned(d *models.Data, categories []models.CategoryID) bool {
	return d.Attributes != nil && slices.ContainsFunc(d.Attributes.Categories, func(c models.CategoryID) bool {
		return slices.Contains(categories, c)
	})
}
