package changes

import (
	"strings"

	"github.com/harmpath/harmpath/models"
)

// Plain writes a difference for a terminal: a sign for each line (+ gained, - lost, ~ changed; ! where it got worse),
// the reason below it.
func Plain(d *models.Difference, lang models.Lang) string {
	var b strings.Builder
	for i, g := range Report(d, lang) {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(g.Title + "\n")
		for _, l := range g.Lines {
			b.WriteString("  " + sign(l) + " " + l.Text + "\n")
			if l.Why != "" {
				b.WriteString("      " + l.Why + "\n")
			}
		}
	}
	if s := Summary(d, lang); s != "" {
		b.WriteString(s + "\n")
	}
	return b.String()
}

func sign(l Line) string {
	s := map[models.Turn]string{models.Gained: "+", models.Lost: "-", models.Changed: "~"}[l.Turn]
	if l.Worse {
		return s + "!"
	}
	return s + " "
}
