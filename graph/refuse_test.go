package graph_test

import (
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/graphtest"
)

// Spoilt certificates are refused.
func TestChecksRefuse(t *testing.T) {
	g := graphtest.Must(`
measure m 1
a: x <-; effort 2; blocked m
b: x <-; effort 1
c: top <- x; effort 1`)
	sel, top := g.All(), graphtest.Fact(g, "top")
	const a, b, c = graph.RuleID(0), graph.RuleID(1), graph.RuleID(2)
	cases := []graph.Case{{Sel: sel, Goal: top}}
	for name, err := range map[string]error{
		"premises too late":        graph.CheckProof(g, sel, top, []graph.RuleID{c, b}),
		"a proof of something":     graph.CheckProof(g, sel, top, []graph.RuleID{b}),
		"too few rules":            graph.CheckAttackSet(g, sel, top, []graph.RuleID{b}),
		"a rule twice":             graph.CheckAttackSet(g, sel, top, []graph.RuleID{b, b, c}),
		"not minimal":              graph.CheckMinimal(g, sel, top, []graph.RuleID{a, b, c}),
		"no landmark":              graph.CheckLandmarks(g, sel, top, [][]graph.RuleID{{a}}),
		"not the cheapest":         graph.CheckOptimum(g, sel, top, []graph.RuleID{a, c}, [][]graph.RuleID{{a, b}, {c}}, 1000),
		"too few landmarks":        graph.CheckOptimum(g, sel, top, []graph.RuleID{b, c}, [][]graph.RuleID{{c}}, 1000),
		"measures that do not do":  graph.CheckHardening(g, sel, top, []graph.MeasureID{0}),
		"measures that leave some": graph.CheckMeasures(g, cases, []graph.MeasureID{0}, []graph.MeasureID{0}, nil, 1000),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := graph.CheckOptimum(g, sel, top, []graph.RuleID{b, c}, [][]graph.RuleID{{a, b}, {c}}, 1000); err != nil {
		t.Error(err)
	}
}
