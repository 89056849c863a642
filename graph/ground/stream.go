package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Stream grounds a system and hands over one rule instance after the other, rule by rule, in the order of the attack
// graph that [New] makes, and keeps none: what it holds grows with the model, not with the graph. It ends with the
// first error of emit. The case that it returns has neither graph nor view: its system, its catalog and its effects
// are those of New.
func Stream(system *models.System, catalog *models.Catalog, emit func(Instance) error) (*Case, error) {
	g := newGrounding(system, catalog)
	g.emit = emit
	for _, s := range steps() {
		s.run(g)
		if g.failed != nil {
			return nil, g.failed
		}
	}
	return g.out, nil
}

// hand gives an instance on instead of adding it to the attack graph.
func (g *grounding) hand(a *addition) {
	if g.failed != nil {
		return
	}
	frame := &g.out.instances.frames[a.frame]
	s := models.Step{
		Instance: frame.id(a.told, a.roles, a.then, g.facts), Rule: frame.rule, Class: frame.class, Concludes: g.facts.told(a.then),
		Roles: frame.bindings(a.roles, g.facts.symbols.words), Effort: a.effort, Probability: 1, Assumes: append([]models.PropertyRef(nil), a.assumes...),
	}
	if a.probability != nil {
		s.Probability = *a.probability
	}
	g.fact(a.then)
	for _, f := range a.from {
		g.fact(f)
		if from := g.facts.told(f); !slices.Contains(s.From, from) {
			s.From = append(s.From, from)
		}
	}
	blocked := slices.Compact(slices.Sorted(slices.Values(a.blocked)))
	for _, m := range blocked {
		s.BlockedBy = append(s.BlockedBy, g.out.measures[m])
	}
	hardenings := make([]Hardening, 0, len(a.hardened))
	for _, h := range a.hardened {
		hardenings = append(hardenings, hardeningOf(g.out.measures[h.Measure], h))
		s.HardenedBy = append(s.HardenedBy, g.out.measures[h.Measure])
	}
	g.failed = g.emit(g.out.graded(s, a.profile, a.grade, hardenings))
}

func hardeningOf(m models.MeasureID, h graph.Hardening) Hardening {
	out := Hardening{Measure: m, Effort: h.Effort, Probability: h.Probability}
	if h.Probability == 0 {
		out.Probability = 1 // as graph.Builder reads the zero value
	}
	return out
}
