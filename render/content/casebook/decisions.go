package casebook

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// widestMatrix is how many cases a table of decisions gives a column each; of more, one column names them.
const widestMatrix = 16

// measureOf words a measure: as the catalog does, or as the cases do.
func (b *book) measureOf(m *models.ComparedMeasure) content.Line {
	for i := range b.collection.Words.Measures {
		if known := &b.collection.Words.Measures[i]; m.Uses != "" && known.ID == m.Uses {
			return b.Line(known.Text)
		}
	}
	switch {
	case !m.Text.Empty():
		return b.Line(m.Text)
	case m.Uses != "":
		return content.Raw(string(m.Uses))
	}
	return b.Quiet(words.NotStated)
}

func allCases(b *book) []models.CaseID {
	var ids []models.CaseID
	for i := range b.collection.Cases {
		ids = append(ids, b.collection.Cases[i].ID)
	}
	return ids
}

// decisionTable sets measures against cases: a column for each case, or one for all where they are many.
func decisionTable(b *book, id string, caption models.Text, rows []models.ComparedRequirement, cases []models.CaseID) content.Table {
	t := b.Table(id, caption, b.Head(words.ThirdAxis, 3), b.Head(words.ColumnRequirement, 6), b.Column(words.ColumnMeasure, 11))
	matrix := len(cases) <= widestMatrix
	if matrix {
		for _, id := range cases {
			t.Columns = append(t.Columns, caseColumn(b, id, len(cases)))
		}
	} else {
		t.Columns = append(t.Columns, b.Column(words.ColumnDecisions, 8))
	}
	for i := range rows {
		r := &rows[i]
		for j := range r.Measures {
			m := &r.Measures[j]
			row := content.Row{content.CellOf(b.viewpointOf(r)), content.CellOf(b.requirementOf(r)), content.CellOf(b.measureOf(m))}
			if matrix {
				for _, id := range cases {
					row = append(row, content.CellOf(b.Line(words.DecisionMark(decided(m, id)))))
				}
			} else {
				row = append(row, content.CellOf(decisionsOf(b, m)...))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.Merge(0, -1, nil)
	t.Merge(1, 0, nil)
	return t
}

// spacious is up to how many cases the columns of a table of decisions show names.
const spacious = 5

// caseColumn heads the decisions of a case: its mark, with its name where there is room.
func caseColumn(b *book, id models.CaseID, of int) content.Column {
	c := b.caseLine(id)
	if of > spacious {
		return content.Column{Title: c.Mark, Weight: 1, Centre: true}
	}
	name := b.Fill(words.CaseHeading, phrasing.Roles{"mark": content.Raw(c.Mark), "title": b.Line(nameOf(c))})
	return content.Column{Title: name.String(), Weight: 3, Centre: true}
}

// nameOf is what the plotted case is called, in short where it has a short name.
func nameOf(c *models.CollectedCase) models.Text {
	if !c.SystemName.Empty() {
		return c.SystemName
	}
	return c.Title
}

// decided is what a case decided about a measure; empty where it does not name it.
func decided(m *models.ComparedMeasure, id models.CaseID) models.Status {
	for _, d := range m.Cases {
		if d.Case == id {
			return d.Status
		}
	}
	return ""
}

// decisionsOf lists the cases by what they decided about a measure.
func decisionsOf(b *book, m *models.ComparedMeasure) []content.Line {
	var lines []content.Line
	for _, status := range []models.Status{models.Adopted, models.Candidate, models.Rejected} {
		var ids []models.CaseID
		for _, d := range m.Cases {
			if d.Status == status || status == models.Adopted && d.Status.InForce() {
				ids = append(ids, d.Case)
			}
		}
		if len(ids) > 0 {
			lines = append(lines, content.Join(" ", b.Line(words.DecisionMark(status)), b.marks(ids)))
		}
	}
	return lines
}
