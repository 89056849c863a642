package solve_test

import (
	"context"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/booleworks/logicng-go/formula"
	"github.com/booleworks/logicng-go/maxsat"
	"github.com/dalzilio/rudd"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// The rudd library builds the same functions; the chance follows from its nodes, the count of models from the
// library itself.
func TestProbabilityAgreesWithRudd(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 21))
		g, goal := graphtest.FaultTree(r, 60+r.IntN(60), 4, 0.3)
		if seed%2 == 0 { // more shared, more that is enough alone
			g, goal = graphtest.FaultTree(r, 150+r.IntN(150), 8, 0.6)
		}
		a := solve.Probability(context.Background(), g, g.All(), goal, graph.Limits{})
		if a.Status != graph.Exact {
			t.Fatalf("seed %d: %v", seed, a.Status)
		}
		if want := ruddChance(t, g, goal); math.Abs(a.Value-want) > 1e-12 {
			t.Errorf("seed %d: chance %v, rudd's is %v", seed, a.Value, want)
		}
	}
}

// ruddNodes keeps every node that rudd has returned: its finalizers would count references down beside the test that goes on
// using the diagram, which is a race.
var ruddNodes []rudd.Node

// ruddChance computes the chance with rudd's diagram of an acyclic graph.
func ruddChance(t *testing.T, g *graph.AttackGraph, goal graph.FactID) float64 {
	t.Helper()
	variable, chance := map[graph.RuleID]int{}, []float64{}
	for r := range graph.RuleID(g.NumRules()) {
		if g.Probability(r) < 1 {
			variable[r] = len(chance)
			chance = append(chance, g.Probability(r))
		}
	}
	set, err := rudd.New(len(chance), rudd.Nodesize(1<<16), rudd.Cachesize(1<<14))
	if err != nil {
		t.Fatal(err)
	}
	kept := func(n rudd.Node) rudd.Node {
		ruddNodes = append(ruddNodes, n)
		return n
	}
	value := make([]rudd.Node, g.NumFacts())
	for f := range value {
		value[f] = set.False()
	}
	for changed := true; changed; {
		changed = false
		for r := range graph.RuleID(g.NumRules()) {
			n := set.True()
			if v, counted := variable[r]; counted {
				n = kept(set.Ithvar(v))
			}
			for _, f := range g.If(r) {
				n = kept(set.And(n, value[f]))
			}
			if next := kept(set.Or(value[g.Then(r)], n)); !set.Equal(next, value[g.Then(r)]) {
				value[g.Then(r)], changed = next, true
			}
		}
	}
	p := map[int]float64{0: 0, 1: 1}
	err = set.Allnodes(func(id, level, low, high int) error {
		if id > 1 {
			p[id] = math.NaN()
		}
		return nil
	}, value[goal])
	if err != nil {
		t.Fatal(err)
	}
	type node struct{ level, low, high int }
	nodes := map[int]node{}
	_ = set.Allnodes(func(id, level, low, high int) error {
		nodes[id] = node{level, low, high}
		return nil
	}, value[goal])
	var of func(id int) float64
	of = func(id int) float64 { // as deep as there are variables
		if q := p[id]; !math.IsNaN(q) {
			return q
		}
		n := nodes[id]
		p[id] = chance[n.level]*of(n.high) + (1-chance[n.level])*of(n.low)
		return p[id]
	}
	return of(*value[goal])
}

// The MaxSAT solver of logicng finds the same least efforts on acyclic graphs.
func TestLeastEffortAgreesWithLogicNG(t *testing.T) {
	for seed := range uint64(15) {
		r := rand.New(rand.NewPCG(seed, 22))
		g, goal := graphtest.Dependencies(r, 300, 0.4)
		if seed%2 == 0 {
			g, goal = graphtest.FaultTree(r, 200, 5, 0.3)
		}
		a := solve.LeastEffort(context.Background(), g, g.All(), goal, graph.Limits{})
		if want := logicngEffort(t, g, goal); a.Status != graph.Exact || a.Value != want {
			t.Errorf("seed %d: effort %v (%v), logicng says %v", seed, a.Value, a.Status, want)
		}
	}
}

func logicngEffort(t testing.TB, g *graph.AttackGraph, goal graph.FactID) float64 {
	t.Helper()
	fac := formula.NewFactory()
	solver := maxsat.OLL(fac)
	fact := func(f graph.FactID) formula.Formula { return fac.Variable(g.FactName(f)) }
	rule := func(r graph.RuleID) formula.Formula { return fac.Variable("rule " + g.RuleName(r)) }
	solver.AddHardFormula(fact(goal))
	for f := range graph.FactID(g.NumFacts()) {
		ways := []formula.Formula{}
		for _, r := range g.Concluding(f) {
			ways = append(ways, rule(r))
		}
		solver.AddHardFormula(fac.Implication(fact(f), fac.Or(ways...)))
	}
	for r := range graph.RuleID(g.NumRules()) {
		for _, f := range g.If(r) {
			solver.AddHardFormula(fac.Implication(rule(r), fact(f)))
		}
		if e := g.Effort(r); e > 0 {
			solver.AddSoftFormula(rule(r).Negate(fac), int(e))
		}
	}
	result := solver.Solve()
	if !result.Satisfiable {
		t.Fatal("logicng finds nothing")
	}
	return float64(result.Optimum)
}

// The number of minimal attack sets of a tree without sharing follows from the tree.
func TestCountOfTreeEqualsProductAndSum(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 23))
		g, goal := graphtest.FaultTree(r, 400, 5, 0)
		want := treeCount(g, goal)
		a := solve.AttackSets(context.Background(), g, g.All(), goal, 3, graph.Limits{})
		if a.Status != graph.Exact || a.Count.Cmp(want) != 0 {
			t.Errorf("seed %d: %v sets, want %v", seed, a.Count, want)
		}
	}
}

func treeCount(g *graph.AttackGraph, f graph.FactID) *big.Int {
	sum := new(big.Int)
	for _, r := range g.Concluding(f) {
		product := big.NewInt(1)
		for _, p := range g.If(r) {
			product.Mul(product, treeCount(g, p))
		}
		sum.Add(sum, product)
	}
	return sum
}
