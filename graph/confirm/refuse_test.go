package confirm_test

import (
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
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
		"premises too late":        confirm.Proof(g, sel, top, []graph.RuleID{c, b}),
		"a proof of something":     confirm.Proof(g, sel, top, []graph.RuleID{b}),
		"too few rules":            confirm.AttackSet(g, sel, top, []graph.RuleID{b}),
		"a rule twice":             confirm.AttackSet(g, sel, top, []graph.RuleID{b, b, c}),
		"not minimal":              confirm.Minimal(g, sel, top, []graph.RuleID{a, b, c}),
		"no landmark":              confirm.Landmarks(g, sel, top, [][]graph.RuleID{{a}}),
		"not the cheapest":         confirm.Optimum(g, sel, top, []graph.RuleID{a, c}, [][]graph.RuleID{{a, b}, {c}}, 1000),
		"too few landmarks":        confirm.Optimum(g, sel, top, []graph.RuleID{b, c}, [][]graph.RuleID{{c}}, 1000),
		"measures that do not do":  confirm.Hardening(g, sel, top, []graph.MeasureID{0}),
		"measures that leave some": confirm.Measures(g, cases, []graph.MeasureID{0}, []graph.MeasureID{0}, nil, 1000),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := confirm.Optimum(g, sel, top, []graph.RuleID{b, c}, [][]graph.RuleID{{a, b}, {c}}, 1000); err != nil {
		t.Error(err)
	}
}
