package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/models"
)

var update = flag.Bool("update", false, "write the expected solutions anew")

func TestSolveGoldens(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.*")
	if err != nil || len(inputs) == 0 {
		t.Fatal("no inputs", err)
	}
	for _, input := range inputs {
		if strings.HasSuffix(input, ".want") {
			continue
		}
		t.Run(filepath.Base(input), func(t *testing.T) {
			got := solved(t, input)
			golden := input + ".want"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func solved(t *testing.T, input string) []byte {
	t.Helper()
	file, err := os.Open(input)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: filepath.Base(input), Reader: file})
	var problems models.Problems
	if errors.As(err, &problems) {
		return []byte(problems.Error() + "\n")
	}
	if err != nil {
		t.Fatal(err)
	}
	s, err := exchange.Solve(context.Background(), d, exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriteThenReadIsIdentity(t *testing.T) {
	text, err := os.ReadFile("testdata/contract.json")
	if err != nil {
		t.Fatal(err)
	}
	once := written(t, text)
	if twice := written(t, once); !bytes.Equal(once, twice) {
		t.Errorf("written again:\n%s\nonce:\n%s", twice, once)
	}
	if !strings.Contains(string(once), `"blocked_by": ["m1"]`) || !strings.Contains(string(once), `"effort": 2.5`) {
		t.Errorf("something is lost:\n%s", once)
	}
}

func written(t *testing.T, text []byte) []byte {
	t.Helper()
	d, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: bytes.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	measures := make([]graph.MeasureID, d.Graph.NumMeasures())
	for i := range measures {
		measures[i] = graph.MeasureID(i)
	}
	var out bytes.Buffer
	err = exchange.WriteAttackGraph(&out, exchange.Written{Graph: d.Graph, Sel: d.Graph.All(), Measures: measures, Goals: d.Goals})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadTellsAllProblems(t *testing.T) {
	head := `{"format":"harmpath/attack-graph/v1","facts":[{"id":"a"}],`
	tests := []struct{ name, text, want string }{
		{"empty", "", "x:1:1: the input ends too early; write an object with format, facts, rules, measures and goals"},
		{"not JSON", "hello", "x:1:1: 'h' is out of place; write an object with format, facts, rules, measures and goals"},
		{"no keys", "{}", "x:1:1: the key \"facts\" is missing\nx:1:1: the key \"format\" is missing\nx:1:1: the key \"rules\" is missing"},
		{"other format", `{"format":"v2","facts":[],"rules":[]}`, `x:1:11: format: "v2" is not known; write "harmpath/attack-graph/v1"`},
		{"unknown keys", head + "\n\"rules\":[{\"id\":\"r\",\"then\":\"a\",\"iff\":[[1,{\"x\":null}]]}],\n \"more\": 1}",
			"x:2:31: rules[0]: the key \"iff\" is not known; known are id, then, if, effort, probability, blocked_by and hardened_by\n" +
				"x:3:2: the key \"more\" is not known; known are format, facts, rules, measures and goals"},
		{"unknown ids", head + "\n\"rules\":[{\"id\":\"r\",\"then\":\"a\",\"if\":[\"é\", \"b\"],\"blocked_by\":[\"m\"]}],\"goals\":[\"c\"]}",
			"x:2:37: the fact \"é\" is not declared; add it to facts\nx:2:42: the fact \"b\" is not declared; add it to facts\n" +
				"x:2:61: the measure \"m\" is not declared; add it to measures\nx:2:77: the fact \"c\" is not declared; add it to facts"},
		{"duplicate ids", head + `"rules":[{"id":"r","then":"a"},{"id":"r","then":"a"}],"measures":[{"id":"m"},{"id":"m"}],"goals":["a","a"]}`,
			"x:1:96: rules[1].id: the rule \"r\" is there already\nx:1:142: measures[1].id: the measure \"m\" is there already\n" +
				"x:1:161: goals[1]: the goal \"a\" is there already; leave one out"},
		{"duplicate fact", `{"format":"harmpath/attack-graph/v1","facts":[{"id":"a"},{"id":"a"}],"rules":[]}`,
			"x:1:64: facts[1].id: the fact \"a\" is there already"},
		{"out of range", head + `"rules":[{"id":"r","then":"a","effort":-1,"probability":1.5},{"id":"s","then":"a","effort":1e999}]}`,
			"x:1:98: rules[0].effort: -1 is out of range; write a number from 0 up\n" +
				"x:1:115: rules[0].probability: 1.5 is out of range; write a number from 0 to 1\n" +
				"x:1:150: rules[1].effort: 1e999 is out of range; write a number from 0 up"},
		{"too large together", head + "\n\"rules\":[{\"id\":\"r\",\"then\":\"a\",\"effort\":1e308},{\"id\":\"s\",\"then\":\"a\",\"effort\":1e308}],\n\"measures\":[{\"id\":\"m\",\"cost\":1e308},{\"id\":\"n\",\"cost\":1e308}]}",
			"x:2:77: rules[1].effort: with this, these numbers add up to more than a number can hold; count in a larger unit\n" +
				"x:3:54: measures[1].cost: with this, these numbers add up to more than a number can hold; count in a larger unit"},
		{"hardened to nothing", head + `"rules":[{"id":"r","then":"a","hardened_by":[{"measure":"m","probability":0}]}],"measures":[{"id":"m"}]}`,
			"x:1:133: rules[0].hardened_by: 0 is out of range; write a number above 0 and up to 1: hardening makes nothing impossible, blocked_by does"},
		{"wrong types", head + `"rules":[{"id":3,"then":["a"],"if":"a","effort":"1"}, 7]}`,
			"x:1:74: rules[0].id: is a number; write a string\nx:1:83: rules[0].then: is an array; write a string\n" +
				"x:1:94: rules[0].if: is a string; write an array of fact ids\nx:1:107: rules[0].effort: is a string; write a number\n" +
				"x:1:113: rules[1]: is a number; write an object with id, then, if, effort, probability, blocked_by and hardened_by"},
		{"missing keys", head + `"rules":[{}]}`, "x:1:68: rules[0]: the key \"id\" is missing\nx:1:68: rules[0]: the key \"then\" is missing"},
		{"a key twice", head + `"rules":[{"id":"r","id":"r","then":"a"}]}`, "x:1:78: rules[0]: the key \"id\" is there already; leave one out"},
		{"cut off", head + `"rules":[{"id":"r"`, "x:1:77: the input ends too early; write a comma or }"},
		{"string cut off", head + `"rules":[{"id":"r`, "x:1:74: the string does not end; write a \" at its end"},
		{"bad number", head + `"rules":[{"id":"r","then":"a","effort":01}]}`, "x:1:98: 01 is no number; write it as 12, 0.5 or 1e-3"},
		{"bad escape", head + `"rules":[{"id":"\x"}]}`, `x:1:75: \x is no escape; write \\ for a backslash`},
		{"half a surrogate", head + `"rules":[{"id":"\ud800"}]}`, `x:1:75: \u wants four hexadecimal digits of a character`},
		{"bad UTF-8", head + "\"rules\":[{\"id\":\"\xff\"}]}", "x:1:74: the string is not valid UTF-8"},
		{"more after the end", head + `"rules":[]} {}`, "x:1:71: '{' is out of place; write nothing after the last }"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: strings.NewReader(test.text)})
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

func TestReadStopsAtAHundredProblems(t *testing.T) {
	text := `{"format":"harmpath/attack-graph/v1","facts":[` + strings.Repeat("1,", 500) + `1],"rules":[]}`
	_, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: strings.NewReader(text)})
	var problems models.Problems
	if !errors.As(err, &problems) || len(problems) != 100 {
		t.Errorf("%d problems, want 100", len(problems))
	}
}

func TestDeepNestingIsAProblem(t *testing.T) {
	for _, text := range []string{strings.Repeat("[", 1<<20), `{"x":` + strings.Repeat(`{"a":`, 1<<20)} {
		if _, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: strings.NewReader(text)}); err == nil {
			t.Error("no error")
		}
	}
}

// A second opinion on the format's own example, worked out by hand.
func TestContractExample(t *testing.T) {
	got := string(solved(t, "testdata/contract.json"))
	for _, want := range []string{`"value": 3.5`, `"count": "2"`, `"status": "impossible"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
}

// Bounds that are narrower than the interval of a sample are the answer.
func TestNarrowBoundsAreKept(t *testing.T) {
	g, goal := graphtest.FaultTree(rand.New(rand.NewPCG(0, 97)), 1000, 4, 0.1)
	s, err := exchange.Solve(context.Background(), &exchange.Document{Graph: g}, exchange.Options{
		Goals: []graph.FactID{goal}, Ask: []exchange.Question{exchange.AskChance}, Work: 1_000_000})
	if err != nil {
		t.Fatal(err)
	}
	if c := s.Goals[0].Chance; c.Status != graph.Bound || c.Value != nil || *c.Upper-*c.Lower > 0.001 {
		t.Errorf("%+v", c)
	}
}
