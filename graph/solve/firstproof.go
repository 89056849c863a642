package solve

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// The first of several proofs of one attack is looked for among at most proofRules rules, with at most
// proofWork: it is a nicety, and hard.
const (
	proofRules = 300
	proofWork  = 1_000_000
)

// derive fills in the proof: of the derivations that use exactly the attack set, all minimal by inclusion,
// the one that is first by its sorted ids; beyond proofRules and proofWork, one that is minimal.
func (a *EffortAnswer) derive(c *cone.Cone, goal graph.FactID, m *meter.Meter) {
	sel := cone.Wiring(c.Whole, c.Selection, c.Counts)
	sel.Enable(a.Set...)
	a.Proof = graph.Reach(c.Whole, sel).Proof(goal)
	if len(a.Proof) > proofRules {
		return
	}
	every := cone.New(c.Whole, sel, goal, func(graph.RuleID) bool { return true })
	if len(every.Rule) == len(a.Proof) || len(every.Rule) > proofRules {
		return
	}
	clear(every.Weight) // nothing is dearer than anything here
	known := make([]int32, 0, len(a.Proof))
	for r, id := range every.Rule {
		if slices.Contains(a.Proof, id) {
			known = append(known, int32(r))
		}
	}
	own := m.Beside(proofWork)
	o := sat.NewOptimum(choicesOf(every, own), known)
	rules, _ := o.First()
	a.Proof = graph.Reach(c.Whole, c.Whole.Only(every.Rules(rules)...)).Proof(goal)
}
