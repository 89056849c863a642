package casebook

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// cases is the chapter of the cases: which they are, what each records, and each in short.
func cases(b *book) content.Section {
	s := b.Section("cases", words.CaseBook, words.CollectionTitle)
	s.Sections = []content.Section{listed(b), recorded(b), b.Section("concrete", words.CaseBook, words.ConcreteTitle, b.Paragraph(words.ConcreteLead))}
	for i, one := range b.each {
		s.Sections = append(s.Sections, concrete(b, one, i))
	}
	return s
}

// recorded says what each case records, in the steps of the risk management.
func recorded(b *book) content.Section {
	t := b.Table("recorded", words.RecordedTable, b.Narrow(words.ColumnMark, 1), b.Head(words.ColumnRecordStep, 6), b.Column(words.ColumnRecords, 12))
	add := func(step, means models.Text, items ...models.Text) {
		lines := []content.Line{b.Line(means)}
		for _, item := range items {
			lines = append(lines, content.Join("", content.Line{{Text: "・"}}, b.Line(item)))
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(content.Raw(strconv.Itoa(len(t.Rows) + 1))), content.CellOf(b.Line(step)), content.CellOf(lines...)})
	}
	add(words.Preparation.Head(), words.RecordPrepare, words.OverviewTitle, words.StakeholdersTitle, words.ComponentTable, words.RecordedDiagrams)
	add(words.EvaluationTitle, words.RecordEvaluate)
	add(words.RecordResponds, words.RecordRespond, words.ThreatsTitle, words.RecordedMeasures, words.RecordedDecisions)
	return b.Section("recorded", words.CaseBook, words.RecordedTitle, b.Paragraph(words.RecordedSteps), b.Paragraph(words.RecordedLead), t, slides(b))
}
