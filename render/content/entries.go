package content

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// entries lists where each consequence can begin.
func (b *builder) entries() Section {
	section := b.section("entries", words.Annex, words.EntriesTitle)
	if len(b.result.Entries) == 0 {
		section.Add(b.gap(words.NoEntries))
		return section
	}
	t := b.table("entries", words.EntryTable,
		b.head(words.ColumnConsequence, 4), b.column(words.ColumnProfile, 5), b.column(words.ColumnEntry, 10))
	for i := range b.result.Entries {
		e := &b.result.Entries[i]
		entry := b.fill(words.EntryOf, filling{
			"sort": b.line(words.Sort(e.Type)), "subject": b.called(e.Type, e.Subject), "state": b.line(b.state(e.Fact.State)),
		})
		if i > 0 && b.result.Entries[i-1].Effect == e.Effect && b.result.Entries[i-1].Profile == e.Profile {
			last := &t.Rows[len(t.Rows)-1][2]
			last.Lines = append(last.Lines, entry)
			continue
		}
		t.Rows = append(t.Rows, Row{
			cell(b.called(models.EffectSort, string(e.Effect))), cell(b.entry(models.ProfileSort, string(e.Profile))), cell(entry),
		})
	}
	for i := range t.Rows {
		t.Rows[i][2] = cell(join(b.semicolon(), t.Rows[i][2].Lines...))
	}
	t.merge(0, -1, nil)
	section.Add(b.paragraph(words.EntriesLead), t)
	return section
}
