package usecase

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// assets says, for each component, what follows if it is attacked.
func assets(v *phrasing.View) content.Section {
	section := v.Section("assets", words.Annex, words.AssetsTitle)
	if len(v.Result.Components) == 0 {
		return section.With(v.Gap(words.NoComponents))
	}
	t := v.Table("assets", words.AssetTable,
		v.Head(words.ColumnComponent, 4), v.Column(words.ColumnLevel, 5),
		v.Column(words.ColumnFollows, 5), v.Column(words.ColumnContributes, 5), v.Column(words.ColumnNecessary, 5),
		v.Column(words.ColumnByWhom, 5), v.Narrow(words.ColumnReaches, 2))
	alike := len(v.Result.Components) > 1
	for i := range v.Result.Components {
		c := &v.Result.Components[i]
		first := v.Result.Components[0].IfAttacked
		alike = alike && c.IfAttacked.Recovery.Level == first.Recovery.Level && c.IfAttacked.Economic.Max == first.Economic.Max
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Called(models.ComponentSort, string(c.Component))),
			content.CellOf(v.RecoveryLevel(&c.IfAttacked), v.EconomicLevel(&c.IfAttacked)),
			phrasing.EffectsInOneLine(v, c.Leads, c.LeadsAll), phrasing.EffectsInOneLine(v, c.Contributes, c.ContributesAll), phrasing.EffectsInOneLine(v, c.Necessary, c.NecessaryAll),
			v.ByProfiles(c.CompromisedBy), content.CellOf(content.Raw(strconv.Itoa(c.Reaches))),
		})
	}
	section.Add(v.Paragraph(words.AssetsLead), t)
	if alike {
		section.Add(v.Remark(words.AllAlike))
	}
	return section
}
