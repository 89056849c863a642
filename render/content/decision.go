package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Decision is the section on what the measures can do, alone.
func Decision(result *models.Result, lang models.Lang) Section {
	b := newBuilder(result, lang)
	b.alone = true
	section := b.decision()
	b.numberTables(section)
	return section
}

// decision is the section on what the measures can do, with the answer to the question in words: what to do, who does
// it, what it costs, what remains possible and why.
func (b *builder) decision() Section {
	p := b.result.Plan
	if p == nil {
		return b.plan()
	}
	section := b.plan()
	section.Blocks = slices.Insert(section.Blocks, 1, b.planAnswer(&p.Answer)...)
	if only := hardening(p); len(only) > 0 {
		var names []Line
		for _, id := range only {
			names = append(names, b.measureName(id))
		}
		section.Add(Notice{Tone: Remark, Text: b.fill(words.HardensOnlyNote, filling{"measures": join(b.comma(), names...)})})
	}
	return section
}

// hardening are the measures that never change a level.
func hardening(p *models.MeasurePlan) []models.MeasureID {
	var out []models.MeasureID
	for _, v := range p.Measures {
		if v.OnlyHardens {
			out = append(out, v.Measure)
		}
	}
	return out
}

// planAnswer says the answer to the question.
func (b *builder) planAnswer(a *models.PlanAnswer) []Block {
	roles := filling{"target": b.planTarget(a.Target)}
	if a.Lower != nil {
		roles["lower"] = raw(decimal(*a.Lower))
	}
	switch {
	case a.Status == models.PlanImpossible:
		blocks := []Block{Notice{Tone: Caution, Text: b.fill(words.AnswerImpossible, roles)}}
		if a.Stays != nil {
			blocks = append(blocks, b.attack(a.Stays, AttackLetter(0)))
		}
		return blocks
	case a.Status == models.PlanInfeasible:
		return append([]Block{Notice{Tone: Caution, Text: b.fill(words.AnswerInfeasible, roles)}}, b.beyond(a)...)
	case a.Choice == nil:
		return []Block{Notice{Tone: Caution, Text: b.fill(words.AnswerUnknown, roles)}}
	}
	roles["cost"] = raw(decimal(a.Choice.Cost))
	sentence := words.AnswerChoice
	switch {
	case a.Status == models.PlanBound:
		sentence = words.AnswerBound
	case len(a.Choice.Measures) == 0:
		sentence = words.AnswerNothing
	}
	blocks := []Block{Notice{Tone: Remark, Text: b.fill(sentence, roles)}}
	if len(a.Choice.Measures) > 0 {
		blocks = append(blocks, b.todo(a.Choice))
	}
	return append(blocks, b.afterward(a.Choice)...)
}

// beyond says what would be enough without budgets, and whose are too small.
func (b *builder) beyond(a *models.PlanAnswer) []Block {
	if a.Beyond == nil {
		return nil
	}
	var items []Line
	for _, x := range a.Exceeds {
		items = append(items, b.fill(words.AnswerExceeds, filling{
			"stakeholder": b.called(models.StakeholderSort, string(x.Stakeholder)), "kind": b.line(words.BudgetKind(x.Kind)),
			"limit": raw(decimal(x.Limit)), "used": raw(decimal(x.Used)),
		}))
	}
	blocks := []Block{Paragraph{Text: b.fill(words.AnswerBeyond, filling{"cost": raw(decimal(a.Beyond.Cost))})}, b.todo(a.Beyond)}
	if len(items) > 0 {
		blocks = append(blocks, List{Items: items})
	}
	return blocks
}

// todo lists who does what, and what it asks of each.
func (b *builder) todo(c *models.Choice) Block {
	var items []Line
	for _, s := range c.Shares {
		who := b.line(words.NobodyNamed)
		if s.Stakeholder != "" {
			who = b.called(models.StakeholderSort, string(s.Stakeholder))
		}
		var names []Line
		for _, id := range s.Measures {
			names = append(names, b.called(models.MeasureSort, string(id)))
		}
		items = append(items, b.fill(words.AnswerDoes, filling{
			"stakeholder": who, "cost": raw(decimal(s.Cost)), "burden": raw(decimal(s.Burden)), "measures": join(b.comma(), names...),
		}))
	}
	return List{Items: items}
}

// afterward says what remains possible with a choice in force, and why.
func (b *builder) afterward(c *models.Choice) []Block {
	var items []Line
	levels := func(p models.LevelPoint) filling {
		return filling{"recovery": b.recovery(p.Recovery), "economic": b.economic(p.Economic)}
	}
	items = append(items, b.fill(words.AfterwardLevels, levels(c.Levels)))
	if len(c.Remains) > 0 {
		items = append(items, b.fill(words.AfterwardRemains, filling{"effects": enumerate(b, models.EffectSort, c.Remains)}))
	} else {
		items = append(items, b.line(words.AfterwardNothing))
	}
	if c.Published != c.Levels {
		items = append(items, b.fill(words.AfterwardPublished, levels(c.Published)))
	}
	return []Block{List{Items: items}}
}
