package graph

// A knuth is the least tree costs with a derivation of each, by Knuth's generalisation of Dijkstra's algorithm
// ("A generalization of Dijkstra's algorithm", Information Processing Letters 1977).
type knuth struct {
	g       *AttackGraph
	sel     *Selection
	fold    Fold
	cost    []float64
	rule    []RuleID
	rank    []int32 // from 1 in the order of cost; 0: cannot be derived
	missing []int32 // rule → premises that are not settled
	queue   offers
	settled int32
}

// settle runs in O(n log n).
func settle(g *AttackGraph, sel *Selection, fold Fold) *knuth {
	k := &knuth{g: g, sel: sel, fold: fold, cost: unpriced(g), rule: make([]RuleID, g.NumFacts()),
		rank: make([]int32, g.NumFacts()), missing: make([]int32, g.NumRules())}
	for r := range k.missing {
		k.missing[r] = int32(len(g.If(RuleID(r))))
		if k.missing[r] == 0 {
			k.offer(RuleID(r))
		}
	}
	for len(k.queue) > 0 {
		k.settle(k.queue.pop())
	}
	return k
}

// offer prices a rule's conclusion. Costs are added in the order of the premises, as a sweep does, so that both
// round alike.
func (k *knuth) offer(r RuleID) {
	if !k.sel.Enabled(r) {
		return
	}
	cost := 0.0
	for _, f := range k.g.If(r) {
		if k.fold == Sum {
			cost += k.cost[f]
		} else {
			cost = max(cost, k.cost[f])
		}
	}
	if cost += k.sel.Effort(r); cost < k.cost[k.g.then[r]] {
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
		k.missing[r]--
		if k.missing[r] == 0 {
			k.offer(r)
		}
	}
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
