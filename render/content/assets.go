package content

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// assets says, for each component, what follows if it is attacked.
func (b *builder) assets() Section {
	section := b.section("assets", words.Annex, words.AssetsTitle)
	if len(b.result.Components) == 0 {
		section.Add(b.gap(words.NoComponents))
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
			cell(b.called(models.ComponentSort, string(c.Component))),
			cell(b.recoveryLevel(&c.IfAttacked), b.economicLevel(&c.IfAttacked)),
			b.inOneLine(c.Leads, c.LeadsAll), b.inOneLine(c.Contributes, c.ContributesAll), b.inOneLine(c.Necessary, c.NecessaryAll),
			b.byProfiles(c.CompromisedBy), cell(raw(strconv.Itoa(c.Reaches))),
		})
	}
	section.Add(b.paragraph(words.AssetsLead), t)
	if alike {
		section.Add(b.remark(words.AllAlike))
	}
	return section
}

// inOneLine names consequences in a cell, one behind the other; see effectsOf.
func (b *builder) inOneLine(ids []models.EffectID, all int) Cell {
	return b.oneOrNone(join(b.comma(), b.effectsOf(ids, all)...))
}

// effectsOf names the consequences that a row of the result lists, and says how many more there are. All is how many
// there are together; 0: all are listed. Where these are all that can come about, it says so instead of naming many.
func (b *builder) effectsOf(ids []models.EffectID, all int) []Line {
	const named = 3
	if len(ids) > named && all <= len(ids) && b.everything(ids) {
		return []Line{b.fill(words.EveryConsequence, filling{"n": raw(strconv.Itoa(len(ids)))})}
	}
	lines := allCalled(b, models.EffectSort, ids)
	if more := all - len(ids); more > 0 {
		lines = append(lines, b.fill(words.AndMore, filling{"n": raw(strconv.Itoa(more))}))
	}
	return lines
}

// everything tells whether these are the consequences that can come about in the assessed reading, and no others.
func (b *builder) everything(ids []models.EffectID) bool {
	count := 0
	for i := range b.result.Consequences {
		if c := &b.result.Consequences[i]; c.Reachable.Assessed.Reachable {
			count++
			if !slices.Contains(ids, c.Effect) {
				return false
			}
		}
	}
	return count == len(ids)
}
