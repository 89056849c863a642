package content

import (
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// comparison is the annex that compares the measures of the cases in each cell of the map.
func (b *book) comparison() Section {
	s := b.section("comparison", words.Attachment, words.ComparisonTitle)
	s.Wide = true
	var single []Line
	for i := range b.collection.Cells {
		if c := &b.collection.Cells[i]; len(c.Cases) > 1 {
			s.Sections = append(s.Sections, b.cell(c))
		} else {
			single = append(single, b.cellName(c))
		}
	}
	if len(s.Sections) == 0 {
		s.Add(b.paragraph(words.NoComparison))
		return s
	}
	s.Add(b.paragraph(words.ComparisonLead), b.note(words.DecisionMarks))
	if len(single) > 0 {
		s.Add(Paragraph{Text: b.fill(words.SingleCells, filling{"cells": join(b.comma(), single...)}), Small: true})
	}
	return s
}

// mostNamed is how many cases the name of a cell lists; of more it gives the number.
const mostNamed = 8

// cellName names a cell by its levels and its cases.
func (b *book) cellName(c *models.CollectedCell) Line {
	roles := filling{"recovery": b.line(words.Recovery(c.Recovery)), "economic": b.line(words.Economic(c.Economic)), "cases": b.marks(c.Cases)}
	if n := len(c.Cases); n > mostNamed {
		roles["n"] = raw(strconv.Itoa(n))
		return b.fill(words.CellOfMany, roles)
	}
	return b.fill(words.CellHeading, roles)
}

// cell compares the measures of the cases of one cell.
func (b *book) cell(c *models.CollectedCell) Section {
	name := b.cellName(c)
	id := c.Recovery.String() + "-" + c.Economic.String()
	s := Section{ID: "cell-" + id, Title: name.String(), Step: words.Attachment}
	if len(c.Requirements) == 0 {
		s.Add(b.gap(words.NoCollectedMeasures))
		return s
	}
	compared := b.decisionTable("comparison-"+id, words.ComparisonTable, c.Requirements, c.Cases)
	compared.Caption = b.fill(words.ComparisonTable, filling{"cell": name}).String()
	s.Add(compared, b.differences(c, name))
	return s
}

// differences tells, case by case, what others of the cell take and it does not, and what it alone takes.
func (b *book) differences(c *models.CollectedCell, name Line) Block {
	t := b.table("differences-"+c.Recovery.String()+"-"+c.Economic.String(), words.DifferenceTable,
		b.narrow(words.ColumnMark, 1), b.head(words.ColumnCase, 6), b.column(words.ColumnOthersTake, 10), b.column(words.ColumnAloneTakes, 10))
	t.Caption = b.fill(words.DifferenceTable, filling{"cell": name}).String()
	differ := false
	for _, id := range c.Cases {
		lacks := b.requirementsWhere(c, func(r *models.ComparedRequirement) bool { return slices.Contains(r.Lacking, id) })
		alone := b.requirementsWhere(c, func(r *models.ComparedRequirement) bool { return len(r.Taken) == 1 && r.Taken[0] == id })
		differ = differ || len(lacks)+len(alone) > 0
		line := b.caseLine(id)
		t.Rows = append(t.Rows, Row{cell(raw(line.Mark)), cell(b.line(line.Title)), b.pointsOrNone(lacks), b.pointsOrNone(alone)})
	}
	if !differ {
		return b.paragraph(words.NoDifference)
	}
	return t
}

// requirementsWhere names the requirements of a cell for which keep holds, each with its viewpoint.
func (b *book) requirementsWhere(c *models.CollectedCell, keep func(*models.ComparedRequirement) bool) []Line {
	var out []Line
	for i := range c.Requirements {
		if r := &c.Requirements[i]; keep(r) {
			out = append(out, join("", b.requirementOf(r), b.parentheses(b.viewpointOf(r))))
		}
	}
	return out
}
