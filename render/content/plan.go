package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// plan says what the measures can do against attackers, and at what cost.
func (b *builder) plan() Section {
	section := b.section("plan", words.Response, words.PlanTitle)
	section.Wide = true
	p := b.result.Plan
	if published := &b.result.Levels.Published.Residual; p == nil && !published.Determined() {
		section.Add(Notice{Tone: Caution, Text: b.missing(published)})
		return section
	}
	if p == nil {
		section.Add(b.gap(words.NoPlan))
		return section
	}
	section.Add(b.paragraph(words.PlanLead), b.planStates(p), b.planFront(p))
	if len(p.Budgets) > 0 {
		section.Add(b.budgets(p.Budgets))
	}
	if len(p.Measures) > 0 {
		section.Add(b.measureValues(p.Measures))
	}
	return section
}

// planStates are the levels with the measures in force, with every candidate as well, and without malice.
func (b *builder) planStates(p *models.MeasurePlan) Block {
	t := b.table("plan-states", words.StateTable, b.head(words.ColumnState, 5), b.column(words.RecoveryAxis, 5), b.column(words.EconomicAxis, 5))
	row := func(name models.Text, pair models.LevelPair) {
		t.Rows = append(t.Rows, Row{cell(b.line(name)), cell(b.recoveryLevel(&pair)), cell(b.economicLevel(&pair))})
	}
	row(words.StateNow, p.Now.Levels)
	row(words.StateFull, p.Full.Levels)
	row(words.StateOthers, p.Others)
	return t
}

// planFront is the table of answers: the one that was asked for, then the cheapest choice for each level.
func (b *builder) planFront(p *models.MeasurePlan) Block {
	t := b.table("plan-front", words.FrontTable,
		b.head(words.ColumnTargetFor, 8), b.column(words.ColumnAnswer, 7), b.column(words.ColumnAdds, 7), b.narrow(words.ColumnCost, 2),
		b.column(words.ColumnShares, 6), b.column(words.ColumnLevel, 5), b.column(words.ColumnStops, 6))
	answers, asked := p.Front, slices.IndexFunc(p.Front, func(a models.PlanAnswer) bool { return sameTarget(a.Target, p.Answer.Target) })
	if asked < 0 {
		answers, asked = append([]models.PlanAnswer{p.Answer}, p.Front...), 0
	}
	for i := range answers {
		row := b.planRow(&answers[i])
		if i == asked {
			row[0].Lines = append(row[0].Lines, Line{b.span(Mark, words.AskedFor)})
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
func (b *builder) planRow(a *models.PlanAnswer) Row {
	row := Row{cell(b.planTarget(a.Target)), cell(b.planVerdict(a)...), b.none(), b.none(), b.none(), b.none(), b.none()}
	c := a.Choice
	if c == nil {
		return row
	}
	row[2] = cell(b.line(words.NothingToAdd))
	if len(c.Measures) > 0 {
		var names []Line
		for _, id := range c.Measures {
			names = append(names, b.measureName(id))
		}
		row[2] = bullets(names)
	}
	row[3] = cell(raw(decimal(c.Cost)))
	if a.Status == models.PlanBound && a.Lower != nil {
		row[3].Lines = append(row[3].Lines, b.fill(words.AtLeast, filling{"n": raw(decimal(*a.Lower))}))
	}
	if len(c.Shares) > 0 {
		row[4] = cell(b.shares(c.Shares)...)
	}
	row[5] = cell(b.point(c.Levels)...)
	row[6] = listed(b, models.EffectSort, c.Stops)
	return row
}

// planTarget says what a choice has to bring about.
func (b *builder) planTarget(t models.PlanTarget) Line {
	var parts []Line
	if t.Recovery != nil {
		parts = append(parts, b.fill(words.TargetRecovery, filling{"level": b.recovery(*t.Recovery)}))
	}
	if t.Economic != nil {
		parts = append(parts, b.fill(words.TargetEconomic, filling{"level": b.economic(*t.Economic)}))
	}
	if t.Stop != "" {
		parts = append(parts, b.fill(words.TargetStop, filling{"effect": b.called(models.EffectSort, string(t.Stop))}))
	}
	return join(b.comma(), parts...)
}

// planVerdict says what an answer is worth, and why there is none where there is none.
func (b *builder) planVerdict(a *models.PlanAnswer) []Line {
	lines := []Line{b.line(words.PlanStatus(a.Status))}
	if a.Certified {
		lines = append(lines, b.quiet(words.Certified))
	}
	if a.Beyond != nil {
		lines = append(lines, b.fill(words.WithoutBudgets, filling{"cost": raw(decimal(a.Beyond.Cost))}))
	}
	if a.Stays != nil {
		lines = append(lines, b.fill(words.StaysAttack, filling{
			"profile": b.called(models.ProfileSort, string(a.Stays.Profile)),
			"effect":  b.called(models.EffectSort, a.Stays.Goal.Subject),
		}))
	}
	return lines
}

// shares says what a choice asks of each stakeholder.
func (b *builder) shares(shares []models.Share) []Line {
	var lines []Line
	for _, s := range shares {
		who := b.line(words.NobodyNamed)
		if s.Stakeholder != "" {
			who = b.called(models.StakeholderSort, string(s.Stakeholder))
		}
		lines = append(lines, b.fill(words.ShareOf, filling{"stakeholder": who, "cost": raw(decimal(s.Cost)), "burden": raw(decimal(s.Burden))}))
	}
	return lines
}

// point names a level on each axis.
func (b *builder) point(p models.LevelPoint) []Line {
	return []Line{b.recovery(p.Recovery), b.economic(p.Economic)}
}

func (b *builder) budgets(budgets []models.BudgetLine) Block {
	t := b.table("budgets", words.BudgetTable,
		b.head(words.ColumnStakeholder, 5), b.column(words.ColumnBudget, 2), b.narrow(words.ColumnLimit, 2), b.narrow(words.ColumnUsed, 3))
	for _, l := range budgets {
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.StakeholderSort, string(l.Stakeholder))), cell(b.line(words.BudgetKind(l.Kind))),
			cell(raw(decimal(l.Limit))), cell(raw(decimal(l.Used))),
		})
	}
	t.merge(0, -1, nil)
	return t
}

// measureValues says what each measure does, alone and beside all others.
func (b *builder) measureValues(values []models.MeasureValue) Block {
	t := b.table("measure-values", words.ValueTable,
		b.head(words.ColumnOneMeasure, 7), b.column(words.ColumnResponsible, 5), b.column(words.ColumnCost, 4),
		b.column(words.ColumnAlone, 9), b.column(words.ColumnLast, 9))
	for i := range values {
		value := &values[i]
		who := cell(b.quiet(words.NotStated))
		if value.Stakeholder != "" {
			who = cell(b.called(models.StakeholderSort, string(value.Stakeholder)))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.measureName(value.Measure)), who,
			cell(b.fill(words.CostAndBurden, filling{"cost": b.judgedOf(value.Measure, decimal(value.Cost), "cost"), "burden": b.judgedOf(value.Measure, decimal(value.Burden), "burden")})),
			cell(b.gain(value.Alone, value.Status)...), cell(b.gain(value.Last, value.Status)...),
		})
	}
	return t
}

// judgedOf is a value of a measure, with the mark where it is the author's own judgement.
func (b *builder) judgedOf(id models.MeasureID, value, field string) Line {
	m := b.measure(id)
	if m == nil {
		return raw(value)
	}
	return b.judged(raw(value), m.Origin, field)
}

// gain says what putting a measure in force changes.
func (b *builder) gain(g *models.Gain, status models.Status) []Line {
	switch {
	case g == nil && status.InForce():
		return []Line{b.quiet(words.InForce)}
	case g == nil:
		return []Line{b.quiet(words.None)}
	}
	var lines []Line
	if g.Before.Recovery != g.After.Recovery {
		lines = append(lines, b.fill(words.LevelGain, filling{"before": b.recovery(g.Before.Recovery), "after": b.recovery(g.After.Recovery)}))
	}
	if g.Before.Economic != g.After.Economic {
		lines = append(lines, b.fill(words.LevelGain, filling{"before": b.economic(g.Before.Economic), "after": b.economic(g.After.Economic)}))
	}
	if len(lines) == 0 {
		lines = append(lines, b.quiet(words.LevelStays))
	}
	for _, s := range g.Stops {
		roles := filling{"effect": b.called(models.EffectSort, string(s.Effect)), "profiles": b.profiles(s.Profiles)}
		sentence := words.StopsFor
		if s.Whole {
			sentence = words.StopsWhole
		}
		lines = append(lines, b.fill(sentence, roles))
	}
	for _, h := range g.Harder {
		lines = append(lines, b.harder(&h))
	}
	return lines
}

// harder says what of an attack on a consequence becomes harder: the effort, the chance, or both.
func (b *builder) harder(h *models.HarderChange) Line {
	var changes []Line
	if !sameFigure(h.Effort, h.NewEffort) {
		changes = append(changes, b.fill(words.EffortChange, filling{"before": b.days(h.Effort), "after": b.days(h.NewEffort)}))
	}
	if !sameFigure(h.Chance, h.NewChance) {
		changes = append(changes, b.fill(words.ChanceChange, filling{"before": b.chance(h.Chance), "after": b.chance(h.NewChance)}))
	}
	return join(b.colon(), b.called(models.EffectSort, string(h.Effect)), join(b.comma(), changes...))
}

func sameFigure(x, y models.Figure) bool {
	return x.Status == y.Status && same(x.Value, y.Value) && same(x.Lower, y.Lower) && same(x.Upper, y.Upper)
}
