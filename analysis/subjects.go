package analysis

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// subject is what analyses need to know of a fact at once.
type subject struct {
	component  int32 // place of the component in the system; -1: the fact is not about one
	effect     int32 // place of the effect that the fact says occurs; -1: none
	compromise bool  // a component, a flow or a data item is compromised
}

// subjectOf returns what a fact is about. All facts are looked at once, at first use.
func (p *Pass) subjectOf(f graph.FactID) subject {
	if p.subjects == nil {
		p.subjects = p.allSubjects()
	}
	return p.subjects[f]
}

func (p *Pass) allSubjects() []subject {
	components := make(map[string]int32, len(p.Case.System.Components))
	for i := range p.Case.System.Components {
		components[string(p.Case.System.Components[i].ID)] = int32(i)
	}
	states := map[models.StateID]*models.State{}
	for i := range p.Case.Catalog.States {
		states[p.Case.Catalog.States[i].ID] = &p.Case.Catalog.States[i]
	}
	out := make([]subject, p.Graph().NumFacts())
	for f := range out {
		out[f] = subject{component: -1, effect: -1}
		fact := p.Case.FactOf(graph.FactID(f))
		state := states[fact.State]
		if state == nil {
			continue
		}
		switch state.Of {
		case models.ComponentSort:
			out[f].component = components[fact.Subject]
			out[f].compromise = state.Compromise
		case models.FlowSort, models.DataSort:
			out[f].compromise = state.Compromise
		}
	}
	for i, goal := range p.goals {
		out[goal].effect = int32(i)
	}
	return out
}

// Compromise reports whether a fact says that a component, a flow or a data item is compromised.
func (p *Pass) Compromise(f graph.FactID) bool { return p.subjectOf(f).compromise }

// Sort returns the sort of thing that a fact is about.
func (p *Pass) Sort(f graph.FactID) models.Sort {
	if state := p.Case.Catalog.State(p.Case.FactOf(f).State); state != nil {
		return state.Of
	}
	return ""
}

// ComponentOf returns the place of the component that a fact is about.
func (p *Pass) ComponentOf(f graph.FactID) (place int, about bool) {
	c := p.subjectOf(f).component
	return int(c), c >= 0
}

// EffectsIn returns the effects that occur among some facts, by their places in Effects, ascending.
func (p *Pass) EffectsIn(facts []graph.FactID) []int {
	var out []int
	for _, f := range facts {
		if e := p.subjectOf(f).effect; e >= 0 {
			out = append(out, int(e))
		}
	}
	slices.Sort(out)
	return out
}

// EffectIDs returns the ids of a choice of effects, in the case's order.
func (p *Pass) EffectIDs(chosen func(effect int) bool) []models.EffectID {
	var out []models.EffectID
	for i, e := range p.Effects() {
		if chosen(i) {
			out = append(out, e.ID)
		}
	}
	return out
}

// EffectsAt returns the ids of effects given by their places, each once, in the case's order.
func (p *Pass) EffectsAt(effects []int) []models.EffectID {
	var out []models.EffectID
	sorted := slices.Sorted(slices.Values(effects))
	for _, e := range slices.Compact(sorted) {
		out = append(out, p.Effects()[e].ID)
	}
	return out
}

// CompromisesOf returns the facts that say that a component, or one of several, is compromised, in the attack graph's order.
func (p *Pass) CompromisesOf(component int) []graph.FactID {
	if p.compromises == nil {
		p.compromises = make([][]graph.FactID, len(p.Case.System.Components))
		for f := range graph.FactID(p.Graph().NumFacts()) {
			if s := p.subjectOf(f); s.compromise && s.component >= 0 && p.Case.FactOf(f).In == "" {
				p.compromises[s.component] = append(p.compromises[s.component], f)
			}
		}
	}
	return p.compromises[component]
}
