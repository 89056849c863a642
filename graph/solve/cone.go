package solve

import (
	"context"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// cone is what a goal depends on under a selection: the facts and rules that some derivation of the goal
// can use, renumbered. Facts that are free (derivable by wiring alone) are left out of premises, and
// rules that conclude them or use their own conclusion are gone: by absorption they never matter.
type cone struct {
	g          *graph.AttackGraph
	sel        *graph.Selection
	counts     func(graph.RuleID) bool
	derivable  bool // the goal holds; else there are no facts and rules here
	free       bool // the goal holds by wiring alone; likewise
	goal       int32
	fact       []graph.FactID // cone fact → graph fact
	rule       []graph.RuleID // cone rule → graph rule
	head       []int32        // cone rule → cone fact
	ifs        adjacency.Lists[int32]
	concluding adjacency.Lists[int32] // cone fact → cone rules
	using      adjacency.Lists[int32]
	counted    []bool  // cone rule
	weight     []int64 // cone rule → effort in units
	unit       unit
}

// reading is what the cones of several goals under one selection share.
type reading struct {
	g           *graph.AttackGraph
	sel         *graph.Selection
	counts      func(graph.RuleID) bool
	all, wiring *graph.Fixpoint
}

// newReading reads a graph; rules for which counts is false are wiring.
func newReading(g *graph.AttackGraph, sel *graph.Selection, counts func(graph.RuleID) bool) *reading {
	return &reading{g: g, sel: sel, counts: counts, all: graph.Reach(g, sel), wiring: graph.Reach(g, wiring(g, sel, counts))}
}

// newCone finds the cone of one goal.
func newCone(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, counts func(graph.RuleID) bool) *cone {
	return newReading(g, sel, counts).cone(goal)
}

// cone finds the cone of the goal.
func (r *reading) cone(goal graph.FactID) *cone {
	c := &cone{g: r.g, sel: r.sel, counts: r.counts, derivable: r.all.Holds(goal), free: r.wiring.Holds(goal)}
	if !c.derivable || c.free {
		return c
	}
	c.collect(goal, r.all, r.wiring.Holds)
	c.index()
	c.weigh()
	return c
}

func (c *cone) index() {
	c.concluding = adjacency.Invert[int32](len(c.rule), len(c.fact), func(r int) []int32 { return c.head[r : r+1] })
	c.using = adjacency.Invert[int32](len(c.rule), len(c.fact), func(r int) []int32 { return c.ifs.At(int32(r)) })
}

// wiring returns the enabled rules that do not count.
func wiring(g *graph.AttackGraph, sel *graph.Selection, counts func(graph.RuleID) bool) *graph.Selection {
	w := sel.Clone()
	for r := range graph.RuleID(g.NumRules()) {
		if counts(r) {
			w.Disable(r)
		}
	}
	return w
}

// collect walks backward from the goal; free facts hold by wiring alone.
func (c *cone) collect(goal graph.FactID, all *graph.Fixpoint, free func(graph.FactID) bool) {
	local := map[graph.FactID]int32{goal: 0}
	c.fact = []graph.FactID{goal}
	c.ifs = adjacency.NewLists[int32]()
	for next := 0; next < len(c.fact); next++ {
		for _, r := range c.g.Concluding(c.fact[next]) {
			if !c.useful(r, all) {
				continue
			}
			c.rule = append(c.rule, r)
			c.head = append(c.head, int32(next))
			c.counted = append(c.counted, c.counts(r))
			for _, f := range c.g.If(r) {
				if free(f) {
					continue
				}
				i, known := local[f]
				if !known {
					i = int32(len(c.fact))
					local[f] = i
					c.fact = append(c.fact, f)
				}
				c.ifs.Push(i)
			}
			c.ifs.Close()
		}
	}
}

func (c *cone) useful(r graph.RuleID, all *graph.Fixpoint) bool {
	if !c.sel.Enabled(r) {
		return false
	}
	for _, f := range c.g.If(r) {
		if !all.Holds(f) || f == c.g.Then(r) {
			return false
		}
	}
	return true
}

func (c *cone) weigh() {
	efforts := make([]float64, len(c.rule))
	for i, r := range c.rule {
		efforts[i] = c.sel.Effort(r)
	}
	c.weight, c.unit = wholeUnits(efforts)
}

// total adds the weights of cone rules.
func (c *cone) total(rules []int32) int64 {
	sum := int64(0)
	for _, r := range rules {
		sum += c.weight[r]
	}
	return sum
}

// effort adds the efforts of cone rules.
func (c *cone) effort(rules []int32) float64 {
	if c.unit.exact {
		return c.unit.effort(c.total(rules))
	}
	sum := 0.0
	for _, r := range c.rules(rules) {
		sum += c.sel.Effort(r)
	}
	return sum
}

// byName returns the counted rules of the cone, sorted by id.
func (c *cone) byName() []int32 {
	var rules []int32
	for r := range c.rule {
		if c.counted[r] {
			rules = append(rules, int32(r))
		}
	}
	return sortedBy(rules, func(r int32) string { return c.g.RuleName(c.rule[r]) })
}

// byWeight returns the counted rules, the cheapest first.
func (c *cone) byWeight() []int32 {
	var rules []int32
	for r := range c.rule {
		if c.counted[r] {
			rules = append(rules, int32(r))
		}
	}
	slices.SortStableFunc(rules, func(a, b int32) int {
		return int(min(1, max(-1, c.weight[a]-c.weight[b])))
	})
	return rules
}

// tree returns the counted rules of a derivation of least tree cost; where much sharing makes the sums of trees too large
// for a number, those of some derivation.
func (c *cone) tree() []int32 {
	sub := c.graph()
	var rules []int32
	for _, r := range graph.TreeCost(sub, sub.All(), graph.Sum).Proof(graph.FactID(c.goal)) {
		if c.counted[r] {
			rules = append(rules, int32(r))
		}
	}
	if rules == nil {
		s := newSpread(c, meter.New(context.Background(), graph.Limits{}))
		for r := range c.rule {
			s.enable(int32(r))
		}
		return s.used()
	}
	slices.Sort(rules)
	return rules
}

// within returns the part of the cone that attacks of at most the weight can use: rules that are dearer
// even when of their premises only the dearest is paid are left out.
func (c *cone) within(weight int64) (part *cone, number []int32) {
	sub := c.graph()
	least := graph.TreeCost(sub, sub.All(), graph.Max)
	cheap := sub.All()
	for r := range c.rule {
		cost := 0.0
		for _, f := range sub.If(graph.RuleID(r)) {
			cost = max(cost, least.Cost(f))
		}
		if cost+float64(c.weight[r]) > float64(weight)*(1+1e-9) {
			cheap.Disable(graph.RuleID(r))
		}
	}
	inner := &cone{g: sub, sel: cheap, derivable: true, counts: func(r graph.RuleID) bool { return c.counted[r] }}
	inner.collect(graph.FactID(c.goal), graph.Reach(sub, cheap), func(graph.FactID) bool { return false })
	part = &cone{g: c.g, sel: c.sel, counts: c.counts, derivable: true, head: inner.head, ifs: inner.ifs, counted: inner.counted, unit: c.unit}
	number = make([]int32, len(inner.rule))
	for i, r := range inner.rule {
		number[i] = int32(r)
		part.rule = append(part.rule, c.rule[r])
		part.weight = append(part.weight, c.weight[r])
	}
	for _, f := range inner.fact {
		part.fact = append(part.fact, c.fact[f])
	}
	part.index()
	return part, number
}

// rules turns cone rules into graph rules, sorted by id.
func (c *cone) rules(local []int32) []graph.RuleID {
	out := make([]graph.RuleID, len(local))
	for i, r := range local {
		out[i] = c.rule[r]
	}
	sortByName(c.g, out)
	return out
}

// graph returns the cone as a graph without names, efforts in units.
func (c *cone) graph() *graph.AttackGraph {
	efforts := make([]float64, len(c.rule))
	for r, w := range c.weight {
		efforts[r] = float64(w)
	}
	return c.graphOf(efforts)
}

// graphOf returns the cone as a graph without names, with an effort for each rule.
func (c *cone) graphOf(efforts []float64) *graph.AttackGraph {
	then := make([]graph.FactID, len(c.rule))
	for r, head := range c.head {
		then[r] = graph.FactID(head)
	}
	return graph.NewUnnamed(len(c.fact), then, adjacency.Convert[graph.FactID](c.ifs), efforts, c.chances())
}

// chances returns the probability of each rule of a cone, 1 for those that stand for something else.
func (c *cone) chances() []float64 {
	out := make([]float64, len(c.rule))
	for r, id := range c.rule {
		out[r] = 1
		if id >= 0 {
			out[r] = c.sel.Probability(id)
		}
	}
	return out
}
