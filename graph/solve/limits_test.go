package solve_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
	"pgregory.net/rapid"
)

// Whatever the limit, an answer is right for what it says it is.
func TestBoundsNeverPassTheExactValue(t *testing.T) {
	cut := 0
	for seed := range uint64(1200) {
		g, goal := smallGraph(seed, 31)
		sel := g.All()
		b := graphtest.NewBrute(g, sel, goal)
		sets := b.AttackSets()
		if len(sets) == 0 {
			continue
		}
		limits := graph.Limits{Work: []int64{1, 5, 20, 80, 300}[seed%5]}
		ctx := context.Background()
		e := solve.LeastEffort(ctx, g, sel, goal, limits)
		checkEffort(t, seed, g, sel, goal, e, b.Effort(sets[0]))
		p := solve.Probability(ctx, g, sel, goal, limits)
		if want := b.Probability(); p.Lower > want+1e-9 || p.Upper < want-1e-9 || p.Status == graph.Exact && math.Abs(p.Value-want) > 1e-12 {
			t.Fatalf("seed %d: chance %+v, want %v", seed, p, want)
		}
		a := solve.AttackSets(ctx, g, sel, goal, 3, limits)
		if n := a.Count.Int64(); n > int64(len(sets)) || a.Status == graph.Exact && n != int64(len(sets)) {
			t.Fatalf("seed %d: %d sets (%v), want %d", seed, n, a.Status, len(sets))
		}
		if a.Status == graph.Bound && p.Status == graph.Bound {
			cut++
		}
		if len(a.Easiest) > len(sets) {
			t.Fatalf("seed %d: %d easiest sets of %d", seed, len(a.Easiest), len(sets))
		}
		sameSets(t, seed, g, b, a.Easiest[:a.Proven], sets[:a.Proven])
		for _, set := range a.Easiest {
			if err := confirm.Minimal(g, sel, goal, set.Rules); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		rules, facts := b.SinglePoints()
		s := solve.SinglePoints(ctx, g, sel, goal, limits)
		if s.Status == graph.Exact && !slices.Equal(s.Rules, rules) || !within(s.Rules, rules) || !within(s.Facts, facts) {
			t.Fatalf("seed %d: single points %v %v, want %v %v", seed, s.Rules, s.Facts, rules, facts)
		}
		checkMeasuresBound(t, seed, g, sel, goal, b, limits)
	}
	if cut < 50 {
		t.Errorf("only %d graphs had both searches cut", cut)
	}
}

func checkEffort(t *testing.T, seed uint64, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, e *solve.EffortAnswer, want float64) {
	t.Helper()
	if e.Lower > want+1e-9 || e.Upper < want-1e-9 || e.Status == graph.Exact && math.Abs(e.Value-want) > 1e-9 {
		t.Fatalf("seed %d: effort %+v, want %v", seed, e, want)
	}
	if err := confirm.Proof(g, sel, goal, e.Proof); err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	if err := confirm.AttackSet(g, sel, goal, e.Set); err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
}

func checkMeasuresBound(t *testing.T, seed uint64, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, b *graphtest.Brute, limits graph.Limits) {
	t.Helper()
	all := b.Hardenings()
	m := solve.CheapestMeasures(context.Background(), g, []graph.Case{{Sel: sel, Goal: goal}}, solve.MeasuresOptions{Limits: limits})
	switch {
	case m.Status == graph.Impossible != (len(all) == 0):
		t.Fatalf("seed %d: %v with %d ways", seed, m.Status, len(all))
	case m.Status == graph.Impossible:
	case m.Lower > b.Cost(all[0])+1e-9 || m.Upper < b.Cost(all[0])-1e-9 || m.Status == graph.Exact && math.Abs(m.Value-b.Cost(all[0])) > 1e-9:
		t.Fatalf("seed %d: measures %+v, want %v", seed, m, b.Cost(all[0]))
	case m.Set != nil:
		if err := confirm.Hardening(g, sel, goal, m.Set); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func within[T comparable](part, whole []T) bool {
	for _, x := range part {
		if !slices.Contains(whole, x) {
			return false
		}
	}
	return true
}

// Laws that hold between two readings of one graph.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		r := rand.New(rand.NewPCG(seed, 32))
		g, goal := graphtest.Random(r, graphtest.Shape{Facts: 3 + r.IntN(12), Rules: 4 + r.IntN(30), Counted: 12, MaxIf: 3, Measures: 3})
		sel, ctx := g.All(), context.Background()
		measure := graph.MeasureID(rapid.IntRange(0, 2).Draw(t, "measure"))
		hard := sel.Without(measure)
		before, after := solve.LeastEffort(ctx, g, sel, goal, graph.Limits{}), solve.LeastEffort(ctx, g, hard, goal, graph.Limits{})
		if after.Lower < before.Lower-1e-9 {
			t.Fatalf("a measure makes the attack easier: %v to %v", before.Lower, after.Lower)
		}
		p, q := solve.Probability(ctx, g, sel, goal, graph.Limits{}), solve.Probability(ctx, g, hard, goal, graph.Limits{})
		if q.Value > p.Value+1e-12 {
			t.Fatalf("a measure makes the attack likelier: %v to %v", p.Value, q.Value)
		}
		a, b := solve.AttackSets(ctx, g, sel, goal, 1000, graph.Limits{}), solve.AttackSets(ctx, g, hard, goal, 1000, graph.Limits{})
		for _, set := range b.Easiest {
			if !slices.ContainsFunc(a.Easiest, func(s solve.AttackSet) bool { return within(s.Rules, set.Rules) }) {
				t.Fatalf("a measure adds the attack %v", set.Rules)
			}
		}
		points := solve.SinglePoints(ctx, g, sel, goal, graph.Limits{})
		for _, set := range a.Easiest {
			if err := confirm.Minimal(g, sel, goal, set.Rules); err != nil {
				t.Fatal(err)
			}
			if !within(points.Rules, set.Rules) {
				t.Fatalf("an attack set %v lacks a single point of %v", set.Rules, points.Rules)
			}
		}
	})
}

// A context that is done ends every search at once, with an answer that is right for what it says.
func TestDoneContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	g, goal := graphtest.FaultTree(rand.New(rand.NewPCG(1, 1)), 3000, 8, 0.4)
	sel := g.All()
	e := solve.LeastEffort(ctx, g, sel, goal, graph.Limits{})
	if e.Status == graph.Bound && e.Cut == nil || e.Lower > e.Upper {
		t.Errorf("%+v", e)
	}
	if err := confirm.Proof(g, sel, goal, e.Proof); err != nil {
		t.Error(err)
	}
	if p := solve.Probability(ctx, g, sel, goal, graph.Limits{}); p.Status != graph.Bound || p.Cut == nil || p.Lower > p.Upper {
		t.Errorf("%+v", p)
	}
}

// Sums over trees too large for a number bound nothing, and the least effort is exact all the same: each step is in the
// next twice, 1,200 times over.
func TestTreeCostBeyondNumbers(t *testing.T) {
	const steps = 1200
	b := graph.NewBuilder()
	last := b.Fact("start")
	b.Rule(graph.Rule{ID: "start", Then: last, Effort: 1})
	for i := range steps {
		next := graph.Rule{ID: fmt.Sprint("next ", i), Then: b.Fact(fmt.Sprint("next ", i)), Effort: 1}
		for _, side := range []string{"left ", "right "} {
			f := b.Fact(fmt.Sprint(side, i))
			b.Rule(graph.Rule{ID: fmt.Sprint(side, i), Then: f, If: []graph.FactID{last}, Effort: 1})
			next.If = append(next.If, f)
		}
		b.Rule(next)
		last = next.Then
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	a := solve.LeastEffort(context.Background(), g, g.All(), last, graph.Limits{})
	if a.Status != graph.Exact || a.Value != 3*steps+1 {
		t.Errorf("%v %v, want %d", a.Value, a.Status, 3*steps+1)
	}
}

// A gate of very many events is no reason to give up: what would take too much is left out.
func TestVeryWideGate(t *testing.T) {
	const events = 20_000
	b := graph.NewBuilder()
	top := graph.Rule{ID: "top", Then: b.Fact("top")}
	for i := range events {
		f := b.Fact(fmt.Sprint("event ", i))
		b.Rule(graph.Rule{ID: fmt.Sprint("event ", i), Then: f, Effort: 1, Probability: 1 - 1e-6})
		top.If = append(top.If, f)
	}
	b.Rule(top)
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	want := math.Pow(1-1e-6, events)
	if a := solve.Probability(context.Background(), g, g.All(), top.Then, graph.Limits{}); a.Status != graph.Exact || math.Abs(a.Value-want) > 1e-9 {
		t.Errorf("chance %v (%v), want %v", a.Value, a.Status, want)
	}
	if a := solve.LeastEffort(context.Background(), g, g.All(), top.Then, graph.Limits{}); a.Status != graph.Exact || a.Value != events {
		t.Errorf("least effort %v (%v), want %d", a.Value, a.Status, events)
	}
}
