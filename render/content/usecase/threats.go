package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// threats lists the threats of each component, and whether they can be brought about.
func threats(v *phrasing.View) content.Section {
	section := v.Section("threats", words.Response, words.ThreatsTitle)
	section.Wide = true
	if len(v.Result.Threats) == 0 {
		section.Add(v.Gap(words.NoThreats))
	} else {
		section.Add(v.Paragraph(words.ThreatsLead), threatTable(v),
			v.Note(words.EffortsNote))
	}
	if len(v.Result.Unlisted) > 0 {
		states := content.Join(v.Comma(), v.Facts(v.Result.Unlisted)...)
		section.Add(content.Paragraph{Text: v.Fill(words.Unlisted, phrasing.Roles{"states": states})})
	}
	return section.With(phrasing.Cited(v, models.SectionThreats)...)
}

func threatTable(v *phrasing.View) content.Block {
	t := v.Table("threats", words.ThreatTable, v.Head(words.ColumnListed, 4), v.Head(words.ColumnThreat, 4))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, v.Narrow(words.Reading(reading), 2))
	}
	t.Columns = append(t.Columns, v.Column(words.ColumnByWhom, 4), v.Column(words.ColumnEasiest, 8), v.Column(words.ColumnLeadsTo, 5), v.Column(words.ColumnMeasures, 6))
	for i := range v.Result.Threats {
		r := &v.Result.Threats[i]
		row := content.Row{content.CellOf(threatName(v, r.Component)), content.CellOf(v.Line(v.Threat(r.Threat)))}
		for _, reading := range models.ReadingIDs() {
			row = append(row, phrasing.Reachable(v, *r.Reachable.In(reading)))
		}
		t.Rows = append(t.Rows, append(row,
			v.ByProfiles(r.Reachable.Assessed.By), easiest(v, r), leadsTo(v, r), phrasing.MeasureCell(v, r.Measures)))
	}
	t.Merge(0, -1, nil)
	return t
}

// leadsTo names the consequences that a threat leads to, one a line.
func leadsTo(v *phrasing.View, r *models.ThreatRow) content.Cell {
	return v.LinesOrNone(phrasing.Effects(v, r.LeadsTo, r.LeadsToAll))
}

// threatName is what the table of threats calls a component.
func threatName(v *phrasing.View, id models.ComponentID) content.Line {
	if c := v.Component(id); c != nil && !c.ThreatName.Empty() {
		return content.Line{v.Span(content.Name, c.ThreatName)}
	}
	return v.Called(models.ComponentSort, string(id))
}

// easiest says the easiest path to a threat in short: who, the compromises on the way, and the effort.
func easiest(v *phrasing.View, r *models.ThreatRow) content.Cell {
	switch {
	case r.Attack != nil:
		return content.CellOf(attacks.InShort(v, r.Attack), content.Join(v.Colon(), v.Quiet(words.Effort), v.Days(r.Attack.Effort)))
	case r.Reachable.Assessed.Reachable:
		return content.CellOf(v.Quiet(words.OnlyUnmalicious))
	}
	return v.None()
}
