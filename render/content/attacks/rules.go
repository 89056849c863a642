package attacks

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// ruleTable lists the rules of the catalog behind the steps of all attacks: the public schemes that they follow, and the
// estimates of what a step costs and how often it succeeds.
func ruleTable(v *phrasing.View) content.Table {
	used := map[models.RuleID]bool{}
	for i := range v.Result.Consequences {
		for j := range v.Result.Consequences[i].Attacks {
			for _, s := range v.Result.Consequences[i].Attacks[j].Steps {
				used[s.Rule] = true
			}
		}
	}
	t := v.Table("rules", words.RuleTable,
		v.Head(words.RuleWord, 7), v.Column(words.ColumnReferences, 8), v.Narrow(words.ColumnDays, 4),
		v.Column(words.ColumnBasis, 7), v.Narrow(words.ColumnStepChance, 3))
	for i := range v.Result.Words.Rules {
		r := &v.Result.Words.Rules[i]
		if !used[r.ID] || len(r.References) == 0 && r.Effort == nil && r.Probability == nil {
			continue
		}
		refs, days, basis, chance := v.None(), v.None(), v.None(), v.None()
		if listed := references(r.References); listed != "" {
			refs = content.CellOf(content.Raw(listed))
		}
		if r.Effort != nil {
			days, basis = content.CellOf(content.Raw(phrasing.Decimal(r.Effort.Days))), v.OrNotStated(r.Effort.Basis)
		}
		if r.Probability != nil {
			chance = content.CellOf(v.Fill(words.Percent, phrasing.Roles{"n": content.Raw(phrasing.Percent(*r.Probability))}))
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(r.Name)), refs, days, basis, chance})
	}
	return t
}
