package criteria

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Criteria are the tables of both axes under the policies of one case.
type Criteria struct {
	Policies    models.PoliciesInForce
	threshold   int // hours from which on an effect is long
	information map[models.DataID]information
}

// Grade is what one consequence gives where it is reachable.
type Grade struct {
	Effect models.EffectID
	Levels models.LevelPair

	otherRecovery models.Recovery // under the other choice of foreseeable_misuse
	otherEconomic models.Economic // Max under the other choice of large_recall
}

// New returns the criteria under the policies of a case, defaults filled in from the catalog.
func New(system *models.System, catalog *models.Catalog) *Criteria {
	policies := PoliciesOf(system, catalog)
	c := &Criteria{Policies: policies, information: map[models.DataID]information{}}
	c.threshold, _ = policies.LongDuration.Hours()
	for _, d := range system.Data {
		s := catalog.Sensitivity(d.Sensitivity)
		switch {
		case s == nil || !s.Personal:
		case slices.Contains(policies.Important, s.ID):
			c.information[d.ID] = importantInformation
		default:
			c.information[d.ID] = generalInformation
		}
	}
	return c
}

// Grade evaluates one consequence alone.
func (c *Criteria) Grade(e *models.Effect) Grade {
	misuse, recall := c.Policies.ForeseeableMisuse, c.Policies.LargeRecall
	g := Grade{Effect: e.ID}
	g.Levels.Recovery, g.otherRecovery = c.recovery(e, misuse), c.recovery(e, otherMisuse(misuse)).Level
	g.Levels.Economic, g.otherEconomic = c.economic(e, recall), c.economic(e, otherRecall(recall)).Max
	g.Levels.Recovery.PolicyDecides = g.otherRecovery != g.Levels.Recovery.Level
	g.Levels.Economic.PolicyDecides = g.otherEconomic != g.Levels.Economic.Max
	return g
}

// Highest takes the highest level of the grades on each axis, and keeps every consequence that gives it. Of no grades
// it is the lowest level, by default.
func Highest(grades []*Grade) models.LevelPair {
	out := models.LevelPair{
		Recovery: models.RecoveryLevel{DefaultLowest: true},
		Economic: models.EconomicLevel{DefaultLowest: true},
	}
	var otherRecovery models.Recovery
	var otherEconomic models.Economic
	for _, g := range grades {
		out.Recovery.Level = max(out.Recovery.Level, g.Levels.Recovery.Level)
		out.Economic.Max = max(out.Economic.Max, g.Levels.Economic.Max)
		out.Economic.Min = max(out.Economic.Min, g.Levels.Economic.Min)
		otherRecovery, otherEconomic = max(otherRecovery, g.otherRecovery), max(otherEconomic, g.otherEconomic)
	}
	for _, g := range grades {
		if r := g.Levels.Recovery; r.Level == out.Recovery.Level {
			out.Recovery.Basis = append(out.Recovery.Basis, r.Basis...)
			out.Recovery.DefaultLowest = out.Recovery.DefaultLowest && r.DefaultLowest
		}
		if e := g.Levels.Economic; e.Max == out.Economic.Max {
			out.Economic.Basis = append(out.Economic.Basis, e.Basis...)
			out.Economic.DefaultLowest = out.Economic.DefaultLowest && e.DefaultLowest
		}
	}
	out.Recovery.PolicyDecides = otherRecovery != out.Recovery.Level
	out.Economic.PolicyDecides = otherEconomic != out.Economic.Max
	return out
}
