package usecase

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// findings lists what the author should look at.
func findings(v *phrasing.View) content.Section {
	section := v.Section("findings", words.Annex, words.FindingsTitle)
	if len(v.Result.Findings) == 0 {
		return section.With(v.Remark(words.NoFindings))
	}
	t := v.Table("findings", words.FindingTable,
		v.Narrow(words.ColumnSeverity, 2), v.Head(words.ColumnWhat, 7), v.Column(words.ColumnWhere, 5),
		v.Column(words.ColumnWhy, 6), v.Column(words.ColumnToDo, 5))
	for i := range v.Result.Findings {
		f := &v.Result.Findings[i]
		kind := v.FindingKind(f.Kind)
		if kind == nil {
			kind = &models.FindingKind{}
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Strong(words.Severity(f.Severity))), content.CellOf(findingWhat(v, f)), v.Where(f.At),
			content.CellOf(fillFinding(v, kind.Why, f)), content.CellOf(fillFinding(v, kind.Remedy, f)),
		})
	}
	return section.With(v.Paragraph(words.FindingsLead), t)
}

// findingWhat says what a finding is about.
func findingWhat(v *phrasing.View, f *models.Finding) content.Line {
	kind := v.FindingKind(f.Kind)
	switch {
	case kind == nil:
		return content.Join(v.Colon(), content.Line{{Text: content.Clean(f.Kind), Kind: content.Code}}, content.Join(v.Comma(), v.Lines(f.Names)...))
	case kind.Means.Empty():
		return fillFinding(v, kind.Name, f)
	}
	return fillFinding(v, kind.Means, f)
}

// fillFinding fills a text of the catalog with the names of a finding's subjects: {1}, {2}, ….
func fillFinding(v *phrasing.View, t models.Text, f *models.Finding) content.Line {
	roles := phrasing.Roles{}
	for i, name := range f.Names {
		roles[strconv.Itoa(i+1)] = content.Line{v.Span(content.Name, name)}
	}
	for i := len(f.Names); i < len(f.Subjects); i++ {
		roles[strconv.Itoa(i+1)] = content.Line{{Text: content.Clean(f.Subjects[i]), Kind: content.Code}}
	}
	return v.Fill(t, roles)
}
