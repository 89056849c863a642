package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// supplyChain says which parts have known vulnerabilities, and how long products stay exposed to them with and without
// SBOMs. A case that states neither has no such section.
func supplyChain(v *phrasing.View) content.Section {
	s := v.Result.Supply
	if s == nil {
		return content.Section{}
	}
	section := v.Section("supply-chain", words.Annex, words.SupplyTitle)
	if len(s.Parts) > 0 {
		section.Add(v.Paragraph(words.ContainedLead), containedTable(v, words.ContainedTable, s.Parts))
	}
	section.Add(leftOut(v)...)
	for i := range s.Exposures {
		section.Sections = append(section.Sections, exposure(v, &s.Exposures[i]))
	}
	return section
}

// exposure compares the time that one product stays exposed with and without SBOMs.
func exposure(v *phrasing.View, e *models.Exposure) content.Section {
	part, product := v.Called(models.ComponentSort, string(e.Part)), v.Called(models.ComponentSort, string(e.Product))
	affecting := v.Line(words.AffectedByModel)
	if len(e.Vulnerabilities) > 0 {
		affecting = nil
		for i, id := range e.Vulnerabilities {
			if i > 0 {
				affecting = append(affecting, content.Span{Text: v.Comma()})
			}
			affecting = append(affecting, content.Raw(id)...)
		}
	}
	id := render.TimelineDrawing(e)
	section := content.Section{
		ID: id, Step: words.Annex, Title: v.Fill(words.ExposureTitle, phrasing.Roles{"part": part, "product": product}).String(),
		Blocks: []content.Block{
			content.Paragraph{Text: v.Fill(words.ExposureLead, phrasing.Roles{"part": part, "product": product, "vulnerabilities": affecting})},
			v.Figure(id, v.Fill(words.TimelineFigure, phrasing.Roles{"product": product})),
			content.Notice{Tone: content.Remark, Text: saved(v, e)},
			timeTable(v, e), waitTable(v, e),
		},
	}
	if len(e.Unstated) > 0 {
		section.Add(content.Notice{Tone: content.Gap, Text: unstated(v, e.Unstated)})
	}
	return section
}

// saved says what SBOMs save.
func saved(v *phrasing.View, e *models.Exposure) content.Line {
	return v.Fill(words.ExposureSaved, phrasing.Roles{
		"without": time(v, e.Without.Fixed), "with": time(v, e.With.Fixed),
		"saved":  content.Raw(words.Time(hoursOf(e.Without.Fixed)-hoursOf(e.With.Fixed), v.Lang, phrasing.Decimal)),
		"before": time(v, e.Without.Mitigated), "after": time(v, e.With.Mitigated),
	})
}

// time says a time with what it promises.
func time(v *phrasing.View, f models.Figure) content.Line {
	return v.Tagged(f, func(hours float64) content.Line { return content.Raw(words.Time(hours, v.Lang, phrasing.Decimal)) })
}

// hoursOf is the value of a time, or its lower bound.
func hoursOf(f models.Figure) float64 {
	switch {
	case f.Value != nil:
		return *f.Value
	case f.Lower != nil:
		return *f.Lower
	}
	return 0
}

func timeTable(v *phrasing.View, e *models.Exposure) content.Table {
	t := v.Table(render.TimelineDrawing(e)+"-times", words.TimeTable,
		v.Head(words.ColumnState, 5), v.Narrow(words.ColumnMitigated, 4), v.Narrow(words.ColumnFixed, 4))
	row := func(name models.Text, l *models.Timeline) {
		t.Rows = append(t.Rows, content.Row{content.CellOf(v.Line(name)), content.CellOf(time(v, l.Mitigated)), content.CellOf(time(v, l.Fixed))})
	}
	row(words.WithoutSBOM, &e.Without)
	if e.Stated != nil {
		row(words.StatedSBOM, e.Stated)
	}
	row(words.WithSBOM, &e.With)
	return t
}

func waitTable(v *phrasing.View, e *models.Exposure) content.Table {
	t := v.Table(render.TimelineDrawing(e)+"-waits", words.WaitTable,
		v.Head(words.ColumnParty, 5), v.Column(words.ColumnAboutWhat, 5),
		v.Narrow(words.ColumnKnowsWithout, 4), v.Narrow(words.ColumnKnowsWith, 3), v.Narrow(words.ColumnSerial, 4))
	hours := func(n int) content.Cell {
		return content.CellOf(content.Raw(words.Time(float64(n), v.Lang, phrasing.Decimal)))
	}
	for _, w := range e.Waits {
		serial := v.None()
		if w.Serial > 0 {
			serial = hours(w.Serial)
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(partyOf(v, w.Stakeholder)), content.CellOf(v.Called(models.ComponentSort, string(w.Component))), hours(w.Without), hours(w.With), serial,
		})
	}
	return t
}

// partyOf names a party of a chain.
func partyOf(v *phrasing.View, id models.StakeholderID) content.Line {
	return phrasing.CalledOr(v, models.StakeholderSort, id, v.Quiet(words.UnknownMaker))
}

// unstated lists the times that the model does not state.
func unstated(v *phrasing.View, list []models.Unstated) content.Line {
	var lines []content.Line
	for _, u := range list {
		lines = append(lines, v.Fill(words.UnstatedTime, phrasing.Roles{
			"party": partyOf(v, u.Stakeholder), "component": v.Called(models.ComponentSort, string(u.Component)), "activity": v.Line(words.Activity(u.Activity)),
		}))
	}
	return v.Fill(words.UnstatedTimes, phrasing.Roles{"times": content.Join(v.Semicolon(), lines...)})
}
