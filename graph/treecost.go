package graph

import (
	"cmp"
	"math"
	"slices"
)

// A Fold is how the costs of a rule's premises make the cost of the rule.
type Fold int

const (
	// Sum adds the premises' costs to the rule's effort. A step that several premises share is paid
	// each time, so the least sum is an upper bound of the least effort.
	Sum Fold = iota
	// Max adds only the dearest premise's cost to the rule's effort: a lower bound of the least effort.
	Max
)

// A TreeCosts is the tree cost of every fact under a selection. It is a bound of the least effort, and
// equal to it where no counted rule is shared (Sum) or no rule has two costly premises (both folds).
type TreeCosts struct {
	g    *AttackGraph
	cost []float64
	rule []RuleID
	rank []int32
}

// TreeCost computes least tree costs by Knuth's generalisation of Dijkstra's algorithm ("A
// generalization of Dijkstra's algorithm", Information Processing Letters 1977), in O(n log n).
func TreeCost(g *AttackGraph, sel *Selection, fold Fold) *TreeCosts {
	k := knuth{g: g, sel: sel, fold: fold, missing: make([]int32, g.NumRules()),
		value: make([]float64, g.NumRules())}
	k.TreeCosts = &TreeCosts{g: g, cost: make([]float64, g.NumFacts()),
		rule: make([]RuleID, g.NumFacts()), rank: make([]int32, g.NumFacts())}
	for f := range k.cost {
		k.cost[f] = math.Inf(1)
	}
	for r := range k.missing {
		k.missing[r] = int32(len(g.If(RuleID(r))))
		if k.missing[r] == 0 {
			k.offer(RuleID(r))
		}
	}
	for len(k.queue) > 0 {
		k.settle(k.queue.pop())
	}
	return k.TreeCosts
}

// Cost returns the fact's tree cost, +Inf when it cannot be derived.
func (t *TreeCosts) Cost(f FactID) float64 { return t.cost[f] }

// Rule returns the rule by which the fact has its cost; false when it cannot be derived.
func (t *TreeCosts) Rule(f FactID) (RuleID, bool) { return t.rule[f], t.rank[f] != 0 }

// Proof returns the rules of the derivation that has the tree cost, premises first; nil when the goal
// cannot be derived.
func (t *TreeCosts) Proof(goal FactID) []RuleID {
	if t.rank[goal] == 0 {
		return nil
	}
	wanted := map[FactID]bool{goal: true}
	facts := []FactID{goal}
	for next := 0; next < len(facts); next++ {
		for _, p := range t.g.If(t.rule[facts[next]]) {
			if !wanted[p] {
				wanted[p] = true
				facts = append(facts, p)
			}
		}
	}
	slices.SortFunc(facts, func(a, b FactID) int { return cmp.Compare(t.rank[a], t.rank[b]) })
	proof := make([]RuleID, len(facts))
	for i, f := range facts {
		proof[i] = t.rule[f]
	}
	return proof
}

// offer is a rule all of whose premises are settled, with the cost that it gives its conclusion.
type offer struct {
	cost float64
	rule RuleID
}

// offers is a heap of four branches, the cheapest first, the lower rule of equals first.
type offers []offer

func (o offer) before(other offer) bool {
	return o.cost < other.cost || o.cost == other.cost && o.rule < other.rule
}

func (q *offers) push(o offer) {
	heap := append(*q, o)
	i := len(heap) - 1
	for i > 0 && o.before(heap[(i-1)/4]) {
		heap[i] = heap[(i-1)/4]
		i = (i - 1) / 4
	}
	heap[i] = o
	*q = heap
}

func (q *offers) pop() offer {
	heap := *q
	top, last := heap[0], heap[len(heap)-1]
	heap = heap[:len(heap)-1]
	for i := 0; len(heap) > 0; {
		least := 4*i + 1
		for child := least + 1; child <= 4*i+4 && child < len(heap); child++ {
			if heap[child].before(heap[least]) {
				least = child
			}
		}
		if least >= len(heap) || !heap[least].before(last) {
			heap[i] = last
			break
		}
		heap[i] = heap[least]
		i = least
	}
	*q = heap
	return top
}

type knuth struct {
	*TreeCosts
	g       *AttackGraph
	sel     *Selection
	fold    Fold
	missing []int32   // rule → premises that are not settled
	value   []float64 // rule → folded cost of the premises settled so far
	queue   offers
	settled int32
}

func (k *knuth) offer(r RuleID) {
	if cost := k.value[r] + k.sel.Effort(r); k.sel.Enabled(r) && cost < k.cost[k.g.then[r]] {
		k.cost[k.g.then[r]] = cost
		k.queue.push(offer{cost, r})
	}
}

func (k *knuth) settle(o offer) {
	f := k.g.then[o.rule]
	if k.rank[f] != 0 {
		return
	}
	k.settled++
	k.rank[f], k.rule[f] = k.settled, o.rule
	for _, r := range k.g.Using(f) {
		if k.fold == Sum {
			k.value[r] += o.cost
		} else {
			k.value[r] = max(k.value[r], o.cost)
		}
		k.missing[r]--
		if k.missing[r] == 0 {
			k.offer(r)
		}
	}
}
