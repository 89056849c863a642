package build

import "github.com/harmpath/harmpath/models"

// Profiles returns the attackers, then the non-malicious initiators, in the model's order.
func Profiles(s *models.System) []models.Profile {
	out := make([]models.Profile, 0, len(s.Attackers)+len(s.Initiators))
	return append(append(out, s.Attackers...), s.Initiators...)
}

// addProfiles adds what each profile reaches and knows at the start.
func (g *grounding) addProfiles() {
	for i, p := range Profiles(g.system) {
		g.out.special.profile = append(g.out.special.profile, nil)
		for _, f := range p.Starts {
			g.addStart(int32(i), p.ID, models.RuleStart, f)
		}
		for _, d := range p.Knows {
			g.addStart(int32(i), p.ID, models.RuleKnows, models.Fact{State: disclosed, Subject: string(d)})
		}
	}
}

func (g *grounding) addStart(profile int32, id models.ProfileID, rule models.RuleID, f models.Fact) {
	g.add(addition{
		id:   string(rule) + "(" + string(id) + "," + f.String() + ")",
		then: f,
		instance: instance{
			rule: rule, class: models.AttackRule, profile: profile,
			roles: []models.Binding{{Role: "subject", Type: g.subjectType(f.State), Subject: f.Subject}},
		},
	})
}

// addConditions makes every condition possible that the model does not exclude.
func (g *grounding) addConditions() {
	for _, c := range g.system.Conditions {
		if c.Excluded {
			continue
		}
		a := addition{
			id:   string(models.RulePresent) + "(" + string(c.ID) + ")",
			then: models.Fact{State: present, Subject: string(c.ID)},
			instance: instance{
				rule: models.RulePresent, class: models.AttackRule, profile: -1,
				roles: []models.Binding{{Role: "condition", Type: models.ConditionSubject, Subject: string(c.ID)}},
			},
		}
		if c.Probability != nil {
			a.probability = c.Probability
		}
		g.add(a)
	}
}

// addAssets lets each component be taken as compromised from the start, in every way that the graph knows of.
func (g *grounding) addAssets() {
	for _, c := range g.system.Components {
		for _, s := range g.catalog.States {
			f := models.Fact{State: s.ID, Subject: string(c.ID)}
			if _, there := g.out.places[f]; !there || s.Of != models.ComponentSubject || !s.Compromise {
				continue
			}
			r := g.add(addition{
				id:   string(models.RuleAttacked) + "(" + f.String() + ")",
				then: f,
				instance: instance{
					rule: models.RuleAttacked, class: models.AttackRule, profile: -1, grade: assetOnly,
					roles: []models.Binding{{Role: "component", Type: models.ComponentSubject, Subject: string(c.ID)}},
				},
			})
			g.out.special.asset[c.ID] = append(g.out.special.asset[c.ID], r)
		}
	}
}
