package graphtest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
)

// Chain makes n rules of effort 1 and probability one half, each needing the one before.
func Chain(n int) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	var last graph.FactID
	for i := range n {
		r := graph.Rule{ID: fmt.Sprintf("r%d", i), Effort: 1, Probability: 0.5}
		if i > 0 {
			r.If = []graph.FactID{last}
		}
		last = b.Fact(fmt.Sprintf("f%d", i))
		r.Then = last
		b.Rule(r)
	}
	return mustBuild(b), last
}

// Dependencies makes a random AND/OR graph of n facts like the control-system graphs of the MaxSAT
// Evaluation 2019 (Barrère, Hankin, "MaxSAT evaluation 2019 benchmark: identifying security-critical cyber-physical
// components in weighted AND/OR graphs"): a tenth of the facts are ANDs and a tenth ORs of two, the others
// follow from one, and those can also be hit directly at an effort of 1 to 100. Shared is the share of
// premises that are facts already in use.
func Dependencies(r *rand.Rand, n int, shared float64) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	fact := func(i int) graph.FactID { return b.Fact(fmt.Sprintf("n%d", i)) }
	next := 1
	premise := func(i int) graph.FactID {
		if next >= n || next > i+1 && r.Float64() < shared {
			return fact(min(n, i+1+r.IntN(max(1, min(next, n)-i))))
		}
		next++
		return fact(next - 1)
	}
	for i := range n {
		switch kind := r.IntN(10); {
		case i >= n-n/5:
			b.Rule(graph.Rule{ID: fmt.Sprintf("hit-%d", i), Then: fact(i), Effort: float64(1 + r.IntN(100))})
		case kind == 0 && i > 0:
			b.Rule(graph.Rule{ID: fmt.Sprintf("and-%d", i), Then: fact(i), If: []graph.FactID{premise(i), premise(i)}})
		case kind == 1 && i > 0:
			b.Rule(graph.Rule{ID: fmt.Sprintf("or-%d-a", i), Then: fact(i), If: []graph.FactID{premise(i)}})
			b.Rule(graph.Rule{ID: fmt.Sprintf("or-%d-b", i), Then: fact(i), If: []graph.FactID{premise(i)}})
		default:
			b.Rule(graph.Rule{ID: fmt.Sprintf("from-%d", i), Then: fact(i), If: []graph.FactID{premise(i)}})
			if i > 0 {
				b.Rule(graph.Rule{ID: fmt.Sprintf("hit-%d", i), Then: fact(i), Effort: float64(1 + r.IntN(100))})
			}
		}
	}
	b.Rule(graph.Rule{ID: "hit-last", Then: fact(n), Effort: 50})
	return mustBuild(b), 0
}

// FaultTree makes a random fault tree of n gates and events, a directed acyclic graph in which a share of
// the operands is used more than once, like those of the MaxSAT Evaluation 2020 (Barrère, Hankin) and, with
// small gates, industrial ones. Events have an effort of minus the logarithm of their probability, in
// millionths, and the probability.
func FaultTree(r *rand.Rand, n, operands int, shared float64) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	fact := func(i int) graph.FactID { return b.Fact(fmt.Sprintf("g%d", i)) }
	gate := make([]bool, n)
	next := 1
	for i := 0; i < next && i < n; i++ {
		fact(i)
		if gate[i] = i == 0 || next < n && r.IntN(2) == 0 || next == i+1 && next < n; !gate[i] {
			continue
		}
		count := 2 + r.IntN(operands-1)
		var list []graph.FactID
		for range count {
			if next > i+1 && r.Float64() < shared {
				list = append(list, fact(i+1+r.IntN(next-i-1)))
				continue
			}
			if next >= n {
				break
			}
			list = append(list, fact(next))
			next++
		}
		if r.IntN(2) == 0 {
			b.Rule(graph.Rule{ID: fmt.Sprintf("and-%d", i), Then: fact(i), If: list})
			continue
		}
		for k, f := range list {
			b.Rule(graph.Rule{ID: fmt.Sprintf("or-%d-%d", i, k), Then: fact(i), If: []graph.FactID{f}})
		}
	}
	for i := range n {
		if !gate[i] {
			p := math.Exp(-float64(1+r.IntN(4_000_000)) / 1e6)
			b.Rule(graph.Rule{ID: fmt.Sprintf("e%d", i), Then: fact(i), Probability: p, Effort: math.Round(-1e6*math.Log(p)) + 1})
		}
	}
	return mustBuild(b), 0
}

// Network makes a cyclic network scenario like those of NASim (Schwartz, Kurniawati 2019): hosts in subnets,
// each scanned from a compromised neighbour, exploited through one of a few services and then escalated; all
// sensitive hosts have to be taken. Scans and exploits are paid for once a host.
func Network(r *rand.Rand, subnets, hosts, services int) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	name := func(what string, h int) graph.FactID { return b.Fact(fmt.Sprintf("%s_h%d", what, h)) }
	subnet := make([]int, hosts)
	for h := range subnet {
		subnet[h] = min(h, r.IntN(subnets))
	}
	var goals []graph.FactID
	for h := range hosts {
		b.Rule(graph.Rule{ID: fmt.Sprintf("do-scan_h%d", h), Then: name("did-scan", h), Effort: 1})
		for s := range services {
			if r.IntN(2) == 0 {
				exploit(b, r, h, s)
			}
		}
		exploit(b, r, h, services)
		b.Rule(graph.Rule{ID: fmt.Sprintf("do-root_h%d", h), Then: name("did-root", h), Effort: float64(1 + r.IntN(2))})
		b.Rule(graph.Rule{ID: fmt.Sprintf("root_h%d", h), Then: name("root", h),
			If: []graph.FactID{name("user", h), name("did-root", h)}})
		b.Rule(graph.Rule{ID: fmt.Sprintf("user_h%d", h), Then: name("user", h), If: []graph.FactID{name("root", h)}})
		for other := range hosts {
			near := subnet[h] == subnet[other] || (subnet[h]+1)%subnets == subnet[other]
			if other == h || !near {
				continue
			}
			b.Rule(graph.Rule{ID: fmt.Sprintf("found_h%d_h%d", h, other), Then: name("reach", other),
				If: []graph.FactID{name("user", h), name("reach", h), name("did-scan", h)}})
		}
		if r.IntN(5) == 0 || h == hosts-1 {
			goals = append(goals, name("root", h))
		}
	}
	b.Rule(graph.Rule{ID: "entry", Then: name("reach", 0)})
	all := b.Fact("all-goals")
	b.Rule(graph.Rule{ID: "all", Then: all, If: goals})
	return mustBuild(b), all
}

func exploit(b *graph.Builder, r *rand.Rand, h, service int) {
	did := b.Fact(fmt.Sprintf("did-e%d_h%d", service, h))
	b.Rule(graph.Rule{ID: fmt.Sprintf("do-e%d_h%d", service, h), Then: did, Effort: float64(1 + r.IntN(3))})
	state := "user"
	if r.IntN(3) == 0 {
		state = "root"
	}
	b.Rule(graph.Rule{ID: fmt.Sprintf("e%d_h%d", service, h), Then: b.Fact(fmt.Sprintf("%s_h%d", state, h)),
		If: []graph.FactID{b.Fact(fmt.Sprintf("reach_h%d", h)), did}})
}

func mustBuild(b *graph.Builder) *graph.AttackGraph {
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g
}

// Shuffled copies a graph with its facts, rules and premises in another order and under other names.
func Shuffled(r *rand.Rand, g *graph.AttackGraph, goal graph.FactID) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	fact, rule := r.Perm(g.NumFacts()), r.Perm(g.NumRules())
	named := func(f graph.FactID) graph.FactID { return b.Fact(fmt.Sprintf("f%d", fact[f])) }
	for _, f := range r.Perm(g.NumFacts()) {
		named(graph.FactID(f))
	}
	for _, i := range r.Perm(g.NumRules()) {
		old := graph.RuleID(i)
		p := g.Probability(old)
		copied := graph.Rule{ID: fmt.Sprintf("r%d", rule[i]), Then: named(g.Then(old)), Effort: g.Effort(old), Probability: p, Never: p == 0}
		for _, k := range r.Perm(len(g.If(old))) {
			copied.If = append(copied.If, named(g.If(old)[k]))
		}
		b.Rule(copied)
	}
	return mustBuild(b), named(goal)
}
