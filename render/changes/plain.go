package changes

import (
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Plain writes a difference for a terminal: a sign for each line (+ gained, - lost, ~ changed, > moved; ! where it got worse),
// the reason below it.
func Plain(d *models.Difference, lang models.Lang) string {
	var b strings.Builder
	for i, g := range Report(d, lang) {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(oneLine(g.Title) + "\n")
		for j, l := range g.Lines {
			b.WriteString("  " + sign(l) + " " + oneLine(l.Text) + "\n")
			if why := reasonOf(g.Lines, j, lang); why != "" {
				b.WriteString("      " + oneLine(why) + "\n")
			}
		}
	}
	if s := Summary(d, lang); s != "" {
		b.WriteString(s + "\n")
	}
	return b.String()
}

// oneLine shows the line ends of a name, which would forge lines.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", `\n`) }

// reasonOf is the reason of a line, in short where it is that of the line above.
func reasonOf(lines []Line, i int, lang models.Lang) string {
	if i > 0 && lines[i].Why != "" && lines[i].Why == lines[i-1].Why {
		return words.SameReason.In(lang)
	}
	return lines[i].Why
}

func sign(l Line) string {
	s := map[models.Turn]string{models.Gained: "+", models.Lost: "-", models.Changed: "~", models.Moved: ">"}[l.Turn]
	if l.Worse {
		return s + "!"
	}
	return s + " "
}
