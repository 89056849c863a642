package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// stakeholders says who the parties are, what each holds and does.
func stakeholders(v *phrasing.View) content.Section {
	section := v.Section("stakeholders", words.Preparation, words.StakeholdersTitle)
	if len(v.System.Stakeholders) == 0 {
		return section.With(v.Gap(words.NoStakeholders))
	}
	section.Add(
		v.Paragraph(words.StakeholdersLead),
		v.Figure("stakeholders", v.Line(words.StakeholdersTitle)),
		stakeholderTable(v),
	)
	section.Add(relations(v)...)
	return section.With(phrasing.Cited(v, models.SectionStakeholders)...)
}

func stakeholderTable(v *phrasing.View) content.Block {
	t := v.Table("stakeholders", words.StakeholderTable,
		v.Head(words.ColumnStakeholder, 3), v.Column(words.ColumnDefinition, 6),
		v.Column(words.ColumnAssets, 3), v.Column(words.ColumnRole, 4))
	for i := range v.System.Stakeholders {
		s := &v.System.Stakeholders[i]
		name := content.CellOf(v.Entry(models.StakeholderSort, string(s.ID)))
		if s.Lead {
			name.Lines = append(name.Lines, content.Line{v.Span(content.Mark, words.LeadMark)})
		}
		t.Rows = append(t.Rows, content.Row{name, v.JudgedCell(v.OrNotStated(s.Definition), s.Origin, "definition"), assetsOf(v, s), v.JudgedCell(v.OrNotStated(s.Role), s.Origin, "role")})
	}
	return t
}

// assetsOf lists what a stakeholder holds: what the author wrote, else the components that are its duty, each with all that
// the stakeholder has to do with it.
func assetsOf(v *phrasing.View, s *models.Stakeholder) content.Cell {
	if len(s.Assets) > 0 {
		return v.JudgedCell(content.Points(v.Lines(s.Assets)), s.Origin, "assets")
	}
	var components []models.ComponentID
	duties := map[models.ComponentID][]content.Line{}
	for _, duty := range models.Duties() {
		for _, id := range s.Of(duty) {
			if duties[id] == nil {
				components = append(components, id)
			}
			duties[id] = append(duties[id], v.Judged(v.Line(words.Duty(duty)), s.Origin, string(duty)))
		}
	}
	lines := content.Each(components, func(id models.ComponentID) content.Line {
		return append(v.Called(models.ComponentSort, string(id)), v.Parentheses(content.Join(v.Comma(), duties[id]...))...)
	})
	return v.PointsOrNone(lines)
}

func relations(v *phrasing.View) []content.Block {
	t := v.Table("relations", words.RelationTable,
		v.Head(words.ColumnParty, 3), v.Column(words.ColumnDoes, 4), v.Column(words.ColumnForWhom, 3))
	for i := range v.System.Stakeholders {
		s := &v.System.Stakeholders[i]
		for _, r := range s.Relations {
			does := v.Inferred(v.Line(r.Does), r.Origin)
			t.Rows = append(t.Rows, content.Row{
				content.CellOf(v.Called(models.StakeholderSort, string(s.ID))), content.CellOf(does),
				content.CellOf(v.Called(models.StakeholderSort, string(r.To))),
			})
		}
	}
	if len(t.Rows) == 0 {
		return []content.Block{v.Gap(words.NoRelations)}
	}
	t.Merge(0, -1, nil)
	return []content.Block{t}
}
