package figures

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/words"
)

// consequences shows for each consequence the attacks on it and its attack graph.
func (c *caseView) consequences() []Figure {
	graphs := map[models.EffectID]*models.ConsequenceGraph{}
	for i := range c.result.Graphs {
		graphs[c.result.Graphs[i].Effect] = &c.result.Graphs[i]
	}
	var out []Figure
	detailed := attacks.Detailed(c.result)
	for i := range c.result.Consequences {
		if !detailed[i] {
			continue
		}
		q := &c.result.Consequences[i]
		if len(q.Attacks) > 0 {
			out = append(out, c.attacks(q, c.attacksSubtitle(q)))
		}
		if g := graphs[q.Effect]; g != nil && len(g.Steps) > 0 {
			out = append(out, c.attackGraph(q, g, pageBoxes))
		}
	}
	return out
}

// about is a title about a consequence, in both languages.
func about(title models.Text, q *models.Consequence) models.Text {
	name := q.Name
	if name.Empty() {
		name = models.Plain(string(q.Effect))
	}
	return models.Text{
		JA: words.Fill(title.JA, "effect", name.In(models.Japanese)), EN: words.Fill(title.EN, "effect", name.In(models.English)),
	}
}
