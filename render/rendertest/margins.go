package rendertest

import "github.com/harmpath/harmpath/models"

// margins are those of the small case: one consequence that comes about, one that rests on the valve and on what is presumed,
// and one that nothing keeps from coming about.
func margins() []models.Margin {
	weak := func(subject string) models.Fact { return fact(models.StateWeak, subject) }
	valve := fact(models.StateDefeated, "valve")
	return []models.Margin{
		{Effect: "scald", Profile: "remote", Reading: models.Assessed, Standing: models.StandsOpen, Capability: models.BasicAttacker, Raise: 1, DoFirst: []models.Fact{weak("phone.no_foreign_code")}},
		{Effect: "burst", Profile: "remote", Reading: models.Assessed, Standing: models.DoesNot, Capability: models.HighAttacker, Depth: 1, RestsOn: [][]models.Fact{{valve}, {weak("heater.device_class")}}},
		{Effect: "account_leak", Profile: "remote", Reading: models.Assessed, Standing: models.Settled, Capability: models.SubstantialAttacker},
		{Effect: "scald", Profile: "mistake", Reading: models.Assessed, Standing: models.Settled},
		{Effect: "burst", Profile: "mistake", Reading: models.Assessed, Standing: models.PresumedAway, Depth: 2, RestsOn: [][]models.Fact{{valve, weak("command.authenticated")}, {valve, weak("phone.no_foreign_code")}}},
		{Effect: "account_leak", Profile: "mistake", Reading: models.Assessed, Standing: models.DoesNot},
		{Effect: "account_leak", Profile: "remote", Reading: models.Residual, Standing: models.DoesNot, Depth: 1, RestsOn: [][]models.Fact{{fact(models.StateIneffective, "m3")}}},
	}
}

// fleet is what it takes for the scald to come about in all homes at once.
func fleet() []models.FleetReach {
	return []models.FleetReach{
		{Margin: models.Margin{Effect: "scald", Profile: "remote", Reading: models.Assessed, Standing: models.Settled, Capability: models.HighAttacker, Raise: 2}, Effort: &models.Figure{Status: models.Exact, Value: ptr(40.0)}},
		{Margin: models.Margin{Effect: "scald", Profile: "mistake", Reading: models.Assessed, Standing: models.DoesNot}},
	}
}

// deciding are sets of each sort: what lowers a level, what raises one, what keeps all and what keeps one attacker from something.
func deciding() []models.Deciding {
	return []models.Deciding{
		{Unknown: []models.PropertyRef{unknown()}, Given: true, Level: &models.LevelPoint{}},
		{Unknown: []models.PropertyRef{unknown(), authenticated()}, Level: &models.LevelPoint{Recovery: models.FatalDamage}, Effect: "burst"},
		{Unknown: []models.PropertyRef{unknown()}, Given: true, Effect: "scald"},
		{Unknown: []models.PropertyRef{unknown()}, Given: true, Effect: "account_leak", Profile: "remote", Bound: true},
	}
}

func authenticated() models.PropertyRef {
	return models.PropertyRef{Type: models.FlowSort, Subject: "command", Property: "authenticated"}
}
