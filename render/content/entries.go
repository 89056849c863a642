package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// entries lists where each consequence can begin.
func (b *builder) entries() Section {
	section := b.section("entries", words.Evaluation, words.EntriesTitle)
	if len(b.result.Entries) == 0 {
		section.Blocks = append(section.Blocks, b.gap(words.NoEntries))
		return section
	}
	t := b.table("entries", words.EntryTable,
		b.head(words.ColumnConsequence, 4), b.column(words.ColumnProfile, 4), b.column(words.ColumnEntrySort, 2),
		b.column(words.ColumnEntry, 4), b.column(words.ColumnFirst, 4))
	for i := range b.result.Entries {
		e := &b.result.Entries[i]
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.EffectSubject, string(e.Effect))), cell(b.entry(profileSubject, string(e.Profile))),
			cell(b.line(words.Subject(e.Type))), cell(b.called(e.Type, e.Subject)), cell(b.line(b.state(e.Fact.State))),
		})
	}
	t.merge(0, -1, never)
	t.merge(1, 0, never)
	section.Blocks = append(section.Blocks, b.paragraph(words.EntriesLead), t)
	return section
}
