package findings

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// noIndependentSafeguard finds severe harm that an attacker can bring about past all its safeguards.
func noIndependentSafeguard(r *report) {
	malicious := map[models.ProfileID]bool{}
	for _, profile := range r.Attackers() {
		malicious[profile.ID] = true
	}
	for _, c := range r.Result.Consequences {
		grave := c.Harm != nil && (c.Harm.Injury == models.SevereInjury || c.Harm.Injury == models.Death)
		by := func(in *models.Reachability) bool {
			return slices.ContainsFunc(in.By, func(p models.ProfileID) bool { return malicious[p] })
		}
		if grave && by(&c.Reachable.Assessed) && (by(&c.Reachable.Residual) || !r.planned(c.Effect)) {
			r.add(r.effect(c.Effect).At, subject{string(c.Effect), c.Name})
		}
	}
}

// planned tells whether a measure in force adds a safeguard against an effect that no attack from afar defeats.
func (r *report) planned(id models.EffectID) bool {
	inForce := map[models.MeasureID]bool{}
	for i := range r.Case.System.Measures {
		inForce[r.Case.System.Measures[i].ID] = r.Case.System.Measures[i].Status.InForce()
	}
	for _, e := range r.Effects() {
		if e.ID != id {
			continue
		}
		for i := range r.Case.System.Safeguards {
			s := &r.Case.System.Safeguards[i]
			if inForce[s.Measure] && !s.Independence.Electronic() && s.Independence != models.Person && slices.Contains(e.Guards, s.ID) {
				return true
			}
		}
	}
	return false
}

// sharedNodeCommandsFleet finds components that serve many installations, such as a cloud or an update server, and from
// which harm follows of which the model does not say whether a large recall is possible. One whose number of
// installations is stated to be one serves no fleet.
// Of a component of which the result lists the first effects only, all are looked at, and as many findings told at most.
func sharedNodeCommandsFleet(r *report) {
	whole := r.whatFollows()
	cut := 0
	for i := range r.Result.Components {
		result := &r.Result.Components[i]
		c := r.component(result.Component)
		if !r.shared(c) {
			continue
		}
		leads, told := result.Leads, 0
		if result.LeadsAll > 0 {
			leads = whole[c.ID]
		}
		for _, id := range leads {
			e := r.effect(id)
			if !r.recallOpen(e) {
				continue
			}
			if told++; told > len(result.Leads) {
				cut++
				break
			}
			r.add(c.At, subject{string(c.ID), c.Name}, subject{string(e.ID), e.Name})
		}
	}
	if cut > 0 {
		r.Limit("findings", "", fmt.Sprintf("of %d components that can lead to recalls of a fleet the first findings are told", cut))
	}
}

// whatFollows returns all effects of the shared components of which the result lists the first only.
func (r *report) whatFollows() map[models.ComponentID][]models.EffectID {
	follows, err := r.Compromised()
	if err != nil {
		return nil // the run has ended
	}
	out := map[models.ComponentID][]models.EffectID{}
	for i := range r.Result.Components {
		result := &r.Result.Components[i]
		c := r.component(result.Component)
		if result.LeadsAll == 0 || !r.shared(c) {
			continue
		}
		for _, e := range follows[r.Element(models.ComponentSort, string(c.ID)).No].Effects() {
			out[c.ID] = append(out[c.ID], r.Effects()[e].ID)
		}
	}
	return out
}

// shared reports whether a component can serve many installations: a server or a part, unless one installation is stated.
func (r *report) shared(c *models.Component) bool {
	const server, part = "server", "part"
	return c.Installations != 1 && (r.Case.Catalog.IsA(c.Kind, server) || r.Case.Catalog.IsA(c.Kind, part))
}

// recallOpen reports whether an effect harms people and the model does not say whether a large recall is possible.
func (r *report) recallOpen(e *models.Effect) bool {
	return r.harmsPeople(e) && (e.Economic == nil || e.Economic.LargeRecall == models.Unknown)
}

// harmsPeople reports whether an effect harms people: bodily, or by what becomes known of them.
func (r *report) harmsPeople(e *models.Effect) bool {
	bodily := e.Harm != nil && e.Harm.Injury != "" && e.Harm.Injury != models.NoInjury
	return bodily || r.Grade(r.EffectAt(e.ID)).Levels.Recovery.Level > models.LimitedDamage
}

func (r *report) component(id models.ComponentID) *models.Component {
	return &r.Case.System.Components[r.Element(models.ComponentSort, string(id)).No]
}

func (r *report) effect(id models.EffectID) *models.Effect {
	return &r.Effects()[r.EffectAt(id)].Effect
}

// conditionExcluded finds the effects that do not occur because the model excludes a condition.
func conditionExcluded(r *report) {
	for _, condition := range r.Case.System.Conditions {
		if !condition.Excluded {
			continue
		}
		for i := range r.Effects() {
			e := &r.Effects()[i]
			if !r.Consequence(i).Reachable.Inherent.Reachable && mentions(&e.Causes, string(condition.ID)) {
				r.add(condition.At, subject{string(condition.ID), condition.Name}, subject{string(e.ID), e.Name})
			}
		}
	}
}
