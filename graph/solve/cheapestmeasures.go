package solve

import (
	"context"
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
	"github.com/harmpath/harmpath/graph/internal/sat"
)

// MeasuresOptions say what may be chosen.
type MeasuresOptions struct {
	graph.Limits
	Open    []graph.MeasureID // what may be put in force; nil: every measure of the graph
	Budgets []Budget          // all of them are kept
}

// A Budget limits what a set of measures may take up together, for one stakeholder, say.
type Budget struct {
	ID     string
	Limit  float64
	Spends []Spend
}

// A Spend is what one measure takes up of a budget.
type Spend struct {
	Measure graph.MeasureID
	Amount  float64 // ≥ 0
}

// A MeasuresAnswer is the cheapest set of measures that makes all cases' goals underivable.
type MeasuresAnswer struct {
	Status graph.Status // Exact, Bound, Impossible (even all open measures leave a goal) or Infeasible
	Value  float64      // exact: the least cost
	Lower  float64      // bound: proven; exact: the value
	Upper  float64      // cost of Set; bound: +Inf when no set within the budgets is known

	Set   []graph.MeasureID // minimal by inclusion, sorted by id
	First bool              // Set is, of all such sets of that cost, the first by its sorted ids

	Remains []graph.RuleID // impossible: a derivation of a goal that no open measure blocks, premises first
	Needs   []graph.Need   // certificate of an optimum: attacks each of which has to be blocked; no cheaper set blocks them all
	Cut     *graph.Cut     // what ended the search, when something did
}

// CheapestMeasures finds the set of open measures of least cost that, put in force, makes the goal of each
// case underivable: implicit hitting sets in the dual (Moreno-Centeno, Karp, Operations Research 2013).
// Choose the cheapest set that hits all attacks known; look by fixpoint for an attack that it leaves; add
// that attack's measures as a set to hit; again. Hardening measures do not count: they never make anything
// underivable. Of several cheapest sets it gives the one that is minimal by inclusion and first by its
// sorted ids. The problem is NP-hard: where the limits end the search, the answer is a bound.
func CheapestMeasures(ctx context.Context, g *graph.AttackGraph, cases []graph.Case, options MeasuresOptions) *MeasuresAnswer {
	m := meter.New(ctx, options.Limits)
	b := newBlockade(g, cases, options, m)
	if proof := b.remains(); proof != nil {
		return &MeasuresAnswer{Status: graph.Impossible, Value: math.Inf(1), Lower: math.Inf(1), Upper: math.Inf(1), Remains: proof}
	}
	a := &MeasuresAnswer{Status: graph.Exact, First: true, Set: []graph.MeasureID{}}
	for _, part := range b.independent() {
		b.solve(a, part)
	}
	sortMeasures(g, a.Set)
	a.finish(b)
	a.Needs, a.Cut = b.needs, m.Cut()
	return a
}

// solve adds the answer for one part of the goals.
func (b *blockade) solve(a *MeasuresAnswer, part part) {
	o := sat.NewOptimum(b.choose(part), nil)
	proven := o.Search()
	switch {
	case proven && o.Best() == nil:
		a.Status = graph.Infeasible
	case proven:
		set, first := o.First()
		a.First = a.First && first
		a.Set = append(a.Set, b.measures(set)...)
	case a.Status != graph.Infeasible:
		a.Status, a.First = graph.Bound, false
		b.fallback(a, o)
	}
	b.lower += o.Lower()
}

// finish fills in the numbers.
func (a *MeasuresAnswer) finish(b *blockade) {
	a.Upper = b.cost(a.Set)
	a.Lower, a.Value = a.Upper, a.Upper
	switch {
	case a.Status == graph.Infeasible:
		a.Value, a.Lower, a.Upper, a.Set = math.Inf(1), math.Inf(1), math.Inf(1), nil
	case a.Status == graph.Bound && b.unknown:
		a.Lower, a.Value, a.Upper, a.Set = b.unit.Effort(b.lower), 0, math.Inf(1), nil
	case a.Status == graph.Bound:
		a.Lower, a.Value = min(a.Upper, b.unit.Effort(b.lower)), 0
	}
}

// blockade is the problem of blocking every goal of some cases.
type blockade struct {
	g       *graph.AttackGraph
	meter   *meter.Meter
	open    []graph.MeasureID // choice → measure
	index   map[graph.MeasureID]int32
	budgets []Budget
	goals   []blockedGoal
	touches [][]int32 // choice → goals some rule of which it blocks
	needs   []graph.Need
	unit    cone.Unit
	choices *sat.Choices // of the part that is being solved
	active  []int32      // its goals
	weight  []int64      // choice

	inForce []bool // choice

	lower   int64 // proven, of all parts
	unknown bool  // no sufficient set within the budgets is known for some part
}

// part is a share of the goals that has no measure in common with the others.
type part struct {
	goals   []int32
	choices []int32
}

// independent divides the goals into parts; budgets tie all together.
func (b *blockade) independent() []part {
	leader := make([]int32, len(b.goals))
	for i := range leader {
		leader[i] = int32(i)
	}
	find := func(i int32) int32 {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	for x := range b.touches {
		for _, g := range b.touches[x] {
			leader[find(g)] = find(b.touches[x][0])
		}
	}
	if len(b.budgets) > 0 {
		clear(leader)
	}
	number := map[int32]int{}
	var parts []part
	for g := range b.goals {
		l := find(int32(g))
		if _, known := number[l]; !known {
			number[l] = len(parts)
			parts = append(parts, part{})
		}
		p := &parts[number[l]]
		p.goals = append(p.goals, int32(g))
	}
	for x, goals := range b.touches {
		if len(goals) > 0 {
			p := &parts[number[find(goals[0])]]
			p.choices = append(p.choices, int32(x))
		}
	}
	return parts
}

// blockedGoal is one goal of one case, in a cone in which the rules that open measures block are counted.
type blockedGoal struct {
	of       int // case
	fact     graph.FactID
	path     []graph.RuleID // from the fact to the case's goal
	reading  *cone.Reading
	cone     *cone.Cone
	spread   *cone.Spread
	blockers [][]int32 // cone rule → choices
}

func newBlockade(g *graph.AttackGraph, cases []graph.Case, options MeasuresOptions, m *meter.Meter) *blockade {
	b := &blockade{g: g, meter: m, open: options.Open, budgets: options.Budgets, index: map[graph.MeasureID]int32{}}
	if b.open == nil {
		for m := range graph.MeasureID(g.NumMeasures()) {
			b.open = append(b.open, m)
		}
	}
	for i, m := range b.open {
		b.index[m] = int32(i)
	}
	b.touches = make([][]int32, len(b.open))
	b.inForce = make([]bool, len(b.open))
	costs := make([]float64, len(b.open))
	for x, m := range b.open {
		costs[x] = g.Cost(m)
	}
	b.weight, b.unit = cone.WholeUnits(costs)
	readings := map[*graph.Selection]*cone.Reading{}
	for i, c := range cases {
		if readings[c.Sel] == nil {
			readings[c.Sel] = cone.NewReading(g, c.Sel, b.blockable)
		}
		for _, goal := range readings[c.Sel].Alternatives(c.Goal) {
			b.addGoal(i, readings[c.Sel], goal)
		}
	}
	return b
}

func (b *blockade) blockable(r graph.RuleID) bool {
	return slices.ContainsFunc(b.g.BlockedBy(r), func(m graph.MeasureID) bool {
		_, open := b.index[m]
		return open
	})
}

func (b *blockade) addGoal(of int, r *cone.Reading, a cone.Alternative) {
	t := blockedGoal{of: of, reading: r, path: a.Path, fact: a.Fact, cone: r.Cone(a.Fact)}
	if !t.cone.Derivable {
		return
	}
	if t.cone.Free {
		b.goals = append(b.goals, t)
		return
	}
	t.spread = cone.NewSpread(t.cone, b.meter)
	t.blockers = make([][]int32, len(t.cone.Rule))
	number := int32(len(b.goals))
	for i, rule := range t.cone.Rule {
		for _, m := range b.g.BlockedBy(rule) {
			x, open := b.index[m]
			if !open {
				continue
			}
			t.blockers[i] = append(t.blockers[i], x)
			if n := len(b.touches[x]); n == 0 || b.touches[x][n-1] != number {
				b.touches[x] = append(b.touches[x], number)
			}
		}
	}
	b.goals = append(b.goals, t)
}

// remains returns a derivation that is left when all open measures are in force.
func (b *blockade) remains() []graph.RuleID {
	for _, t := range b.goals {
		if t.cone.Free {
			return append(t.reading.Wiring.Proof(t.fact), t.path...)
		}
	}
	return nil
}
