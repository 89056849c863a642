package usecase

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// policies lists the readings of the framework that were applied.
func policies(v *phrasing.View) content.Section {
	p := v.Result.Policies
	t := v.Table("policies", words.PolicyTable,
		v.Head(words.ColumnPolicy, 4), v.Column(words.ColumnInForce, 7), v.Narrow(words.ColumnChosen, 2))
	add := func(name string, title models.Text, value content.Line) {
		chosen := words.PolicyChosen
		if slices.Contains(p.Defaults, name) {
			chosen = words.PolicyDefault
		}
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(title), content.Line{{Text: name, Kind: content.Code}}), content.CellOf(value), content.CellOf(v.Line(chosen))})
	}
	important := content.Each(p.Important, func(id models.SensitivityID) content.Line { return v.Line(v.Sensitivity(id)) })
	if len(important) == 0 {
		important = append(important, v.Quiet(words.None))
	}
	add("foreseeable_misuse", words.PolicyMisuse, v.Line(words.Misuse(p.ForeseeableMisuse)))
	add("large_recall", words.PolicyRecall, v.Line(words.RecallPolicy(p.LargeRecall)))
	add("long_duration", words.PolicyDuration, v.Fill(words.LongFrom, phrasing.Roles{"duration": v.Line(words.Duration(p.LongDuration))}))
	add("important_information", words.PolicyImportant, content.Join(v.Comma(), important...))
	if !p.JoinAttackers {
		p.Defaults = append(slices.Clone(p.Defaults), "join_attackers")
	}
	add("join_attackers", words.PolicyJoin, v.Line(words.JoinPolicy(p.JoinAttackers)))
	section := v.Section("policies", words.Evaluation, words.PoliciesTitle, v.Paragraph(words.PoliciesLead), t)
	published := v.Result.Levels.Published.Assessed
	if published.Recovery.PolicyDecides {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Line(words.MisuseDecides)})
	}
	if published.Economic.PolicyDecides {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Line(words.RecallDecides)})
	}
	return section
}

// criteria prints the framework's own criteria, the highest level first, with the case's level marked.
func criteria(v *phrasing.View) content.Section {
	published := v.Result.Levels.Published.Assessed
	t := CriteriaTable(v, &published)
	return v.Section("criteria", words.Evaluation, words.CriteriaTitle, v.Paragraph(words.CriteriaLead), t, v.Note(words.EconomicNote))
}

// CriteriaTable lists the criteria, with the levels of a case marked where there is one.
func CriteriaTable(v *phrasing.View, here *models.LevelPair) content.Table {
	t := v.Table("criteria", words.CriteriaTable,
		v.Head(words.ColumnAxis, 5), v.Head(words.ColumnLevel, 7), v.Column(words.ColumnCriteria, 18))
	marked := func(level content.Line, own bool) content.Cell {
		if own {
			return content.CellOf(level, content.Line{v.Span(content.Mark, words.ThisCase)})
		}
		return content.CellOf(level)
	}
	for _, level := range slices.Backward(models.Recoveries()) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.RecoveryAxis)), marked(v.Recovery(level), here != nil && here.Determined() && level == here.Recovery.Level), content.Points(v.Lines(words.RecoveryCriteria(level)))})
	}
	for _, level := range slices.Backward(models.Economics()) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(words.EconomicAxis)), marked(v.Economic(level), here != nil && here.Determined() && level == here.Economic.Max), content.Points(v.Lines(words.EconomicCriteria(level)))})
	}
	t.Merge(0, -1, nil)
	return t
}
