package figures

import (
	"context"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/figures/lanes"
	"github.com/harmpath/harmpath/render/words"
)

// Asked draws the attacks that a question about paths found over the system. The result is one of that question: its
// only consequence is what was asked for.
func Asked(ctx context.Context, result *models.Result, lang models.Lang, place diagram.Placer, options Options) (render.Drawing, error) {
	shown, q := apart(result, &result.Consequences[0])
	c := caseview.New(shown, lang, options.Theme)
	subtitle := c.Fill(words.AttacksAsked, "reading", c.Say(words.Reading(result.Paths.Question.Reading)))
	figure := lanes.Figure(c, q, render.AttackDrawing+string(q.Effect), about(words.AttackFigure, q), subtitle)
	drawn, err := figure.Draw(ctx, place)
	if err != nil {
		return render.Drawing{}, err
	}
	return drawn[0], nil
}

// apart gives each attack a profile of its own, as a figure shows each profile once: a second attack by the same one
// is by a namesake.
func apart(result *models.Result, goal *models.Consequence) (*models.Result, *models.Consequence) {
	out, q := *result, *goal
	q.Reachable.Assessed.Reachable = true // nothing stops these attacks in their reading
	q.Attacks = slices.Clone(goal.Attacks)
	out.System.Attackers = slices.Clone(result.System.Attackers)
	times := map[models.ProfileID]int{}
	for i := range q.Attacks {
		id := q.Attacks[i].Profile
		times[id]++
		if times[id] == 1 {
			continue
		}
		for _, p := range slices.Concat(result.System.Attackers, result.System.Initiators) {
			if p.ID == id {
				p.ID += models.ProfileID("-" + strconv.Itoa(times[id]))
				out.System.Attackers = append(out.System.Attackers, p)
				q.Attacks[i].Profile = p.ID
			}
		}
	}
	out.Consequences = []models.Consequence{q}
	return &out, &q
}
