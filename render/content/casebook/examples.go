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
		return s.With(b.Gap(words.NoCollectedMeasures))
	}
	t := decisionTable(b, "examples", words.ExampleTable, b.collection.Requirements, allCases(b))
	return s.With(b.Paragraph(words.ExamplesLead), b.Note(words.DecisionMarks), t)
}
