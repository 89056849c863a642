package casebook

import (
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// examples is the annex of examples of measures, with what each case decided.
func examples(b *book) content.Section {
	s := b.Section("examples", words.Attachment, words.ExamplesTitle)
	s.Wide = true
	if len(b.collection.Requirements) == 0 {
		s.Add(b.Gap(words.NoCollectedMeasures))
		return s
	}
	t := decisionTable(b, "examples", words.ExampleTable, b.collection.Requirements, allCases(b))
	s.Add(b.Paragraph(words.ExamplesLead), b.Note(words.DecisionMarks), t)
	return s
}
