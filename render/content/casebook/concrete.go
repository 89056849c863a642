package casebook

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// concrete is one case in short.
func concrete(b *book, one *phrasing.View, i int) content.Section {
	c := &b.collection.Cases[i]
	title := b.Fill(words.CaseHeading, phrasing.Roles{"mark": content.Raw(c.Mark), "title": b.Line(c.Title)}).String()
	s := content.Section{ID: "case-" + string(c.ID), Number: strconv.Itoa(i + 1), Title: title, Step: words.CaseBook}
	var rows []content.Field
	add := func(name models.Text, values ...content.Line) {
		if len(values) > 0 {
			rows = append(rows, content.Field{Name: b.Text(name), Values: values})
		}
	}
	add(words.CaseOutline, b.Lines(one.System.Overview.Text)...)
	add(words.CaseSite, b.Line(b.Site(c.Site)))
	var parties []content.Line
	for j := range one.System.Stakeholders {
		parties = append(parties, one.Called(models.StakeholderSort, string(one.System.Stakeholders[j].ID)))
	}
	if len(parties) > 0 {
		add(words.CaseStakeholders, content.Join(b.Comma(), parties...))
	}
	for _, id := range []models.ReadingID{models.Assessed, models.Inherent, models.Residual} {
		pair := c.Levels.In(id)
		add(words.Reading(id), content.Join(" × ", b.RecoveryLevel(pair), b.EconomicLevel(pair)))
	}
	possible, prevented := outcomes(one)
	if len(possible) == 0 {
		possible = append(possible, b.Quiet(words.NothingPossible))
	}
	add(words.CasePossible, possible...)
	add(words.CasePrevented, prevented...)
	add(words.CaseMeasures, counted(b, one))
	add(words.CaseFolder, content.Line{{Text: models.FileName(string(c.ID)) + "/", Kind: content.Code}})
	s.Blocks = []content.Block{content.Fields{Rows: rows}}
	return s
}

// outcomes are the consequences that can come about in the published reading, with the levels that each gives, and those
// that cannot, with what stops them.
func outcomes(v *phrasing.View) (possible, prevented []content.Line) {
	for i := range v.Result.Consequences {
		c := &v.Result.Consequences[i]
		name := v.Called(models.EffectSort, string(c.Effect))
		if c.Reachable.Assessed.Reachable {
			levels := content.Join(" × ", v.Recovery(c.Levels.Recovery.Level), v.Economic(c.Levels.Economic.Max))
			possible = append(possible, content.Join("", name, v.Parentheses(levels)))
			continue
		}
		if stops := phrasing.Enumerate(v, models.SafeguardSort, c.StoppedBy); len(stops) > 0 {
			name = content.Join("", name, v.Parentheses(stops))
		}
		prevented = append(prevented, name)
	}
	return possible, prevented
}

// counted says how many measures of a case were adopted, are open and were rejected.
func counted(b *book, one *phrasing.View) content.Line {
	var taken, open, rejected int
	for i := range one.System.Measures {
		m := &one.System.Measures[i]
		switch {
		case m.Placeholder:
		case m.Status.InForce():
			taken++
		case m.Status == models.Rejected:
			rejected++
		default:
			open++
		}
	}
	return b.Fill(words.MeasuresCounted, phrasing.Roles{
		"taken": content.Raw(strconv.Itoa(taken)), "open": content.Raw(strconv.Itoa(open)), "rejected": content.Raw(strconv.Itoa(rejected)),
	})
}
