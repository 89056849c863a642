package solve

import (
	"context"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// A PointsAnswer holds the single points of a goal.
type PointsAnswer struct {
	Status graph.Status   // Exact; Bound: those listed are single points, there may be more
	Rules  []graph.RuleID // counted rules without each of which the goal is underivable, sorted by id
	Facts  []graph.FactID // facts other than the goal, likewise (without every rule that concludes them), sorted by name
	Cut    *graph.Cut     // what ended the search, when something did
}

// SinglePoints finds, by removal, what every attack on the goal goes through. Only what one proof uses can be
// a single point; 64 of those are taken out at a time, each in a variant of its own. It takes time
// proportional to the size of the goal's cone times the length of the proof over 64. A goal that cannot be
// derived has no single points.
func SinglePoints(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, limits graph.Limits) *PointsAnswer {
	a := &PointsAnswer{Status: graph.Exact}
	c := cone.New(g, sel, goal, func(graph.RuleID) bool { return true })
	if !c.Derivable {
		return a
	}
	m := meter.New(ctx, limits)
	p := cone.NewVariants(cone.NewFormula(c))
	rules, facts := onOneProof(c)
	for len(rules)+len(facts) > 0 {
		work := p.Work
		needed := p.Without(rules[:min(64, len(rules))], facts[:min(64-min(64, len(rules)), len(facts))])
		for bit := range 64 {
			switch single := needed>>bit&1 != 0; {
			case bit < len(rules):
				if single {
					a.Rules = append(a.Rules, c.Rule[rules[bit]])
				}
			case single && bit-len(rules) < len(facts):
				a.Facts = append(a.Facts, c.Fact[facts[bit-len(rules)]])
			}
		}
		used := min(64, len(rules))
		rules, facts = rules[used:], facts[min(64-used, len(facts)):]
		if !m.Spend((p.Work-work)/8) && len(rules)+len(facts) > 0 {
			a.Status, a.Cut = graph.Bound, m.Cut()
			break
		}
	}
	cone.SortByName(g, a.Rules)
	cone.SortedBy(a.Facts, g.FactName)
	return a
}

// onOneProof returns the counted rules and the facts but the goal that one derivation uses.
func onOneProof(c *cone.Cone) (rules, facts []int32) {
	s := cone.NewSpread(c, meter.New(context.Background(), graph.Limits{}))
	for r := range c.Rule {
		s.Enable(int32(r))
	}
	for _, r := range s.Proof() {
		if c.Selection.Counted(c.Rule[r]) {
			rules = append(rules, r)
		}
		if c.Head[r] != c.Goal {
			facts = append(facts, c.Head[r])
		}
	}
	return rules, facts
}
