package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// assumptions lists what the author takes for granted, and the unknown properties on which results rest.
func (b *builder) assumptions() Section {
	section := b.section("assumptions", words.Evaluation, words.AssumptionsTitle)
	if len(b.system.Assumptions) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoAssumptions))
	} else {
		section.Blocks = append(section.Blocks, b.assumptionTable())
	}
	if len(b.result.Assumptions) == 0 {
		section.Blocks = append(section.Blocks, Notice{Tone: Remark, Text: b.line(words.NoUnknowns)})
		return section
	}
	section.Blocks = append(section.Blocks, b.paragraph(words.UnknownsLead), b.unknownTable())
	return section
}

func (b *builder) assumptionTable() Block {
	t := b.table("assumptions", words.AssumptionTable, b.head(words.ColumnAssumption, 9), b.column(words.ColumnOwner, 4))
	for i := range b.system.Assumptions {
		a := &b.system.Assumptions[i]
		text := b.line(a.Text)
		if a.Inferred() {
			text = append(text, b.span(Mark, words.InferredMark))
		}
		owner := cell(b.quiet(words.NotStated))
		if a.Owner != "" {
			owner = cell(b.called(models.StakeholderSubject, string(a.Owner)))
		}
		t.Rows = append(t.Rows, Row{cell(text), owner})
	}
	return t
}

// unknownTable lists the unknown properties, with what would change if each were known to be given.
func (b *builder) unknownTable() Block {
	t := b.table("unknowns", words.UnknownTable,
		b.head(words.ColumnUnknown, 5), b.column(words.ColumnUsedBy, 4), b.column(words.ColumnIfTrue, 4),
		b.column(words.ColumnRemoves, 4), b.column(words.ColumnWhere, 4))
	for i := range b.result.Assumptions {
		a := &b.result.Assumptions[i]
		level := cell(b.recoveryLevel(a.IfTrue.Recovery), b.economicLevel(a.IfTrue.Economic))
		if a.Decides {
			level.Lines = append(level.Lines, b.strong(words.Decides))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.propertyOf(a.Property)), listed(b, models.EffectSubject, a.Effects), level,
			listed(b, models.EffectSubject, a.Removes), b.where(a.At),
		})
	}
	return t
}

// where is a place in the author's file.
func (b *builder) where(p models.Place) Cell {
	if p.String() == "" {
		return b.none()
	}
	return cell(Line{{Text: Clean(p.String()), Kind: Code}})
}
