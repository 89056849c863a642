package solve_test

import (
	"context"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/solve"
)

// choice is the goal "b if a, else c", with a and its absence as opposites.
func choice(t *testing.T) (g *graph.AttackGraph, goal graph.FactID, rules map[string]graph.RuleID, o graph.Opposites) {
	t.Helper()
	b := graph.NewBuilder()
	rules = map[string]graph.RuleID{}
	for _, name := range []string{"a", "not a", "b", "c"} {
		rules[name] = b.Rule(graph.Rule{ID: name, Then: b.Fact(name), Effort: 1, Probability: 0.5})
	}
	goal = b.Fact("goal")
	b.Rule(graph.Rule{ID: "then", Then: goal, If: []graph.FactID{b.Fact("a"), b.Fact("b")}})
	b.Rule(graph.Rule{ID: "else", Then: goal, If: []graph.FactID{b.Fact("not a"), b.Fact("c")}})
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return g, goal, rules, graph.NewOpposites([][2]graph.RuleID{{rules["a"], rules["not a"]}})
}

func TestChoiceHasThreePrimeImplicants(t *testing.T) {
	g, goal, _, o := choice(t)
	if !solve.IsNoncoherent(g, g.All(), goal, o) {
		t.Fatal("the goal depends on a and on its absence")
	}
	n := solve.NewNoncoherent(context.Background(), g, g.All(), goal, o, graph.Limits{})
	if a := n.AttackSets(10); a.Count.Int64() != 3 || len(a.Easiest) != 3 {
		t.Errorf("%v sets: %v", a.Count, a.Easiest)
	}
	if p := n.Probability(solve.SampleOptions{}); p.Value != 0.5 {
		t.Errorf("chance %v", p.Value)
	}
}

func TestCheckPrimeRefusesWhatIsNotEnough(t *testing.T) {
	g, goal, rules, o := choice(t)
	for _, test := range []struct {
		set   []string
		right bool
	}{
		{[]string{"a", "b"}, true}, {[]string{"not a", "c"}, true}, {[]string{"b", "c"}, true}, {[]string{"b"}, false}, {[]string{"a", "c"}, false},
		{[]string{"a", "not a", "b"}, false}, {[]string{"a", "a", "b"}, false}, {nil, false},
	} {
		var set []graph.RuleID
		for _, name := range test.set {
			set = append(set, rules[name])
		}
		if err := confirm.Prime(g, g.All(), goal, o, set); (err == nil) != test.right {
			t.Errorf("%v: %v", test.set, err)
		}
	}
}
