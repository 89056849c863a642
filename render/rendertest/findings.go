package rendertest

import "github.com/harmpath/harmpath/models"

func serious() models.LevelPair {
	return models.LevelPair{
		Recovery: models.RecoveryLevel{Level: models.SeriousDamage, Basis: []models.RecoveryBasis{{Effect: "scald", Criterion: models.CriterionSevere}}},
		Economic: models.EconomicLevel{Min: models.LimitedImpact, Max: models.SeriousImpact, Basis: []models.EconomicBasis{{Effect: "scald", Met: []models.Criterion{models.CriterionIrreplaceable}, Unknown: []models.Criterion{models.CriterionLong}}}},
	}
}

func lowest() models.LevelPair {
	return models.LevelPair{Recovery: models.RecoveryLevel{DefaultLowest: true}, Economic: models.EconomicLevel{DefaultLowest: true}}
}

func fatal() models.LevelPair {
	p := serious()
	p.Recovery = models.RecoveryLevel{Level: models.FatalDamage, PolicyDecides: true, Basis: []models.RecoveryBasis{{Effect: "burst", Criterion: models.CriterionDeath}}}
	return p
}

func levels() models.Levels {
	three := in(fatal(), serious(), lowest())
	return models.Levels{
		Published: three,
		ByProfile: []models.ProfileLevels{{Profile: "remote", Malicious: true, Levels: three}, {Profile: "mistake", Levels: in(serious(), serious(), serious())}},
		Joined:    &three,
	}
}

func reachable(by ...models.ProfileID) models.Reachability {
	return models.Reachability{Reachable: len(by) > 0, By: by}
}

func consequences() []models.Consequence {
	return []models.Consequence{
		{
			Effect: "scald", Name: text("やけど", "Scald"), Harm: &models.Harm{Injury: models.SevereInjury}, Economic: impact(), Levels: serious(),
			Reachable: in(reachable("remote", "mistake"), reachable("remote", "mistake"), reachable("mistake")), Attacks: []models.Attack{attack()},
			Single:      models.SinglePoints{Facts: []models.Fact{fact("used", "heater"), fact("occurred", "scald")}, Steps: []string{"command-onward(command)", "gone(x)"}},
			AssumedSets: [][]models.PropertyRef{{unknown()}}, Chance: &models.Figure{Status: models.Sampled, Value: ptr(0.25), Lower: ptr(0.2), Upper: ptr(0.3)},
		},
		{
			Effect: "burst", Name: text("破裂", "Burst"), Harm: &models.Harm{Injury: models.Death, Use: models.ForeseeableUse}, Levels: fatal(),
			Reachable: in(reachable("remote"), reachable(), reachable()), StoppedBy: []models.SafeguardID{"valve"},
			Excluded: []models.Exclusion{{Component: "heater", Class: "sealed", Cause: "pressure"}},
		},
		{
			Effect: "account_leak", Name: text("アカウント情報の漏えい", "Disclosure of account information"), Derived: true, Harm: &models.Harm{Discloses: []models.DataID{"account"}}, Levels: lowest(),
			Reachable: in(reachable("remote"), reachable("remote"), reachable()), AssumedSets: [][]models.PropertyRef{{}},
		},
	}
}

func attack() models.Attack {
	steps := []models.Step{
		{Instance: "start(remote,reached(net))", Rule: models.RuleStart, Class: models.AttackRule, Concludes: fact("reached", "net"), Probability: 1},
		{Instance: "assumed(phone.no_foreign_code)", Rule: models.RuleAssumed, Class: models.AttackRule, Concludes: fact("assumed", "phone.no_foreign_code"), Assumes: []models.PropertyRef{unknown()}, Probability: 1},
		{Instance: "infect(phone)", Rule: "infect", Class: models.AttackRule, Concludes: fact("infected", "phone"), From: []models.Fact{fact("reached", "net"), fact("assumed", "phone.no_foreign_code")}, Roles: []models.Binding{{Role: "component", Type: models.ComponentSort, Subject: "phone"}}, Effort: 2, Probability: 0.5, Assumes: []models.PropertyRef{unknown()}, BlockedBy: []models.MeasureID{"m3"}},
		{Instance: "command-onward(command)", Rule: "command-onward", Class: models.AttackRule, Concludes: fact("used", "heater"), From: []models.Fact{fact("infected", "phone")}, Roles: []models.Binding{{Role: "flow", Type: models.FlowSort, Subject: "command"}, {Role: "from", Type: models.ComponentSort, Subject: "phone"}, {Role: "to", Type: models.ComponentSort, Subject: "heater"}}, Effort: 0.5, Probability: 0.9, HardenedBy: []models.MeasureID{"d2"}},
		{Instance: "present(bather)", Rule: models.RulePresent, Class: models.AttackRule, Concludes: fact("present", "bather"), Probability: 1},
		{Instance: "cause(scald)", Rule: models.RuleCause, Class: models.ConsequenceRule, Concludes: fact("holds", "scald"), From: []models.Fact{fact("used", "heater"), fact("present", "bather")}, Probability: 1},
		{Instance: "occurs(scald)", Rule: models.RuleOccurs, Class: models.ConsequenceRule, Concludes: fact("occurred", "scald"), From: []models.Fact{fact("holds", "scald")}, Roles: []models.Binding{{Role: "effect", Type: models.EffectSort, Subject: "scald"}}, Probability: 1},
	}
	return models.Attack{
		Profile: "remote", Reading: models.Assessed, Goal: fact("occurred", "scald"), Steps: steps,
		Effort: models.Figure{Status: models.Bound, Lower: ptr(2.0), Upper: ptr(2.5)}, Chance: models.Figure{Status: models.Exact, Value: ptr(0.45)},
	}
}

func threats() []models.ThreatRow {
	easy := attack()
	all := in(reachable("remote"), reachable("remote"), reachable())
	return []models.ThreatRow{
		{Component: "phone", Threat: "infection", Fact: fact("infected", "phone"), Reachable: all, Attack: &easy, LeadsTo: []models.EffectID{"scald"}, Measures: []models.MeasureID{"m3"}},
		{Component: "phone", Threat: "mistake", Fact: fact("misoperated", "phone"), Reachable: in(reachable("mistake"), reachable("mistake"), reachable("mistake"))},
		{Component: "heater", Threat: "infection", Fact: fact("infected", "heater"), Reachable: in(reachable("remote"), reachable(), reachable())},
	}
}
