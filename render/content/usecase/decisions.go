package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// decisions lists the decided measures by stakeholder, with the decision and its reason.
func decisions(v *phrasing.View) content.Section {
	section := v.Section("decisions", words.Response, words.DecisionsTitle)
	section.Wide = true
	t := v.Table("measures-decided", words.DecisionTable,
		v.Head(words.ColumnResponsible, 4), v.Column(words.ColumnRequirement, 5), v.Column(words.ColumnDone, 8),
		v.Narrow(words.ColumnDecision, 3), v.Column(words.ColumnDecisionReason, 5))
	for _, m := range decided(v) {
		decision := content.CellOf(v.Line(words.Status(m.Status)))
		if numbers := adapted(v, m); len(numbers) > 0 {
			decision.Lines = append(decision.Lines, v.Fill(words.PutsIntoPractice, phrasing.Roles{"numbers": content.Join(v.Comma(), numbers...)}))
		}
		t.Rows = append(t.Rows, content.Row{
			phrasing.Responsible(v, m), phrasing.OrPlaceholder(v, m, v.RequirementOf(m)), phrasing.MeasureText(v, m), decision, phrasing.OrPlaceholder(v, m, m.Reason),
		})
	}
	if len(t.Rows) == 0 {
		section.Add(v.Gap(words.NoDecisions))
	} else {
		t.Merge(0, -1, func(c content.Cell) bool { return content.SameCell(c, phrasing.Placeholder(v)) })
		section.Add(v.Paragraph(words.DecisionsLead), t, v.Note(words.DecisionsNote))
	}
	return section.With(phrasing.Cited(v, models.SectionDecisions)...)
}

// decided are the measures about which something was decided, by stakeholder in the order in which the author first
// names each.
func decided(v *phrasing.View) []*models.Measure {
	rank := map[models.StakeholderID]int{}
	var out []*models.Measure
	for i := range v.System.Measures {
		m := &v.System.Measures[i]
		if m.Status == "" || m.Status == models.Candidate {
			continue
		}
		if _, named := rank[m.Stakeholder]; !named {
			rank[m.Stakeholder] = len(rank)
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(x, y *models.Measure) int { return rank[x.Stakeholder] - rank[y.Stakeholder] })
	return out
}

// adapted are the numbers of the measures by viewpoint that a decision puts into practice.
func adapted(v *phrasing.View, m *models.Measure) []content.Line {
	var numbers []content.Line
	for _, id := range m.Adapts {
		if no := v.MeasureNo(id); no != "" {
			numbers = append(numbers, content.Raw("No. "+no))
		}
	}
	return numbers
}
