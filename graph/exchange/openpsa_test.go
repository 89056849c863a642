package exchange_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/models"
)

// inTree puts definitions into a fault tree T.
func inTree(text string) string {
	return "<opsa-mef>\n<define-fault-tree name=\"T\">\n" + text + "\n</define-fault-tree>\n</opsa-mef>"
}

// event defines a basic event.
func event(name string, p float64) string {
	return fmt.Sprintf("<define-basic-event name=%q><float value=\"%g\"/></define-basic-event>\n", name, p)
}

func readTrees(o exchange.ReadOptions, texts ...string) (*exchange.Document, error) {
	inputs := make([]exchange.Input, len(texts))
	for i, text := range texts {
		inputs[i] = exchange.Input{Name: fmt.Sprintf("%c.xml", 'x'+i), Reader: strings.NewReader(text)}
	}
	return exchange.Read(o, inputs...)
}

// asked solves the first goal.
func asked(t *testing.T, o exchange.ReadOptions, texts ...string) exchange.Goal {
	t.Helper()
	d, err := readTrees(o, texts...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := exchange.Solve(context.Background(), d, exchange.Options{Ask: exchange.AllQuestions()})
	if err != nil {
		t.Fatal(err)
	}
	return s.Goals[0]
}

func TestTreesThatAreNotUnderstoodAreProblems(t *testing.T) {
	top := `<define-gate name="top"><and><event name="pump_A"/><event name="b"/></and></define-gate>`
	tests := []struct{ name, text, want string }{
		{"an event that is defined nowhere", inTree(top + event("pump_A", .1) + event("valve", .1)),
			`x.xml:3:52: top: the event "b" is defined nowhere; define it, or give the file that does, too`},
		{"a misspelt one", inTree(top + event("pump_a", .1) + event("b", .1)),
			`x.xml:3:30: top: the event "pump_A" is defined nowhere; did you mean pump_a?`},
		{"a gate, though no event is defined", inTree(`<define-gate name="top"><or><gate name="g"/><event name="e"/></or></define-gate>`),
			`x.xml:3:29: top: the gate "g" is defined nowhere; define it, or give the file that does, too`},
		{"of another kind", inTree(`<define-gate name="top"><or><gate name="e"/><basic-event name="e"/></or></define-gate>` + event("e", .1)),
			`x.xml:3:29: top: "e" is a basic event, no gate; write <basic-event name="e"/>`},
		{"private to another component", inTree(`<define-gate name="top"><event name="g"/></define-gate><define-component name="C" role="private"><define-gate name="g"><event name="e"/></define-gate></define-component>` + event("e", .1)),
			`x.xml:3:25: top: the event "g" is defined nowhere; did you mean e?`},
		{"a cycle of three", inTree(`<define-gate name="a"><gate name="b"/></define-gate>` + "\n" + `<define-gate name="b"><not><gate name="c"/></not></define-gate>` + "\n" + `<define-gate name="c"><or><gate name="a"/></or></define-gate>`),
			"x.xml:3:1: a: the fault tree contains itself: a (x.xml:3:23) → b (x.xml:4:28) → c (x.xml:5:27) → a; take one of these references out"},
		{"a gate in itself", inTree(`<define-gate name="a"><or><gate name="a"/></or></define-gate>`),
			"x.xml:3:1: a: the fault tree contains itself: a (x.xml:3:27) → a; take one of these references out"},
		{"a house that is no constant", inTree(`<define-gate name="a"><house-event name="h"/></define-gate><define-house-event name="h"><constant value="yes"/></define-house-event>`),
			`x.xml:3:89: h: <constant value="yes"> is no value of a house event; write <constant value="true"/> or <constant value="false"/>`},
		{"no connective", inTree(`<define-gate name="a"><inhibit><event name="e"/></inhibit></define-gate>`),
			`x.xml:3:23: a: <inhibit> is no connective of a gate; write and, or, not, xor, iff, nand, nor, imply, atleast, cardinality, a constant or an event`},
		{"not of two", inTree(`<define-gate name="a"><not><event name="e"/><event name="f"/></not></define-gate>`), `x.xml:3:23: a: <not> has 2 operands; write 1`},
		{"a parameter that is defined nowhere", inTree(`<define-gate name="a"><event name="e"/></define-gate><define-basic-event name="e"><parameter name="lamda"/></define-basic-event><define-parameter name="lambda"><float value="1"/></define-parameter>`),
			`x.xml:3:83: e: the parameter "lamda" is defined nowhere; did you mean lambda?`},
		{"parameters in a circle", inTree(`<define-gate name="a"><event name="e"/></define-gate><define-basic-event name="e"><parameter name="p"/></define-basic-event><define-parameter name="p"><neg><parameter name="q"/></neg></define-parameter><define-parameter name="q"><parameter name="p"/></define-parameter>`),
			`x.xml:3:157: p: the parameter "q" is defined by itself`},
		{"a parameter that nothing uses", inTree(`<define-gate name="a"><event name="e"/></define-gate>` + event("e", .1) + `<define-parameter name="p"><parameter name="q"/></define-parameter>`),
			`x.xml:4:28: p: the parameter "q" is defined nowhere; did you mean p?`},
		{"a role", inTree(`<define-gate name="a" role="secret"><event name="e"/></define-gate>`), `x.xml:3:1: a: the role "secret" is not known; write private or public`},
		{"no number", inTree(`<define-gate name="a"><event name="e"/></define-gate><define-basic-event name="e"><div><float value="1"/><float value="0"/></div></define-basic-event>`),
			`x.xml:3:83: e: the probability +Inf is out of range; write a number from 0 to 1`},
		{"an event tree", `<opsa-mef><define-event-tree name="E"/></opsa-mef>`,
			"x.xml:1:11: E: <define-event-tree> is not read: event trees are not answered here, only fault trees; ask about the fault trees in a file of their own"},
		{"a substitution", `<opsa-mef><define-substitution name="S"/></opsa-mef>`,
			"x.xml:1:11: S: <define-substitution> is not read, and the answers would not be those of this model without it; write what it does into the gates"},
		{"an encoding", `<?xml version="1.0" encoding="klingon"?><opsa-mef/>`, `x.xml:1:41: opening charset "klingon": the encoding "klingon" is not known; write the file in UTF-8`},
		{"a group without a factor", inTree(`<define-gate name="a"><event name="p"/></define-gate><define-CCF-group name="c" model="MGL"><members><basic-event name="p"/><basic-event name="q"/><basic-event name="r"/></members><distribution><float value="0.1"/></distribution><factors><factor level="2"><float value="0.1"/></factor></factors></define-CCF-group>`),
			`x.xml:3:54: c: the factor of level 3 is missing: a group of 3 members by the model MGL has factors of the levels 2 to 3; write it, 0 where there is no such failure`},
		{"a group by another model", inTree(`<define-gate name="a"><event name="p"/></define-gate><define-CCF-group name="c" model="gamma"><members><basic-event name="p"/><basic-event name="q"/></members><distribution><float value="0.1"/></distribution></define-CCF-group>`),
			`x.xml:3:54: c: the model "gamma" is not known; write beta-factor, MGL, alpha-factor or phi-factor`},
		{"nothing but data", "<opsa-mef><model-data/></opsa-mef>", "x.xml:1:1: there is no gate"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := readTrees(exchange.ReadOptions{}, test.text)
			var problems models.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("error %v, want problems", err)
			}
			if diff := cmp.Diff(test.want, problems.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Names find what the standard says that they find: by path from the outside, by name inside, what is public anywhere.
func TestNamesAreResolvedByScope(t *testing.T) {
	component := `<define-component name="C" role="private"><define-basic-event name="e"><float value="0.3"/></define-basic-event>` +
		`<define-gate name="g"><event name="e"/></define-gate>` +
		`<define-component name="D"><define-gate name="h"><event name="e"/></define-gate></define-component></define-component>`
	open := `<define-component name="O" role="private"><define-gate name="o" role="public"><event name="e"/></define-gate></define-component>`
	for reference, want := range map[string]float64{"e": 0.2, "T.C.e": 0.3, "C.e": 0.3, "T.C.g": 0.3, "C.D.h": 0.3, "T.C.D.h": 0.3, "o": 0.2, "T.O.o": 0.2} {
		text := inTree(fmt.Sprintf(`<define-gate name="top"><or><event name=%q/></or></define-gate>`, reference) + event("e", .2) + component + open)
		if g := asked(t, exchange.ReadOptions{}, text); g.Goal != "top" || *g.Chance.Value != want {
			t.Errorf("%s: chance of %s %v, want %v", reference, g.Goal, *g.Chance.Value, want)
		}
	}
}

func TestHouseEventsStandInNothing(t *testing.T) {
	for value, want := range map[string]float64{"true": 0.1, "1": 0.1, "false": 0, "0": 0} {
		g := asked(t, exchange.ReadOptions{}, inTree(`<define-gate name="top"><and><gate name="on"/><event name="e"/></and></define-gate><define-gate name="on"><house-event name="h"/></define-gate>`+
			fmt.Sprintf(`<define-house-event name="h"><constant value=%q/></define-house-event>`, value)+event("e", .1)))
		if *g.Chance.Value != want || g.Reachable != (want > 0) {
			t.Errorf("%s: %v, want %v", value, *g.Chance.Value, want)
		}
		text, _ := json.Marshal(g)
		if strings.Contains(string(text), `"h"`) || strings.Contains(string(text), `"on`) {
			t.Errorf("%s: the house event stands in %s", value, text)
		}
	}
	if g := asked(t, exchange.ReadOptions{}, inTree(`<define-gate name="top"><or><constant value="true"/><event name="e"/></or></define-gate>`)); g.AttackSets.Count != "1" || len(g.AttackSets.Easiest[0].Set) != 0 {
		t.Errorf("what always holds has the sets %+v", g.AttackSets)
	}
}

func TestUnstatedProbabilitiesAreNotKnown(t *testing.T) {
	top := `<define-gate name="top"><or><event name="a"/><and><event name="b"/><event name="c"/></and></or></define-gate>`
	tests := []struct {
		name, text  string
		low, high   *float64
		sets        string
		status      graph.Status
		unstated    int
		importances graph.Status
	}{
		{"none is defined", inTree(top), float(0), float(1), "2", graph.Unknown, 3, graph.Unknown},
		{"none is stated", inTree(top + `<define-basic-event name="a"/><define-basic-event name="b"/><define-basic-event name="c"/>`), float(0), float(1), "2", graph.Unknown, 3, graph.Unknown},
		{"one is not", inTree(top + `<define-basic-event name="b"/>` + event("a", 0.1) + event("c", 0.5)), float(0.1), float(0.55), "2", graph.Unknown, 1, graph.Unknown},
		{"one that decides nothing", inTree(top + `<define-basic-event name="b"/>` + event("a", 1) + event("c", 0.5)), nil, nil, "2", graph.Exact, 0, graph.Unknown},
		{"one that is negated", inTree(`<define-gate name="top"><xor><event name="a"/><event name="b"/></xor></define-gate><define-basic-event name="b"/>` + event("a", 0.5)), nil, nil, "2", graph.Unknown, 1, graph.Unknown},
		{"one that cancels out", inTree(`<define-gate name="top"><or><event name="a"/><xor><event name="b"/><event name="b"/></xor></or></define-gate><define-basic-event name="b"/>` + event("a", 0.5)), nil, nil, "1", graph.Exact, 0, graph.Exact},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := asked(t, exchange.ReadOptions{}, test.text)
			if g.Chance.Status != test.status || len(g.Chance.Unstated) != test.unstated || g.AttackSets.Count != test.sets || g.Weights.Status != test.importances {
				t.Errorf("%+v, %+v, %+v", g.Chance, g.AttackSets, g.Weights)
			}
			if diff := cmp.Diff([]*float64{test.low, test.high}, []*float64{g.Chance.Lower, g.Chance.Upper}, near); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var near = cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-12 })

func float(x float64) *float64 { return &x }

func TestFilesBelongTogether(t *testing.T) {
	tree := `<opsa-mef><include file="y.xml"/><define-fault-tree name="T"><define-gate name="top"><and><event name="a"/><event name="b"/></and></define-gate></define-fault-tree></opsa-mef>`
	data := `<opsa-mef><model-data>` + event("a", 0.1) + event("b", 0.2) + `</model-data></opsa-mef>`
	if g := asked(t, exchange.ReadOptions{}, tree, data); math.Abs(*g.Chance.Value-0.02) > 1e-15 {
		t.Errorf("chance %v", *g.Chance.Value)
	}
	if _, err := readTrees(exchange.ReadOptions{}, tree); err == nil || err.Error() != "x.xml:1:11: other files are not opened; give y.xml beside this file" {
		t.Errorf("error %v", err)
	}
	if _, err := readTrees(exchange.ReadOptions{}, tree, data, data); err == nil || !strings.Contains(err.Error(), "z.xml:1:23: a: is defined already, at y.xml:1:23") {
		t.Errorf("error %v", err)
	}
	if _, err := readTrees(exchange.ReadOptions{}, tree, "{}"); err == nil || !strings.Contains(err.Error(), "y.xml:1:1: is no file of the Open-PSA Model Exchange Format") {
		t.Errorf("error %v", err)
	}
}

func TestEncodings(t *testing.T) {
	body := inTree(`<define-gate name="été"><event name="é"/></define-gate>` + event("é", 0.1))
	latin := strings.NewReplacer("é", "\xe9").Replace(`<?xml version="1.0" encoding="ISO-8859-1"?>` + body)
	var wide strings.Builder
	for _, unit := range utf16.Encode([]rune("\uFEFF" + `<?xml version="1.0" encoding="UTF-16"?>` + body)) {
		wide.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	for name, text := range map[string]string{"ISO-8859-1": latin, "UTF-16": wide.String(), "UTF-8 with a mark": "\uFEFF" + body} {
		if g := asked(t, exchange.ReadOptions{}, text); g.Goal != "été" || g.AttackSets.Easiest[0].Set[0] != "é" {
			t.Errorf("%s: %s by %v", name, g.Goal, g.AttackSets.Easiest)
		}
	}
}

// What expressions are worth, worked out by other means.
func TestExpressions(t *testing.T) {
	time := `<system-mission-time/>`
	f := func(x float64) string { return fmt.Sprintf(`<float value="%g"/>`, x) }
	in := func(tag string, of ...string) string {
		return "<" + tag + ">" + strings.Join(of, "") + "</" + tag + ">"
	}
	tests := []struct {
		text string
		want float64
	}{
		{in("sub", f(1), f(0.25), f(0.25)), 0.5},
		{in("div", f(1), f(2), f(2)), 0.25},
		{in("add", f(0.1), in("mul", f(2), f(0.1), f(1))), 0.3},
		{in("mean", f(0.1), f(0.2), f(0.6)), 0.3},
		{in("min", f(0.3), f(0.1)), 0.1},
		{in("max", f(0.3), f(0.1), f(0.2)), 0.3},
		{in("pow", f(0.5), f(3)), 0.125},
		{in("mod", f(7.5), f(7)), 0.5},
		{in("exp", in("neg", in("abs", f(-1)))), math.Exp(-1)},
		{in("ite", in("gt", time, f(50)), f(0.2), f(0.4)), 0.2},
		{in("switch", in("case", in("eq", f(1), f(2)), f(0.1)), in("case", in("and", in("lt", f(1), f(2)), `<bool value="true"/>`), f(0.7)), f(0.9)), 0.7},
		{in("switch", in("case", in("or", in("df", f(1), f(1)), in("not", `<bool value="true"/>`)), f(0.1)), f(0.9)), 0.9},
		{in("exponential", f(1e-3), time), 1 - math.Exp(-0.1)},
		{in("exponential", f(0.1), f(1e-3), f(0), time), 1 - 0.9*math.Exp(-0.1)},
		{in("GLM", f(0), f(1e-3), f(1e-2), f(1e9)), 1. / 11},
		{in("Weibull", f(200), f(2), f(50), time), 1 - math.Exp(-1./16)},
		{in("Weibull", f(200), f(2), f(500), time), 0},
		{in("uniform-deviate", f(0.1), f(0.3)), 0.2},
		{in("normal-deviate", f(0.1), f(0.3)), 0.1},
		{in("lognormal-deviate", f(0.1), f(3), f(0.95)), 0.1},
		{in("lognormal-deviate", f(-3), f(1)), math.Exp(-2.5)},
		{in("gamma-deviate", f(2), f(0.1)), 0.2},
		{in("beta-deviate", f(1), f(3)), 0.25},
		{in("histogram", f(100), in("bin", f(150), f(0.1)), in("bin", f(200), f(0.3))), 0.2},
		{in("periodic-test", f(1e-3), f(60), f(10), time), 1 - math.Exp(-0.03)},
		{in("periodic-test", f(1e-3), f(30), f(10), time), 1 - math.Exp(-0.03)},         // at a test: since the one before
		{in("periodic-test", f(1e-3), f(1e9), f(60), f(10), time), 1 - math.Exp(-0.03)}, // repaired at once
		{in("periodic-test", f(1e-3), f(0), f(60), f(10), time), 1 - math.Exp(-0.1)},    // never repaired
		{in("periodic-test", f(1e-3), f(1e-3), f(1e9), f(60), f(10), f(0), f(0), f(1), f(1), f(0), time), 1 - math.Exp(-0.03)},
		{in("periodic-test", f(1e-3), f(1e-3), f(1e9), f(60), f(10), f(0), f(0), f(1), f(0), f(0), time), 1 - math.Exp(-0.1)}, // finds nothing
		{in("periodic-test", f(0), f(0), f(1), f(60), f(10), f(0), f(40), f(0), f(1), f(0), time), 1},                         // under a test
		{in("periodic-test", f(0), f(0), f(1), f(60), f(10), f(0.25), f(0), f(1), f(0), f(0), time), 1 - 0.75*0.75},           // spoiled by two tests
	}
	for _, test := range tests {
		text := inTree(`<define-gate name="top"><event name="e"/></define-gate><define-basic-event name="e">` + test.text + `</define-basic-event>`)
		if g := asked(t, exchange.ReadOptions{MissionTime: 100}, text); math.Abs(*g.Chance.Value-test.want) > 1e-9 {
			t.Errorf("%s is %v, want %v", test.text, *g.Chance.Value, test.want)
		}
	}
}

// The repair of a tested component, followed in small steps of time, comes to nearly the same: there, a test also finds
// what was repaired and failed again while it took place.
func TestPeriodicTestAgreesWithSmallSteps(t *testing.T) {
	failing, inTest, repairing, every, first, spoiled, length, found, badly, end := 0.01, 0.02, 0.05, 30.0, 10.0, 0.1, 5.0, 0.8, 0.2, 97.0
	works, failed, repair := 1.0, 0.0, 0.0
	const steps, step = 10_000, 1e-4 // of an hour
	for i := range int(end) * steps {
		rate, phase := failing, i-int(first)*steps
		if phase >= 0 {
			phase %= int(every) * steps
		}
		if phase >= 0 && phase < int(length)*steps {
			rate = inTest
		}
		if phase == 0 {
			works, failed = works*(1-spoiled), failed+works*spoiled
		}
		down, mended := works*rate*step, repair*repairing*step
		works, failed, repair = works-down+mended*(1-badly), failed+down+mended*badly, repair-mended
		if phase == int(length)*steps-1 { // the test ends
			failed, repair = failed*(1-found), repair+failed*found
		}
	}
	f := func(x ...float64) string {
		out := ""
		for _, y := range x {
			out += fmt.Sprintf(`<float value="%g"/>`, y)
		}
		return out
	}
	text := inTree(`<define-gate name="top"><event name="e"/></define-gate><define-basic-event name="e"><periodic-test>` +
		f(failing, inTest, repairing, every, first, spoiled, length, 1, found, badly, end) + `</periodic-test></define-basic-event>`)
	if got := *asked(t, exchange.ReadOptions{}, text).Chance.Value; math.Abs(got-(1-works)) > 0.005 {
		t.Errorf("%v, in small steps %v", got, 1-works)
	}
}

// Twenty trees of chained exclusive ors are even or odd as their events are.
func TestLongChainsOfExclusiveOr(t *testing.T) {
	for n := 1; n <= 20; n++ {
		text, events := "", ""
		for i := range n {
			text += fmt.Sprintf(`<event name="e%d"/>`, i)
			events += event(fmt.Sprintf("e%d", i), 0.1)
		}
		g := asked(t, exchange.ReadOptions{}, inTree(`<define-gate name="top"><xor>`+text+`</xor></define-gate>`+events))
		if want := (1 - math.Pow(0.8, float64(n))) / 2; math.Abs(*g.Chance.Value-want) > 1e-12 || g.AttackSets.Count != fmt.Sprint(1<<(n-1)) {
			t.Errorf("%d: %v and %s sets", n, *g.Chance.Value, g.AttackSets.Count)
		}
	}
}
