package ground

import "github.com/harmpath/harmpath/models"

// Profiles returns the attackers, then the non-malicious initiators, in the model's order.
func Profiles(s *models.System) []models.Profile {
	out := make([]models.Profile, 0, len(s.Attackers)+len(s.Initiators))
	return append(append(out, s.Attackers...), s.Initiators...)
}

// mostCapable is the most that a malicious profile is able to.
func mostCapable(s *models.System) models.Capability {
	most := models.BasicAttacker
	for _, p := range Profiles(s) {
		if p.Kind.Malicious() {
			most = max(most, p.Capability.OrDefault())
		}
	}
	return most
}

// addProfiles adds what each profile reaches and knows at the start.
func (g *grounding) addProfiles() {
	for i, p := range Profiles(g.system) {
		g.out.special.profile = append(g.out.special.profile, nil)
		for _, f := range p.Starts {
			if f.In == "" && p.Kind == models.SupplyChainAttacker {
				f.In = models.AllUnits // what is made is made for all
			}
			g.addStart(int32(i), p.ID, models.RuleStart, f)
		}
		for _, d := range p.Knows {
			g.addStart(int32(i), p.ID, models.RuleKnows, models.Fact{State: models.StateDisclosed, Subject: string(d)})
		}
	}
}

// addStart adds a first step: with one unit, unless the fact is about all.
func (g *grounding) addStart(profile int32, id models.ProfileID, rule models.RuleID, f models.Fact) {
	narrow := f.In != models.AllUnits
	f.In = ""
	a := g.builtIn(rule, models.AttackRule, models.Binding{Role: "subject", Type: g.subjectType(f.State), Subject: f.Subject})
	a.told, a.then, a.profile, a.narrow = instanceID(rule, string(id), f.String()), g.facts.atom(f), profile, narrow
	g.add(&a)
}

// addConditions makes every condition possible that the model does not exclude.
func (g *grounding) addConditions() {
	for _, c := range g.system.Conditions {
		if c.Excluded {
			continue
		}
		id := string(c.ID)
		a := g.builtIn(models.RulePresent, models.AttackRule, models.Binding{Role: "condition", Type: models.ConditionSort, Subject: id})
		a.then, a.probability = g.atom(models.StatePresent, id), c.Probability
		g.add(&a)
	}
}

// addAssets lets each component be taken as compromised from the start, in every way that the graph knows of.
func (g *grounding) addAssets() {
	var states []models.StateID
	for _, s := range g.catalog.States {
		if s.Of == models.ComponentSort && s.Compromise {
			states = append(states, s.ID)
		}
	}
	for _, c := range g.system.Components {
		g.out.special.assets = append(g.out.special.assets, int32(len(g.out.special.asset)))
		id := string(c.ID)
		for _, s := range states {
			f := models.Fact{State: s, Subject: id}
			if g.facts.find(f) < 0 {
				continue
			}
			a := g.builtIn(models.RuleAttacked, models.AttackRule, models.Binding{Role: "component", Type: models.ComponentSort, Subject: id})
			a.then, a.grade = g.facts.atom(f), assetOnly
			g.add(&a)
		}
	}
	g.out.special.assets = append(g.out.special.assets, int32(len(g.out.special.asset)))
}
