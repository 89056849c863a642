package criteria

import "github.com/harmpath/harmpath/models"

// factor is one of the three factors of axis 2 that are counted.
type factor struct {
	criterion models.Criterion
	holds     models.Truth
}

// economic evaluates axis 2. Unknown factors make the level an interval; an unknown large recall counts as not
// possible. An effect that says nothing of its economic impact has none.
func (c *Criteria) economic(e *models.Effect, recall models.LargeRecall) models.EconomicLevel {
	if e.Economic == nil {
		return models.EconomicLevel{DefaultLowest: true}
	}
	basis := models.EconomicBasis{Effect: e.ID}
	for _, f := range c.factors(e.Economic) {
		switch f.holds {
		case models.True:
			basis.Met = append(basis.Met, f.criterion)
		case models.Unknown:
			basis.Unknown = append(basis.Unknown, f.criterion)
		}
	}
	met, unknown := len(basis.Met), len(basis.Unknown)
	large := e.Economic.LargeRecall == models.True
	if large {
		basis.Met = append(basis.Met, models.CriterionRecall)
	}
	out := models.EconomicLevel{
		Min:           economicLevel(met, large, recall),
		Max:           economicLevel(met+unknown, large, recall),
		DefaultLowest: met+unknown == 0,
	}
	out.DefaultLowest = out.DefaultLowest && out.Max == models.LimitedImpact
	if !out.DefaultLowest {
		out.Basis = []models.EconomicBasis{basis}
	}
	return out
}

func (c *Criteria) factors(i *models.EconomicImpact) [3]factor {
	external := models.Unknown
	switch i.Scope {
	case models.ExternalScope:
		external = models.True
	case models.InternalScope:
		external = models.False
	}
	return [3]factor{
		{models.CriterionExternal, external},
		{models.CriterionLong, i.Duration.IsLong(c.threshold)},
		{models.CriterionIrreplaceable, not(i.Substitutable)},
	}
}

func not(t models.Truth) models.Truth {
	switch t {
	case models.True:
		return models.False
	case models.False:
		return models.True
	}
	return models.Unknown
}

// economicLevel is the framework's table: how many of the three factors hold, and whether a large recall is possible.
func economicLevel(factors int, large bool, policy models.LargeRecall) models.Economic {
	top := factors == 3
	if policy == models.RecallConjunctive {
		top = top && large
	} else {
		top = top || large
	}
	switch {
	case top:
		return models.CatastrophicImpact
	case factors >= 2:
		return models.SeriousImpact
	}
	return models.LimitedImpact
}
