package attacks

import (
	"math"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// SectionID is the id of the section about a consequence.
func SectionID(id models.EffectID) string { return "consequence-" + content.Clean(string(id)) }

// The shares of a page's height that the figures of a consequence may take.
const (
	attackShare  = 55
	graphShare   = 58
	stoppedShare = 32
)

// Paths gives, for each consequence, how it comes about or what stops it.
func Paths(v *phrasing.View) content.Section {
	section := v.Section("paths", words.Annex, words.PathsTitle, v.Paragraph(words.PathsLead))
	if len(v.Result.Consequences) == 0 {
		return section.With(v.Gap(words.NoConsequences))
	}
	section.Add(v.Remark(words.EffortsNote))
	if t := ruleTable(v); len(t.Rows) > 0 {
		section.Add(t)
	}
	left, detailed := 0, Detailed(v.Result)
	for i := range v.Result.Consequences {
		if detailed[i] {
			section.Sections = append(section.Sections, path(v, &v.Result.Consequences[i]))
		} else {
			left++
		}
	}
	if left > 0 {
		section.Add(content.Notice{Tone: content.Caution, Text: v.Fill(words.PathsLeftOut, phrasing.Roles{
			"n": content.Raw(strconv.Itoa(left)), "shown": content.Raw(strconv.Itoa(len(section.Sections))),
		})})
	}
	return section
}

// path is the evidence for one consequence. Its figures stand right below its title, so that the first goes to one page with
// it, and the facts and tables fill what the last one leaves of its page.
func path(v *phrasing.View, c *models.Consequence) content.Section {
	section := v.Section(SectionID(c.Effect), words.Annex, c.Name, verdict(v, c))
	if c.Name.Empty() {
		section.Title = content.Clean(string(c.Effect))
	}
	switch {
	case len(c.Attacks) == 0:
		section.Add(pathFacts(v, c), v.Gap(words.NoAttack))
	case !c.Reachable.Assessed.Reachable:
		section.Add(stoppedPaths(v, c)...)
	default:
		section.Add(reachedPaths(v, c)...)
	}
	return section
}

// reachedPaths are the figures of a consequence that can come about, and all its attacks step by step.
func reachedPaths(v *phrasing.View, c *models.Consequence) []content.Block {
	blocks := []content.Block{v.SizedFigure("attack-"+string(c.Effect), v.Fill(words.AttackFigure, about(v, c)), attackShare)}
	if v.Graph(c.Effect) != nil { // it says itself how many steps it leaves out
		blocks = append(blocks, v.SizedFigure(graphID(c.Effect), v.Fill(words.CausesFigure, about(v, c)), graphShare))
	}
	blocks = append(blocks, pathFacts(v, c))
	for i := range c.Attacks[:min(mostAttacks, len(c.Attacks))] {
		blocks = append(blocks, Table(v, &c.Attacks[i], Letter(i)))
	}
	if left := len(c.Attacks) - mostAttacks; left > 0 {
		blocks = append(blocks, content.Notice{Tone: content.Caution, Text: v.Fill(words.AttacksLeftOut, phrasing.Roles{"n": content.Raw(strconv.Itoa(left))})})
	}
	return blocks
}

// stoppedPaths are the figure of a consequence that only the inherent reading leaves, its easiest attack step by step
// and the others in short. Its graph is left to the files.
func stoppedPaths(v *phrasing.View, c *models.Consequence) []content.Block {
	easiest := easiestOf(c.Attacks)
	blocks := []content.Block{
		v.SizedFigure("attack-"+string(c.Effect), v.Fill(words.AttackFigure, about(v, c)), stoppedShare),
		pathFacts(v, c),
		Table(v, &c.Attacks[easiest], Letter(easiest)),
	}
	if len(c.Attacks) > 1 {
		t := v.Table("others-"+string(c.Effect), words.OtherPathsTable,
			v.Narrow(words.ColumnPath, 2), v.Narrow(words.Effort, 4), v.Column(words.ColumnInShort, 24))
		for i := range c.Attacks {
			if i != easiest && len(t.Rows) < mostAttacks {
				t.Rows = append(t.Rows, content.Row{content.CellOf(content.Raw(Letter(i))), content.CellOf(attackDays(v, &c.Attacks[i])), content.CellOf(InShort(v, &c.Attacks[i]))})
			}
		}
		blocks = append(blocks, t)
		if left := len(c.Attacks) - 1 - len(t.Rows); left > 0 {
			blocks = append(blocks, content.Notice{Tone: content.Caution, Text: v.Fill(words.AttacksLeftOut, phrasing.Roles{"n": content.Raw(strconv.Itoa(left))})})
		}
	}
	if v.Graph(c.Effect) != nil {
		blocks = append(blocks, content.Paragraph{Small: true, Text: v.Fill(words.GraphAside, phrasing.Roles{"id": {{Text: content.Clean(graphID(c.Effect)), Kind: content.Code}}})})
	}
	return blocks
}

func graphID(id models.EffectID) string { return "graph-" + string(id) }

// Aside are the drawings that the document leaves to the files: the graphs of what only the inherent reading leaves.
func Aside(v *phrasing.View) []content.Figure {
	var out []content.Figure
	for i, detailed := range Detailed(v.Result) {
		if c := &v.Result.Consequences[i]; detailed && !c.Reachable.Assessed.Reachable && v.Graph(c.Effect) != nil {
			out = append(out, content.Figure{ID: graphID(c.Effect), Caption: v.Fill(words.CausesFigure, about(v, c)).String()})
		}
	}
	return out
}

// easiestOf is the place of the attack of least effort, the first of several.
func easiestOf(attacks []models.Attack) int {
	least := 0
	for i := range attacks {
		if effortOf(attacks[i].Effort) < effortOf(attacks[least].Effort) {
			least = i
		}
	}
	return least
}

// effortOf is the number by which attacks are compared: the figure itself, else its upper bound, else its lower one.
func effortOf(f models.Figure) float64 {
	for _, v := range []*float64{f.Value, f.Upper, f.Lower} {
		if v != nil {
			return *v
		}
	}
	return math.Inf(1)
}

// attackDays is the effort of an attack; an initiator has none.
func attackDays(v *phrasing.View, a *models.Attack) content.Line {
	if initiator(v, a.Profile) {
		return v.Quiet(words.None)
	}
	return v.Days(a.Effort)
}

func about(v *phrasing.View, c *models.Consequence) phrasing.Roles {
	return phrasing.Roles{"effect": v.Called(models.EffectSort, string(c.Effect))}
}
