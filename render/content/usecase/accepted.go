package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// accepted compares the levels with what the stakeholders accept.
func accepted(v *phrasing.View) content.Section {
	section := v.Section("accepted", words.Evaluation, words.AcceptedTitle)
	states := slices.ContainsFunc(v.System.Stakeholders, func(s models.Stakeholder) bool { return s.Accepts != nil })
	if !states {
		return section.With(v.Gap(words.NoAccepted))
	}
	t := v.Table("accepted", words.AcceptedTable,
		v.Head(words.ColumnStakeholder, 4), v.Column(words.ColumnAcceptedRecovery, 3), v.Column(words.ColumnAcceptedEconomic, 3),
		v.Narrow(words.Reading(models.Assessed), 3), v.Narrow(words.Reading(models.Residual), 3))
	for i := range v.System.Stakeholders {
		s := &v.System.Stakeholders[i]
		if s.Accepts == nil {
			continue
		}
		recovery, economic := content.CellOf(v.Quiet(words.NotStated)), content.CellOf(v.Quiet(words.NotStated))
		if s.Accepts.Recovery != nil {
			recovery = content.CellOf(v.Recovery(*s.Accepts.Recovery))
		}
		if s.Accepts.Economic != nil {
			economic = content.CellOf(v.Economic(*s.Accepts.Economic))
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Called(models.StakeholderSort, string(s.ID))), recovery, economic,
			exceeds(v, s.ID, models.Assessed), exceeds(v, s.ID, models.Residual),
		})
	}
	return section.With(t)
}

// exceeds says on which axes a reading lies above what a stakeholder accepts.
func exceeds(v *phrasing.View, id models.StakeholderID, reading models.ReadingID) content.Cell {
	var lines []content.Line
	for _, x := range v.Result.Exceeded {
		if x.Stakeholder != id || x.Reading != reading {
			continue
		}
		if x.Recovery != nil {
			lines = append(lines, v.Strong(words.RecoveryExceeded))
		}
		if x.Economic != nil {
			lines = append(lines, v.Strong(words.EconomicExceeded))
		}
	}
	switch {
	case !v.Result.Levels.Published.In(reading).Determined():
		lines = append(lines, v.Strong(models.NotDetermined()))
	case len(lines) == 0:
		lines = append(lines, v.Line(words.WithinAccepted))
	}
	return content.CellOf(lines...)
}
