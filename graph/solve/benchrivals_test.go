package solve_test

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/booleworks/logicng-go/formula"
	"github.com/booleworks/logicng-go/maxsat"
	dominik "github.com/dominikbraun/graph"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
	"gonum.org/v1/gonum/graph/flow"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"
)

// rivals are the contests of whole questions with libraries that answer them, or with the obvious way to do it.
func rivals(tb testing.TB) []func() []contest {
	return []func() []contest{
		func() []contest { return pathsAndPoints(139) },
		func() []contest { return []contest{everyFoothold(139)} },
		func() []contest { return []contest{sampling(14)} },
		func() []contest {
			small, goal := graphtest.Dependencies(rand.New(rand.NewPCG(89, 77)), 1000, 0.3)
			large, end := graphtest.Dependencies(rand.New(rand.NewPCG(2, 77)), 3000, 0.5)
			tree, top := graphtest.FaultTree(rand.New(rand.NewPCG(2, 77)), 2500, 6, 0.2)
			return []contest{byMaxSAT(tb, "dependencies", small, goal), byMaxSAT(tb, "dependencies", large, end), byMaxSAT(tb, "fault tree", tree, top)}
		},
		func() []contest { return []contest{measuresByMaxSAT(tb, 14)} },
	}
}

// projected is a city's projection on single premises, one rule for each pair of facts, as a graph of each kind.
func projected(homes int) (*graph.AttackGraph, *simple.WeightedDirectedGraph) {
	city := graphtest.City{Homes: homes}.Build()
	b, plain := graph.NewBuilder(), simple.NewWeightedDirectedGraph(0, math.Inf(1))
	for f := range graph.FactID(city.NumFacts()) {
		b.Fact(city.FactName(f))
		plain.AddNode(simple.Node(f))
	}
	b.Rule(graph.Rule{ID: "entry", Then: 0})
	for r := range graph.RuleID(city.NumRules()) {
		for _, f := range city.If(r) {
			to := city.Then(r)
			if plain.HasEdgeFromTo(int64(f), int64(to)) {
				continue
			}
			b.Rule(graph.Rule{ID: fmt.Sprintf("%d-%d", r, f), Then: to, If: []graph.FactID{f}, Effort: 1 + city.Effort(r)})
			plain.SetWeightedEdge(plain.NewWeightedEdge(simple.Node(f), simple.Node(to), 1+city.Effort(r)))
		}
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g, plain
}

// pathsAndPoints asks for the ten easiest attacks and for what they cannot do without, where those are paths.
func pathsAndPoints(homes int) []contest {
	g, plain := projected(homes)
	sel, goal, ctx := g.All(), graphtest.Fact(g, graphtest.HomeHarm(3)), context.Background()
	from, to := simple.Node(0), simple.Node(goal)
	name := fmt.Sprintf("city OR only, %d arcs: ", g.NumPremises())
	return []contest{
		{name + "ten easiest attacks on one home", []entry{
			{"AttackSets", func() float64 {
				sum := 0.0
				for _, s := range solve.AttackSets(ctx, g, sel, goal, 10, graph.Limits{}).Easiest {
					sum += s.Effort
				}
				return sum
			}},
			{"gonum Yen", func() float64 {
				sum := 0.0
				for _, way := range path.YenKShortestPaths(plain, 10, math.Inf(1), from, to) {
					for i := range len(way) - 1 {
						weight, _ := plain.Weight(way[i].ID(), way[i+1].ID())
						sum += weight
					}
				}
				return sum
			}}}},
		{name + "single points of one home", []entry{
			{"SinglePoints", func() float64 { return float64(len(solve.SinglePoints(ctx, g, sel, goal, graph.Limits{}).Facts)) }},
			{"FindEssentials, of every fact", func() float64 {
				own := func(f graph.FactID) int32 { return int32(f) }
				return float64(len(solve.FindEssentials(context.Background(), g, sel, graph.Reach(g, sel), own, 0).Of(goal)) - 1)
			}},
			{"gonum dominators, of every fact", func() float64 {
				tree, n := flow.Dominators(from, plain), 0
				for d := tree.DominatorOf(int64(goal)); d != nil; d = tree.DominatorOf(d.ID()) {
					n++
					if d.ID() == from.ID() {
						break
					}
				}
				return float64(n)
			}}}}}
}

// everyFoothold takes each fact of a city for a foothold in turn.
func everyFoothold(homes int) contest {
	city := graphtest.City{Homes: homes}.Build()
	b := graph.NewBuilder()
	for f := range graph.FactID(city.NumFacts()) {
		b.Rule(graph.Rule{ID: fmt.Sprintf("foothold %d", f), Then: b.Fact(city.FactName(f))})
	}
	for r := range graph.RuleID(city.NumRules()) {
		if len(city.If(r)) > 0 {
			b.Rule(graph.Rule{ID: city.RuleName(r), Then: city.Then(r), If: city.If(r)})
		}
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	none := g.All()
	for f := range g.NumFacts() {
		none.Disable(graph.RuleID(f))
	}
	return contest{fmt.Sprintf("city, %d arcs: what each of %d footholds reaches", g.NumPremises(), g.NumFacts()), []entry{
		{"Extension", func() float64 {
			sum := 0.0
			x := graph.NewExtension(g, none, graph.Reach(g, none))
			for f := range graph.FactID(g.NumFacts()) {
				x.Assume(f)
				sum += float64(len(x.Added()))
				x.Undo()
			}
			return sum
		}},
		{"a fixpoint for each", func() float64 {
			sum := 0.0
			for f := range g.NumFacts() {
				sel := none.Clone()
				sel.Enable(graph.RuleID(f))
				sum += float64(graphtest.Held(g, graph.Reach(g, sel)))
			}
			return sum
		}}}}
}

// sampling draws as many samples 64 at a time and one by one.
func sampling(homes int) contest {
	const samples = 6400
	g := graphtest.City{Homes: homes}.Build()
	sel, goal := g.All(), graphtest.Fact(g, graphtest.HomeHarm(3))
	return contest{fmt.Sprintf("city, %d arcs: %d samples of one home's chance", g.NumPremises(), samples), []entry{
		{"Sample", func() float64 {
			solve.Sample(context.Background(), g, sel, goal, solve.SampleOptions{Samples: samples})
			return math.NaN()
		}},
		{"a fixpoint for each", func() float64 {
			r, hits := rand.New(rand.NewPCG(1, 2)), 0
			for range samples {
				drawn := sel.Clone()
				for rule := range graph.RuleID(g.NumRules()) {
					if p := g.Probability(rule); p < 1 && r.Float64() >= p {
						drawn.Disable(rule)
					}
				}
				if graph.Reach(g, drawn).Holds(goal) {
					hits++
				}
			}
			return math.NaN()
		}}}}
}

// byMaxSAT asks logicng for the least effort.
func byMaxSAT(tb testing.TB, family string, g *graph.AttackGraph, goal graph.FactID) contest {
	return contest{fmt.Sprintf("%s, %d rules: least effort", family, g.NumRules()), []entry{
		{"LeastEffort, exact and certified", func() float64 {
			return solve.LeastEffort(context.Background(), g, g.All(), goal, graph.Limits{}).Value
		}},
		{"logicng OLL", func() float64 { return logicngEffort(tb, g, goal) }}}}
}

// measuresByMaxSAT asks logicng for the cheapest measures by which no home is harmed: what holds is a model of the rules
// that no measure in force blocks.
func measuresByMaxSAT(tb testing.TB, homes int) contest {
	city := graphtest.City{Homes: homes, Measures: true}
	g := city.Build()
	goal := graphtest.Fact(g, graphtest.AnyHome)
	return contest{fmt.Sprintf("city, %d arcs, %d measures: the cheapest by which no home is harmed", g.NumPremises(), g.NumMeasures()), []entry{
		{"CheapestMeasures, exact and certified", func() float64 {
			return solve.CheapestMeasures(context.Background(), g, []graph.Case{{Sel: g.All(), Goal: goal}}, solve.MeasuresOptions{}).Value
		}},
		{"logicng OLL", func() float64 {
			fac := formula.NewFactory()
			solver := maxsat.OLL(fac)
			fact := func(f graph.FactID) formula.Formula { return fac.Variable(g.FactName(f)) }
			measure := func(m graph.MeasureID) formula.Formula { return fac.Variable("measure " + g.MeasureName(m)) }
			for r := range graph.RuleID(g.NumRules()) {
				clause := []formula.Formula{fact(g.Then(r))}
				for _, f := range g.If(r) {
					clause = append(clause, fact(f).Negate(fac))
				}
				for _, m := range g.BlockedBy(r) {
					clause = append(clause, measure(m))
				}
				solver.AddHardFormula(fac.Or(clause...))
			}
			solver.AddHardFormula(fact(goal).Negate(fac))
			for m := range graph.MeasureID(g.NumMeasures()) {
				solver.AddSoftFormula(measure(m).Negate(fac), int(g.Cost(m)))
			}
			result := solver.Solve()
			if !result.Satisfiable {
				tb.Fatal("logicng finds nothing")
			}
			return float64(result.Optimum)
		}}}}
}

// memory says what a city takes as a graph of each kind, its names included in ours.
func memory(out io.Writer, homes int) {
	city := graphtest.City{Homes: homes}
	arcs := city.Build().NumPremises()
	kinds := []struct {
		name string
		make func() any
	}{
		{"AttackGraph, compiled, AND and OR", func() any { return city.Build() }},
		{"gonum weighted digraph, OR only", func() any { _, plain := projected(homes); return plain }},
		{"dominikbraun digraph, OR only", func() any {
			g, edges := city.Build(), dominik.New(dominik.IntHash, dominik.Directed())
			for f := range g.NumFacts() {
				_ = edges.AddVertex(f)
			}
			for r := range graph.RuleID(g.NumRules()) {
				for _, f := range g.If(r) {
					_ = edges.AddEdge(int(f), int(g.Then(r)))
				}
			}
			return edges
		}},
	}
	first := 0.0
	for _, k := range kinds {
		before := heap()
		kept := k.make()
		perArc := float64(heap()-before) / float64(arcs)
		runtime.KeepAlive(kept)
		if first == 0 {
			first = perArc
		}
		fmt.Fprintf(out, "| city, %d arcs: memory | %s | %.0f bytes an arc | %.3g |\n", arcs, k.name, perArc, perArc/first)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}
