package attacks

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// verdict says in a sentence whether the consequence comes about and, if not, on what that rests.
func verdict(v *phrasing.View, c *models.Consequence) content.Block {
	switch {
	case c.Reachable.Assessed.Reachable && !c.Reachable.Residual.Reachable:
		return content.Paragraph{Text: v.Fill(words.VerdictRemoved, about(v, c))}
	case c.Reachable.Assessed.Reachable:
		return content.Paragraph{Text: v.Fill(words.VerdictReachable, about(v, c))}
	case !c.Reachable.Inherent.Reachable && v.Led(c.Effect):
		return content.Paragraph{Text: v.Fill(words.VerdictNever, about(v, c))}
	case !c.Reachable.Inherent.Reachable:
		return content.Paragraph{Text: v.Fill(words.VerdictNoWay, about(v, c))}
	}
	var reasons []content.Line
	if len(c.StoppedBy) > 0 {
		reasons = append(reasons, v.Fill(words.StoppedBySafeguards, phrasing.Roles{"safeguards": phrasing.Enumerate(v, models.SafeguardSort, c.StoppedBy)}))
	}
	for _, x := range c.Excluded {
		reasons = append(reasons, phrasing.Exclusion(v, x))
	}
	if len(reasons) == 0 {
		return content.Paragraph{Text: v.Fill(words.VerdictStopped, about(v, c))}
	}
	roles := about(v, c)
	roles["reasons"] = content.Join(v.Comma(), reasons...)
	return content.Paragraph{Text: v.Fill(words.VerdictStoppedBy, roles)}
}

// pathFacts are the figures of a consequence. What a consequence out of reach has none of is left out.
func pathFacts(v *phrasing.View, c *models.Consequence) content.Block {
	var rows []content.Field
	add := func(name string, values ...content.Line) {
		rows = append(rows, content.Field{Name: name, Values: values})
	}
	origin := phrasing.EffectOrigin(v, c.Effect)
	add(v.Text(words.ColumnHarm), v.JudgedCell(content.CellOf(content.Join(v.Comma(), phrasing.Harm(v, c.Harm)...)), origin, "harm").Lines...)
	if c.Economic != nil || c.Reachable.Assessed.Reachable {
		add(v.Text(words.ColumnImpact), v.Judged(content.Join(v.Semicolon(), impact(v, c.Economic)...), origin, "economic"))
	}
	add(v.Text(words.ColumnLevels), content.Join(v.Comma(), v.RecoveryLevel(&c.Levels), v.EconomicLevel(&c.Levels)))
	rows = append(rows, readingFacts(v, c)...)
	if !c.Reachable.Assessed.Reachable {
		return content.Fields{Rows: rows}
	}
	if len(c.StoppedBy)+len(c.Excluded) > 0 {
		add(v.Text(words.ColumnStoppedBy), phrasing.StoppedBy(v, c).Lines...)
	}
	add(v.Text(words.SinglePoints), singlePoints(v, c)...)
	add(v.Text(words.AssumptionSets), assumptionSets(v, c)...)
	if c.Chance != nil {
		add(v.Text(words.LuckiestChance), v.Chance(*c.Chance))
	}
	return content.Fields{Rows: rows}
}

// readingFacts say who can bring a consequence about; readings that agree share a row.
func readingFacts(v *phrasing.View, c *models.Consequence) []content.Field {
	var rows []content.Field
	for _, id := range models.ReadingIDs() {
		name, whom := v.Text(words.Reading(id)), byWhom(v, c.Reachable.In(id))
		if last := len(rows) - 1; last >= 0 && rows[last].Values[0].Equal(whom) {
			rows[last].Name += words.ReadingJoin.In(v.Lang) + name
			continue
		}
		rows = append(rows, content.Field{Name: name, Values: []content.Line{whom}})
	}
	return rows
}

// impact says the economic factors of a consequence.
func impact(v *phrasing.View, e *models.EconomicImpact) []content.Line {
	if e == nil {
		return []content.Line{v.Quiet(words.NoImpact)}
	}
	factor := func(name, value models.Text) content.Line {
		return content.Join(v.Colon(), v.Line(name), v.Line(value))
	}
	return []content.Line{
		factor(words.ExternalViewpoint, words.Scope(e.Scope)),
		factor(words.DurationViewpoint, words.Duration(e.Duration)),
		factor(words.SubstituteViewpoint, words.Substitutable(e.Substitutable)),
		factor(words.IndirectViewpoint, words.Recall(e.LargeRecall)),
	}
}

// byWhom says who can bring something about.
func byWhom(v *phrasing.View, r *models.Reachability) content.Line {
	if !r.Reachable {
		return v.Quiet(words.NotReachableLong)
	}
	if len(r.By) == 0 {
		return v.Line(words.ReachableLong)
	}
	return content.Join(v.Colon(), v.Line(words.ReachableLong), v.Profiles(r.By))
}

// maliciously tells whether an attacker can bring the consequence about in the assessed reading.
func maliciously(v *phrasing.View, c *models.Consequence) bool {
	return slices.ContainsFunc(v.System.Attackers, func(p models.Profile) bool {
		return slices.Contains(c.Reachable.Assessed.By, p.ID)
	})
}

// singlePoints says what the consequence hangs on for attackers in the assessed reading.
func singlePoints(v *phrasing.View, c *models.Consequence) []content.Line {
	if !maliciously(v, c) {
		return []content.Line{v.Quiet(words.NotApplicable)}
	}
	var lines []content.Line
	for _, f := range c.Single.Facts {
		if f.State != models.StateOccurred || f.Subject != string(c.Effect) {
			lines = append(lines, v.Fact(f))
		}
	}
	for _, id := range c.Single.Steps {
		lines = append(lines, stepName(v, c, id))
	}
	return v.LinesOr(lines, words.NoSinglePoint)
}

// stepName says the step with this instance where some attack or the graph has it, else its id.
func stepName(v *phrasing.View, c *models.Consequence, instance string) content.Line {
	for i := range c.Attacks {
		for j := range c.Attacks[i].Steps {
			if s := &c.Attacks[i].Steps[j]; s.Instance == instance {
				return sentence(v, c.Attacks[i].Profile, s)
			}
		}
	}
	if g := v.Graph(c.Effect); g != nil {
		for i := range g.Steps {
			if g.Steps[i].Instance == instance {
				return sentence(v, "", &g.Steps[i])
			}
		}
	}
	return content.Line{{Text: content.Clean(instance), Kind: content.Code}}
}

// assumptionSets lists the smallest sets of unknown properties on which the consequence rests.
func assumptionSets(v *phrasing.View, c *models.Consequence) []content.Line {
	var lines []content.Line
	for _, set := range c.AssumedSets {
		if len(set) == 0 {
			return []content.Line{v.Line(words.RestsOnNone)}
		}
		all := content.Each(set, v.PropertyOf)
		lines = append(lines, content.Join(words.And.In(v.Lang), all...))
	}
	return v.LinesOr(lines, words.NotApplicable)
}
