package graph

import (
	"context"
	"math"
	"slices"
)

// A Case is a goal under a selection that measures are to make underivable.
type Case struct {
	Sel  *Selection
	Goal FactID
}

// MeasuresOptions say what may be chosen.
type MeasuresOptions struct {
	Limits
	Open    []MeasureID // what may be put in force; nil: every measure of the graph
	Budgets []Budget    // all of them are kept
}

// A Budget limits what a set of measures may take up together, for one stakeholder, say.
type Budget struct {
	ID     string
	Limit  float64
	Spends []Spend
}

// A Spend is what one measure takes up of a budget.
type Spend struct {
	Measure MeasureID
	Amount  float64 // ≥ 0
}

// A MeasuresAnswer is the cheapest set of measures that makes all cases' goals underivable.
type MeasuresAnswer struct {
	Status Status  // Exact, Bound, Impossible (even all open measures leave a goal) or Infeasible
	Value  float64 // exact: the least cost
	Lower  float64 // bound: proven; exact: the value
	Upper  float64 // cost of Set; bound: +Inf when no set within the budgets is known

	Set   []MeasureID // minimal by inclusion, sorted by id
	First bool        // Set is, of all such sets of that cost, the first by its sorted ids

	Remains   []RuleID // impossible: a derivation of a goal that no open measure blocks, premises first
	Needs     []Need   // certificate: attacks each of which has to be blocked; no cheaper set blocks them all
	Certified bool     // CheckMeasures confirmed the optimum, not only that the set is enough
	Cut       *Cut     // what ended the search, when something did
}

// A Need is an attack that one of a few measures has to block.
type Need struct {
	Case     int         // index of the case whose goal it derives
	Proof    []RuleID    // premises first
	Measures []MeasureID // the open measures that block a rule of it
}

// CheapestMeasures finds the set of open measures of least cost that, put in force, makes the goal of each
// case underivable: implicit hitting sets in the dual (Moreno-Centeno, Karp, Operations Research 2013).
// Choose the cheapest set that hits all attacks known; look by fixpoint for an attack that it leaves; add
// that attack's measures as a set to hit; again. Hardening measures do not count: they never make anything
// underivable. Of several cheapest sets it gives the one that is minimal by inclusion and first by its
// sorted ids. The problem is NP-hard: where the limits end the search, the answer is a bound.
func CheapestMeasures(ctx context.Context, g *AttackGraph, cases []Case, options MeasuresOptions) *MeasuresAnswer {
	b := newBlockade(g, cases, options)
	if proof := b.remains(); proof != nil {
		return &MeasuresAnswer{Status: Impossible, Value: math.Inf(1), Lower: math.Inf(1), Upper: math.Inf(1), Remains: proof}
	}
	m := newMeter(ctx, options.Limits)
	o := newOptimum(b.choose(), m, nil)
	o.upper = 1 << 61
	proven := o.search()
	a := &MeasuresAnswer{Status: Exact, Needs: b.needs}
	switch {
	case proven && o.best == nil:
		a.Status, a.Value, a.Lower, a.Upper = Infeasible, math.Inf(1), math.Inf(1), math.Inf(1)
		return a
	case proven:
		var set []int32
		set, a.First = o.first()
		a.Set = b.measures(set)
	default:
		a.Status = Bound
		b.fallback(a, o)
	}
	a.Upper = b.cost(a.Set)
	a.Lower, a.Value = a.Upper, a.Upper
	if !proven {
		a.Lower, a.Value = b.unit.effort(o.lower), 0
		if a.Set == nil {
			a.Upper = math.Inf(1)
		}
	}
	a.Needs, a.Cut = b.needs, m.cut()
	a.Certified = proven && CheckMeasures(g, cases, b.open, a.Set, a.Needs, certifyNodes) == nil
	return a
}

// blockade is the problem of blocking every goal of some cases.
type blockade struct {
	g       *AttackGraph
	open    []MeasureID // choice → measure
	index   map[MeasureID]int32
	budgets []Budget
	goals   []blockedGoal
	touches [][]int32 // choice → goals some rule of which it blocks
	needs   []Need
	unit    unit
	*choices

	inForce []bool // choice
}

// blockedGoal is one goal of one case, in a cone in which the rules that open measures block are counted.
type blockedGoal struct {
	of       int // case
	fact     FactID
	path     []RuleID // from the fact to the case's goal
	reading  *reading
	cone     *cone
	spread   *spread
	blockers [][]int32 // cone rule → choices
}

func newBlockade(g *AttackGraph, cases []Case, options MeasuresOptions) *blockade {
	b := &blockade{g: g, open: options.Open, budgets: options.Budgets, index: map[MeasureID]int32{}}
	if b.open == nil {
		for m := range MeasureID(g.NumMeasures()) {
			b.open = append(b.open, m)
		}
	}
	for i, m := range b.open {
		b.index[m] = int32(i)
	}
	b.touches = make([][]int32, len(b.open))
	b.inForce = make([]bool, len(b.open))
	readings := map[*Selection]*reading{}
	for i, c := range cases {
		if readings[c.Sel] == nil {
			readings[c.Sel] = newReading(g, c.Sel, b.blockable)
		}
		for _, goal := range readings[c.Sel].alternatives(c.Goal) {
			b.addGoal(i, readings[c.Sel], goal)
		}
	}
	return b
}

func (b *blockade) blockable(r RuleID) bool {
	return slices.ContainsFunc(b.g.BlockedBy(r), func(m MeasureID) bool {
		_, open := b.index[m]
		return open
	})
}

// an alternative is a fact from which a goal follows by wiring rules of one premise, in their order.
type alternative struct {
	fact FactID
	path []RuleID
}

// alternatives replaces a goal by the facts that it follows from by wiring of one premise: each has to be
// blocked, and each has a smaller cone.
func (r *reading) alternatives(goal FactID) []alternative {
	seen := map[FactID]bool{goal: true}
	walk := []alternative{{fact: goal}}
	var out []alternative
	for next := 0; next < len(walk); next++ {
		a := walk[next]
		if !r.simple(a.fact) {
			out = append(out, a)
			continue
		}
		for _, rule := range r.g.Concluding(a.fact) {
			if p := r.g.If(rule)[0]; r.sel.Enabled(rule) && !seen[p] {
				seen[p] = true
				walk = append(walk, alternative{p, append([]RuleID{rule}, a.path...)})
			}
		}
	}
	return out
}

// simple says whether a fact follows only by wiring of one premise, and not by wiring alone.
func (r *reading) simple(f FactID) bool {
	if !r.all.Holds(f) || r.wiring.Holds(f) {
		return false
	}
	for _, rule := range r.g.Concluding(f) {
		if len(r.g.If(rule)) != 1 || r.sel.Enabled(rule) && r.counts(rule) {
			return false
		}
	}
	return true
}

func (b *blockade) addGoal(of int, r *reading, a alternative) {
	t := blockedGoal{of: of, reading: r, path: a.path, fact: a.fact, cone: r.cone(a.fact)}
	if !t.cone.derivable {
		return
	}
	if t.cone.free {
		b.goals = append(b.goals, t)
		return
	}
	t.spread = newSpread(t.cone)
	t.blockers = make([][]int32, len(t.cone.rule))
	number := int32(len(b.goals))
	for i, rule := range t.cone.rule {
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
func (b *blockade) remains() []RuleID {
	for _, t := range b.goals {
		if t.cone.free {
			return append(t.reading.wiring.Proof(t.fact), t.path...)
		}
	}
	return nil
}
