package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// position is the chapter on what the document is: the framework, the purpose and the readers.
func (b *book) position() Section {
	s := b.section("position", words.Position, words.PositionTitle)
	s.Sections = []Section{b.framework(), b.purpose(), b.readers()}
	return s
}

// framework tells of the framework, its criteria and viewpoints.
func (b *book) framework() Section {
	blocks := []Block{
		List{Items: b.lines([]models.Text{words.FrameworkAgreement, words.FrameworkCategories})},
		b.note(words.FrameworkSameDevice),
		b.paragraph(words.CriteriaLead), b.criteriaTable(nil), b.note(words.EconomicNote),
	}
	if views := b.collection.Words.Viewpoints; len(views) > 0 {
		t := b.table("viewpoints", words.ViewpointsOfAxis, b.head(words.ThirdAxis, 3), b.column(words.ColumnMeaning, 12))
		for i := range views {
			t.Rows = append(t.Rows, Row{cell(b.line(views[i].Name)), cell(b.line(views[i].Means))})
		}
		blocks = append(blocks, t)
	}
	return b.section("framework", words.Position, words.FrameworkTitle, append(blocks, b.slides())...)
}

// slides are the source of what a collection says in the slides' words.
func (b *book) slides() Block { return Sources{Items: []Line{b.line(words.SlidesOfMETI)}} }

// purpose tells what the document is for and what its chapters hold.
func (b *book) purpose() Section {
	t := b.table("structure", words.StructureTable, b.head(words.ColumnChapter, 5), b.column(words.ColumnMeaning, 10))
	for _, row := range [][2]models.Text{
		{words.PositionTitle, words.StructurePosition},
		{words.CollectionTitle, words.StructureCases},
		{words.RequirementsTitle, words.StructureRequirements},
		{words.ExamplesTitle, words.StructureExamples},
		{words.ComparisonTitle, words.StructureComparison},
	} {
		t.Rows = append(t.Rows, Row{cell(b.line(row[0])), cell(b.line(row[1]))})
	}
	return b.section("purpose", words.Position, words.PurposeTitle,
		List{Items: b.lines([]models.Text{words.PurposeEasier, words.PurposeConcrete})}, t)
}

// readers names whom the cases concern.
func (b *book) readers() Section {
	s := b.section("readers", words.Position, words.ReadersTitle, b.paragraph(words.ReadersLead))
	t := b.table("readers", words.ReadersTable, b.narrow(words.ColumnMark, 1), b.head(words.ColumnCase, 6), b.column(words.ColumnStakeholder, 8))
	for i, one := range b.each {
		line := &b.collection.Cases[i]
		var parties []Line
		for j := range one.system.Stakeholders {
			parties = append(parties, one.called(models.StakeholderSort, string(one.system.Stakeholders[j].ID)))
		}
		if len(parties) > 0 {
			t.Rows = append(t.Rows, Row{cell(raw(line.Mark)), cell(b.line(line.Title)), cell(join(b.comma(), parties...))})
		}
	}
	if len(t.Rows) == 0 {
		s.Add(b.gap(words.NoCollectedStakeholders))
		return s
	}
	s.Add(t)
	return s
}
