package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// measureValues says what each measure does, alone and beside all others.
func measureValues(v *phrasing.View, values []models.MeasureValue) content.Block {
	t := v.Table("measure-values", words.ValueTable,
		v.Head(words.ColumnOneMeasure, 7), v.Column(words.ColumnResponsible, 5), v.Column(words.ColumnCost, 4),
		v.Column(words.ColumnAlone, 9), v.Column(words.ColumnLast, 9))
	for i := range values {
		value := &values[i]
		who := content.CellOf(phrasing.CalledOr(v, models.StakeholderSort, value.Stakeholder, v.Quiet(words.NotStated)))
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(phrasing.MeasureName(v, value.Measure)), who,
			content.CellOf(v.Fill(words.CostAndBurden, phrasing.Roles{"cost": judgedOf(v, value.Measure, phrasing.Decimal(value.Cost), "cost"), "burden": judgedOf(v, value.Measure, phrasing.Decimal(value.Burden), "burden")})),
			content.CellOf(gain(v, value.Alone, value.Status)...), content.CellOf(gain(v, value.Last, value.Status)...),
		})
	}
	return t
}

// judgedOf is a value of a measure, with the mark where it is the author's own judgement.
func judgedOf(v *phrasing.View, id models.MeasureID, value, field string) content.Line {
	m := v.Measure(id)
	if m == nil {
		return content.Raw(value)
	}
	return v.Judged(content.Raw(value), m.Origin, field)
}

// gain says what putting a measure in force changes.
func gain(v *phrasing.View, g *models.Gain, status models.Status) []content.Line {
	switch {
	case g == nil && status.InForce():
		return []content.Line{v.Quiet(words.InForce)}
	case g == nil:
		return []content.Line{v.Quiet(words.None)}
	}
	var lines []content.Line
	if g.Before.Recovery != g.After.Recovery {
		lines = append(lines, v.Fill(words.LevelGain, phrasing.Roles{"before": v.Recovery(g.Before.Recovery), "after": v.Recovery(g.After.Recovery)}))
	}
	if g.Before.Economic != g.After.Economic {
		lines = append(lines, v.Fill(words.LevelGain, phrasing.Roles{"before": v.Economic(g.Before.Economic), "after": v.Economic(g.After.Economic)}))
	}
	lines = v.LinesOr(lines, words.LevelStays)
	for _, s := range g.Stops {
		roles := phrasing.Roles{"effect": v.Called(models.EffectSort, string(s.Effect)), "profiles": v.Profiles(s.Profiles)}
		sentence := words.StopsFor
		if s.Whole {
			sentence = words.StopsWhole
		}
		lines = append(lines, v.Fill(sentence, roles))
	}
	for _, h := range g.Harder {
		lines = append(lines, harder(v, &h))
	}
	return lines
}

// harder says what of an attack on a consequence becomes harder: the effort, the chance, or both.
func harder(v *phrasing.View, h *models.HarderChange) content.Line {
	var changes []content.Line
	if !sameFigure(h.Effort, h.NewEffort) {
		changes = append(changes, v.Fill(words.EffortChange, phrasing.Roles{"before": v.Days(h.Effort), "after": v.Days(h.NewEffort)}))
	}
	if !sameFigure(h.Chance, h.NewChance) {
		changes = append(changes, v.Fill(words.ChanceChange, phrasing.Roles{"before": v.Chance(h.Chance), "after": v.Chance(h.NewChance)}))
	}
	return content.Join(v.Colon(), v.Called(models.EffectSort, string(h.Effect)), content.Join(v.Comma(), changes...))
}

func sameFigure(x, y models.Figure) bool {
	return x.Status == y.Status && same(x.Value, y.Value) && same(x.Lower, y.Lower) && same(x.Upper, y.Upper)
}
