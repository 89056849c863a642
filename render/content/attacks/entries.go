package attacks

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Entries lists where each consequence can begin.
func Entries(v *phrasing.View) content.Section {
	section := v.Section("entries", words.Annex, words.EntriesTitle)
	if len(v.Result.Entries) == 0 {
		return section.With(v.Gap(words.NoEntries))
	}
	t := v.Table("entries", words.EntryTable,
		v.Head(words.ColumnConsequence, 4), v.Column(words.ColumnProfile, 5), v.Column(words.ColumnEntry, 10))
	for i := range v.Result.Entries {
		e := &v.Result.Entries[i]
		entry := v.Fill(words.EntryOf, phrasing.Roles{
			"sort": v.Line(words.Sort(e.Type)), "subject": v.Called(e.Type, e.Subject), "state": v.Line(v.State(e.Fact.State)),
		})
		if i > 0 && v.Result.Entries[i-1].Effect == e.Effect && v.Result.Entries[i-1].Profile == e.Profile {
			last := &t.Rows[len(t.Rows)-1][2]
			last.Lines = append(last.Lines, entry)
			continue
		}
		t.Rows = append(t.Rows, content.Row{
			content.CellOf(v.Called(models.EffectSort, string(e.Effect))), content.CellOf(v.Entry(models.ProfileSort, string(e.Profile))), content.CellOf(entry),
		})
	}
	for i := range t.Rows {
		t.Rows[i][2] = content.CellOf(content.Join(v.Semicolon(), t.Rows[i][2].Lines...))
	}
	t.Merge(0, -1, nil)
	return section.With(v.Paragraph(words.EntriesLead), t)
}
