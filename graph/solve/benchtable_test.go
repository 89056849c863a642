package solve_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	dominik "github.com/dominikbraun/graph"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/traverse"
)

var table = flag.String("table", "", "write the table of BenchmarkTable to this file")

// A contest is one operation and its rivals on the same graph. Each returns a number by which all must agree,
// or NaN where there is nothing to compare.
type contest struct {
	name    string
	entries []entry
}

type entry struct {
	name string
	run  func() float64
}

// BenchmarkTable runs own code and rivals alternately on one core and prints the best round of each, as ratios to the
// first entry. What the file says beyond the table stays. It decides nothing:
//
//	go test ./graph/solve -run '^$' -bench Table -benchtime 1x -table ../../BENCHMARKS.md
func BenchmarkTable(b *testing.B) {
	for range b.N {
		var out bytes.Buffer
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		out.WriteString(benchmarkHead)
		for _, make := range append(contests(), rivals(b)...) {
			for _, c := range make() {
				c.print(b, &out)
			}
		}
		memory(&out, 1388)
		if *table == "" {
			os.Stdout.Write(out.Bytes())
			continue
		}
		old, _ := os.ReadFile(*table)
		if at := bytes.Index(old, []byte("\n## ")); at >= 0 {
			out.Write(old[at:])
		}
		if err := os.WriteFile(*table, out.Bytes(), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}

const benchmarkHead = `# Benchmarks

Made by ` + "`go test ./graph/solve -run '^$' -bench Table -benchtime 1x -table ../../BENCHMARKS.md`" + ` on one core of a shared
machine: in each contest all entries run alternately, at least seven rounds and up to a hundred within a second, and
the best round of each counts. Only the ratios mean anything; where the three best rounds of the first entry differ by
more than 15 %, the contest says that it is too noisy.
All entries of a contest agree in their answers. An arc is one premise of one rule; the city is the generator of
` + "`graph/graphtest`" + `, whose answers are known at any size; "OR only" is its projection on single premises.

| contest | entry | best | ratio to the first |
|---|---|---|---|
`

func (c contest) print(b *testing.B, out io.Writer) {
	rounds := make([][]time.Duration, len(c.entries))
	began := time.Now()
	for round := 0; round < 7 || round < 100 && time.Since(began) < time.Second; round++ {
		for i, e := range c.entries {
			if round > 2 && slices.Min(rounds[i]) > 2*time.Second {
				continue // a slow rival is measured three times
			}
			runtime.GC()
			start := time.Now()
			got := e.run()
			rounds[i] = append(rounds[i], time.Since(start))
			if round == 0 && i < len(c.entries)-1 && !math.IsNaN(got) {
				if w := c.entries[len(c.entries)-1].run(); !math.IsNaN(w) && math.Abs(got-w) > 1e-9*max(1, math.Abs(w)) {
					b.Errorf("%s: %s says %v, another says %v", c.name, e.name, got, w)
				}
			}
		}
	}
	best := make([]time.Duration, len(c.entries))
	for i := range rounds {
		slices.Sort(rounds[i])
		best[i] = rounds[i][0]
	}
	noise := ""
	if float64(rounds[0][2]) > 1.15*float64(best[0]) {
		noise = " (too noisy)"
	}
	for i, e := range c.entries {
		fmt.Fprintf(out, "| %s%s | %s | %s | %.3g |\n", c.name, noise, e.name, best[i].Round(time.Microsecond), float64(best[i])/float64(best[0]))
	}
}

// contests makes one graph's contests after the other's, so that no two large graphs are there at a time.
func contests() []func() []contest {
	var list []func() []contest
	cities := []graphtest.City{{Homes: 139}, {Homes: 1388}, {Homes: 13888}, {Homes: 13888, Shuffle: 1}, {Homes: 13888, Cyclic: true}}
	for _, c := range cities {
		list = append(list, func() []contest { return passes(c) })
	}
	return append(list,
		func() []contest { return []contest{orOnly(1388)} },
		func() []contest { return []contest{exactCity(1388)} },
		func() []contest { return []contest{dependencies()} })
}

// passes compares what looks at a whole city once with one pass over its arrays.
func passes(c graphtest.City) []contest {
	g := c.Build()
	sel, plant := g.All(), graphtest.Fact(g, graphtest.Plant)
	name := fmt.Sprintf("%scity, %d arcs", kind(c), g.NumPremises())
	return []contest{
		{name + ": fixpoint", []entry{
			{"one pass over the arrays", func() float64 { return pass(g) }},
			{"Reach", func() float64 { return float64(graphtest.Held(g, graph.Reach(g, sel))) }}}},
		{name + ": tree cost of every fact", []entry{
			{"one pass over the arrays", func() float64 { return pass(g) }},
			{"TreeCost", func() float64 { return graph.TreeCost(g, sel, graph.Sum).Cost(plant) }}}}}
}

// kind names what is special about a city.
func kind(c graphtest.City) string {
	switch {
	case c.Cyclic:
		return "cyclic "
	case c.Shuffle != 0:
		return "shuffled "
	}
	return ""
}

// pass reads every premise once and adds something up, so that it is not left out.
func pass(g *graph.AttackGraph) float64 {
	sum := 0
	for r := range graph.RuleID(g.NumRules()) {
		sum += int(g.Then(r))
		for _, f := range g.If(r) {
			sum += int(f)
		}
	}
	if sum < 0 {
		panic("overflow")
	}
	return math.NaN()
}

// orOnly compares reachability and cheapest paths where an AND/OR graph is a plain one.
func orOnly(homes int) contest {
	city := graphtest.City{Homes: homes}.Build()
	b := graph.NewBuilder()
	for f := range graph.FactID(city.NumFacts()) {
		b.Fact(city.FactName(f))
	}
	plain, edges := simple.NewWeightedDirectedGraph(0, math.Inf(1)), dominik.New(dominik.IntHash, dominik.Directed())
	for f := range city.NumFacts() {
		plain.AddNode(simple.Node(f))
		_ = edges.AddVertex(f)
	}
	b.Rule(graph.Rule{ID: "entry", Then: 0})
	for r := range graph.RuleID(city.NumRules()) {
		for _, f := range city.If(r) {
			to := city.Then(r)
			b.Rule(graph.Rule{ID: fmt.Sprintf("%d-%d", r, f), Then: to, If: []graph.FactID{f}, Effort: 1 + city.Effort(r)})
			plain.SetWeightedEdge(plain.NewWeightedEdge(simple.Node(f), simple.Node(to), 1+city.Effort(r)))
			_ = edges.AddEdge(int(f), int(to))
		}
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	sel := g.All()
	return contest{fmt.Sprintf("city OR only, %d arcs: what is reached", g.NumPremises()), []entry{
		{"Reach", func() float64 { return float64(graphtest.Held(g, graph.Reach(g, sel))) }},
		{"TreeCost (costs too)", func() float64 { return reachedBy(graph.TreeCost(g, sel, graph.Sum), g) }},
		{"gonum breadth first", func() float64 {
			n := 0
			search := traverse.BreadthFirst{Visit: func(gonum.Node) { n++ }}
			search.Walk(plain, simple.Node(0), nil)
			return float64(n)
		}},
		{"gonum Dijkstra (costs too)", func() float64 {
			shortest, n := path.DijkstraFrom(simple.Node(0), plain), 0
			for f := range g.NumFacts() {
				if !math.IsInf(shortest.WeightTo(int64(f)), 1) {
					n++
				}
			}
			return float64(n)
		}},
		{"dominikbraun breadth first", func() float64 {
			n := 0
			_ = dominik.BFS(edges, 0, func(int) bool { n++; return false })
			return float64(n)
		}}}}
}

func reachedBy(costs *graph.TreeCosts, g *graph.AttackGraph) float64 {
	n := 0
	for f := range graph.FactID(g.NumFacts()) {
		if !math.IsInf(costs.Cost(f), 1) {
			n++
		}
	}
	return float64(n)
}

// exactCity asks the hard questions about one home in a city.
func exactCity(homes int) contest {
	g := graphtest.City{Homes: homes}.Build()
	sel, goal, ctx := g.All(), graphtest.Fact(g, graphtest.HomeHarm(3)), context.Background()
	quiet := func(run func()) func() float64 {
		return func() float64 { run(); return math.NaN() }
	}
	return contest{fmt.Sprintf("city, %d arcs: questions about one home", g.NumPremises()), []entry{
		{"Reach, all facts", quiet(func() { graph.Reach(g, sel) })},
		{"LeastEffort, certified", quiet(func() { solve.LeastEffort(ctx, g, sel, goal, graph.Limits{}) })},
		{"Probability, exact", quiet(func() { solve.Probability(ctx, g, sel, goal, graph.Limits{}) })},
		{"AttackSets, counted, ten easiest", quiet(func() { solve.AttackSets(ctx, g, sel, goal, 10, graph.Limits{}) })},
		{"SinglePoints", quiet(func() { solve.SinglePoints(ctx, g, sel, goal, graph.Limits{}) })},
		{"Sample, 64,000", quiet(func() { solve.Sample(ctx, g, sel, goal, solve.SampleOptions{Samples: 64000}) })}}}
}

// dependencies asks for the least effort on a random AND/OR graph of the MaxSAT Evaluation's shape.
func dependencies() contest {
	r := rand.New(rand.NewPCG(89, 77))
	g, goal := graphtest.Dependencies(r, 10000, 0.3)
	sel := g.All()
	return contest{fmt.Sprintf("dependencies, %d rules: least effort", g.NumRules()), []entry{
		{"Reach", func() float64 { graph.Reach(g, sel); return math.NaN() }},
		{"TreeCost, a bound", func() float64 { graph.TreeCost(g, sel, graph.Sum); return math.NaN() }},
		{"LeastEffort, exact and certified", func() float64 {
			return solve.LeastEffort(context.Background(), g, sel, goal, graph.Limits{}).Value
		}}}}
}

func BenchmarkReach(b *testing.B) {
	sized(b, func(g *graph.AttackGraph, sel *graph.Selection) { graph.Reach(g, sel) })
}
func BenchmarkTreeCost(b *testing.B) {
	sized(b, func(g *graph.AttackGraph, sel *graph.Selection) { graph.TreeCost(g, sel, graph.Sum) })
}

func BenchmarkLeastEffort(b *testing.B) {
	sized(b, func(g *graph.AttackGraph, sel *graph.Selection) {
		solve.LeastEffort(context.Background(), g, sel, graphtest.Fact(g, graphtest.HomeHarm(3)), graph.Limits{})
	})
}

func sized(b *testing.B, run func(*graph.AttackGraph, *graph.Selection)) {
	for _, homes := range []int{14, 139, 1388} {
		g := graphtest.City{Homes: homes, Cyclic: true}.Build()
		sel := g.All()
		b.Run(fmt.Sprintf("%d-arcs", g.NumPremises()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(g, sel)
			}
		})
	}
}
