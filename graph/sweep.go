package graph

import (
	"cmp"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"slices"
)

// A sweep is a graph's rules in an order in which one pass over them is enough: those that conclude a fact come
// before those that need it. Where facts need each other, the rules among them stand in the order in which they
// fire first, and a pass is repeated until nothing changes. Rules that can never fire first are left out: one of
// whose premises never holds, and one that needs what it concludes.
//
// A fixpoint and least tree costs are one pass over it, front to back, whatever rules a selection enables.
type sweep struct {
	code   []int32 // for each rule: conclusion, rule, number of premises, premises
	blocks []block
}

// A block is a stretch of code.
type block struct {
	from, to int
	cyclic   bool
}

// mostPasses bounds the passes over one cyclic block. The order fits the graph with everything enabled; where
// another selection takes many more passes, a queue is faster.
const mostPasses = 8

// newSweep orders a graph's rules by the strongly connected components of its facts.
func newSweep(g *AttackGraph) *sweep {
	p := propagate(g, g.All().enabled)
	useful := func(r RuleID) bool {
		return p.missing[r] == 0 && g.Probability(r) > 0 && !slices.Contains(g.If(r), g.then[r])
	}
	parts := adjacency.Components(p.facts(), g.NumFacts(), func(f int32, visit func(int32)) {
		for _, r := range g.Concluding(FactID(f)) {
			if useful(r) {
				for _, premise := range g.If(r) {
					visit(int32(premise))
				}
			}
		}
	})
	s := &sweep{code: make([]int32, 0, 3*g.NumRules()+g.NumPremises())}
	var rules []RuleID
	for _, part := range parts {
		rules = rules[:0]
		for _, f := range part {
			for _, r := range g.Concluding(FactID(f)) {
				if useful(r) {
					rules = append(rules, r)
				}
			}
		}
		if len(part) > 1 {
			slices.SortFunc(rules, func(a, b RuleID) int {
				return cmp.Or(cmp.Compare(p.ready(a), p.ready(b)), cmp.Compare(a, b))
			})
		}
		s.add(g, rules, len(part) > 1)
	}
	return s
}

// add appends rules; stretches without cycles are one block.
func (s *sweep) add(g *AttackGraph, rules []RuleID, cyclic bool) {
	from := len(s.code)
	for _, r := range rules {
		s.code = append(s.code, int32(g.then[r]), int32(r), int32(len(g.If(r))))
		for _, f := range g.If(r) {
			s.code = append(s.code, int32(f))
		}
	}
	if last := len(s.blocks) - 1; last >= 0 && !cyclic && !s.blocks[last].cyclic {
		s.blocks[last].to = len(s.code)
		return
	}
	s.blocks = append(s.blocks, block{from, len(s.code), cyclic})
}

// holds computes what holds when the rules are enabled, as 0 or 1 for each fact; false when some block takes too
// many passes.
func (s *sweep) holds(facts int, enabled []uint64) ([]uint8, bool) {
	holds := make([]uint8, facts)
	for _, b := range s.blocks {
		passes := 1
		for fire(s.code[b.from:b.to], holds, enabled) && b.cyclic {
			if passes++; passes > mostPasses {
				return nil, false
			}
		}
	}
	return holds, true
}

// fire passes over rules once and says whether anything came to hold.
func fire(code []int32, holds []uint8, enabled []uint64) bool {
	changed := uint8(0)
	for len(code) > 2 {
		head, r, premises := code[0], code[1], code[3:3+code[2]]
		all := uint8(enabled[r>>6]>>(r&63)) & 1
		for _, f := range premises {
			all &= holds[f]
		}
		changed |= all &^ holds[head]
		holds[head] |= all
		code = code[3+len(premises):]
	}
	return changed != 0
}

// costs lowers the tree costs of all facts, which are +Inf, to the least ones; false when some block takes too many
// passes.
func (s *sweep) costs(cost []float64, sel *Selection, fold Fold) bool {
	effort := efforts{of: sel.effort}
	if sel.effort == nil {
		effort = efforts{sel.g.kind, sel.g.effort}
	}
	pass := lowerBySum
	if fold == Max {
		pass = lowerByMax
	}
	for _, b := range s.blocks {
		passes := 1
		for pass(s.code[b.from:b.to], cost, effort, sel.enabled) && b.cyclic {
			if passes++; passes > mostPasses {
				return false
			}
		}
	}
	return true
}

// efforts are those of rules, as a graph or a selection keeps them.
type efforts struct {
	kind []int32 // nil: by rule
	of   []float64
}

func (e *efforts) at(r int32) float64 {
	if e.kind != nil {
		r = e.kind[r]
	}
	return e.of[r]
}

// lowerBySum passes over rules once, adds premises' costs, and says whether any cost fell.
func lowerBySum(code []int32, cost []float64, effort efforts, enabled []uint64) bool {
	changed := false
	for len(code) > 2 {
		head, r, premises := code[0], code[1], code[3:3+code[2]]
		code = code[3+len(premises):]
		if enabled[r>>6]>>(r&63)&1 == 0 {
			continue
		}
		sum := 0.0
		for _, f := range premises {
			sum += cost[f]
		}
		if sum += effort.at(r); sum < cost[head] {
			cost[head], changed = sum, true
		}
	}
	return changed
}

// lowerByMax is lowerBySum with the dearest premise alone.
func lowerByMax(code []int32, cost []float64, effort efforts, enabled []uint64) bool {
	changed := false
	for len(code) > 2 {
		head, r, premises := code[0], code[1], code[3:3+code[2]]
		code = code[3+len(premises):]
		if enabled[r>>6]>>(r&63)&1 == 0 {
			continue
		}
		dearest := 0.0
		for _, f := range premises {
			dearest = max(dearest, cost[f])
		}
		if dearest += effort.at(r); dearest < cost[head] {
			cost[head], changed = dearest, true
		}
	}
	return changed
}
