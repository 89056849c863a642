package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Decision is the section on what the measures can do, alone.
func Decision(result *models.Result, lang models.Lang) content.Section {
	v := phrasing.New(result, lang)
	v.Alone = true
	section := decision(v)
	attacks.Number(v, section)
	return section
}

// decision is the section on what the measures can do, with the answer to the question in words: what to do, who does
// it, what it costs, what remains possible and why.
func decision(v *phrasing.View) content.Section {
	p := v.Result.Plan
	if p == nil {
		return plan(v)
	}
	section := plan(v)
	section.Blocks = slices.Insert(section.Blocks, 1+len(against(v, p)), planAnswer(v, &p.Answer)...)
	if only := hardening(p); len(only) > 0 {
		names := content.Each(only, func(id models.MeasureID) content.Line { return phrasing.MeasureName(v, id) })
		section.Add(content.Notice{Tone: content.Remark, Text: v.Fill(words.HardensOnlyNote, phrasing.Roles{"measures": content.Join(v.Comma(), names...)})})
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
func planAnswer(v *phrasing.View, a *models.PlanAnswer) []content.Block {
	roles := phrasing.Roles{"target": planTarget(v, a.Target)}
	if a.Lower != nil {
		roles["lower"] = content.Raw(phrasing.Decimal(*a.Lower))
	}
	switch {
	case a.Status == models.PlanImpossible:
		blocks := []content.Block{content.Notice{Tone: content.Caution, Text: v.Fill(words.AnswerImpossible, roles)}}
		if a.Stays != nil {
			blocks = append(blocks, attacks.Table(v, a.Stays, attacks.Letter(0)))
		}
		return blocks
	case a.Status == models.PlanInfeasible:
		return append([]content.Block{content.Notice{Tone: content.Caution, Text: v.Fill(words.AnswerInfeasible, roles)}}, beyond(v, a)...)
	case a.Choice == nil:
		return []content.Block{content.Notice{Tone: content.Caution, Text: v.Fill(words.AnswerUnknown, roles)}}
	}
	roles["cost"] = content.Raw(phrasing.Decimal(a.Choice.Cost))
	sentence := words.AnswerChoice
	switch {
	case a.Status == models.PlanBound:
		sentence = words.AnswerBound
	case len(a.Choice.Measures) == 0:
		sentence = words.AnswerNothing
	}
	blocks := []content.Block{content.Notice{Tone: content.Remark, Text: v.Fill(sentence, roles)}}
	if len(a.Choice.Measures) > 0 {
		blocks = append(blocks, todo(v, a.Choice))
	}
	return append(blocks, afterward(v, a.Choice)...)
}

// beyond says what would be enough without budgets, and whose are too small.
func beyond(v *phrasing.View, a *models.PlanAnswer) []content.Block {
	if a.Beyond == nil {
		return nil
	}
	var items []content.Line
	for _, x := range a.Exceeds {
		items = append(items, v.Fill(words.AnswerExceeds, phrasing.Roles{
			"stakeholder": v.Called(models.StakeholderSort, string(x.Stakeholder)), "kind": v.Line(words.BudgetKind(x.Kind)),
			"limit": content.Raw(phrasing.Decimal(x.Limit)), "used": content.Raw(phrasing.Decimal(x.Used)),
		}))
	}
	blocks := []content.Block{content.Paragraph{Text: v.Fill(words.AnswerBeyond, phrasing.Roles{"cost": content.Raw(phrasing.Decimal(a.Beyond.Cost))})}, todo(v, a.Beyond)}
	if len(items) > 0 {
		blocks = append(blocks, content.List{Items: items})
	}
	return blocks
}

// todo lists who does what, and what it asks of each.
func todo(v *phrasing.View, c *models.Choice) content.Block {
	var items []content.Line
	for _, s := range c.Shares {
		who := phrasing.CalledOr(v, models.StakeholderSort, s.Stakeholder, v.Line(words.NobodyNamed))
		names := content.Each(s.Measures, func(id models.MeasureID) content.Line { return v.Called(models.MeasureSort, string(id)) })
		items = append(items, v.Fill(words.AnswerDoes, phrasing.Roles{
			"stakeholder": who, "cost": content.Raw(phrasing.Decimal(s.Cost)), "burden": content.Raw(phrasing.Decimal(s.Burden)), "measures": content.Join(v.Comma(), names...),
		}))
	}
	return content.List{Items: items}
}

// afterward says what remains possible with a choice in force, and why.
func afterward(v *phrasing.View, c *models.Choice) []content.Block {
	var items []content.Line
	levels := func(p models.LevelPoint) phrasing.Roles {
		return phrasing.Roles{"recovery": v.Recovery(p.Recovery), "economic": v.Economic(p.Economic)}
	}
	items = append(items, v.Fill(words.AfterwardLevels, levels(c.Levels)))
	if len(c.Remains) > 0 {
		items = append(items, v.Fill(words.AfterwardRemains, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, c.Remains)}))
	} else {
		items = append(items, v.Line(words.AfterwardNothing))
	}
	if c.Published != c.Levels {
		items = append(items, v.Fill(words.AfterwardPublished, levels(c.Published)))
	}
	return []content.Block{content.List{Items: items}}
}
