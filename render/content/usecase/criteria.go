package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// criteria prints the framework's own criteria, the highest level first, with the case's level marked.
func criteria(v *phrasing.View) content.Section {
	published := v.Result.Levels.Published.Assessed
	t := CriteriaTable(v, &published)
	return v.Section("criteria", words.Evaluation, words.CriteriaTitle, v.Paragraph(words.CriteriaLead), t, v.Note(words.EconomicNote))
}

// CriteriaTable lists the criteria, with the levels of a case marked where there is one.
func CriteriaTable(v *phrasing.View, here *models.LevelPair) content.Table {
	t := v.Table("criteria", words.CriteriaTable,
		v.Head(words.ColumnAxis, 5), v.Head(words.ColumnLevel, 7), v.Column(words.ColumnCriteria, 18))
	marked := func(level content.Line, own bool) content.Cell {
		if own {
			return content.CellOf(level, content.Line{v.Span(content.Mark, words.ThisCase)})
		}
		return content.CellOf(level)
	}
	for _, level := range slices.Backward(models.Recoveries()) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.RecoveryAxis)), marked(v.Recovery(level), here != nil && here.Determined() && level == here.Recovery.Level), content.Points(v.Lines(words.RecoveryCriteria(level)))})
	}
	for _, level := range slices.Backward(models.Economics()) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.EconomicAxis)), marked(v.Economic(level), here != nil && here.Determined() && level == here.Economic.Max), content.Points(v.Lines(words.EconomicCriteria(level)))})
	}
	t.Merge(0, -1, nil)
	return t
}
