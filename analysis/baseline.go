package analysis

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/ground"
	"github.com/harmpath/harmpath/models"
)

// Baseline is what a profile reaches before it has compromised anything, in the assessed reading: by its first steps on
// what it reaches and knows, by the conditions, and by nothing that makes a component, a flow or a data item
// compromised. From there one asks what follows from one compromise, when the profile takes no other first step.
type Baseline struct {
	First []graph.RuleID // the first steps: the instances that compromise something and need no compromise before

	base *graph.Fixpoint
	then *graph.Extension
}

// Baseline returns a profile's baseline, computed at first use.
func (p *Pass) Baseline(profile models.ProfileID) *Baseline {
	if p.baselines[profile] == nil {
		p.baselines[profile] = p.newBaseline(p.Under(models.Assessed, profile))
	}
	return p.baselines[profile]
}

// Nobody returns the baseline without any profile's first steps: what an attack on one component begins from.
func (p *Pass) Nobody() *Baseline {
	const nobody models.ProfileID = ""
	if p.baselines[nobody] == nil {
		q := ground.Query{Reading: models.Assessed}
		if components := p.Case.System.Components; len(components) > 0 {
			q.Asset = components[0].ID // any: it lets what only attackers can do take part
		}
		sel := p.Case.Select(q)
		for r := range graph.RuleID(p.Graph().NumRules()) {
			if p.Case.RuleOf(r) == models.RuleAttacked {
				sel.Disable(r)
			}
		}
		base := graph.Reach(p.Graph(), sel)
		p.baselines[nobody] = &Baseline{base: base, then: graph.NewExtension(p.Graph(), sel, base)}
	}
	return p.baselines[nobody]
}

func (p *Pass) newBaseline(s *Scenario) *Baseline {
	sel := s.Selection.Clone()
	var compromising []graph.RuleID
	for r := range graph.RuleID(p.Graph().NumRules()) {
		known := p.Case.RuleOf(r) == models.RuleKnows // data known from the start is no compromise
		if sel.Enabled(r) && !known && p.Compromise(p.Graph().Then(r)) {
			compromising = append(compromising, r)
		}
	}
	sel.Disable(compromising...)
	o := &Baseline{base: graph.Reach(p.Graph(), sel)}
	sel.Enable(compromising...)
	for _, r := range compromising {
		if o.enough(p.Graph().If(r)) {
			o.First = append(o.First, r)
		}
	}
	sel.Disable(o.First...)
	o.then = graph.NewExtension(p.Graph(), sel, o.base) // no other instance can fire, so the base is this selection's fixpoint too
	return o
}

func (o *Baseline) enough(premises []graph.FactID) bool {
	for _, f := range premises {
		if !o.base.Holds(f) {
			return false
		}
	}
	return true
}

// Has reports whether a fact holds in the baseline.
func (o *Baseline) Has(f graph.FactID) bool { return o.base.Holds(f) }

// After returns all that holds beyond the baseline when the facts are taken to hold, themselves included. The slice is
// good until the next call.
func (o *Baseline) After(facts ...graph.FactID) []graph.FactID {
	o.then.Undo()
	o.then.Assume(facts...)
	return o.then.Added()
}

// Work returns how much work all calls of After took.
func (o *Baseline) Work() int64 { return o.then.Work() }
