package rendertest

import "github.com/harmpath/harmpath/models"

// plan is what the measures of Case can do.
func plan() *models.MeasurePlan {
	exact := func(v float64) models.Figure { return models.Figure{Status: models.Exact, Value: ptr(v)} }
	high, low := models.LevelPoint{Recovery: models.SeriousDamage, Economic: models.SeriousImpact}, models.LevelPoint{}
	high2 := models.LevelPoint{Recovery: models.SeriousDamage}
	return &models.MeasurePlan{
		Now: models.PlanState{Levels: serious()}, Full: models.PlanState{Levels: lowest()}, Others: serious(),
		Budgets: []models.BudgetLine{{Stakeholder: "vendor", Kind: models.CostBudget, Limit: 5, Used: 1}},
		Answer: models.PlanAnswer{
			Target: models.PlanTarget{Stop: "scald"}, Status: models.PlanOptimal, Certified: true,
			Choice: &models.Choice{
				Measures: []models.MeasureID{"m3"}, Cost: 2, Levels: low, Stops: []models.EffectID{"scald"},
				Shares: []models.Share{{Stakeholder: "vendor", Measures: []models.MeasureID{"m3"}, Cost: 2, Burden: 1}},
			},
		},
		Front: []models.PlanAnswer{
			{Target: models.PlanTarget{Recovery: ptr(models.SeriousDamage), Economic: ptr(models.SeriousImpact)}, Status: models.PlanOptimal, Choice: &models.Choice{Levels: high}},
			{Target: models.PlanTarget{Recovery: ptr(models.LimitedDamage)}, Status: models.PlanInfeasible, Beyond: &models.Choice{Cost: 9}},
		},
		Measures: []models.MeasureValue{
			{
				Measure: "m3", Stakeholder: "vendor", Cost: 2, Burden: 1,
				Alone: &models.Gain{Before: high2, After: low, Stops: []models.StoppedWay{{Effect: "scald", Profiles: []models.ProfileID{"remote"}}}},
				Last:  &models.Gain{Before: low, After: low, Harder: []models.HarderChange{{Effect: "scald", Effort: exact(2), NewEffort: exact(4), Chance: exact(0.5), NewChance: exact(0.5)}}},
			},
			{Measure: "d2", Stakeholder: "vendor", Status: models.Adapted, Cost: 1},
		},
	}
}
