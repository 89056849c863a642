package casebook

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// comparison is the annex that compares the measures of the cases in each cell of the map.
func comparison(b *book) content.Section {
	s := b.Section("comparison", words.Attachment, words.ComparisonTitle)
	s.Wide = true
	var single []content.Line
	for i := range b.collection.Cells {
		if c := &b.collection.Cells[i]; len(c.Cases) > 1 {
			s.Sections = append(s.Sections, cell(b, c))
		} else {
			single = append(single, b.cellName(c))
		}
	}
	if len(s.Sections) == 0 {
		return s.With(b.Paragraph(words.NoComparison))
	}
	s.Add(b.Paragraph(words.ComparisonLead), b.Note(words.DecisionMarks))
	if len(single) > 0 {
		s.Add(content.Paragraph{Text: b.Fill(words.SingleCells, phrasing.Roles{"cells": content.Join(b.Comma(), single...)}), Small: true})
	}
	return s
}

// mostNamed is how many cases the name of a cell lists; of more it gives the number.
const mostNamed = 8

// cellName names a cell by its levels and its cases.
func (b *book) cellName(c *models.CollectedCell) content.Line {
	roles := phrasing.Roles{"recovery": b.Line(words.Recovery(c.Recovery)), "economic": b.Line(words.Economic(c.Economic)), "cases": b.marks(c.Cases)}
	if n := len(c.Cases); n > mostNamed {
		roles["n"] = content.Raw(strconv.Itoa(n))
		return b.Fill(words.CellOfMany, roles)
	}
	return b.Fill(words.CellHeading, roles)
}

// cell compares the measures of the cases of one cell.
func cell(b *book, c *models.CollectedCell) content.Section {
	name := b.cellName(c)
	id := c.Recovery.String() + "-" + c.Economic.String()
	s := content.Section{ID: "cell-" + id, Title: name.String(), Step: words.Attachment}
	if len(c.Requirements) == 0 {
		return s.With(b.Gap(words.NoCollectedMeasures))
	}
	compared := decisionTable(b, "comparison-"+id, words.ComparisonTable, c.Requirements, c.Cases)
	compared.Caption = b.Fill(words.ComparisonTable, phrasing.Roles{"cell": name}).String()
	return s.With(compared, differences(b, c, name))
}

// differences lists, case by case, what others of the cell take and it does not, and what it alone takes.
func differences(b *book, c *models.CollectedCell, name content.Line) content.Block {
	t := b.Table("differences-"+c.Recovery.String()+"-"+c.Economic.String(), words.DifferenceTable,
		b.Narrow(words.ColumnMark, 1), b.Head(words.ColumnCase, 6), b.Column(words.ColumnOthersTake, 10), b.Column(words.ColumnAloneTakes, 10))
	t.Caption = b.Fill(words.DifferenceTable, phrasing.Roles{"cell": name}).String()
	differ := false
	for _, id := range c.Cases {
		lacks := requirementsWhere(b, c, func(r *models.ComparedRequirement) bool { return slices.Contains(r.Lacking, id) })
		alone := requirementsWhere(b, c, func(r *models.ComparedRequirement) bool { return len(r.Taken) == 1 && r.Taken[0] == id })
		differ = differ || len(lacks)+len(alone) > 0
		line := b.caseLine(id)
		t.Rows = append(t.Rows, content.Row{content.CellOf(content.Raw(line.Mark)), content.CellOf(b.Line(line.Title)), b.PointsOrNone(lacks), b.PointsOrNone(alone)})
	}
	if !differ {
		return b.Paragraph(words.NoDifference)
	}
	return t
}

// requirementsWhere names the requirements of a cell for which keep holds, each with its viewpoint.
func requirementsWhere(b *book, c *models.CollectedCell, keep func(*models.ComparedRequirement) bool) []content.Line {
	var out []content.Line
	for i := range c.Requirements {
		if r := &c.Requirements[i]; keep(r) {
			out = append(out, content.Join("", b.requirementOf(r), b.Parentheses(b.viewpointOf(r))))
		}
	}
	return out
}
