package figures

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/causetree"
	"github.com/harmpath/harmpath/render/figures/lanes"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/words"
)

// consequences shows for each consequence the attacks on it and its attack graph.
func consequences(of *caseview.Case) []plate.Figure {
	c := &systemView{Case: of}
	graphs := map[models.EffectID]*models.ConsequenceGraph{}
	for i := range c.Result.Graphs {
		graphs[c.Result.Graphs[i].Effect] = &c.Result.Graphs[i]
	}
	var out []plate.Figure
	detailed := attacks.Detailed(c.Result)
	for i := range c.Result.Consequences {
		if !detailed[i] {
			continue
		}
		q := &c.Result.Consequences[i]
		if len(q.Attacks) > 0 {
			subtitle := words.AttacksInherent
			if q.Reachable.Assessed.Reachable {
				subtitle = words.AttacksAssessed
			}
			out = append(out, lanes.Figure(of, q, render.AttackDrawing+string(q.Effect), about(words.AttackFigure, q), c.Say(subtitle)))
		}
		if g := graphs[q.Effect]; g != nil && g.Portrayal != nil {
			out = append(out, causetree.Figure(of, q, render.GraphDrawing+string(q.Effect), about(words.CausesFigure, q), c.attackGraph(q, g)))
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
