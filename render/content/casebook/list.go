package casebook

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// listed is the list of the cases with their places on the map.
func listed(b *book) content.Section {
	c := b.collection
	cells := len(models.Recoveries()) * len(models.Economics())
	s := b.Section("case-list", words.CaseBook, words.CasesTitle,
		b.Paragraph(words.SelectionLead),
		content.List{Items: b.Lines([]models.Text{words.SelectionSites, words.SelectionSpread})},
		slides(b),
		content.Paragraph{Text: b.Fill(words.CollectionLead, phrasing.Roles{
			"n": content.Raw(strconv.Itoa(len(c.Cases))), "cells": content.Raw(strconv.Itoa(cells)), "used": content.Raw(strconv.Itoa(len(c.Cells))),
		})},
		placed(b),
		listTable(b),
		b.Note(words.CoarseNote),
		cellTable(b),
		content.Notice{Tone: content.Remark, Text: b.Fill(words.CellsInferred, phrasing.Roles{"mark": {b.Span(content.Mark, words.InferredMark)}})},
	)
	return s.With(offTheMap(b)...)
}

// offTheMap names the cases whose levels are not determined.
func offTheMap(b *book) []content.Block {
	var off []content.Line
	for i := range b.collection.Cases {
		if c := &b.collection.Cases[i]; !c.Levels.Assessed.Determined() {
			off = append(off, b.Line(c.Title))
		}
	}
	if len(off) == 0 {
		return nil
	}
	return []content.Block{content.Notice{Tone: content.Caution, Text: b.Fill(words.NotOnTheMap, phrasing.Roles{"cases": content.Join(b.Comma(), off...)})}}
}

// placed is the place of the common risk map, with room for the lead above it.
func placed(b *book) content.Block {
	f := b.Figure(render.RiskMapDrawing, b.Line(words.CommonRiskMap)).(content.Figure)
	f.Share = 52
	return f
}

func listTable(b *book) content.Table {
	t := b.Table("cases", words.CaseList,
		b.Narrow(words.ColumnMark, 2), b.Head(words.ColumnCase, 10), b.Column(words.ColumnSite, 5),
		b.Column(words.RecoveryAxis, 5), b.Column(words.EconomicAxis, 5),
		b.Narrow(words.ColumnCoarseRecovery, 4), b.Narrow(words.ColumnCoarseEconomic, 4))
	for i := range b.collection.Cases {
		c := &b.collection.Cases[i]
		recovery, economic := b.None(), b.None()
		if ref := c.Reference; ref != nil {
			recovery, economic = content.CellOf(b.Line(words.Size(ref.Recovery))), content.CellOf(b.Line(words.Size(ref.Economic)))
		}
		published := c.Levels.Assessed
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(content.Raw(c.Mark)), content.CellOf(b.Line(c.Title)), content.CellOf(b.Line(b.Site(c.Site))),
			content.CellOf(b.RecoveryLevel(&published)), content.CellOf(b.EconomicLevel(&published)), recovery, economic,
		})
	}
	return t
}

// cellTable lists the cells that hold cases, with the viewpoints that each calls for.
func cellTable(b *book) content.Table {
	t := b.Table("cells", words.CellTable,
		b.Head(words.RecoveryAxis, 4), b.Head(words.EconomicAxis, 4), b.Column(words.ColumnCases, 4), b.Column(words.ColumnViewpoints, 9))
	for i := range b.collection.Cells {
		c := &b.collection.Cells[i]
		views := content.Each(c.Viewpoints, func(id models.ViewpointID) content.Line { return b.Line(b.Viewpoint(id)) })
		if len(views) == 0 {
			views = append(views, b.Quiet(words.None))
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(b.Recovery(c.Recovery)), content.CellOf(b.Economic(c.Economic)), content.CellOf(b.marks(c.Cases)), content.CellOf(content.Join(b.Comma(), views...)),
		})
	}
	t.Merge(0, -1, nil)
	return t
}
