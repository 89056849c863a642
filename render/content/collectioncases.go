package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/words"
)

// cases is the chapter of the cases: which they are, what each records, and each in short.
func (b *book) cases() Section {
	s := b.section("cases", words.CaseBook, words.CollectionTitle)
	s.Sections = []Section{b.listed(), b.recorded(), b.section("concrete", words.CaseBook, words.ConcreteTitle, b.paragraph(words.ConcreteLead))}
	for i, one := range b.each {
		s.Sections = append(s.Sections, b.concrete(one, i))
	}
	return s
}

// listed is the list of the cases with their places on the map.
func (b *book) listed() Section {
	c := b.collection
	cells := len(models.Recoveries()) * len(models.Economics())
	s := b.section("case-list", words.CaseBook, words.CasesTitle,
		b.paragraph(words.SelectionLead),
		List{Items: b.lines([]models.Text{words.SelectionSites, words.SelectionSpread})},
		b.slides(),
		Paragraph{Text: b.fill(words.CollectionLead, filling{
			"n": raw(strconv.Itoa(len(c.Cases))), "cells": raw(strconv.Itoa(cells)), "used": raw(strconv.Itoa(len(c.Cells))),
		})},
		b.placed(),
		b.listTable(),
		b.note(words.CoarseNote),
		b.cellTable(),
		Notice{Tone: Remark, Text: b.fill(words.CellsInferred, filling{"mark": {b.span(Mark, words.InferredMark)}})},
	)
	s.Add(b.offTheMap()...)
	return s
}

// offTheMap names the cases whose levels are not determined.
func (b *book) offTheMap() []Block {
	var off []Line
	for i := range b.collection.Cases {
		if c := &b.collection.Cases[i]; !c.Levels.Assessed.Determined() {
			off = append(off, b.line(c.Title))
		}
	}
	if len(off) == 0 {
		return nil
	}
	return []Block{Notice{Tone: Caution, Text: b.fill(words.NotOnTheMap, filling{"cases": join(b.comma(), off...)})}}
}

// placed is the place of the common risk map, with room for the lead above it.
func (b *book) placed() Block {
	f := b.figure(render.RiskMapDrawing, b.line(words.CommonRiskMap)).(Figure)
	f.Share = 52
	return f
}

func (b *book) listTable() Table {
	t := b.table("cases", words.CaseList,
		b.narrow(words.ColumnMark, 2), b.head(words.ColumnCase, 10), b.column(words.ColumnSite, 5),
		b.column(words.RecoveryAxis, 5), b.column(words.EconomicAxis, 5),
		b.narrow(words.ColumnCoarseRecovery, 4), b.narrow(words.ColumnCoarseEconomic, 4))
	for i := range b.collection.Cases {
		c := &b.collection.Cases[i]
		recovery, economic := b.none(), b.none()
		if ref := c.Reference; ref != nil {
			recovery, economic = cell(b.line(words.Size(ref.Recovery))), cell(b.line(words.Size(ref.Economic)))
		}
		published := c.Levels.Assessed
		t.Rows = append(t.Rows, Row{
			cell(raw(c.Mark)), cell(b.line(c.Title)), cell(b.line(b.site(c.Site))),
			cell(b.recoveryLevel(&published)), cell(b.economicLevel(&published)), recovery, economic,
		})
	}
	return t
}

// cellTable lists the cells that hold cases, with the viewpoints that each calls for.
func (b *book) cellTable() Table {
	t := b.table("cells", words.CellTable,
		b.head(words.RecoveryAxis, 4), b.head(words.EconomicAxis, 4), b.column(words.ColumnCases, 4), b.column(words.ColumnViewpoints, 9))
	for i := range b.collection.Cells {
		c := &b.collection.Cells[i]
		var views []Line
		for _, id := range c.Viewpoints {
			views = append(views, b.line(b.viewpoint(id)))
		}
		if len(views) == 0 {
			views = append(views, b.quiet(words.None))
		}
		t.Rows = append(t.Rows, Row{
			cell(b.recovery(c.Recovery)), cell(b.economic(c.Economic)), cell(b.marks(c.Cases)), cell(join(b.comma(), views...)),
		})
	}
	t.merge(0, -1, nil)
	return t
}

// recorded tells what each case records, in the steps of the risk management.
func (b *book) recorded() Section {
	t := b.table("recorded", words.RecordedTable, b.narrow(words.ColumnMark, 1), b.head(words.ColumnRecordStep, 6), b.column(words.ColumnRecords, 12))
	add := func(step, means models.Text, items ...models.Text) {
		lines := []Line{b.line(means)}
		for _, item := range items {
			lines = append(lines, join("", Line{{Text: "・"}}, b.line(item)))
		}
		t.Rows = append(t.Rows, Row{cell(raw(strconv.Itoa(len(t.Rows) + 1))), cell(b.line(step)), cell(lines...)})
	}
	add(words.Preparation.Head(), words.RecordPrepare, words.OverviewTitle, words.StakeholdersTitle, words.ComponentTable, words.RecordedDiagrams)
	add(words.EvaluationTitle, words.RecordEvaluate)
	add(words.RecordResponds, words.RecordRespond, words.ThreatsTitle, words.RecordedMeasures, words.RecordedDecisions)
	return b.section("recorded", words.CaseBook, words.RecordedTitle, b.paragraph(words.RecordedSteps), b.paragraph(words.RecordedLead), t, b.slides())
}

// concrete is one case in short.
func (b *book) concrete(one *builder, i int) Section {
	c := &b.collection.Cases[i]
	title := b.fill(words.CaseHeading, filling{"mark": raw(c.Mark), "title": b.line(c.Title)}).String()
	s := Section{ID: "case-" + string(c.ID), Number: strconv.Itoa(i + 1), Title: title, Step: words.CaseBook}
	var rows []Field
	add := func(name models.Text, values ...Line) {
		if len(values) > 0 {
			rows = append(rows, Field{Name: b.string(name), Values: values})
		}
	}
	add(words.CaseOutline, b.lines(one.system.Overview.Text)...)
	add(words.CaseSite, b.line(b.site(c.Site)))
	var parties []Line
	for j := range one.system.Stakeholders {
		parties = append(parties, one.called(models.StakeholderSort, string(one.system.Stakeholders[j].ID)))
	}
	if len(parties) > 0 {
		add(words.CaseStakeholders, join(b.comma(), parties...))
	}
	for _, id := range []models.ReadingID{models.Assessed, models.Inherent, models.Residual} {
		pair := c.Levels.In(id)
		add(words.Reading(id), join(" × ", b.recoveryLevel(pair), b.economicLevel(pair)))
	}
	possible, prevented := one.outcomes()
	if len(possible) == 0 {
		possible = append(possible, b.quiet(words.NothingPossible))
	}
	add(words.CasePossible, possible...)
	add(words.CasePrevented, prevented...)
	add(words.CaseMeasures, b.counted(one))
	add(words.CaseFolder, Line{{Text: models.FileName(string(c.ID)) + "/", Kind: Code}})
	s.Blocks = []Block{Fields{Rows: rows}}
	return s
}

// outcomes are the consequences that can come about in the published reading, with the levels that each gives, and those
// that cannot, with what stops them.
func (b *builder) outcomes() (possible, prevented []Line) {
	for i := range b.result.Consequences {
		c := &b.result.Consequences[i]
		name := b.called(models.EffectSort, string(c.Effect))
		if c.Reachable.Assessed.Reachable {
			levels := join(" × ", b.recovery(c.Levels.Recovery.Level), b.economic(c.Levels.Economic.Max))
			possible = append(possible, join("", name, b.parentheses(levels)))
			continue
		}
		if stops := enumerate(b, models.SafeguardSort, c.StoppedBy); len(stops) > 0 {
			name = join("", name, b.parentheses(stops))
		}
		prevented = append(prevented, name)
	}
	return possible, prevented
}

// counted says how many measures of a case were adopted, are open and were rejected.
func (b *book) counted(one *builder) Line {
	var taken, open, rejected int
	for i := range one.system.Measures {
		m := &one.system.Measures[i]
		switch {
		case m.Placeholder:
		case m.Status.InForce():
			taken++
		case m.Status == models.Rejected:
			rejected++
		default:
			open++
		}
	}
	return b.fill(words.MeasuresCounted, filling{
		"taken": raw(strconv.Itoa(taken)), "open": raw(strconv.Itoa(open)), "rejected": raw(strconv.Itoa(rejected)),
	})
}
