package ground

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// What controllers and safeguards act on: the relations of data to what is decided by them.

// decidesOn returns the flows on which a component acts: those that the model states, else all telemetry into it where
// its kind acts on what it is told. Flows that are switched off are none.
func (g *grounding) decidesOn(c *models.Component) []models.FlowID {
	if len(c.DecidesOn) == 0 && g.catalog.Decides(c.Kind) {
		return g.telemetryInto(c.ID)
	}
	var out []models.FlowID
	for _, id := range c.DecidesOn {
		if f := g.model.flows[models.FlowID(id)]; f != nil && !f.Closed {
			out = append(out, f.ID)
		}
	}
	return out
}

func (g *grounding) telemetryInto(c models.ComponentID) []models.FlowID {
	var out []models.FlowID
	for _, f := range g.out.Ways.FlowsInto(c) {
		if f.Nature == models.TelemetryFlow && !f.Closed {
			out = append(out, f.ID)
		}
	}
	return out
}

// reportTuples pairs each telemetry flow with those into its sender that carry some of the same data: what is false
// there is handed on.
func (g *grounding) reportTuples(emit emitter) {
	for _, f := range g.openFlows() {
		if f.Nature != models.TelemetryFlow {
			continue
		}
		for _, in := range g.telemetryInto(f.From) {
			carried := g.model.flows[in].Carries
			if slices.ContainsFunc(f.Carries, func(d models.DataID) bool { return slices.Contains(carried, d) }) {
				emit(string(f.ID), string(in), string(f.From))
			}
		}
	}
}

// sensed returns the flows that tell a safeguard of the danger: those that the model states, else all telemetry into its
// host; of a person those that the components looked at show. None of a safeguard that has a sensor of its own.
func (g *grounding) sensed(s *models.Safeguard) []models.FlowID {
	if s.Independence != models.Person && !s.Independence.Electronic() {
		return nil
	}
	if len(s.Senses) == 0 && s.Host != "" {
		return g.telemetryInto(s.Host)
	}
	var out []models.FlowID
	for _, id := range s.Senses {
		if f := g.model.flows[models.FlowID(id)]; f != nil {
			if !f.Closed {
				out = append(out, f.ID)
			}
		} else if g.out.Ways.Component(models.ComponentID(id)) != nil {
			out = append(out, g.telemetryInto(models.ComponentID(id))...)
		}
	}
	return out
}

// presumedOwn tells whether the independence of a safeguard of what can be reached from afar rests on what nobody stated:
// that its sensor is its own, or its means.
func (g *grounding) presumedOwn(s *models.Safeguard) bool {
	return s.Independence.Electronic() && (len(s.Senses) == 0 && len(g.telemetryInto(s.Host)) == 0 || len(s.ActsThrough) == 0)
}

func (g *grounding) senseTuples(relation models.RelationID, emit emitter) {
	for i := range g.system.Safeguards {
		s := &g.system.Safeguards[i]
		id := string(s.ID)
		switch relation {
		case "sensing":
			for _, f := range g.sensed(s) {
				emit(id, string(f))
			}
		case "view":
			for _, c := range g.lookedAt(s) {
				emit(id, string(c))
			}
		case "actuation":
			for _, c := range g.actsThrough(s) {
				emit(id, string(c))
			}
		case "order":
			for _, c := range g.actsThrough(s) {
				for _, f := range g.out.Ways.FlowsInto(c) {
					if f.From == s.Host && !f.Closed {
						emit(id, string(f.ID))
					}
				}
			}
		}
	}
}

// lookedAt returns the components that a person who is a safeguard looks at.
func (g *grounding) lookedAt(s *models.Safeguard) []models.ComponentID {
	if s.Independence != models.Person {
		return nil
	}
	var out []models.ComponentID
	for _, id := range s.Senses {
		if g.model.flows[models.FlowID(id)] == nil && g.out.Ways.Component(models.ComponentID(id)) != nil {
			out = append(out, models.ComponentID(id))
		}
	}
	if len(s.Senses) == 0 && s.Host != "" {
		out = append(out, s.Host)
	}
	return out
}

// actsThrough returns the components that a safeguard makes act, where they are not its own.
func (g *grounding) actsThrough(s *models.Safeguard) []models.ComponentID {
	if s.Independence != models.Person && !s.Independence.Electronic() {
		return nil
	}
	var out []models.ComponentID
	for _, id := range s.ActsThrough {
		if c := g.out.Ways.Component(models.ComponentID(id)); c != nil {
			out = append(out, c.ID)
		}
	}
	return out
}
