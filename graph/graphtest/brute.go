package graphtest

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/graph"
)

// A Brute answers every question about one goal by trying all sets of counted rules. It shares no code
// with the solvers and takes time exponential in the number of counted rules.
type Brute struct {
	G       *graph.AttackGraph
	Sel     *graph.Selection
	Goal    graph.FactID
	Counted []graph.RuleID // enabled counted rules, by name
	Derives []bool         // bit set over Counted → the goal holds
}

// NewBrute tries all sets; it panics beyond 20 counted rules.
func NewBrute(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID) *Brute {
	b := &Brute{G: g, Sel: sel, Goal: goal}
	for r := range graph.RuleID(g.NumRules()) {
		if sel.Enabled(r) && sel.Counted(r) {
			b.Counted = append(b.Counted, r)
		}
	}
	if len(b.Counted) > 20 {
		panic("graphtest: too many counted rules for brute force")
	}
	slices.SortFunc(b.Counted, func(x, y graph.RuleID) int {
		return strings.Compare(g.RuleName(x), g.RuleName(y))
	})
	b.Derives = make([]bool, 1<<len(b.Counted))
	for set := range b.Derives {
		b.Derives[set] = b.holds(func(r graph.RuleID) bool {
			i := slices.Index(b.Counted, r)
			return sel.Enabled(r) && (i < 0 || set>>i&1 != 0)
		})
	}
	return b
}

// AttackSets returns all minimal attack sets by effort and then by sorted ids.
func (b *Brute) AttackSets() [][]graph.RuleID {
	var sets [][]graph.RuleID
	for set, derives := range b.Derives {
		minimal := derives
		for i := range b.Counted {
			minimal = minimal && !(set>>i&1 != 0 && b.Derives[set&^(1<<i)])
		}
		if minimal {
			sets = append(sets, b.rules(set))
		}
	}
	slices.SortStableFunc(sets, func(x, y []graph.RuleID) int {
		ex, ey := b.Effort(x), b.Effort(y)
		if math.Abs(ex-ey) > 1e-9 {
			if ex < ey {
				return -1
			}
			return 1
		}
		return slices.Compare(RuleNames(b.G, x), RuleNames(b.G, y))
	})
	return sets
}

// Effort adds the efforts of rules.
func (b *Brute) Effort(rules []graph.RuleID) float64 {
	sum := 0.0
	for _, r := range rules {
		sum += b.Sel.Effort(r)
	}
	return sum
}

// Probability returns the chance of the goal.
func (b *Brute) Probability() float64 { return b.ProbabilityGiven(-1, 0) }

// ProbabilityGiven returns the chance of the goal when one rule succeeds with probability p; rule -1:
// none is changed.
func (b *Brute) ProbabilityGiven(rule graph.RuleID, p float64) float64 {
	total := 0.0
	for set, derives := range b.Derives {
		if !derives {
			continue
		}
		chance := 1.0
		for i, r := range b.Counted {
			q := b.Sel.Probability(r)
			if r == rule {
				q = p
			}
			if set>>i&1 == 0 {
				q = 1 - q
			}
			chance *= q
		}
		total += chance
	}
	return total
}

// SinglePoints returns the counted rules and the facts other than the goal without which the goal is
// underivable, sorted by name; nothing when it is underivable anyway.
func (b *Brute) SinglePoints() (rules []graph.RuleID, facts []graph.FactID) {
	if !b.holds(b.Sel.Enabled) {
		return nil, nil
	}
	for _, r := range b.Counted {
		if !b.holds(func(other graph.RuleID) bool { return b.Sel.Enabled(other) && other != r }) {
			rules = append(rules, r)
		}
	}
	for f := range graph.FactID(b.G.NumFacts()) {
		if f != b.Goal && !b.holds(func(r graph.RuleID) bool { return b.Sel.Enabled(r) && b.G.Then(r) != f }) {
			facts = append(facts, f)
		}
	}
	slices.SortFunc(facts, func(x, y graph.FactID) int { return strings.Compare(b.G.FactName(x), b.G.FactName(y)) })
	return rules, facts
}

// Hardenings returns all sets of measures, minimal by inclusion, that make the goal underivable, by
// cost and then by sorted ids.
func (b *Brute) Hardenings() [][]graph.MeasureID {
	n := b.G.NumMeasures()
	works := make([]bool, 1<<n)
	for set := range works {
		works[set] = !b.holds(func(r graph.RuleID) bool {
			return b.Sel.Enabled(r) && !slices.ContainsFunc(b.G.BlockedBy(r),
				func(m graph.MeasureID) bool { return set>>m&1 != 0 })
		})
	}
	var sets [][]graph.MeasureID
	for set, ok := range works {
		for m := range n {
			ok = ok && !(set>>m&1 != 0 && works[set&^(1<<m)])
		}
		if ok {
			sets = append(sets, b.measures(set))
		}
	}
	slices.SortStableFunc(sets, func(x, y []graph.MeasureID) int {
		cx, cy := b.Cost(x), b.Cost(y)
		if math.Abs(cx-cy) > 1e-9 {
			if cx < cy {
				return -1
			}
			return 1
		}
		return slices.Compare(b.measureNames(x), b.measureNames(y))
	})
	return sets
}

// Cost adds the costs of measures.
func (b *Brute) Cost(measures []graph.MeasureID) float64 {
	sum := 0.0
	for _, m := range measures {
		sum += b.G.Cost(m)
	}
	return sum
}

func (b *Brute) rules(set int) []graph.RuleID {
	rules := make([]graph.RuleID, 0, bits.OnesCount(uint(set)))
	for i, r := range b.Counted {
		if set>>i&1 != 0 {
			rules = append(rules, r)
		}
	}
	return rules
}

func (b *Brute) measures(set int) []graph.MeasureID {
	list := []graph.MeasureID{}
	for m := range graph.MeasureID(b.G.NumMeasures()) {
		if set>>m&1 != 0 {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(x, y graph.MeasureID) int {
		return strings.Compare(b.G.MeasureName(x), b.G.MeasureName(y))
	})
	return list
}

func (b *Brute) measureNames(list []graph.MeasureID) []string {
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = b.G.MeasureName(m)
	}
	return names
}

// holds sweeps over all rules until nothing changes.
func (b *Brute) holds(enabled func(graph.RuleID) bool) bool {
	facts := make([]bool, b.G.NumFacts())
	for changed := true; changed; {
		changed = false
		for r := range graph.RuleID(b.G.NumRules()) {
			if facts[b.G.Then(r)] || !enabled(r) {
				continue
			}
			if !slices.ContainsFunc(b.G.If(r), func(f graph.FactID) bool { return !facts[f] }) {
				facts[b.G.Then(r)], changed = true, true
			}
		}
	}
	return facts[b.Goal]
}

// Closure is the fixpoint, the facts given taken to hold, by sweeping over all rules until nothing changes.
func Closure(g *graph.AttackGraph, sel *graph.Selection, taken []graph.FactID) []bool {
	holds := make([]bool, g.NumFacts())
	for _, f := range taken {
		holds[f] = true
	}
	for changed := true; changed; {
		changed = false
		for r := range graph.RuleID(g.NumRules()) {
			fires := sel.Enabled(r) && !holds[g.Then(r)]
			for _, f := range g.If(r) {
				fires = fires && holds[f]
			}
			if fires {
				holds[g.Then(r)], changed = true, true
			}
		}
	}
	return holds
}
