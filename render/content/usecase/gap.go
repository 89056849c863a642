package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// stays says which attack stays possible because a requirement is not met, or why it does not apply.
func stays(v *phrasing.View, result *models.RequirementResult) content.Cell {
	switch result.Status {
	case models.RequirementNotApplicable:
		return content.CellOf(v.Line(words.Absence(result.Absent)))
	case models.RequirementNotShown:
		return content.CellOf(v.Quiet(words.ComplianceNotShownWhy))
	case models.RequirementMet:
		return v.None()
	}
	g := result.Gap
	if g == nil {
		if len(result.Lacks) == 0 && result.Status == models.RequirementPartly {
			return v.None()
		}
		return content.CellOf(v.Quiet(words.ComplianceUnused))
	}
	lines := throughGap(v, g.Through)
	if len(g.Contributes) > 0 {
		lines = append(lines, v.Fill(words.ComplianceContributes, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, g.Contributes)}))
	}
	if g.Attack != nil {
		lines = append(lines, v.Fill(words.ComplianceAttack, phrasing.Roles{"attack": attacks.InShort(v, g.Attack), "days": v.Days(g.Attack.Effort)}))
	}
	if g.OnlyHardens {
		lines = append(lines, v.Quiet(words.ComplianceHardens))
	}
	return content.Points(lines)
}

// throughGap says the consequences whose easiest attack goes through a gap, with their levels, and which of them meeting
// the requirement alone would rule out.
func throughGap(v *phrasing.View, through []models.GapConsequence) []content.Line {
	if len(through) == 0 {
		return nil
	}
	var all []content.Line
	var closes []models.EffectID
	for _, c := range through {
		var levels models.LevelPair
		if of := v.Consequence(c.Effect); of != nil {
			levels = of.Levels
		}
		all = append(all, v.Fill(words.ComplianceConsequence, phrasing.Roles{
			"effect": v.Called(models.EffectSort, string(c.Effect)), "recovery": v.Recovery(levels.Recovery.Level), "economic": v.Economic(levels.Economic.Max),
		}))
		if c.Closes {
			closes = append(closes, c.Effect)
		}
	}
	lines := []content.Line{v.Fill(words.ComplianceEasiest, phrasing.Roles{"effects": content.Join(v.Semicolon(), all...)})}
	if len(closes) > 0 {
		lines = append(lines, v.Fill(words.ComplianceCloses, phrasing.Roles{"effects": phrasing.Enumerate(v, models.EffectSort, closes)}))
	}
	return lines
}
