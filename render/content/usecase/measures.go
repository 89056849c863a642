package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// measures lists the measures by viewpoint, target and stakeholder.
func measures(v *phrasing.View) content.Section {
	section := v.Section("measures", words.Response, words.MeasuresTitle)
	section.Wide = true
	t := v.Table("measures-by-viewpoint", words.MeasureTable,
		v.Narrow(words.ColumnNo, 1), v.Head(words.ThirdAxis, 3), v.Column(words.ColumnTarget, 3), v.Column(words.ColumnResponsible, 4),
		v.Column(words.ColumnThreatsOf, 3), v.Column(words.ColumnRequirement, 6), v.Column(words.ColumnMeasure, 10))
	for _, m := range phrasing.MeasuresByViewpoint(v.System) {
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(content.Raw(v.MeasureNo(m.ID))), content.CellOf(v.Line(v.Viewpoint(m.Viewpoint))), phrasing.TargetOf(v, m), phrasing.Responsible(v, m),
			phrasing.ThreatsOf(v, m), phrasing.OrPlaceholder(v, m, v.RequirementOf(m)), consideredMeasure(v, m),
		})
	}
	if len(t.Rows) == 0 {
		section.Add(v.Gap(words.NoMeasures))
	} else {
		isPlaceholder := func(c content.Cell) bool { return content.SameCell(c, phrasing.Placeholder(v)) }
		t.Merge(1, -1, nil)
		t.Merge(2, 1, isPlaceholder)
		t.Merge(3, 1, isPlaceholder)
		section.Add(v.Paragraph(words.MeasuresLead), t, v.Note(words.MeasuresNote))
	}
	return section.With(phrasing.Cited(v, models.SectionMeasures)...)
}

// consideredMeasure is a measure as it is proposed: with its reason, where nothing is decided yet. Reasons of decisions
// stand beside them.
func consideredMeasure(v *phrasing.View, m *models.Measure) content.Cell {
	c := phrasing.MeasureText(v, m)
	if (m.Status == "" || m.Status == models.Candidate) && !m.Reason.Empty() {
		last := len(c.Lines) - 1
		c.Lines[last] = append(append(c.Lines[last], content.Span{Text: " "}), v.Quiet(m.Reason)...)
	}
	return c
}
