package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// evaluation places the case on the risk map and gives the reasons.
func evaluation(v *phrasing.View) content.Section {
	section := v.Section("evaluation", words.Evaluation, words.EvaluationTitle)
	section.Sections = []content.Section{
		mapping(v),
		rationale(v),
		readings(v),
		consequences(v),
		resting(v),
		accepted(v),
		policies(v),
		criteria(v),
	}
	last := &section.Sections[len(section.Sections)-1]
	last.Add(phrasing.Cited(v, models.SectionEvaluation)...)
	return section
}

// mapping shows the map and says where the case lies.
func mapping(v *phrasing.View) content.Section {
	system := v.System.SystemName
	if system.Empty() {
		system = v.System.Title
	}
	published := v.Result.Levels.Published.Assessed
	section := v.Section("risk-map", words.Evaluation, words.MappingTitle,
		content.Paragraph{Text: v.Fill(words.MappingLead, phrasing.Roles{"system": v.Line(system)})},
		v.Figure("risk-map", v.Line(words.RiskMapFigure)),
		content.Fields{Rows: []content.Field{
			{Name: v.Text(words.RecoveryAxis), Values: append([]content.Line{v.RecoveryLevel(&published)}, caption(v, v.System.Rationale.Recovery.Caption)...)},
			{Name: v.Text(words.EconomicAxis), Values: append([]content.Line{v.EconomicLevel(&published)}, caption(v, v.System.Rationale.Economic.Caption)...)},
		}})
	if !published.Determined() {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Missing(&published)})
	} else if published.Economic.Min != published.Economic.Max {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Fill(words.IntervalNote, phrasing.Roles{"max": v.Economic(published.Economic.Max)})})
	}
	return section
}

// caption is the author's short form of a rationale, where there is one.
func caption(v *phrasing.View, t models.Text) []content.Line {
	if t.Empty() {
		return nil
	}
	return []content.Line{v.Line(t)}
}
