package analysis

import (
	"crypto/sha256"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
)

// essentialsShare is by how much the search for what facts cannot do without may exceed a question's work: it is made
// once, for all facts of a scenario.
const essentialsShare = 4

// Essentials returns which facts each fact cannot do without in the scenario, computed at first use. Where they are not
// whole nothing is known of them.
func (s *Scenario) Essentials() *solve.Essentials {
	if s.essentials == nil {
		s.essentials = solve.FindEssentials(s.pass.Context, s.pass.Graph(), s.Selection, s.Fixpoint,
			func(f graph.FactID) int32 { return int32(f) }, essentialsShare*s.pass.work)
	}
	return s.essentials
}

// Basis is what one goal rests on in a scenario. What is asked of it has the answer of the whole attack graph, and costs
// what it holds.
type Basis struct {
	scenario *Scenario
	part     *solve.Part
}

// Basis cuts out what a goal that holds rests on.
func (s *Scenario) Basis(goal graph.FactID) Basis {
	if s.focus == nil {
		s.focus = solve.NewFocus(s.pass.Graph(), s.Selection, s.Fixpoint, s.Essentials())
	}
	return Basis{s, s.focus.On(goal)}
}

// Premises returns how many premises all rule instances of the basis have together.
func (b Basis) Premises() int { return b.part.Graph.NumPremises() }

// Key tells bases apart, as solve.Part's does: of those with equal keys every question has the same answer.
func (b Basis) Key() [sha256.Size]byte { return b.part.Key() }

// LeastEffort finds the attack of least effort: solve.LeastEffort without its certificate.
func (b Basis) LeastEffort(limits graph.Limits) *solve.EffortAnswer {
	a := solve.LeastEffort(b.scenario.pass.Context, b.part.Graph, b.part.Graph.All(), b.part.Goal, limits)
	a.Set, a.Proof, a.Landmarks = b.part.Rules(a.Set), b.part.Rules(a.Proof), nil
	return a
}

// Chance computes the chance, as solve.Probability does.
func (b Basis) Chance(limits graph.Limits) *solve.ChanceAnswer {
	return solve.Probability(b.scenario.pass.Context, b.part.Graph, b.part.Graph.All(), b.part.Goal, limits)
}

// SinglePoints finds the single points, as solve.SinglePoints does.
func (b Basis) SinglePoints(limits graph.Limits) *solve.PointsAnswer {
	a := solve.SinglePoints(b.scenario.pass.Context, b.part.Graph, b.part.Graph.All(), b.part.Goal, limits)
	a.Facts, a.Rules = b.part.Facts(a.Facts), b.part.Rules(a.Rules)
	return a
}
