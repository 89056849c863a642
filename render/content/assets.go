package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// assets says, for each component, what follows if it is attacked.
func (b *builder) assets() Section {
	section := b.section("assets", words.Annex, words.AssetsTitle)
	if len(b.result.Components) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoComponents))
		return section
	}
	t := b.table("assets", words.AssetTable,
		b.head(words.ColumnComponent, 4), b.column(words.ColumnLevel, 5),
		b.column(words.ColumnFollows, 5), b.column(words.ColumnContributes, 5), b.column(words.ColumnNecessary, 5),
		b.column(words.ColumnByWhom, 5), b.narrow(words.ColumnReaches, 2))
	alike := len(b.result.Components) > 1
	for i := range b.result.Components {
		c := &b.result.Components[i]
		first := b.result.Components[0].IfAttacked
		alike = alike && c.IfAttacked.Recovery.Level == first.Recovery.Level && c.IfAttacked.Economic.Max == first.Economic.Max
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.ComponentSubject, string(c.Component))),
			cell(b.recoveryLevel(c.IfAttacked.Recovery), b.economicLevel(c.IfAttacked.Economic)),
			b.inOneLine(c.Leads), b.inOneLine(c.Contributes), b.inOneLine(c.Necessary),
			b.byProfiles(c.CompromisedBy), cell(raw(strconv.Itoa(c.Reaches))),
		})
	}
	section.Blocks = append(section.Blocks, b.paragraph(words.AssetsLead), t)
	if alike {
		section.Blocks = append(section.Blocks, Notice{Tone: Remark, Text: b.line(words.AllAlike)})
	}
	return section
}

// inOneLine names consequences in a cell, one behind the other.
func (b *builder) inOneLine(ids []models.EffectID) Cell {
	if len(ids) == 0 {
		return b.none()
	}
	return cell(enumerate(b, models.EffectSubject, ids))
}
