package graphtest_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

func TestCityHasItsClosedForms(t *testing.T) {
	for _, c := range []graphtest.City{{Homes: 40}, {Homes: 70, Vendors: 3}, {Homes: 40, Cyclic: true}, {Homes: 40, Cyclic: true, Shuffle: 7}} {
		t.Run(fmt.Sprintf("%+v", c), func(t *testing.T) { checkCity(t, c) })
	}
}

func checkCity(t *testing.T, c graphtest.City) {
	g := c.Build()
	facts, rules, premises := c.Counts()
	if g.NumFacts() != facts || g.NumRules() != rules || g.NumPremises() != premises {
		t.Fatalf("%d facts, %d rules, %d premises; want %d, %d, %d", g.NumFacts(), g.NumRules(), g.NumPremises(), facts, rules, premises)
	}
	sel := g.All()
	if n := graphtest.Held(g, graph.Reach(g, sel)); n != facts {
		t.Errorf("%d of %d facts are reached", n, facts)
	}
	tree := graph.TreeCost(g, sel, graph.Sum)
	for h := range min(35, c.Homes) {
		exact, sum := c.HomeEffort(h)
		goal := graphtest.Fact(g, graphtest.HomeHarm(h))
		a := solve.LeastEffort(context.Background(), g, sel, goal, graph.Limits{})
		if a.Value != exact || tree.Cost(goal) != sum {
			t.Errorf("home %d: effort %v, tree %v; want %v, %v", h, a.Value, tree.Cost(goal), exact, sum)
		}
		if err := confirm.Optimum(g, sel, goal, a.Set, a.Landmarks, confirm.DefaultNodes); err != nil {
			t.Errorf("home %d: %v", h, err)
		}
	}
	plant, grid := graphtest.Fact(g, graphtest.Plant), graphtest.Fact(g, graphtest.Grid)
	if a := solve.LeastEffort(context.Background(), g, sel, plant, graph.Limits{}); a.Value != graphtest.PlantEffort || tree.Cost(plant) != graphtest.PlantTree {
		t.Errorf("plant: effort %v, tree %v", a.Value, tree.Cost(plant))
	}
	if a := solve.LeastEffort(context.Background(), g, sel, grid, graph.Limits{}); a.Value != c.GridEffort() || tree.Cost(grid) != a.Value {
		t.Errorf("grid: effort %v, tree %v, want %v", a.Value, tree.Cost(grid), c.GridEffort())
	}
	checkGridPoints(t, c, g, grid)
	checkBlast(t, c, g)
	if !c.Cyclic {
		p := solve.Probability(context.Background(), g, sel, graphtest.Fact(g, graphtest.HomeHarm(5)), graph.Limits{})
		if math.Abs(p.Value-c.HomeChance()) > 1e-12 {
			t.Errorf("chance %v, want %v", p.Value, c.HomeChance())
		}
	}
}

// The grid hangs on every fact of every vendor and on the internet, which a tool that drops ANDs misses.
func checkGridPoints(t *testing.T, c graphtest.City, g *graph.AttackGraph, grid graph.FactID) {
	t.Helper()
	vendors := c.Vendors
	if vendors == 0 {
		vendors = 4
	}
	a := solve.SinglePoints(context.Background(), g, g.All(), grid, graph.Limits{})
	if len(a.Facts) != 4*vendors+1 || len(a.Rules) != 3*vendors {
		t.Errorf("the grid has %d facts and %d rules as single points", len(a.Facts), len(a.Rules))
	}
}

func checkBlast(t *testing.T, c graphtest.City, g *graph.AttackGraph) {
	t.Helper()
	offline := g.All()
	entry, _ := graphtest.Rule(g, "internet")
	offline.Disable(entry)
	x := graph.NewExtension(g, offline, graph.Reach(g, offline))
	x.Assume(graphtest.Fact(g, graphtest.VendorOnline(1)))
	if len(x.Added()) != c.Blast(1) {
		t.Errorf("the blast of a vendor is %d, want %d", len(x.Added()), c.Blast(1))
	}
}

// The cheapest protection of all homes switches from interlocks to signing keys at ten homes a vendor.
func TestCityMeasures(t *testing.T) {
	for _, c := range []graphtest.City{{Homes: 6, Vendors: 2}, {Homes: 30, Vendors: 3}, {Homes: 33, Vendors: 3}, {Homes: 45, Vendors: 3, Cyclic: true}, {Homes: 600, Vendors: 3}} {
		c.Measures = true
		g := c.Build()
		cases := []graph.Case{{Sel: g.All(), Goal: graphtest.Fact(g, graphtest.AnyHome)}}
		a := solve.CheapestMeasures(context.Background(), g, cases, solve.MeasuresOptions{})
		if a.Status != graph.Exact || a.Value != c.NoHarmCost() {
			t.Errorf("%+v: %v at %v, want %v", c, a.Status, a.Value, c.NoHarmCost())
		}
		if err := confirm.Measures(g, cases, nil, a.Set, a.Needs, confirm.DefaultNodes); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
