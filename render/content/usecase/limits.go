package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// limits says what the analysis does not promise, and where a search was cut.
func limits(v *phrasing.View) content.Section {
	section := v.Section("limits", words.Annex, words.LimitsTitle,
		content.List{Items: v.Lines(words.StandingLimits())})
	if len(v.Result.Limits) == 0 {
		return section.With(v.Paragraph(words.NothingCut))
	}
	t := v.Table("limits", words.LimitTable,
		v.Head(words.ColumnQuestion, 4), v.Column(words.ColumnAbout, 4), v.Column(words.ColumnCut, 6))
	for _, l := range v.Result.Limits {
		reason := content.Span{Text: content.Clean(l.Reason), Kind: content.Quiet}
		if v.Lang != models.English {
			reason.Lang = models.English
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.Question(l.Question))), limitAbout(v, l.About), content.CellOf(v.Line(words.WorkLimit), content.Line{reason})})
	}
	return section.With(v.Paragraph(words.LimitsLead), t)
}

// limitAbout names what a search that was cut was about: an effect, a profile, or what the analysis calls it.
func limitAbout(v *phrasing.View, about string) content.Cell {
	for _, t := range []models.Sort{models.EffectSort, models.ProfileSort, models.ComponentSort} {
		if v.Knows(t, about) {
			return content.CellOf(v.Called(t, about))
		}
	}
	if about == "" {
		return v.None()
	}
	return content.CellOf(content.Raw(about))
}
