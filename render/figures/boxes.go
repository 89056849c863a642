package figures

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/caseview"
	"github.com/harmpath/harmpath/render/words"
)

const goalNode = "goal"

// goal is the box of a consequence, with its level of axis 1.
func (c *systemView) goal(q *models.Consequence) diagram.Node {
	n := diagram.Node{
		ID: goalNode, Shape: diagram.ShapeGoal, Icon: diagram.IconEffect, MaxWidth: 190,
		Label: []diagram.Line{{Text: c.Called(models.EffectSort, string(q.Effect)), Tone: diagram.ToneStrong}},
	}
	if q.Harm == nil {
		return n
	}
	n.Level, n.Badge = caseview.Severity(q.Levels.Recovery.Level), c.Say(words.RecoveryBadge(q.Levels.Recovery.Level))
	if q.Harm.Injury != models.NoInjury && q.Harm.Injury != "" {
		n.Icon = diagram.IconInjury
		n.Label = append(n.Label, diagram.Line{Text: c.Fill(words.GoalInjury, "injury", c.Say(words.Injury(q.Harm.Injury))), Tone: diagram.ToneSmall})
	}
	return n
}

// condition is the box of a circumstance that the attacker does not bring about.
func (c *systemView) condition(id string) diagram.Node {
	return diagram.Node{
		ID: "condition-" + id, Shape: diagram.ShapeSlanted, Icon: diagram.IconCondition, MaxWidth: 130,
		Label: []diagram.Line{{Text: c.Called(models.ConditionSort, id), Tone: diagram.ToneSmall}},
	}
}

// safeguard is the box of a safeguard with its independence.
func (c *systemView) safeguard(id models.SafeguardID, stops bool) diagram.Node {
	n := diagram.Node{
		ID: "safeguard-" + string(id), Icon: diagram.IconSafeguard, Emphasis: diagram.Guarding, MaxWidth: 130,
		Label: []diagram.Line{{Text: c.Called(models.SafeguardSort, string(id)), Tone: diagram.ToneSmallStrong}},
	}
	if s := c.Safeguards[id]; s != nil {
		n.Label = append(n.Label, diagram.Line{Text: c.Say(words.Independence(s.Independence)), Tone: diagram.ToneSmall})
	}
	if !stops {
		n.Emphasis = diagram.Muted
	}
	return n
}
