package findings

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// remoteOperationForbidden finds devices of a class that must not be operated from afar, and are: a chain of command
// flows into them has a leg that comes from another zone.
func remoteOperationForbidden(r *report) {
	commands := r.commandsInto()
	for _, c := range r.Case.System.Components {
		class := r.Case.Catalog.DeviceClass(c.DeviceClass)
		if class == nil || !class.RemoteForbidden {
			continue
		}
		if f := r.fromAfar(c.ID, commands); f != nil {
			r.add(c.At, subject{string(c.ID), c.Name}, subject{string(class.ID), class.Name}, r.element(models.FlowSort, string(f.ID)))
		}
	}
}

// commandsInto returns, for each component, the command flows into it that are not switched off.
func (r *report) commandsInto() map[models.ComponentID][]*models.Flow {
	out := map[models.ComponentID][]*models.Flow{}
	for i := range r.Case.System.Flows {
		f := &r.Case.System.Flows[i]
		if !f.Closed && (f.Nature == models.CommandFlow || f.Nature == models.ControlFlow) {
			out[f.To] = append(out[f.To], f)
		}
	}
	return out
}

// fromAfar walks back along commands and returns the first that comes from another zone than the device's.
func (r *report) fromAfar(device models.ComponentID, commands map[models.ComponentID][]*models.Flow) *models.Flow {
	zones := map[models.ComponentID]models.ZoneID{}
	for _, c := range r.Case.System.Components {
		zones[c.ID] = c.Zone
	}
	seen := map[models.ComponentID]bool{device: true}
	queue := []models.ComponentID{device}
	for next := 0; next < len(queue); next++ {
		for _, f := range commands[queue[next]] {
			if zones[f.From] != zones[device] {
				return f
			}
			if !seen[f.From] {
				seen[f.From] = true
				queue = append(queue, f.From)
			}
		}
	}
	return nil
}

// noIndependentSafeguard finds severe harm that an attacker can bring about past all its safeguards.
func noIndependentSafeguard(r *report) {
	malicious := map[models.ProfileID]bool{}
	for _, profile := range r.Attackers() {
		malicious[profile.ID] = true
	}
	for _, c := range r.Result.Consequences {
		grave := c.Harm != nil && (c.Harm.Injury == models.SevereInjury || c.Harm.Injury == models.Death)
		if grave && slices.ContainsFunc(c.Reachable.Assessed.By, func(p models.ProfileID) bool { return malicious[p] }) {
			r.add(r.effect(c.Effect).At, subject{string(c.Effect), c.Name})
		}
	}
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

// shared tells whether a component can serve many installations: a server or a part, unless one installation is stated.
func (r *report) shared(c *models.Component) bool {
	const server, part = "server", "part"
	return c.Installations != 1 && (r.Case.Catalog.IsA(c.Kind, server) || r.Case.Catalog.IsA(c.Kind, part))
}

// recallOpen tells whether an effect harms people and the model does not say whether a large recall is possible.
func (r *report) recallOpen(e *models.Effect) bool {
	return r.harmsPeople(e) && (e.Economic == nil || e.Economic.LargeRecall == models.Unknown)
}

// harmsPeople tells whether an effect harms people: bodily, or by what becomes known of them.
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

// deviceClassUnstated finds components of a kind that has device classes, without one.
func deviceClassUnstated(r *report) {
	for _, c := range r.Case.System.Components {
		classed := slices.ContainsFunc(r.Case.Catalog.DeviceClasses, func(d models.DeviceClass) bool { return r.Case.Catalog.IsA(c.Kind, d.Kind) })
		if classed && c.DeviceClass == "" {
			r.add(c.At, subject{string(c.ID), c.Name})
		}
	}
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
