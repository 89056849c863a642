package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// decisions lists the decided measures by stakeholder, with the decision and its reason.
func (b *builder) decisions() Section {
	section := b.section("decisions", words.Response, words.DecisionsTitle)
	section.Wide = true
	t := b.table("measures-decided", words.DecisionTable,
		b.head(words.ColumnResponsible, 4), b.column(words.ColumnRequirement, 5), b.column(words.ColumnDone, 8),
		b.narrow(words.ColumnDecision, 3), b.column(words.ColumnDecisionReason, 5))
	for _, m := range b.decided() {
		decision := cell(b.line(words.Status(m.Status)))
		if numbers := b.adapted(m); len(numbers) > 0 {
			decision.Lines = append(decision.Lines, b.fill(words.PutsIntoPractice, filling{"numbers": join(b.comma(), numbers...)}))
		}
		t.Rows = append(t.Rows, Row{
			b.responsible(m), b.orPlaceholder(m, b.requirement(m)), b.measureText(m), decision, b.orPlaceholder(m, m.Reason),
		})
	}
	if len(t.Rows) == 0 {
		section.Add(b.gap(words.NoDecisions))
	} else {
		t.merge(0, -1, func(c Cell) bool { return sameCell(c, b.placeholder()) })
		section.Add(b.paragraph(words.DecisionsLead), t, b.note(words.DecisionsNote))
	}
	section.Add(b.cited(models.SectionDecisions)...)
	return section
}

// decided are the measures about which something was decided, by stakeholder in the order in which the author first
// names each.
func (b *builder) decided() []*models.Measure {
	rank := map[models.StakeholderID]int{}
	var out []*models.Measure
	for i := range b.system.Measures {
		m := &b.system.Measures[i]
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
func (b *builder) adapted(m *models.Measure) []Line {
	var numbers []Line
	for _, id := range m.Adapts {
		if no := b.measureNo(id); no != "" {
			numbers = append(numbers, raw("No. "+no))
		}
	}
	return numbers
}
