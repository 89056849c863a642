package cone_test

import (
	"context"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
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

func unlimited() *meter.Meter { return meter.New(context.Background(), graph.Limits{}) }

// reached says whether the goal holds when of the counted rules only these fire.
func reached(c *cone.Cone, fires func(rule int32) bool) bool {
	var rules []int32
	for r, counted := range c.Counted {
		if counted && fires(int32(r)) {
			rules = append(rules, int32(r))
		}
	}
	s := cone.NewSpread(c, unlimited())
	s.Load(rules)
	return s.Reached()
}

// states calls a test with every state of a cone's counted rules.
func states(c *cone.Cone, test func(fires func(rule int32) bool)) {
	place := make([]int, len(c.Rule))
	n := 0
	for r, counted := range c.Counted {
		if counted {
			place[r] = n
			n++
		}
	}
	for state := range 1 << n {
		test(func(r int32) bool { return state>>place[r]&1 != 0 })
	}
}

// A cone's goal holds when the graph's does.
func TestConeIsTheGraphSeenFromTheGoal(t *testing.T) {
	cones(t, 500, func(t *testing.T, seed uint64, c *cone.Cone) {
		place := map[graph.RuleID]int32{}
		for i, r := range c.Rule {
			place[r] = int32(i)
		}
		states(c, func(fires func(int32) bool) {
			sel := c.Whole.All()
			for r := range graph.RuleID(c.Whole.NumRules()) {
				if i, here := place[r]; c.Counts(r) && (!here || !fires(i)) {
					sel.Disable(r)
				}
			}
			if got, want := reached(c, fires), graph.Reach(c.Whole, sel).Holds(c.Fact[c.Goal]); got != want {
				t.Fatalf("seed %d: the cone says %v, the graph %v", seed, got, want)
			}
		})
	})
}

func TestReduceKeepsTheFunction(t *testing.T) {
	smaller := 0
	cones(t, 1000, func(t *testing.T, seed uint64, c *cone.Cone) {
		small, own := c.Reduce()
		if len(small.Rule) < len(c.Rule) {
			smaller++
		}
		states(c, func(fires func(int32) bool) {
			if got, want := reached(small, func(r int32) bool { return fires(own[r]) }), reached(c, fires); got != want {
				t.Fatalf("seed %d: reduced %v, as it was %v", seed, got, want)
			}
		})
	})
	if smaller == 0 {
		t.Error("no cone was reduced")
	}
}

// Modules put together are the cone: each in turn, those inside it before.
func TestDivideKeepsTheFunction(t *testing.T) {
	divided := 0
	cones(t, 1000, func(t *testing.T, seed uint64, c *cone.Cone) {
		list := c.Divide(unlimited())
		if len(list) > 1 {
			divided++
		}
		of := make([]int, len(c.Rule))
		for i, m := range list {
			for r, own := range m.Own {
				if inner := m.Inner[r]; inner >= int32(i) {
					t.Fatalf("seed %d: module %d has %d inside it", seed, i, inner)
				}
				if own >= 0 && m.Counted[r] {
					if of[own]++; of[own] > 1 {
						t.Fatalf("seed %d: rule %d is in several modules", seed, own)
					}
				}
			}
		}
		states(c, func(fires func(int32) bool) {
			holds := make([]bool, len(list))
			for i, m := range list {
				holds[i] = reached(m.Cone, func(r int32) bool {
					if inner := m.Inner[r]; inner >= 0 {
						return holds[inner]
					}
					return fires(m.Own[r])
				})
			}
			if got, want := holds[len(list)-1], reached(c, fires); got != want {
				t.Fatalf("seed %d: in %d modules %v, as it was %v", seed, len(list), got, want)
			}
		})
	})
	if divided < 50 {
		t.Errorf("only %d cones were divided", divided)
	}
}

// What attacks of some weight can use is enough to tell which sets of at most that weight are attacks.
func TestWithinKeepsWhatIsCheap(t *testing.T) {
	cones(t, 500, func(t *testing.T, seed uint64, c *cone.Cone) {
		weight := c.Total(c.Tree())
		part, number := c.Within(weight)
		states(c, func(fires func(int32) bool) {
			var set []int32
			for r, counted := range c.Counted {
				if counted && fires(int32(r)) {
					set = append(set, int32(r))
				}
			}
			got, want := reached(part, func(r int32) bool { return fires(number[r]) }), reached(c, fires)
			if got && !want || want && !got && c.Total(set) <= weight {
				t.Fatalf("seed %d: rules %v of %d together: in the part %v, in the whole %v", seed, set, c.Total(set), got, want)
			}
		})
	})
}

// Each variant is a fixpoint of its own.
func TestVariantsAreFixpoints(t *testing.T) {
	cones(t, 300, func(t *testing.T, seed uint64, c *cone.Cone) {
		v := cone.NewVariants(cone.NewFormula(c))
		for start := 0; start < 1<<len(c.ByName()); start += 64 {
			for place, r := range c.ByName() {
				v.Rules[r] = 0
				for i := range 64 {
					v.Rules[r] |= uint64((start+i)>>place&1) << i
				}
			}
			word := v.Run()
			for i := range 64 {
				want := reached(c, func(r int32) bool { return (start+i)>>slices.Index(c.ByName(), r)&1 != 0 })
				if got := word>>i&1 != 0; got != want {
					t.Fatalf("seed %d, state %b: %v, want %v", seed, start+i, got, want)
				}
			}
		}
	})
}

// What growing leaves out is a landmark, and a minimal one: with the rest the goal does not hold, with any one more it does.
func TestGrowFindsMinimalLandmarks(t *testing.T) {
	cones(t, 500, func(t *testing.T, seed uint64, c *cone.Cone) {
		s := cone.NewSpread(c, unlimited())
		landmark := s.Grow(c.ByWeight())
		without := func(but int32) bool {
			return reached(c, func(r int32) bool { return r == but || !slices.Contains(landmark, r) })
		}
		if without(-1) {
			t.Fatalf("seed %d: the goal holds without %v", seed, landmark)
		}
		for _, r := range landmark {
			if !without(r) {
				t.Fatalf("seed %d: %v is not minimal: %d is of no use", seed, landmark, r)
			}
		}
	})
}
