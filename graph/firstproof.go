package graph

// derive fills in the proof: of the derivations that use exactly the attack set, all minimal by inclusion
// (each fact has one rule, each rule is needed), the one that is first by its sorted ids where the
// meter and proofRules allow looking for it.
func (a *EffortAnswer) derive(c *cone, goal FactID, m *meter) {
	sel := c.sel.wiring(c.counts)
	sel.Enable(a.Set...)
	a.Proof = Reach(c.g, sel).Proof(goal)
}
