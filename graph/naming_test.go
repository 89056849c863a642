package graph_test

import (
	"fmt"
	"testing"

	"github.com/harmpath/harmpath/graph"
)

// A graph whose names are told knows the same of them as one that keeps them.
func TestNaming(t *testing.T) {
	b := graph.NewBuilderNamedBy(graph.Naming{
		Fact: func(f graph.FactID) string { return fmt.Sprint("fact ", f) },
		Rule: func(r graph.RuleID) string { return fmt.Sprint("rule ", r) },
	})
	first, second := b.NewFact(), b.NewFact()
	b.Rule(graph.Rule{Then: first})
	b.Rule(graph.Rule{Then: second, If: []graph.FactID{first}})
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if g.NumFacts() != 2 || g.FactName(second) != "fact 1" || g.RuleName(1) != "rule 1" {
		t.Errorf("%d facts, %q, %q", g.NumFacts(), g.FactName(second), g.RuleName(1))
	}
	if f, there := g.FactByName("fact 1"); !there || f != second {
		t.Errorf("fact 1 is %d, %v", f, there)
	}
	if _, there := g.FactByName("fact 2"); there {
		t.Error("there is a fact 2")
	}
	if x := graph.Reach(g, g.All()); !x.Holds(second) {
		t.Error("the second fact does not hold")
	}
}

// What is wrong with a rule without an id is told with its number.
func TestNamingOfWrongRules(t *testing.T) {
	b := graph.NewBuilderNamedBy(graph.Naming{})
	b.Rule(graph.Rule{Then: b.NewFact()})
	b.Rule(graph.Rule{Then: 7})
	if _, err := b.Build(); err == nil || err.Error() != "graph: rule \"\" concludes fact 7, which is not there\ngraph: the rule without an id is no. 1" {
		t.Errorf("%v", err)
	}
}
