package markdown

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/changes"
	"github.com/harmpath/harmpath/render/words"
)

// Changes writes a difference as a comment for a pull request.
func Changes(d *models.Difference, lang models.Lang) string {
	var b strings.Builder
	title := words.Fill(words.DifferenceTitle.In(lang), "title", d.New.Title.In(lang))
	b.WriteString("## " + Quote(title) + "\n")
	for _, g := range changes.Report(d, lang) {
		b.WriteString("\n### " + Quote(g.Title) + "\n\n")
		for i, l := range g.Lines {
			text := Quote(l.Text)
			if l.Worse {
				text = "**" + text + "**"
			}
			b.WriteString("- " + Quote(words.Turn(l.Turn).In(lang)) + ": " + text + "\n")
			if l.Why != "" && (i == 0 || g.Lines[i-1].Why != l.Why) {
				b.WriteString("  " + Quote(l.Why) + "\n")
			} else if l.Why != "" {
				b.WriteString("  " + Quote(words.SameReason.In(lang)) + "\n")
			}
		}
	}
	if s := changes.Summary(d, lang); s != "" {
		b.WriteString("\n" + Quote(s) + "\n")
	}
	return b.String()
}
