package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// overview says what the system does for whom.
func overview(v *phrasing.View) content.Section {
	o := v.System.Overview
	section := v.Section("overview", words.Preparation, words.OverviewTitle)
	if len(o.Text) == 0 {
		section.Add(v.Gap(words.NoOverview))
	} else {
		section.Add(content.Paragraph{Text: v.Fill(words.OverviewLead, phrasing.Roles{"title": v.Line(v.Title())})})
		section.Add(content.List{Items: v.Lines(o.Text)})
	}
	if len(o.Picture) > 0 {
		section.Add(content.Chain{Labels: v.Lines(o.Picture)})
	}
	for _, note := range o.Footnotes {
		section.Add(v.Note(note))
	}
	return section.With(phrasing.Cited(v, models.SectionOverview)...)
}
