package cone

import (
	"context"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// A Cone is what a goal depends on under a selection: the facts and rules that some derivation of the goal
// can use, renumbered. Facts that are free (derivable by wiring alone) are left out of premises, and
// rules that conclude them or use their own conclusion are gone: by absorption they never matter.
//
// What was made of a cone is a cone too: some of its facts and rules then stand for nothing in the graph (-1).
type Cone struct {
	Whole      *graph.AttackGraph
	Selection  *graph.Selection
	Counts     func(graph.RuleID) bool // which rules of the graph are counted; the others are wiring
	Derivable  bool                    // the goal holds; else there are no facts and rules here
	Free       bool                    // the goal holds by wiring alone; likewise
	Goal       int32                   // cone fact
	Fact       []graph.FactID          // cone fact → graph fact
	Rule       []graph.RuleID          // cone rule → graph rule
	Head       []int32                 // cone rule → cone fact that it concludes
	Premises   adjacency.Lists[int32]  // cone rule → cone facts
	Concluding adjacency.Lists[int32]  // cone fact → cone rules
	using      adjacency.Lists[int32]  // cone fact → cone rules that have it as a premise
	Counted    []bool                  // cone rule
	Weight     []int64                 // cone rule → effort in units
	Unit       Unit
}

// New finds the cone of one goal; rules for which counts is false are wiring. Of several goals, see [Reading].
func New(g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, counts func(graph.RuleID) bool) *Cone {
	return NewReading(g, sel, counts).Cone(goal)
}

func (c *Cone) index() {
	c.Concluding = adjacency.Invert[int32](len(c.Rule), len(c.Fact), func(r int) []int32 { return c.Head[r : r+1] })
	c.using = adjacency.Invert[int32](len(c.Rule), len(c.Fact), func(r int) []int32 { return c.Premises.At(int32(r)) })
}

// collect walks backward from the goal; free facts hold by wiring alone.
func (c *Cone) collect(goal graph.FactID, all *graph.Fixpoint, free func(graph.FactID) bool) {
	local := map[graph.FactID]int32{goal: 0}
	c.Fact = []graph.FactID{goal}
	c.Premises = adjacency.NewLists[int32]()
	for next := 0; next < len(c.Fact); next++ {
		for _, r := range c.Whole.Concluding(c.Fact[next]) {
			if !c.useful(r, all) {
				continue
			}
			c.Rule = append(c.Rule, r)
			c.Head = append(c.Head, int32(next))
			c.Counted = append(c.Counted, c.Counts(r))
			for _, f := range c.Whole.If(r) {
				if free(f) {
					continue
				}
				i, known := local[f]
				if !known {
					i = int32(len(c.Fact))
					local[f] = i
					c.Fact = append(c.Fact, f)
				}
				c.Premises.Push(i)
			}
			c.Premises.Close()
		}
	}
}

func (c *Cone) useful(r graph.RuleID, all *graph.Fixpoint) bool {
	if !c.Selection.Enabled(r) {
		return false
	}
	for _, f := range c.Whole.If(r) {
		if !all.Holds(f) || f == c.Whole.Then(r) {
			return false
		}
	}
	return true
}

func (c *Cone) weigh() {
	efforts := make([]float64, len(c.Rule))
	for i, r := range c.Rule {
		efforts[i] = c.Selection.Effort(r)
	}
	c.Weight, c.Unit = WholeUnits(efforts)
}

// Total adds the weights of cone rules, in units.
func (c *Cone) Total(rules []int32) int64 {
	sum := int64(0)
	for _, r := range rules {
		sum += c.Weight[r]
	}
	return sum
}

// Effort adds the efforts of cone rules: exactly, whatever their order, where they have a common unit.
func (c *Cone) Effort(rules []int32) float64 {
	if c.Unit.Exact {
		return c.Unit.Effort(c.Total(rules))
	}
	sum := 0.0
	for _, r := range c.Rules(rules) {
		sum += c.Selection.Effort(r)
	}
	return sum
}

// ByName returns the counted rules of the cone, sorted by id.
func (c *Cone) ByName() []int32 {
	return SortedBy(c.countedRules(), func(r int32) string { return c.Whole.RuleName(c.Rule[r]) })
}

// ByWeight returns the counted rules, the cheapest first.
func (c *Cone) ByWeight() []int32 {
	rules := c.countedRules()
	slices.SortStableFunc(rules, func(a, b int32) int {
		return int(min(1, max(-1, c.Weight[a]-c.Weight[b])))
	})
	return rules
}

func (c *Cone) countedRules() (rules []int32) {
	for r, counted := range c.Counted {
		if counted {
			rules = append(rules, int32(r))
		}
	}
	return rules
}

// Tree returns the counted rules of a derivation of least tree cost; where much sharing makes the sums of trees too large
// for a number, those of some derivation.
func (c *Cone) Tree() []int32 {
	sub := c.Graph()
	var rules []int32
	for _, r := range graph.TreeCost(sub, sub.All(), graph.Sum).Proof(graph.FactID(c.Goal)) {
		if c.Counted[r] {
			rules = append(rules, int32(r))
		}
	}
	if rules == nil {
		s := NewSpread(c, meter.New(context.Background(), graph.Limits{}))
		for r := range c.Rule {
			s.Enable(int32(r))
		}
		return s.Used()
	}
	slices.Sort(rules)
	return rules
}

// Within returns the part of the cone that attacks of at most the weight can use: rules that are dearer
// even when of their premises only the dearest is paid are left out. Number says which rule of this cone each of its rules is.
func (c *Cone) Within(weight int64) (part *Cone, number []int32) {
	sub := c.Graph()
	least := graph.TreeCost(sub, sub.All(), graph.Max)
	cheap := sub.All()
	for r := range c.Rule {
		cost := 0.0
		for _, f := range sub.If(graph.RuleID(r)) {
			cost = max(cost, least.Cost(f))
		}
		if cost+float64(c.Weight[r]) > float64(weight)*(1+1e-9) {
			cheap.Disable(graph.RuleID(r))
		}
	}
	inner := &Cone{Whole: sub, Selection: cheap, Derivable: true, Counts: func(r graph.RuleID) bool { return c.Counted[r] }}
	inner.collect(graph.FactID(c.Goal), graph.Reach(sub, cheap), func(graph.FactID) bool { return false })
	part = &Cone{Whole: c.Whole, Selection: c.Selection, Counts: c.Counts, Derivable: true, Head: inner.Head, Premises: inner.Premises, Counted: inner.Counted, Unit: c.Unit}
	number = make([]int32, len(inner.Rule))
	for i, r := range inner.Rule {
		number[i] = int32(r)
		part.Rule = append(part.Rule, c.Rule[r])
		part.Weight = append(part.Weight, c.Weight[r])
	}
	for _, f := range inner.Fact {
		part.Fact = append(part.Fact, c.Fact[f])
	}
	part.index()
	return part, number
}

// Rules turns cone rules into graph rules, sorted by id.
func (c *Cone) Rules(local []int32) []graph.RuleID {
	out := make([]graph.RuleID, len(local))
	for i, r := range local {
		out[i] = c.Rule[r]
	}
	SortByName(c.Whole, out)
	return out
}

// Graph returns the cone as a graph without names, efforts in units.
func (c *Cone) Graph() *graph.AttackGraph {
	efforts := make([]float64, len(c.Rule))
	for r, w := range c.Weight {
		efforts[r] = float64(w)
	}
	return c.PricedGraph(efforts)
}

// PricedGraph returns the cone as a graph without names, with an effort for each rule.
func (c *Cone) PricedGraph(efforts []float64) *graph.AttackGraph {
	then := make([]graph.FactID, len(c.Rule))
	for r, head := range c.Head {
		then[r] = graph.FactID(head)
	}
	return graph.NewUnnamed(len(c.Fact), then, adjacency.Convert[graph.FactID](c.Premises), efforts, c.Chances())
}

// Chances returns the probability of each rule of a cone, 1 for those that stand for something else.
func (c *Cone) Chances() []float64 {
	out := make([]float64, len(c.Rule))
	for r, id := range c.Rule {
		out[r] = 1
		if id >= 0 {
			out[r] = c.Selection.Probability(id)
		}
	}
	return out
}
