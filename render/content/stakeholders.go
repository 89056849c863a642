package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// stakeholders tells who the parties are, what each holds and does.
func (b *builder) stakeholders() Section {
	section := b.section("stakeholders", words.Preparation, words.StakeholdersTitle)
	if len(b.system.Stakeholders) == 0 {
		section.Add(b.gap(words.NoStakeholders))
		return section
	}
	section.Add(
		b.paragraph(words.StakeholdersLead),
		b.figure("stakeholders", b.line(words.StakeholdersTitle)),
		b.stakeholderTable(),
	)
	section.Add(b.relations()...)
	section.Add(b.cited(models.SectionStakeholders)...)
	return section
}

func (b *builder) stakeholderTable() Block {
	t := b.table("stakeholders", words.StakeholderTable,
		b.head(words.ColumnStakeholder, 3), b.column(words.ColumnDefinition, 6),
		b.column(words.ColumnAssets, 3), b.column(words.ColumnRole, 4))
	for i := range b.system.Stakeholders {
		s := &b.system.Stakeholders[i]
		name := cell(b.entry(models.StakeholderSort, string(s.ID)))
		if s.Lead {
			name.Lines = append(name.Lines, Line{b.span(Mark, words.LeadMark)})
		}
		t.Rows = append(t.Rows, Row{name, b.judgedCell(b.orLacking(s.Definition), s.Origin, "definition"), b.assetsOf(s), b.judgedCell(b.orLacking(s.Role), s.Origin, "role")})
	}
	return t
}

// assetsOf lists what a stakeholder holds: what the author wrote, else the components that are its duty, each with all that
// the stakeholder has to do with it.
func (b *builder) assetsOf(s *models.Stakeholder) Cell {
	if len(s.Assets) > 0 {
		return b.judgedCell(bullets(b.lines(s.Assets)), s.Origin, "assets")
	}
	var components []models.ComponentID
	duties := map[models.ComponentID][]Line{}
	for _, duty := range models.Duties() {
		for _, id := range s.Of(duty) {
			if duties[id] == nil {
				components = append(components, id)
			}
			duties[id] = append(duties[id], b.judged(b.line(words.Duty(duty)), s.Origin, string(duty)))
		}
	}
	var lines []Line
	for _, id := range components {
		lines = append(lines, append(b.called(models.ComponentSort, string(id)), b.parentheses(join(b.comma(), duties[id]...))...))
	}
	return b.pointsOrNone(lines)
}

func (b *builder) relations() []Block {
	t := b.table("relations", words.RelationTable,
		b.head(words.ColumnParty, 3), b.column(words.ColumnDoes, 4), b.column(words.ColumnForWhom, 3))
	for i := range b.system.Stakeholders {
		s := &b.system.Stakeholders[i]
		for _, r := range s.Relations {
			does := b.inferred(b.line(r.Does), r.Origin)
			t.Rows = append(t.Rows, Row{
				cell(b.called(models.StakeholderSort, string(s.ID))), cell(does),
				cell(b.called(models.StakeholderSort, string(r.To))),
			})
		}
	}
	if len(t.Rows) == 0 {
		return []Block{b.gap(words.NoRelations)}
	}
	t.merge(0, -1, nil)
	return []Block{t}
}

// orLacking is a cell with a text, or one that says that the model lacks it.
func (b *builder) orLacking(t models.Text) Cell {
	if t.Empty() {
		return cell(b.quiet(words.NotStated))
	}
	return cell(b.line(t))
}
