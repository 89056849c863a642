package confirm_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
)

// goals calls a test with small graphs whose goal takes counted rules, and all their minimal attack sets.
func goals(t *testing.T, test func(t *testing.T, seed uint64, g *graph.AttackGraph, goal graph.FactID, b *graphtest.Brute)) {
	t.Helper()
	tested := 0
	for seed := range uint64(600) {
		g, goal := graphtest.Small(seed)
		b := graphtest.NewBrute(g, g.All(), goal)
		if sets := b.AttackSets(); len(sets) > 0 && len(sets[0]) > 0 {
			tested++
			test(t, seed, g, goal, b)
		}
	}
	if tested < 100 {
		t.Errorf("only %d graphs have such a goal", tested)
	}
}

// A set is confirmed as a minimal attack when it is one of those that trying all of them finds.
func TestMinimalIsWhatTryingAllFinds(t *testing.T) {
	goals(t, func(t *testing.T, seed uint64, g *graph.AttackGraph, goal graph.FactID, b *graphtest.Brute) {
		sets := b.AttackSets()
		if err := confirm.AllMinimal(g, g.All(), goal, sets); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, set := range sets {
			if err := confirm.AttackSet(g, g.All(), goal, set); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if err := confirm.Minimal(g, g.All(), goal, set[1:]); err == nil {
				t.Fatalf("seed %d: without one of its rules the set is confirmed", seed)
			}
			for r := range graph.RuleID(g.NumRules()) {
				if slices.Contains(set, r) || !g.All().Enabled(r) || !g.All().Counted(r) {
					continue
				}
				if err := confirm.Minimal(g, g.All(), goal, append(slices.Clone(set), r)); err == nil {
					t.Fatalf("seed %d: with a rule too many the set is confirmed", seed)
				}
			}
		}
	})
}

// What has a rule of every minimal attack set is a landmark, and nothing else.
func TestLandmarksMeetEveryAttack(t *testing.T) {
	goals(t, func(t *testing.T, seed uint64, g *graph.AttackGraph, goal graph.FactID, b *graphtest.Brute) {
		sets := b.AttackSets()
		var first []graph.RuleID
		for _, set := range sets {
			first = append(first, set[0])
		}
		if err := confirm.Landmarks(g, g.All(), goal, [][]graph.RuleID{first}); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		misses := slices.DeleteFunc(first, func(r graph.RuleID) bool { return slices.Contains(sets[0], r) })
		if err := confirm.Landmarks(g, g.All(), goal, [][]graph.RuleID{misses}); err == nil {
			t.Fatalf("seed %d: a landmark that misses an attack is confirmed", seed)
		}
	})
}

// With all landmarks there are, the cheapest attack is confirmed, a dearer one refuted, and nothing found out within no nodes.
func TestOptimumIsTheCheapest(t *testing.T) {
	dearer := 0
	goals(t, func(t *testing.T, seed uint64, g *graph.AttackGraph, goal graph.FactID, b *graphtest.Brute) {
		sets := b.AttackSets()
		landmarks := transversals(sets)
		slices.SortFunc(sets, func(a, c []graph.RuleID) int { return int(b.Effort(a) - b.Effort(c)) })
		least, most := sets[0], sets[len(sets)-1]
		if err := confirm.Optimum(g, g.All(), goal, least, landmarks, 10_000); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if b.Effort(most) > b.Effort(least) {
			dearer++
			if err := confirm.Optimum(g, g.All(), goal, most, landmarks, 10_000); err == nil || errors.Is(err, confirm.ErrTooHard) {
				t.Fatalf("seed %d: at %v instead of %v: %v", seed, b.Effort(most), b.Effort(least), err)
			}
		}
		if err := confirm.Optimum(g, g.All(), goal, least, landmarks, 0); b.Effort(least) > 0 && !errors.Is(err, confirm.ErrTooHard) {
			t.Fatalf("seed %d: within no nodes: %v", seed, err)
		}
	})
	if dearer == 0 {
		t.Error("no graph has attacks of several efforts")
	}
}

// transversals lists the sets that take one rule of each set, those that hold another left out.
func transversals(sets [][]graph.RuleID) [][]graph.RuleID {
	out := [][]graph.RuleID{{}}
	for _, set := range sets {
		var next [][]graph.RuleID
		for _, part := range out {
			if slices.ContainsFunc(set, func(r graph.RuleID) bool { return slices.Contains(part, r) }) {
				next = append(next, part)
				continue
			}
			for _, r := range set {
				next = append(next, append(slices.Clone(part), r))
			}
		}
		out = next
	}
	return out
}

// A pair of opposites decides nothing: what is enough holds whatever the other event does.
func TestPrimeHoldsWhateverElse(t *testing.T) {
	g := graphtest.Must(`
a: a <-; p 0.3
na: na <-; p 0.7
b: b <-; p 0.5
1: top <- a b
2: top <- na b
3: top <- a`)
	goal := graphtest.Fact(g, "top")
	o := graph.NewOpposites([][2]graph.RuleID{{0, 1}})
	for _, c := range []struct {
		set []graph.RuleID
		is  bool
	}{{[]graph.RuleID{2}, true}, {[]graph.RuleID{0}, true}, {[]graph.RuleID{1}, false}, {[]graph.RuleID{1, 2}, true}, {[]graph.RuleID{0, 1}, false}, {nil, false}} {
		if err := confirm.Prime(g, g.All(), goal, o, c.set); (err == nil) != c.is {
			t.Errorf("%v: %v", graphtest.RuleNames(g, c.set), err)
		}
	}
}

// Measures are confirmed when they block the goal of every case, and no cheaper ones would.
func TestMeasuresBlockEveryCase(t *testing.T) {
	g := graphtest.Must(`
measure dear 5
measure cheap 2
a: x <-; effort 1; blocked cheap dear
b: y <-; effort 1; blocked dear
c: top <- x
d: side <- y`)
	all := g.All()
	cases := []graph.Case{{Sel: all, Goal: graphtest.Fact(g, "top")}, {Sel: all, Goal: graphtest.Fact(g, "side")}}
	const dear, cheap = graph.MeasureID(0), graph.MeasureID(1)
	needs := []graph.Need{
		{Case: 0, Proof: []graph.RuleID{0, 2}, Measures: []graph.MeasureID{dear, cheap}},
		{Case: 1, Proof: []graph.RuleID{1, 3}, Measures: []graph.MeasureID{dear}},
	}
	if err := confirm.Measures(g, cases, nil, []graph.MeasureID{dear}, needs, 100); err != nil {
		t.Error(err)
	}
	for name, err := range map[string]error{
		"one case is left":             confirm.Measures(g, cases, nil, []graph.MeasureID{cheap}, needs, 100),
		"needs that cheaper ones meet": confirm.Measures(g, cases, nil, []graph.MeasureID{dear}, needs[:1], 100),
		"one too many":                 confirm.Measures(g, cases, nil, []graph.MeasureID{dear, cheap}, needs, 100),
		"a need that lists too few":    confirm.Measures(g, cases[:1], nil, []graph.MeasureID{dear}, []graph.Need{{Proof: []graph.RuleID{0, 2}, Measures: []graph.MeasureID{dear}}}, 100),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := confirm.Hardening(g, all, cases[0].Goal, []graph.MeasureID{cheap}); err != nil {
		t.Error(err)
	}
}
