package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// allMeasures lists every measure of every case as the case has it, for workbooks.
func (b *book) allMeasures() Section {
	s := b.section("all-measures", words.Attachment, words.AllMeasureTable)
	t := b.table("all-measures", words.AllMeasureTable,
		b.narrow(words.ColumnMark, 2), b.head(words.ColumnCase, 6), b.column(words.ThirdAxis, 3), b.column(words.ColumnTarget, 3),
		b.column(words.ColumnResponsible, 5), b.column(words.ColumnThreatsOf, 5), b.column(words.ColumnRequirement, 7),
		b.column(words.ColumnMeasure, 12), b.narrow(words.ColumnDecision, 3), b.column(words.ColumnDecisionReason, 7))
	for i, one := range b.each {
		c := &b.collection.Cases[i]
		for j := range one.system.Measures {
			m := &one.system.Measures[j]
			if m.Placeholder {
				continue
			}
			view, status, reason := b.none(), models.Candidate, b.none()
			if m.Viewpoint != "" {
				view = cell(b.line(b.viewpoint(m.Viewpoint)))
			}
			if m.Status != "" {
				status = m.Status
			}
			if !m.Reason.Empty() {
				reason = cell(one.line(m.Reason))
			}
			t.Rows = append(t.Rows, Row{
				cell(raw(c.Mark)), cell(b.line(c.Title)), view, one.targetOf(m), one.responsible(m), one.threatsOf(m),
				one.orLacking(one.requirement(m)), one.measureText(m), cell(b.line(words.Status(status))), reason,
			})
		}
	}
	if len(t.Rows) == 0 {
		s.Add(b.gap(words.NoCollectedMeasures))
		return s
	}
	s.Add(t)
	return s
}
