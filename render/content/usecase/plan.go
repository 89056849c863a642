package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// plan says what the measures can do against attackers, and at what cost.
func plan(v *phrasing.View) content.Section {
	section := v.Section("plan", words.Response, words.PlanTitle)
	section.Wide = true
	p := v.Result.Plan
	if published := &v.Result.Levels.Published.Residual; p == nil && !published.Determined() {
		return section.With(content.Notice{Tone: content.Caution, Text: v.Missing(published)})
	}
	if p == nil {
		return section.With(v.Gap(words.NoPlan))
	}
	section.Add(v.Paragraph(words.PlanLead))
	section.Add(against(v, p)...)
	section.Add(planStates(v, p), planFront(v, p))
	if len(p.Budgets) > 0 {
		section.Add(budgets(v, p.Budgets))
	}
	if len(p.Measures) > 0 {
		section.Add(measureValues(v, p.Measures))
	}
	return section
}

// against says against whom measures have to be enough, where not against every malicious profile as the model has it.
func against(v *phrasing.View, p *models.MeasurePlan) []content.Block {
	var out []content.Block
	if len(p.Attackers) > 0 {
		names := content.Each(p.Attackers, func(id models.ProfileID) content.Line { return v.Called(models.ProfileSort, string(id)) })
		out = append(out, content.Notice{Tone: content.Remark, Text: v.Fill(words.OnlyAgainst, phrasing.Roles{"profiles": content.Join(v.Comma(), names...)})})
	}
	if p.Capability != models.CapabilityUnstated {
		out = append(out, content.Notice{Tone: content.Remark, Text: v.Fill(words.AgainstAble, phrasing.Roles{"capability": v.Line(words.Capability(p.Capability))})})
	}
	return out
}

// planStates are the levels with the measures in force, with every candidate as well, and without malice.
func planStates(v *phrasing.View, p *models.MeasurePlan) content.Block {
	t := v.Table("plan-states", words.StateTable, v.Head(words.ColumnState, 5), v.Column(words.RecoveryAxis, 5), v.Column(words.EconomicAxis, 5))
	row := func(name models.Text, pair models.LevelPair) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(name)), content.CellOf(v.RecoveryLevel(&pair)), content.CellOf(v.EconomicLevel(&pair))})
	}
	row(words.StateNow, p.Now.Levels)
	row(words.StateFull, p.Full.Levels)
	row(words.StateOthers, p.Others)
	return t
}

// planFront is the table of answers: the one that was asked for, then the cheapest choice for each level.
func planFront(v *phrasing.View, p *models.MeasurePlan) content.Block {
	t := v.Table("plan-front", words.FrontTable,
		v.Head(words.ColumnTargetFor, 8), v.Column(words.ColumnAnswer, 7), v.Column(words.ColumnAdds, 7), v.Narrow(words.ColumnCost, 2),
		v.Column(words.ColumnShares, 6), v.Column(words.ColumnLevel, 5), v.Column(words.ColumnStops, 6))
	answers, asked := p.Front, slices.IndexFunc(p.Front, func(a models.PlanAnswer) bool { return sameTarget(a.Target, p.Answer.Target) })
	if asked < 0 {
		answers, asked = append([]models.PlanAnswer{p.Answer}, p.Front...), 0
	}
	for i := range answers {
		row := planRow(v, &answers[i])
		if i == asked {
			row[0].Lines = append(row[0].Lines, content.Line{v.Span(content.Mark, words.AskedFor)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func sameTarget(x, y models.PlanTarget) bool {
	return same(x.Recovery, y.Recovery) && same(x.Economic, y.Economic) && x.Stop == y.Stop
}

// same tells whether two values are equal, or both missing.
func same[T comparable](x, y *T) bool {
	if x == nil || y == nil {
		return x == y
	}
	return *x == *y
}

// planRow is one answer.
func planRow(v *phrasing.View, a *models.PlanAnswer) content.Row {
	row := content.Row{content.CellOf(planTarget(v, a.Target)), content.CellOf(planVerdict(v, a)...), v.None(), v.None(), v.None(), v.None(), v.None()}
	c := a.Choice
	if c == nil {
		return row
	}
	row[2] = content.CellOf(v.Line(words.NothingToAdd))
	if len(c.Measures) > 0 {
		names := content.Each(c.Measures, func(id models.MeasureID) content.Line { return phrasing.MeasureName(v, id) })
		row[2] = content.Points(names)
	}
	row[3] = content.CellOf(content.Raw(phrasing.Decimal(c.Cost)))
	if a.Status == models.PlanBound && a.Lower != nil {
		row[3].Lines = append(row[3].Lines, v.Fill(words.AtLeast, phrasing.Roles{"n": content.Raw(phrasing.Decimal(*a.Lower))}))
	}
	if len(c.Shares) > 0 {
		row[4] = content.CellOf(shares(v, c.Shares)...)
	}
	row[5] = content.CellOf(point(v, c.Levels)...)
	row[6] = phrasing.Listed(v, models.EffectSort, c.Stops)
	return row
}

// planTarget says what a choice has to bring about.
func planTarget(v *phrasing.View, t models.PlanTarget) content.Line {
	var parts []content.Line
	if t.Recovery != nil {
		parts = append(parts, v.Fill(words.TargetRecovery, phrasing.Roles{"level": v.Recovery(*t.Recovery)}))
	}
	if t.Economic != nil {
		parts = append(parts, v.Fill(words.TargetEconomic, phrasing.Roles{"level": v.Economic(*t.Economic)}))
	}
	if t.Stop != "" {
		parts = append(parts, v.Fill(words.TargetStop, phrasing.Roles{"effect": v.Called(models.EffectSort, string(t.Stop))}))
	}
	return content.Join(v.Comma(), parts...)
}

// planVerdict says what an answer is worth, and why there is none where there is none.
func planVerdict(v *phrasing.View, a *models.PlanAnswer) []content.Line {
	lines := []content.Line{v.Line(words.PlanStatus(a.Status))}
	if a.Certified {
		lines = append(lines, v.Quiet(words.Certified))
	}
	if a.Beyond != nil {
		lines = append(lines, v.Fill(words.WithoutBudgets, phrasing.Roles{"cost": content.Raw(phrasing.Decimal(a.Beyond.Cost))}))
	}
	if a.Stays != nil {
		lines = append(lines, v.Fill(words.StaysAttack, phrasing.Roles{
			"profile": v.Called(models.ProfileSort, string(a.Stays.Profile)),
			"effect":  v.Called(models.EffectSort, a.Stays.Goal.Subject),
		}))
	}
	return lines
}

// shares says what a choice asks of each stakeholder.
func shares(v *phrasing.View, shares []models.Share) []content.Line {
	var lines []content.Line
	for _, s := range shares {
		who := phrasing.CalledOr(v, models.StakeholderSort, s.Stakeholder, v.Line(words.NobodyNamed))
		lines = append(lines, v.Fill(words.ShareOf, phrasing.Roles{"stakeholder": who, "cost": content.Raw(phrasing.Decimal(s.Cost)), "burden": content.Raw(phrasing.Decimal(s.Burden))}))
	}
	return lines
}

// point names a level on each axis.
func point(v *phrasing.View, p models.LevelPoint) []content.Line {
	return []content.Line{v.Recovery(p.Recovery), v.Economic(p.Economic)}
}

func budgets(v *phrasing.View, budgets []models.BudgetLine) content.Block {
	t := v.Table("budgets", words.BudgetTable,
		v.Head(words.ColumnStakeholder, 5), v.Column(words.ColumnBudget, 2), v.Narrow(words.ColumnLimit, 2), v.Narrow(words.ColumnUsed, 3))
	for _, l := range budgets {
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Called(models.StakeholderSort, string(l.Stakeholder))), content.CellOf(v.Line(words.BudgetKind(l.Kind))),
			content.CellOf(content.Raw(phrasing.Decimal(l.Limit))), content.CellOf(content.Raw(phrasing.Decimal(l.Used))),
		})
	}
	t.Merge(0, -1, nil)
	return t
}
