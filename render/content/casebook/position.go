package casebook

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/words"
)

// position is the chapter on what the document is: the framework, the purpose and the readers.
func position(b *book) content.Section {
	s := b.Section("position", words.Position, words.PositionTitle)
	s.Sections = []content.Section{framework(b), purpose(b), readers(b)}
	return s
}

// framework describes the framework, its criteria and viewpoints.
func framework(b *book) content.Section {
	blocks := []content.Block{
		content.List{Items: b.Lines([]models.Text{words.FrameworkAgreement, words.FrameworkCategories})},
		b.Note(words.FrameworkSameDevice),
		b.Paragraph(words.CriteriaLead), usecase.CriteriaTable(b.View, nil), b.Note(words.EconomicNote),
	}
	if views := b.collection.Words.Viewpoints; len(views) > 0 {
		t := b.Table("viewpoints", words.ViewpointsOfAxis, b.Head(words.ThirdAxis, 3), b.Column(words.ColumnMeaning, 12))
		for i := range views {
			t.Rows = append(t.Rows, content.Row{content.CellOf(b.Line(views[i].Name)), content.CellOf(b.Line(views[i].Means))})
		}
		blocks = append(blocks, t)
	}
	return b.Section("framework", words.Position, words.FrameworkTitle, append(blocks, slides(b))...)
}

// slides are the source of what a collection says in the slides' words.
func slides(b *book) content.Block {
	return content.Sources{Items: []content.Line{b.Line(words.SlidesOfMETI)}}
}

// purpose says what the document is for and what its chapters hold.
func purpose(b *book) content.Section {
	t := b.Table("structure", words.StructureTable, b.Head(words.ColumnChapter, 5), b.Column(words.ColumnMeaning, 10))
	for _, row := range [][2]models.Text{
		{words.PositionTitle, words.StructurePosition},
		{words.CollectionTitle, words.StructureCases},
		{words.RequirementsTitle, words.StructureRequirements},
		{words.ExamplesTitle, words.StructureExamples},
		{words.ComparisonTitle, words.StructureComparison},
	} {
		t.Rows = append(t.Rows, content.Row{content.CellOf(b.Line(row[0])), content.CellOf(b.Line(row[1]))})
	}
	return b.Section("purpose", words.Position, words.PurposeTitle,
		content.List{Items: b.Lines([]models.Text{words.PurposeEasier, words.PurposeConcrete})}, t)
}

// readers names whom the cases concern.
func readers(b *book) content.Section {
	s := b.Section("readers", words.Position, words.ReadersTitle, b.Paragraph(words.ReadersLead))
	t := b.Table("readers", words.ReadersTable, b.Narrow(words.ColumnMark, 1), b.Head(words.ColumnCase, 6), b.Column(words.ColumnStakeholder, 8))
	for i, one := range b.each {
		line := &b.collection.Cases[i]
		var parties []content.Line
		for j := range one.System.Stakeholders {
			parties = append(parties, one.Called(models.StakeholderSort, string(one.System.Stakeholders[j].ID)))
		}
		if len(parties) > 0 {
			t.Rows = append(t.Rows, content.Row{content.CellOf(content.Raw(line.Mark)), content.CellOf(b.Line(line.Title)), content.CellOf(content.Join(b.Comma(), parties...))})
		}
	}
	if len(t.Rows) == 0 {
		return s.With(b.Gap(words.NoCollectedStakeholders))
	}
	return s.With(t)
}
