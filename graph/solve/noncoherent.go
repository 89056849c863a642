package solve

import (
	"context"
	"math"
	"math/big"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// A Noncoherent is a goal that depends on events and on their absence (see [graph.Opposites]). Its attack sets are the
// prime implicants of its function: minimal sets of events that occur and of events that do not, such that the goal
// holds whatever the others do.
//
// All answers come from one binary decision diagram of the function. Where it does not fit within the limits, the
// chance is bounded and sampled, and of the sets nothing is known.
type Noncoherent struct {
	ctx    context.Context
	limits graph.Limits
	goal   graph.FactID
	cone   *cone.Cone
	of     graph.Opposites
	x      *bdd.Function // nil: it does not fit
	cut    *graph.Cut    // why
}

// NewNoncoherent compiles the function of a goal of which IsNoncoherent says true.
func NewNoncoherent(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, o graph.Opposites, limits graph.Limits) *Noncoherent {
	n := &Noncoherent{ctx: ctx, limits: limits, goal: goal, of: o, cone: cone.New(g, sel, goal, sel.Counted)}
	f := cone.NewFormula(n.cone)
	f.Opposite = oppositesIn(n.cone, o)
	m := meter.New(ctx, limits)
	if n.x = bdd.Compile(f, m); n.x == nil {
		n.cut = bdd.Cut(m)
	}
	return n
}

// renew gives the diagram the work of another question.
func (n *Noncoherent) renew() *meter.Meter {
	m := meter.New(n.ctx, n.limits)
	n.x.Renew(m)
	return m
}

// Holds says whether some events make the goal hold; known is false where the limits left that open.
func (n *Noncoherent) Holds() (holds, known bool) {
	if n.x == nil {
		return false, false
	}
	return !n.x.Never(), true
}

// Probability computes the chance of the goal as the function Probability does, of bounds and samples too.
func (n *Noncoherent) Probability(samples SampleOptions) *ChanceAnswer {
	if n.x != nil {
		p := n.x.Chance(n.cone.Chances())
		return &ChanceAnswer{Status: graph.Exact, Value: p, Lower: p, Upper: p}
	}
	c := cone.New(n.cone.Whole, n.cone.Selection, n.goal, n.cone.Selection.Uncertain)
	if a := certain(c); a != nil {
		return a
	}
	f := cone.NewFormula(c)
	f.Opposite = oppositesIn(c, n.of)
	a := &ChanceAnswer{Status: graph.Sampled, Seed: samples.Seed, Confidence: samples.confidence(), Cut: n.cut}
	hits := sample(f, a, samples.wanted(), meter.New(n.ctx, samples.Limits))
	a.Cut = n.cut
	a.Lower, a.Upper = 0, anyhow(f)
	a.Value = float64(hits) / float64(max(1, a.Samples))
	a.Low, a.High = wilson(hits, a.Samples, a.Confidence)
	if a.Samples == 0 {
		a.Status = graph.Bound
	}
	return a
}

// anyhow bounds the chance of the goal from above, whatever depends on what: all of several are as likely as the least
// likely at most, any of them as the sum (Boole, Fréchet).
func anyhow(f *cone.Formula) float64 {
	chance := f.Cone.Chances()
	upper := make([]float64, len(f.Fact))
	for _, part := range f.Parts {
		for _, fact := range part {
			if len(part) > 1 {
				upper[fact] = 1
				continue
			}
			for _, r := range f.Concluding.At(fact) {
				all := chance[r]
				for _, p := range f.Premises.At(r) {
					all = min(all, upper[p])
				}
				upper[fact] = min(1, (upper[fact]+all)*(1+1e-12))
			}
		}
	}
	return upper[f.Goal]
}

// AttackSets counts the prime implicants and lists the easiest.
func (n *Noncoherent) AttackSets(easiest int) *AttackSetsAnswer {
	if n.x == nil {
		return &AttackSetsAnswer{Status: graph.Bound, Count: new(big.Int), Cut: n.cut}
	}
	m := n.renew()
	family := n.x.Primes()
	if family == nil {
		a := &AttackSetsAnswer{Status: graph.Bound, Count: new(big.Int), Cut: bdd.Cut(m)}
		if !n.x.Never() {
			a.Count.SetInt64(1)
		}
		return a
	}
	a := &AttackSetsAnswer{Status: graph.Exact, Count: family.Count()}
	sets, complete := family.Easiest(easiest)
	a.Easiest, a.Complete = attackSets(n.cone, sets), complete
	a.Proven = len(a.Easiest)
	a.Cut = m.Cut()
	return a
}

// SinglePoints finds the rules that are in every prime implicant, and the facts without which the goal never
// holds.
func (n *Noncoherent) SinglePoints() *PointsAnswer {
	if n.x == nil {
		return &PointsAnswer{Status: graph.Bound, Cut: n.cut}
	}
	a := &PointsAnswer{Status: graph.Exact}
	if n.x.Never() {
		return a
	}
	m := n.renew()
	for _, r := range n.proof(nil) {
		fact := n.cone.Head[r]
		rule := n.cone.Counted[r] && n.x.NeverWithout(r, -1)
		single := rule || fact != n.cone.Goal && n.x.NeverWithout(-1, fact)
		if n.x.Full() {
			a.Status, a.Cut = graph.Bound, bdd.Cut(m)
			break
		}
		if rule {
			a.Rules = append(a.Rules, n.cone.Rule[r])
		}
		if single && fact != n.cone.Goal {
			a.Facts = append(a.Facts, n.cone.Fact[fact])
		}
	}
	cone.SortByName(n.cone.Whole, a.Rules)
	cone.SortedBy(a.Facts, n.cone.Whole.FactName)
	a.Facts = slices.Compact(a.Facts)
	return a
}

// proof returns the cone's rules of a derivation of the goal, premises first, in a state of all events in which it
// holds and in which the rules given, which are counted, fire.
func (n *Noncoherent) proof(given []graph.RuleID) []int32 {
	fires := map[graph.RuleID]bool{}
	for _, r := range given {
		fires[r] = true
	}
	state := n.x.State(func(r int32) bool { return fires[n.cone.Rule[r]] })
	s := cone.NewSpread(n.cone, meter.New(context.Background(), graph.Limits{}))
	for r, counted := range n.cone.Counted {
		if !counted || state[r] {
			s.Enable(int32(r))
		}
	}
	return s.Proof()
}

// Proof returns the rules of a derivation of the goal, premises first, in a state of all events in which a set of
// counted rules fires that is enough for the goal.
func (n *Noncoherent) Proof(set []graph.RuleID) []graph.RuleID {
	rules := n.proof(set)
	out := make([]graph.RuleID, len(rules))
	for i, r := range rules {
		out[i] = n.cone.Rule[r]
	}
	return out
}

// DependsOn returns those of the rules on which the function depends, itself or by their opposites; all that its
// formula names, where the diagram does not fit.
func (n *Noncoherent) DependsOn(rules []graph.RuleID) []graph.RuleID {
	if n.x == nil {
		return DependsOn(n.cone.Whole, n.cone.Selection, n.goal, rules)
	}
	tested := map[graph.RuleID]bool{}
	for _, at := range n.x.Support() {
		r := n.cone.Rule[at]
		tested[r] = true
		if other, paired := n.of.Of(r); paired {
			tested[other] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r graph.RuleID) bool { return !tested[r] })
}

// Importances returns the importance of each event that can matter, as the function Importances does; an event's
// absence has none beside it. There is none where the chance is not exact.
func (n *Noncoherent) Importances() []Importance {
	if n.x == nil {
		return nil
	}
	p := n.x.Chance(n.cone.Chances())
	var list []Importance
	for r, b := range n.x.Birnbaum(n.cone.Chances()) {
		if !math.IsNaN(b) {
			list = append(list, importanceOf(n.of, n.cone.Selection, n.cone.Rule[r], b, p))
		}
	}
	return sortImportances(n.cone.Whole, list)
}
