package bdd_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// cones calls a test with the cones of many small graphs whose goal takes counted rules.
func cones(t *testing.T, seeds uint64, test func(t *testing.T, seed uint64, c *cone.Cone)) {
	t.Helper()
	tested := 0
	for seed := range seeds {
		g, goal := graphtest.Small(seed)
		if c := cone.New(g, g.All(), goal, g.All().Counted); c.Derivable && !c.Free {
			tested++
			test(t, seed, c)
		}
	}
	if tested < int(seeds)/5 {
		t.Errorf("only %d of %d graphs have such a goal", tested, seeds)
	}
}

func work(limit int64) *meter.Meter {
	return meter.New(context.Background(), graph.Limits{Work: limit})
}

// attacks lists, by trying all, the sets of counted rules from which the goal follows.
func attacks(c *cone.Cone) (sets [][]int32) {
	rules := c.ByName()
	s := cone.NewSpread(c, work(0))
	for state := range 1 << len(rules) {
		set := []int32{}
		for place, r := range rules {
			if state>>place&1 != 0 {
				set = append(set, r)
			}
		}
		if s.Load(set); s.Reached() {
			sets = append(sets, set)
		}
	}
	return sets
}

// minimal lists those of the attacks of which no part is one, the lightest first, then in the order of ids.
func minimal(c *cone.Cone) (sets [][]int32) {
	all := attacks(c)
	for _, set := range all {
		isPart := func(other []int32) bool {
			return len(other) < len(set) && !slices.ContainsFunc(other, func(r int32) bool { return !slices.Contains(set, r) })
		}
		if !slices.ContainsFunc(all, isPart) {
			sets = append(sets, set)
		}
	}
	rank := c.ByName()
	slices.SortFunc(sets, func(a, b []int32) int {
		if by := c.Total(a) - c.Total(b); by != 0 {
			return int(by)
		}
		return slices.CompareFunc(a, b, func(x, y int32) int { return slices.Index(rank, x) - slices.Index(rank, y) })
	})
	return sets
}

// chance adds up the chances of all states in which the goal holds.
func chance(c *cone.Cone, of []float64) (sum float64) {
	for _, set := range attacks(c) {
		p := 1.0
		for _, r := range c.ByName() {
			if slices.Contains(set, r) {
				p *= of[r]
			} else {
				p *= 1 - of[r]
			}
		}
		sum += p
	}
	return sum
}

func TestChanceAddsUpStates(t *testing.T) {
	cones(t, 500, func(t *testing.T, seed uint64, c *cone.Cone) {
		of := c.Chances()
		x := bdd.Compile(cone.NewFormula(c), work(0))
		if got, want := x.Chance(of), chance(c, of); math.Abs(got-want) > 1e-12 {
			t.Fatalf("seed %d: chance %v, want %v", seed, got, want)
		}
		for r, b := range x.Birnbaum(of) {
			if math.IsNaN(b) != !c.Counted[r] {
				t.Fatalf("seed %d: rule %d has the derivative %v", seed, r, b)
			}
			if !c.Counted[r] {
				continue
			}
			of := slices.Clone(of)
			of[r] = 1
			want := chance(c, of)
			of[r] = 0
			if want -= chance(c, of); math.Abs(b-want) > 1e-12 {
				t.Fatalf("seed %d: derivative %v by rule %d, want %v", seed, b, r, want)
			}
		}
	})
}

// Modules give the sets of the whole, counted without listing them, and listed in order, however many are asked for.
func TestModulesHaveTheMinimalSets(t *testing.T) {
	divided := 0
	cones(t, 500, func(t *testing.T, seed uint64, c *cone.Cone) {
		parts := bdd.CompileModules(c, work(0))
		if len(parts.List) > 1 {
			divided++
		}
		sets, want := parts.MinimalSets(work(0)), minimal(c)
		if !sets.Whole || sets.Count().Int64() != int64(len(want)) {
			t.Fatalf("seed %d: %v sets, whole %v, want %d", seed, sets.Count(), sets.Whole, len(want))
		}
		family := sets.Together(work(0))
		for _, most := range []int{0, 1, 3, 1000} {
			list, complete := family.Easiest(most)
			wanted := want[:min(most, len(want))]
			for _, set := range list {
				slices.SortFunc(set, func(a, b int32) int { return slices.Index(c.ByName(), a) - slices.Index(c.ByName(), b) })
			}
			if !complete || fmt.Sprint(list) != fmt.Sprint(wanted) {
				t.Fatalf("seed %d: the first %d are %v, want %v", seed, most, list, wanted)
			}
		}
	})
	if divided < 50 {
		t.Errorf("only %d cones were divided", divided)
	}
}

// Of what does not fit, small sets bound the chance, and say that they are not all.
func TestSmallSetsBoundTheChance(t *testing.T) {
	cut := 0
	cones(t, 300, func(t *testing.T, seed uint64, c *cone.Cone) {
		of := c.Chances()
		want := chance(c, of)
		for _, limit := range []int64{1, 10, 30, 100, 1000, 1_000_000} {
			low, high := bdd.NewSmallSets(c, work(limit)).Chance(of, of)
			if low > want*(1+1e-12) || high < want*(1-1e-12) {
				t.Fatalf("seed %d: with %d steps %v to %v, the chance is %v", seed, limit, low, high, want)
			}
			if high-low > 1e-9 {
				cut++
			} else if limit == 1_000_000 && math.Abs(low-want) > 1e-12 {
				t.Fatalf("seed %d: %v, want %v", seed, low, want)
			}
		}
	})
	if cut == 0 {
		t.Error("no limit cut anything")
	}
}

// What does not fit is not there, and what was asked for beyond the meter is said to be worth nothing.
func TestWhatDoesNotFit(t *testing.T) {
	g, goal := graphtest.FaultTree(rand.New(rand.NewPCG(1, 2)), 60, 3, 0.3)
	c := cone.New(g, g.All(), goal, g.All().Counted)
	m := work(20)
	if x := bdd.Compile(cone.NewFormula(c), m); x != nil || bdd.Cut(m).Reason != "work limit" {
		t.Errorf("compiled %v, cut %v", x, bdd.Cut(m))
	}
	m = work(20)
	sets := bdd.CompileModules(c, m).MinimalSets(m)
	if sets.Whole || math.IsInf(sets.Beyond, 1) {
		t.Errorf("whole %v, beyond %v", sets.Whole, sets.Beyond)
	}
}

// One of two events, but not both: neither alone is enough, and neither's absence.
func TestOpposites(t *testing.T) {
	g := graphtest.Must(`
a: a <-; p 0.3; effort 1
b: b <-; p 0.5; effort 2
na: na <-; p 0.7
nb: nb <-; p 0.5
one: top <- a nb
other: top <- na b`)
	c := cone.New(g, g.All(), graphtest.Fact(g, "top"), g.All().Counted)
	local := map[string]int32{}
	for i, r := range c.Rule {
		local[g.RuleName(r)] = int32(i)
	}
	f := cone.NewFormula(c)
	f.Opposite = make([]int32, len(c.Rule))
	for i := range f.Opposite {
		f.Opposite[i] = -1
	}
	for _, pair := range [][2]string{{"a", "na"}, {"b", "nb"}} {
		f.Opposite[local[pair[0]]], f.Opposite[local[pair[1]]] = local[pair[1]], local[pair[0]]
	}
	x := bdd.Compile(f, work(0))
	if got := x.Chance(c.Chances()); math.Abs(got-(0.3*0.5+0.7*0.5)) > 1e-12 {
		t.Errorf("chance %v", got)
	}
	list, complete := x.Primes().Easiest(10)
	var names []string
	for _, set := range list {
		names = append(names, fmt.Sprint(graphtest.RuleNames(g, c.Rules(set))))
	}
	if !complete || fmt.Sprint(names) != "[[a nb] [b na]]" {
		t.Errorf("prime implicants %v", names)
	}
	if len(x.Support()) != 2 || x.Never() {
		t.Errorf("depends on %v, never %v", x.Support(), x.Never())
	}
	state := x.State(func(r int32) bool { return r == local["b"] })
	for name, fires := range map[string]bool{"a": false, "na": true, "b": true, "nb": false} {
		if state[local[name]] != fires {
			t.Errorf("when b occurs, %s fires: %v", name, state[local[name]])
		}
	}
	if x.NeverWithout(local["a"], -1) || !x.NeverWithout(-1, c.Goal) || x.Full() {
		t.Error("without a there is another way; without the goal there is none")
	}
}
