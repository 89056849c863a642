package usecase

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// front is the title page below the title: what the case is, its levels, and how to read the marks.
func front(v *phrasing.View) []content.Block {
	blocks := []content.Block{caseFacts(v), levelFacts(v), content.Paragraph{Text: summary(v)}}
	if v.AnyInferred() {
		blocks = append(blocks, content.Notice{Tone: content.Remark, Text: v.Fill(words.InferredLegend, phrasing.Roles{"mark": {v.Span(content.Mark, words.InferredMark)}})})
	}
	return append(blocks,
		content.Notice{Tone: content.Remark, Text: v.Fill(words.DefaultLowestLegend, phrasing.Roles{"mark": {v.Span(content.Mark, words.DefaultLowestMark)}})},
		v.Remark(words.PossibilityLegend),
		content.Notice{Tone: content.Remark, Text: v.Fill(words.MadeBy, phrasing.Roles{"tool": content.Raw(v.Result.Tool.Name + " " + v.Result.Tool.Version)})},
	)
}

func caseFacts(v *phrasing.View) content.Block {
	s := v.System
	var rows []content.Field
	add := func(name models.Text, value content.Line) {
		rows = append(rows, content.Field{Name: v.Text(name), Values: []content.Line{value}})
	}
	if s.No != 0 {
		add(words.CaseNo, content.Raw(strconv.Itoa(s.No)))
	}
	add(words.CaseTitle, v.Line(s.Title))
	if !s.SystemName.Empty() {
		add(words.CaseSystem, v.Line(s.SystemName))
	}
	add(words.CaseSite, v.Line(v.Site(s.Site)))
	date := v.Quiet(words.NoDate)
	if s.Date != "" {
		date = content.Raw(s.Date)
	}
	add(words.CaseDate, date)
	add(words.CaseID, content.Line{{Text: content.Clean(string(s.ID)), Kind: content.Code}})
	return content.Fields{Rows: rows}
}

// levelFacts are the levels of the three readings, the published one first.
func levelFacts(v *phrasing.View) content.Block {
	var rows []content.Field
	for _, id := range []models.ReadingID{models.Assessed, models.Inherent, models.Residual} {
		pair := v.Result.Levels.Published.In(id)
		name := v.Text(words.Reading(id))
		if id == models.Assessed {
			name += v.Parentheses(v.Line(words.Published)).String()
		}
		recovery := content.Join(v.Colon(), v.Line(words.RecoveryAxis), v.RecoveryLevel(pair))
		economic := content.Join(v.Colon(), v.Line(words.EconomicAxis), v.EconomicLevel(pair))
		rows = append(rows, content.Field{Name: name, Values: []content.Line{recovery, economic}})
	}
	if ref := v.System.Reference; ref != nil {
		rows = append(rows, content.Field{Name: v.Text(words.CoarseRisk), Values: []content.Line{
			content.Join(v.Colon(), v.Line(words.RecoveryAxis), v.Line(words.Size(ref.Recovery))),
			content.Join(v.Colon(), v.Line(words.EconomicAxis), v.Line(words.Size(ref.Economic))),
		}})
	}
	return content.Fields{Rows: rows}
}

// summary says the result in a sentence or two.
func summary(v *phrasing.View) content.Line {
	published := v.Result.Levels.Published.Assessed
	if !published.Determined() {
		return v.Missing(&published)
	}
	return v.Fill(words.Summary, phrasing.Roles{
		"recovery": v.RecoveryLevel(&published),
		"economic": v.EconomicLevel(&published),
	})
}
