package content

import (
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// findings lists what the author should look at.
func (b *builder) findings() Section {
	section := b.section("findings", words.Annex, words.FindingsTitle)
	if len(b.result.Findings) == 0 {
		section.Add(b.remark(words.NoFindings))
		return section
	}
	t := b.table("findings", words.FindingTable,
		b.narrow(words.ColumnSeverity, 2), b.head(words.ColumnWhat, 7), b.column(words.ColumnWhere, 5),
		b.column(words.ColumnWhy, 6), b.column(words.ColumnToDo, 5))
	for i := range b.result.Findings {
		f := &b.result.Findings[i]
		kind := b.findingKind(f.Kind)
		if kind == nil {
			kind = &models.FindingKind{}
		}
		t.Rows = append(t.Rows, Row{
			cell(b.strong(words.Severity(f.Severity))), cell(b.findingWhat(f)), b.where(f.At),
			cell(b.fillFinding(kind.Why, f)), cell(b.fillFinding(kind.Remedy, f)),
		})
	}
	section.Add(b.paragraph(words.FindingsLead), t)
	return section
}

// findingWhat says what a finding is about.
func (b *builder) findingWhat(f *models.Finding) Line {
	kind := b.findingKind(f.Kind)
	switch {
	case kind == nil:
		return join(b.colon(), Line{{Text: Clean(f.Kind), Kind: Code}}, join(b.comma(), b.lines(f.Names)...))
	case kind.Means.Empty():
		return b.fillFinding(kind.Name, f)
	}
	return b.fillFinding(kind.Means, f)
}

// fillFinding fills a text of the catalog with the names of a finding's subjects: {1}, {2}, ….
func (b *builder) fillFinding(t models.Text, f *models.Finding) Line {
	roles := filling{}
	for i, name := range f.Names {
		roles[strconv.Itoa(i+1)] = Line{b.span(Name, name)}
	}
	for i := len(f.Names); i < len(f.Subjects); i++ {
		roles[strconv.Itoa(i+1)] = Line{{Text: Clean(f.Subjects[i]), Kind: Code}}
	}
	return b.fill(t, roles)
}
