package exchange

import (
	"math"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
)

// chance computes the probability, or samples it where that does not fit and the bounds are wide. Where it depends on
// what nobody states, it is not known, but perhaps between bounds.
func (s *solving) chance(goal graph.FactID, out *Goal) {
	c := &Chance{}
	out.Chance = c
	if open := s.unstated(goal); len(open) > 0 {
		if c.Unstated = open; s.noncoherent == nil {
			s.whatever(goal, c)
		} else {
			c.Status = graph.Unknown
		}
		return
	}
	a := s.probability(goal, s.sel)
	s.cut(goal, AskChance, a.Cut)
	c.Status = a.Status
	if a.Status == graph.Exact {
		c.Value = &a.Value
		return
	}
	c.Lower, c.Upper = &a.Lower, &a.Upper
	b := a
	if a.Status != graph.Sampled {
		b = solve.Sample(s.ctx, s.g, s.sel, goal, s.samples())
	}
	if b.Samples == 0 || a.Upper-a.Lower <= b.High-b.Low {
		c.Status = graph.Bound
		return // what is proven says more
	}
	c.Status, c.Lower, c.Upper = b.Status, nil, nil
	c.Value, c.Low, c.High = &b.Value, &b.Low, &b.High
	c.Confidence, c.Samples, c.Seed = b.Confidence, b.Samples, &b.Seed
}

func (s *solving) samples() solve.SampleOptions {
	return solve.SampleOptions{Limits: s.limits, Seed: s.options.Seed}
}

func (s *solving) probability(goal graph.FactID, sel *graph.Selection) *solve.ChanceAnswer {
	if s.noncoherent != nil {
		return s.noncoherent.Probability(s.samples())
	}
	return solve.Probability(s.ctx, s.g, sel, goal, s.limits)
}

// unstated returns the events that the goal depends on and whose probability nobody states.
func (s *solving) unstated(goal graph.FactID) []Missing {
	rules := make([]graph.RuleID, len(s.document.Unstated))
	why := make(map[graph.RuleID]string, len(rules))
	for i, u := range s.document.Unstated {
		rules[i], why[u.Rule] = u.Rule, u.Why
	}
	var depends []graph.RuleID
	if s.noncoherent != nil {
		depends = s.noncoherent.DependsOn(rules)
	} else {
		depends = solve.DependsOn(s.g, s.sel, goal, rules)
	}
	var out []Missing
	told := map[graph.RuleID]bool{}
	for _, r := range depends {
		event := r
		if s.document.Opposites.Absence(r) {
			event, _ = s.document.Opposites.Of(r)
		}
		if !told[event] {
			told[event] = true
			out = append(out, Missing{s.g.RuleName(event), why[r]})
		}
	}
	return out
}

// whatever bounds the chance over all probabilities that unstated events may have: a monotone function is
// least when none of them occurs and greatest when all do.
func (s *solving) whatever(goal graph.FactID, c *Chance) {
	none := s.sel.Clone()
	for _, u := range s.document.Unstated {
		none.Disable(u.Rule)
	}
	low, high := s.probability(goal, none), s.probability(goal, s.sel)
	s.cut(goal, AskChance, low.Cut)
	if low.Cut == nil {
		s.cut(goal, AskChance, high.Cut)
	}
	if c.Status = graph.Unknown; low.Lower == high.Upper && low.Cut == nil && high.Cut == nil {
		c.Status, c.Value, c.Unstated = graph.Exact, &low.Lower, nil
		return
	}
	c.Lower, c.Upper = &low.Lower, &high.Upper
}

// weights computes the importance of each event to the goal.
func (s *solving) weights(goal graph.FactID, out *Goal) {
	w := &Weights{Status: graph.Exact, Events: []Weight{}}
	out.Weights = w
	if w.Unstated = s.unstated(goal); len(w.Unstated) > 0 {
		w.Status = graph.Unknown
		return
	}
	var a *solve.ChanceAnswer
	var list []solve.Importance
	if s.noncoherent != nil {
		a, list = s.probability(goal, s.sel), s.noncoherent.Importances()
	} else {
		a, list = solve.Importances(s.ctx, s.g, s.sel, goal, s.document.Opposites, s.limits)
	}
	s.cut(goal, AskWeights, a.Cut)
	if a.Status != graph.Exact {
		w.Status = graph.Unknown
		return
	}
	for _, i := range list {
		w.Events = append(w.Events, Weight{s.g.RuleName(i.Rule), i.Birnbaum, finite(i.Fussell), finite(i.Achieved), finite(i.Reduction)})
	}
}

// finite leaves out what is no number: shares of a chance that is 0, and a worth that is without bounds.
func finite(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}
