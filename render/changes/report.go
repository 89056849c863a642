package changes

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// Group is one sort of changes under a title.
type Group struct {
	Title string
	Lines []Line
}

// Line is one change.
type Line struct {
	Turn  models.Turn
	Worse bool // something that a reviewer should look at
	Text  string
	Why   string // the reason; may be empty
	At    models.Place
	Rule  string // stable name of the sort of change, for programs
	ID    string // what changed, stable in every language; for programs
	Grave bool   // a level or a consequence, not only a way to it
}

// Report puts a difference into words: the changes to the model first, then what they do, the gravest first. What is
// the same in both readings is said once. Groups without lines are left out.
func Report(d *models.Difference, lang models.Lang) []Group {
	r := newReporter(d, lang)
	groups := []Group{
		{r.say(words.ChangedElements), r.elements()},
		{r.say(words.ChangedLevels), r.levels()},
		{r.say(words.ChangedConsequences), r.consequences()},
		{r.say(words.ChangedMargins), r.margins()},
		{r.say(words.ChangedAttacks), r.attacks()},
		{r.say(words.ChangedThreats), r.threats()},
		{r.say(words.ChangedEntries), r.entries()},
		{r.say(words.ChangedFindings), r.findings()},
	}
	var out []Group
	for _, g := range groups {
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// Summary is the sentence for a difference that changes no result; empty for any other.
func Summary(d *models.Difference, lang models.Lang) string {
	switch {
	case len(d.Levels)+len(d.Consequences)+len(d.Margins)+len(d.Attacks)+len(d.Threats)+len(d.Entries)+len(d.Findings) > 0:
		return ""
	case len(d.Elements) == 0:
		return words.NothingChanged.In(lang)
	}
	return words.ResultUnchanged.In(lang)
}
