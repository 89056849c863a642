package content

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// widestMatrix is how many cases a table of decisions gives a column each; of more, one column names them.
const widestMatrix = 16

// requirements is the annex of the requirements on measures that the cases name.
func (b *book) requirements() Section {
	s := b.section("requirements", words.Attachment, words.RequirementsTitle)
	s.Wide = true
	t := b.table("requirements", words.RequirementTable, b.head(words.ThirdAxis, 3), b.head(words.ColumnRequirement, 7),
		b.column(words.ColumnMeaning, 11), b.column(words.ColumnTaken, 5), b.column(words.ColumnConsidered, 4))
	for i := range b.collection.Requirements {
		r := &b.collection.Requirements[i]
		means := b.none()
		if known := b.requirementEntry(r.Requires); known != nil {
			means = b.orLacking(known.Means)
		}
		t.Rows = append(t.Rows, Row{
			cell(b.viewpointOf(r)), cell(b.requirementOf(r)), means, cell(b.marks(r.Taken)), cell(b.marks(considered(r))),
		})
	}
	if len(t.Rows) == 0 {
		s.Add(b.gap(words.NoCollectedMeasures))
		return s
	}
	t.merge(0, -1, nil)
	s.Add(b.paragraph(words.RequirementsLead), t)
	return s
}

// considered are the cases that name measures for a requirement and have none in force.
func considered(r *models.ComparedRequirement) []models.CaseID {
	var out []models.CaseID
	for _, m := range r.Measures {
		for _, d := range m.Cases {
			if !slices.Contains(r.Taken, d.Case) && !slices.Contains(out, d.Case) {
				out = append(out, d.Case)
			}
		}
	}
	return out
}

// viewpointOf names the viewpoint of a requirement.
func (b *book) viewpointOf(r *models.ComparedRequirement) Line {
	if r.Viewpoint == "" {
		return b.quiet(words.NoViewpoint)
	}
	return b.line(b.viewpoint(r.Viewpoint))
}

// requirementOf names a requirement.
func (b *book) requirementOf(r *models.ComparedRequirement) Line {
	switch {
	case r.Requires != "":
		return b.line(b.requirementName(r.Requires))
	case !r.Text.Empty():
		return b.line(r.Text)
	}
	return b.quiet(words.NoRequirement)
}

// measureOf words a measure: as the catalog does, or as the cases do.
func (b *book) measureOf(m *models.ComparedMeasure) Line {
	for i := range b.collection.Words.Measures {
		if known := &b.collection.Words.Measures[i]; m.Uses != "" && known.ID == m.Uses {
			return b.line(known.Text)
		}
	}
	switch {
	case !m.Text.Empty():
		return b.line(m.Text)
	case m.Uses != "":
		return raw(string(m.Uses))
	}
	return b.quiet(words.NotStated)
}

// examples is the annex of examples of measures, with what each case decided.
func (b *book) examples() Section {
	s := b.section("examples", words.Attachment, words.ExamplesTitle)
	s.Wide = true
	if len(b.collection.Requirements) == 0 {
		s.Add(b.gap(words.NoCollectedMeasures))
		return s
	}
	t := b.decisionTable("examples", words.ExampleTable, b.collection.Requirements, b.allCases())
	s.Add(b.paragraph(words.ExamplesLead), b.note(words.DecisionMarks), t)
	return s
}

func (b *book) allCases() []models.CaseID {
	var ids []models.CaseID
	for i := range b.collection.Cases {
		ids = append(ids, b.collection.Cases[i].ID)
	}
	return ids
}

// decisionTable sets measures against cases: a column for each case, or one for all where they are many.
func (b *book) decisionTable(id string, caption models.Text, rows []models.ComparedRequirement, cases []models.CaseID) Table {
	t := b.table(id, caption, b.head(words.ThirdAxis, 3), b.head(words.ColumnRequirement, 6), b.column(words.ColumnMeasure, 11))
	matrix := len(cases) <= widestMatrix
	if matrix {
		for _, id := range cases {
			t.Columns = append(t.Columns, b.caseColumn(id, len(cases)))
		}
	} else {
		t.Columns = append(t.Columns, b.column(words.ColumnDecisions, 8))
	}
	for i := range rows {
		r := &rows[i]
		for j := range r.Measures {
			m := &r.Measures[j]
			row := Row{cell(b.viewpointOf(r)), cell(b.requirementOf(r)), cell(b.measureOf(m))}
			if matrix {
				for _, id := range cases {
					row = append(row, cell(b.line(words.DecisionMark(decided(m, id)))))
				}
			} else {
				row = append(row, cell(b.decisionsOf(m)...))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	t.merge(0, -1, nil)
	t.merge(1, 0, nil)
	return t
}

// spacious is up to how many cases the columns of a table of decisions show names.
const spacious = 5

// caseColumn heads the decisions of a case: its mark, with its name where there is room.
func (b *book) caseColumn(id models.CaseID, of int) Column {
	c := b.caseLine(id)
	if of > spacious {
		return Column{Title: c.Mark, Weight: 1, Centre: true}
	}
	name := b.fill(words.CaseHeading, filling{"mark": raw(c.Mark), "title": b.line(nameOf(c))})
	return Column{Title: name.String(), Weight: 3, Centre: true}
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
func (b *book) decisionsOf(m *models.ComparedMeasure) []Line {
	var lines []Line
	for _, status := range []models.Status{models.Adopted, models.Candidate, models.Rejected} {
		var ids []models.CaseID
		for _, d := range m.Cases {
			if d.Status == status || status == models.Adopted && d.Status.InForce() {
				ids = append(ids, d.Case)
			}
		}
		if len(ids) > 0 {
			lines = append(lines, join(" ", b.line(words.DecisionMark(status)), b.marks(ids)))
		}
	}
	return lines
}
