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

// sharedInput finds the flows of which one false report alone brings an effect about and defeats a safeguard that guards it.
func sharedInput(r *report) {
	type pair struct{ effect, safeguard string }
	if len(r.Case.System.Safeguards) == 0 {
		return
	}
	began := r.Nobody().Work()
	told := map[pair]bool{} // of flows in a row, the first is told of
	for i := range r.Case.System.Flows {
		f := &r.Case.System.Flows[i]
		falsified, there := r.Case.Fact(models.Fact{State: models.StateFalsified, Subject: string(f.ID)})
		if !there {
			continue
		}
		if r.Nobody().Work()-began > r.Work() {
			r.Limit("findings", "", fmt.Sprintf("what follows from one false report was not looked for from the dataflow %s on", f.ID))
			return
		}
		after := map[models.Fact]bool{}
		added := r.Nobody().After(falsified)
		for _, fact := range added {
			after[r.Case.FactOf(fact)] = true
		}
		for _, at := range r.EffectsIn(added) {
			e := &r.Effects()[at]
			for _, s := range e.Guards {
				key := pair{string(e.ID), string(s)}
				if after[models.Fact{State: models.StateDefeated, Subject: string(s)}] && !told[key] {
					told[key] = true
					r.add(f.At, called(f), subject{string(e.ID), e.Name}, r.element(models.SafeguardSort, string(s)))
				}
			}
		}
	}
}

// called returns a flow as a subject, by its name where it has one.
func called(f *models.Flow) subject {
	if f.Name.Empty() {
		return subject{string(f.ID), models.Plain(string(f.ID))}
	}
	return subject{string(f.ID), f.Name}
}

// fleetRecallUnanswered finds the effects that can come about in all units at once and of which the model does not say whether
// a large recall is possible.
func fleetRecallUnanswered(r *report) {
	atOnce := map[models.EffectID]bool{}
	for i := range r.Result.Fleet {
		if f := &r.Result.Fleet[i]; f.Reading == models.Assessed && f.Standing.ComesAbout() {
			atOnce[f.Effect] = true
		}
	}
	for i := range r.Effects() {
		e := r.effect(r.Effects()[i].ID)
		whole := e.Of == models.AllUnits && r.Consequence(i).Reachable.Assessed.Reachable
		if (whole || atOnce[e.ID]) && r.recallOpen(e) {
			r.add(e.At, subject{string(e.ID), e.Name})
		}
	}
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
