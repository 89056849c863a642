package casebook

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// allMeasures lists every measure of every case as the case has it, for workbooks.
func allMeasures(b *book) content.Section {
	s := b.Section("all-measures", words.Attachment, words.AllMeasureTable)
	t := b.Table("all-measures", words.AllMeasureTable,
		b.Narrow(words.ColumnMark, 2), b.Head(words.ColumnCase, 6), b.Column(words.ThirdAxis, 3), b.Column(words.ColumnTarget, 3),
		b.Column(words.ColumnResponsible, 5), b.Column(words.ColumnThreatsOf, 5), b.Column(words.ColumnRequirement, 7),
		b.Column(words.ColumnMeasure, 12), b.Narrow(words.ColumnDecision, 3), b.Column(words.ColumnDecisionReason, 7))
	for i, one := range b.each {
		c := &b.collection.Cases[i]
		for j := range one.System.Measures {
			m := &one.System.Measures[j]
			if m.Placeholder {
				continue
			}
			view, status, reason := b.None(), models.Candidate, b.None()
			if m.Viewpoint != "" {
				view = content.CellOf(b.Line(b.Viewpoint(m.Viewpoint)))
			}
			if m.Status != "" {
				status = m.Status
			}
			if !m.Reason.Empty() {
				reason = content.CellOf(one.Line(m.Reason))
			}
			t.Rows = append(t.Rows, content.Row{
				content.CellOf(content.Raw(c.Mark)), content.CellOf(b.Line(c.Title)), view, phrasing.TargetOf(one, m), phrasing.Responsible(one, m), phrasing.ThreatsOf(one, m),
				one.OrNotStated(one.RequirementOf(m)), phrasing.MeasureText(one, m), content.CellOf(b.Line(words.Status(status))), reason,
			})
		}
	}
	if len(t.Rows) == 0 {
		return s.With(b.Gap(words.NoCollectedMeasures))
	}
	return s.With(t)
}
