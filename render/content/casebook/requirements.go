package casebook

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// requirements is the annex of the requirements on measures that the cases name.
func requirements(b *book) content.Section {
	s := b.Section("requirements", words.Attachment, words.RequirementsTitle)
	s.Wide = true
	t := b.Table("requirements", words.RequirementTable, b.Head(words.ThirdAxis, 3), b.Head(words.ColumnRequirement, 7),
		b.Column(words.ColumnMeaning, 11), b.Column(words.ColumnTaken, 5), b.Column(words.ColumnConsidered, 4))
	for i := range b.collection.Requirements {
		r := &b.collection.Requirements[i]
		means := b.None()
		if known := b.Requirement(r.Requires); known != nil {
			means = b.OrNotStated(known.Means)
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(b.viewpointOf(r)), content.CellOf(b.requirementOf(r)), means, content.CellOf(b.marks(r.Taken)), content.CellOf(b.marks(considered(r))),
		})
	}
	if len(t.Rows) == 0 {
		return s.With(b.Gap(words.NoCollectedMeasures))
	}
	t.Merge(0, -1, nil)
	return s.With(b.Paragraph(words.RequirementsLead), t)
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
func (b *book) viewpointOf(r *models.ComparedRequirement) content.Line {
	if r.Viewpoint == "" {
		return b.Quiet(words.NoViewpoint)
	}
	return b.Line(b.Viewpoint(r.Viewpoint))
}

// requirementOf names a requirement.
func (b *book) requirementOf(r *models.ComparedRequirement) content.Line {
	switch {
	case r.Requires != "":
		return b.Line(b.RequirementName(r.Requires))
	case !r.Text.Empty():
		return b.Line(r.Text)
	}
	return b.Quiet(words.NoRequirement)
}
