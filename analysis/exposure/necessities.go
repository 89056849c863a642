package exposure

import (
	"slices"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
	"github.com/harmpath/harmpath/models"
)

// necessities finds the components that no attacker who reaches an effect can do without compromising.
func necessities(p *analysis.Pass) table {
	out := table{}
	var by []passed
	for _, profile := range p.Attackers() {
		s := p.Under(models.Assessed, profile.ID)
		e := solve.FindEssentials(p.Context, p.Graph(), s.Selection, s.Fixpoint, func(f graph.FactID) int32 { return compromised(p, f) }, p.Work())
		if !e.Whole {
			p.Limit("exposure", "necessary", "the work limit left open which components are necessary")
			return out
		}
		by = append(by, passed{s, e})
	}
	for e := range p.Effects() {
		for _, c := range common(by, e, p.Goal(e)) {
			out[int(c)] = append(out[int(c)], int32(e))
		}
	}
	return out
}

// passed says which components every derivation by an attacker compromises.
type passed struct {
	scenario   *analysis.Scenario
	essentials *solve.Essentials
}

// compromised returns the component that a fact says is compromised; -1: none.
func compromised(p *analysis.Pass, f graph.FactID) int32 {
	if c, about := p.ComponentOf(f); about && p.Compromise(f) {
		return int32(c)
	}
	return -1
}

// common returns what all attackers who reach the effect must compromise.
func common(by []passed, effect int, goal graph.FactID) []int32 {
	var out []int32
	first := true
	for _, a := range by {
		if !a.scenario.Occurs(effect) {
			continue
		}
		if first {
			out, first = slices.Clone(a.essentials.Of(goal)), false
			continue
		}
		out = slices.DeleteFunc(out, func(c int32) bool { return !slices.Contains(a.essentials.Of(goal), c) })
	}
	return out
}
