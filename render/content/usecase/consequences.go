package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// consequences lists what an attack can lead to, and the safeguards against it.
func consequences(v *phrasing.View) content.Section {
	section := v.Section("consequences", words.Evaluation, words.ConsequencesTitle)
	if len(v.Result.Consequences) == 0 {
		section.Add(v.Gap(words.NoConsequences))
		if len(v.System.Safeguards) > 0 {
			section.Add(safeguardTable(v))
		}
		if len(v.System.Conditions) > 0 {
			section.Add(conditionTable(v))
		}
		return section
	}
	return section.With(v.Paragraph(words.ConsequencesLead), consequenceTable(v), safeguardTable(v), conditionTable(v))
}

func consequenceTable(v *phrasing.View) content.Block {
	t := v.Table("consequences", words.ConsequenceTable,
		v.Head(words.ColumnConsequence, 7), v.Column(words.ColumnHarm, 6), v.Column(words.ColumnLevels, 7))
	for _, reading := range models.ReadingIDs() {
		t.Columns = append(t.Columns, v.Narrow(words.Reading(reading), 3))
	}
	t.Columns = append(t.Columns, v.Column(words.ColumnStoppedBy, 7))
	detailed := attacks.Detailed(v.Result)
	for i := range v.Result.Consequences {
		c := &v.Result.Consequences[i]
		name := v.Entry(models.EffectSort, string(c.Effect))
		if detailed[i] {
			name[0].Kind, name[0].To = content.Link, attacks.SectionID(c.Effect)
		}
		cells := content.Row{content.CellOf(name), v.JudgedCell(content.CellOf(phrasing.Harm(v, c.Harm)...), phrasing.EffectOrigin(v, c.Effect), "harm"), content.CellOf(v.RecoveryLevel(&c.Levels), v.EconomicLevel(&c.Levels))}
		if c.Derived {
			cells[0].Lines = append(cells[0].Lines, v.Quiet(words.DerivedConsequence))
		}
		for _, reading := range models.ReadingIDs() {
			cells = append(cells, phrasing.Reachable(v, *c.Reachable.In(reading)))
		}
		t.Rows = append(t.Rows, append(cells, phrasing.StoppedBy(v, c)))
	}
	return t
}

func safeguardTable(v *phrasing.View) content.Block {
	if len(v.System.Safeguards) == 0 {
		return v.Gap(words.NoSafeguards)
	}
	t := v.Table("safeguards", words.SafeguardTable,
		v.Head(words.ColumnSafeguard, 4), v.Column(words.ColumnGuards, 4), v.Column(words.ColumnIndependence, 3), v.Column(words.ColumnHost, 3), v.Column(words.ColumnFitted, 4))
	for i := range v.System.Safeguards {
		s := &v.System.Safeguards[i]
		var guards []content.Line
		for _, id := range s.Guards {
			kind := models.EffectSort
			if v.Knows(models.CauseSort, id) {
				kind = models.CauseSort
			}
			guards = append(guards, v.Called(kind, id))
		}
		host := content.CellOf(append([]content.Line{phrasing.CalledOr(v, models.ComponentSort, s.Host, v.Quiet(words.None))}, acting(v, s)...)...)
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Entry(models.SafeguardSort, string(s.ID))), v.JudgedCell(content.CellOf(guards...), s.Origin, "guards"),
			content.CellOf(v.Judged(v.Line(words.Independence(s.Independence)), s.Origin, "independence")),
			v.JudgedCell(host, s.Origin, "host"), v.JudgedCell(fitted(v, s), s.Origin, "fitted"),
		})
	}
	return t
}

// acting says what tells a safeguard of the danger, what it acts through, what it does on loss, and why it can be relied on, as
// far as the model states it.
func acting(v *phrasing.View, s *models.Safeguard) []content.Line {
	var out []content.Line
	say := func(sentence models.Text, role string, words []content.Line) {
		if len(words) > 0 {
			out = append(out, v.Fill(sentence, phrasing.Roles{role: content.Join(v.Comma(), words...)}))
		}
	}
	say(words.SensesBy, "inputs", content.Each(s.Senses, func(id string) content.Line {
		switch {
		case id == models.Own:
			return v.Line(words.SensesOwn)
		case v.Knows(models.FlowSort, id):
			return v.Called(models.FlowSort, id)
		}
		return v.Called(models.ComponentSort, id)
	}))
	say(words.ActsBy, "means", content.Each(s.ActsThrough, func(id string) content.Line {
		if id == models.Own {
			return v.Line(words.ActsOwn)
		}
		return v.Called(models.ComponentSort, id)
	}))
	switch s.OnLoss {
	case models.ActsOnLoss:
		out = append(out, v.Line(words.ActsOnLoss))
	case models.FailsOnLoss:
		out = append(out, v.Line(words.FailsOnLoss))
	}
	return append(out, basis(v, s)...)
}

// basis says why a safeguard can be relied on; nothing where the model does not.
func basis(v *phrasing.View, s *models.Safeguard) []content.Line {
	if s.Basis.Empty() {
		return nil
	}
	return []content.Line{v.Fill(words.BasisIs, phrasing.Roles{"basis": v.Line(s.Basis)})}
}

// fitted says on which device classes a safeguard is fitted, and which measure adds it.
func fitted(v *phrasing.View, s *models.Safeguard) content.Cell {
	var by []content.Line
	if s.Measure != "" {
		by = append(by, v.Fill(words.AddedBy, phrasing.Roles{"measure": v.Called(models.MeasureSort, string(s.Measure))}))
	}
	f := s.Fitted
	if f == nil {
		if len(by) == 0 {
			by = append(by, v.Line(words.AlwaysFitted))
		}
		return content.CellOf(by...)
	}
	classes := content.Each(f.Classes, func(id models.DeviceClassID) content.Line { return v.Line(v.Class(id)) })
	return content.CellOf(append([]content.Line{v.Fill(words.FittedOnly, phrasing.Roles{
		"component": v.Called(models.ComponentSort, string(f.Component)),
		"classes":   content.Join(v.Comma(), classes...),
	})}, by...)...)
}

func conditionTable(v *phrasing.View) content.Block {
	if len(v.System.Conditions) == 0 {
		return v.Gap(words.NoConditions)
	}
	t := v.Table("conditions", words.ConditionTable, v.Head(words.ColumnCondition, 5), v.Column(words.ColumnHandling, 5))
	for i := range v.System.Conditions {
		c := &v.System.Conditions[i]
		handling := v.Line(words.ConditionPossible)
		if c.Excluded {
			handling = v.Line(words.ConditionExcluded)
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Entry(models.ConditionSort, string(c.ID))), content.CellOf(handling)})
	}
	return t
}
