package graph

import "github.com/harmpath/harmpath/graph/internal/adjacency"

// A FactID is a fact's place in its graph, from 0 in the order of first mention.
type FactID int32

// A RuleID is a rule's place in its graph, from 0 in the order of adding.
type RuleID int32

// A MeasureID is a measure's place in its graph, from 0 in the order of adding.
type MeasureID int32

// An AttackGraph is an AND/OR graph in flat arrays. It is immutable and safe for concurrent use.
// Slices that its methods return are its own and must not be written to.
type AttackGraph struct {
	facts, rules, measures names
	naming                 *naming // nil: facts and rules have their names above
	cost                   []float64
	then                   []FactID
	ifs                    adjacency.Lists[FactID]
	concluding, using      adjacency.Lists[RuleID]
	kind                   []int32 // rule → where its effort and probability stand; nil: at its own number
	effort, probability    []float64
	blockedBy              adjacency.Lists[MeasureID]
	hardenedBy             adjacency.Lists[Hardening]
	sweep                  *sweep // nil: a graph that is asked once
}

// NumFacts returns how many facts there are.
func (g *AttackGraph) NumFacts() int { return g.concluding.Len() }

// NumRules returns how many rules there are.
func (g *AttackGraph) NumRules() int { return len(g.then) }

// NumMeasures returns how many measures there are.
func (g *AttackGraph) NumMeasures() int { return len(g.cost) }

// NumPremises returns how many premises all rules have together.
func (g *AttackGraph) NumPremises() int { return g.ifs.Total() }

// FactName returns the fact's name.
func (g *AttackGraph) FactName(f FactID) string {
	if g.naming != nil {
		return g.naming.Fact(f)
	}
	return g.facts.at(int32(f))
}

// RuleName returns the rule's id.
func (g *AttackGraph) RuleName(r RuleID) string {
	if g.naming != nil {
		return g.naming.Rule(r)
	}
	return g.rules.at(int32(r))
}

// MeasureName returns the measure's id.
func (g *AttackGraph) MeasureName(m MeasureID) string { return g.measures.at(int32(m)) }

// FactByName finds a fact.
func (g *AttackGraph) FactByName(name string) (FactID, bool) {
	if n := g.naming; n != nil {
		i := n.facts.find(name, g.NumFacts(), func(i int32) string { return n.Fact(FactID(i)) })
		return FactID(i), i >= 0
	}
	i := g.facts.find(name)
	return FactID(i), i >= 0
}

// MeasureByName finds a measure.
func (g *AttackGraph) MeasureByName(name string) (MeasureID, bool) {
	i := g.measures.find(name)
	return MeasureID(i), i >= 0
}

// Then returns the fact that the rule concludes.
func (g *AttackGraph) Then(r RuleID) FactID { return g.then[r] }

// If returns the rule's premises, each once, in the order given.
func (g *AttackGraph) If(r RuleID) []FactID { return g.ifs.At(int32(r)) }

// Concluding returns the rules that conclude the fact, ascending.
func (g *AttackGraph) Concluding(f FactID) []RuleID { return g.concluding.At(int32(f)) }

// Using returns the rules that have the fact as a premise, ascending.
func (g *AttackGraph) Using(f FactID) []RuleID { return g.using.At(int32(f)) }

// Effort returns the rule's effort while no measure hardens it; see [Selection.Effort].
func (g *AttackGraph) Effort(r RuleID) float64 { return g.effort[g.figures(r)] }

// Probability returns the rule's probability while no measure hardens it, 0 for a rule that never
// fires; see [Selection.Probability].
func (g *AttackGraph) Probability(r RuleID) float64 { return g.probability[g.figures(r)] }

// figures returns where the effort and the probability of a rule stand: the rules of a large graph have few different
// ones, which are kept once.
func (g *AttackGraph) figures(r RuleID) int32 {
	if g.kind == nil {
		return int32(r)
	}
	return g.kind[r]
}

// BlockedBy returns the measures that remove the rule, ascending.
func (g *AttackGraph) BlockedBy(r RuleID) []MeasureID { return g.blockedBy.At(int32(r)) }

// HardenedBy returns what measures do to the rule short of removing it.
func (g *AttackGraph) HardenedBy(r RuleID) []Hardening { return g.hardenedBy.At(int32(r)) }

// Cost returns the measure's cost.
func (g *AttackGraph) Cost(m MeasureID) float64 { return g.cost[m] }

// index fills in which rules conclude and use each fact.
func (g *AttackGraph) index(facts int) {
	g.concluding = adjacency.Invert[RuleID](len(g.then), facts, func(r int) []FactID { return g.then[r : r+1] })
	g.using = adjacency.Invert[RuleID](len(g.then), facts, func(r int) []FactID { return g.ifs.At(int32(r)) })
}

// NewUnnamed returns a graph of so many facts, in which nothing has a name and no measure does anything, for algorithms that
// make graphs up: for each rule its conclusion, its premises, each once, its effort and its probability. It is made to be
// asked once: no order of its rules is compiled.
func NewUnnamed(facts int, then []FactID, ifs adjacency.Lists[FactID], effort, probability []float64) *AttackGraph {
	g := &AttackGraph{then: then, ifs: ifs, effort: effort, probability: probability}
	g.index(facts)
	return g
}
