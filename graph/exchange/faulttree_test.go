package exchange_test

import (
	"context"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
)

// A tree is a random fault tree as text, and as a function over truth tables. Events are e0, e1, …; those of a common
// cause group are columns for each set of members.
type tree struct {
	xml    string
	chance []float64 // variable → probability
	top    []bool    // state → value
	names  []string  // variable → name
}

// grown makes a tree of events and gates of every connective, with house events and perhaps a common cause group of
// two or three by one of the models.
func grown(r *rand.Rand) tree {
	var t tree
	var data strings.Builder
	var values [][]bool // operand → its value in each state
	var refs []string
	group := r.IntN(3) // 0: none, 1: two members, 2: three
	if group > 0 {
		t.group(r, group+1, &data)
	}
	shared := len(t.chance)
	single := 2 + r.IntN(4)
	for i := range single {
		p := float64(r.IntN(9)+1) / 10
		t.names, t.chance = append(t.names, fmt.Sprintf("e%d", i)), append(t.chance, p)
		fmt.Fprintf(&data, `<define-basic-event name="e%d"><float value="%g"/></define-basic-event>`, i, p)
	}
	states := 1 << len(t.chance)
	column := func(holds func(state int) bool) []bool {
		out := make([]bool, states)
		for s := range out {
			out[s] = holds(s)
		}
		return out
	}
	for v := range single {
		refs = append(refs, fmt.Sprintf(`<basic-event name="e%d"/>`, v))
		values = append(values, column(func(s int) bool { return s>>(shared+v)&1 != 0 }))
	}
	if group > 0 {
		for m := range group + 1 {
			refs = append(refs, fmt.Sprintf(`<event name="m%d"/>`, m))
			values = append(values, column(func(s int) bool {
				for v := range shared {
					if s>>v&1 != 0 && strings.Contains(t.names[v], fmt.Sprintf("m%d", m)) {
						return true
					}
				}
				return false
			}))
		}
	}
	refs = append(refs, `<house-event name="on"/>`, `<house-event name="off"/>`, `<constant value="true"/>`)
	values = append(values, column(func(int) bool { return true }), column(func(int) bool { return false }), column(func(int) bool { return true }))
	data.WriteString(`<define-house-event name="on"><constant value="1"/></define-house-event><define-house-event name="off"/>`)
	gates := 1 + r.IntN(6)
	var text strings.Builder
	for g := range gates {
		body, value := formula(r, refs, values, 2)
		fmt.Fprintf(&text, `<define-gate name="g%d">%s</define-gate>`, g, body)
		refs, values = append(refs, fmt.Sprintf(`<gate name="g%d"/>`, g)), append(values, value)
	}
	t.top = values[len(values)-1]
	t.xml = `<opsa-mef><define-fault-tree name="T">` + text.String() + `</define-fault-tree><model-data>` + data.String() + `</model-data></opsa-mef>`
	i := strings.Index(t.xml, "<define-CCF")
	if i >= 0 { // groups stand in the model, not in its data
		j := strings.Index(t.xml, "</define-CCF-group>") + len("</define-CCF-group>")
		t.xml = strings.Replace(t.xml[:i]+t.xml[j:], "</opsa-mef>", t.xml[i:j]+"</opsa-mef>", 1)
	}
	return t
}

// group adds a common cause group of n members by a random model.
func (t *tree) group(r *rand.Rand, n int, data *strings.Builder) {
	q := float64(r.IntN(5)+1) / 10
	factor := []float64{0, 0.5, 0.3, 0.2}
	share := map[string][]float64{ // by hand, of two and of three
		"beta-factor":  {0, 0, 0.7, 0.3},
		"MGL":          {0, 0, 0.7, 0.3},
		"phi-factor":   {0, 0, 0.5, 0.3},
		"alpha-factor": {0, 0, 0.5 / 1.1, 2 * 0.3 / 1.1},
	}
	if n == 3 {
		share = map[string][]float64{
			"beta-factor":  {0, 0.8, 0, 0.2},
			"MGL":          {0, 0.7, 0.5 * 0.3 * 0.8, 0.3 * 0.2},
			"phi-factor":   {0, 0.5, 0.3, 0.2},
			"alpha-factor": {0, 0.5 / 1.7, 0.5 * 2 * 0.3 / 1.7, 3 * 0.2 / 1.7},
		}
	} else {
		for model, list := range share {
			share[model] = list[1:]
		}
	}
	model := []string{"beta-factor", "MGL", "alpha-factor", "phi-factor"}[r.IntN(4)]
	fmt.Fprintf(data, `<define-CCF-group name="c" model="%s"><members>`, model)
	for m := range n {
		fmt.Fprintf(data, `<basic-event name="m%d"/>`, m)
	}
	fmt.Fprintf(data, `</members><distribution><float value="%g"/></distribution><factors>`, q)
	first := map[string]int{"beta-factor": n, "MGL": 2}[model]
	for level := max(1, first); level <= n; level++ {
		fmt.Fprintf(data, `<factor level="%d"><float value="%g"/></factor>`, level, factor[level])
	}
	data.WriteString(`</factors></define-CCF-group>`)
	for set := 1; set < 1<<n; set++ {
		if p := q * share[model][bits.OnesCount(uint(set))]; p > 0 {
			var members []string
			for m := range n {
				if set>>m&1 != 0 {
					members = append(members, fmt.Sprintf("m%d", m))
				}
			}
			t.names, t.chance = append(t.names, "["+strings.Join(members, " ")+"]"), append(t.chance, p)
		}
	}
}

// formula makes a random formula over operands, as text and as its value in each state.
func formula(r *rand.Rand, refs []string, values [][]bool, depth int) (string, []bool) {
	if depth == 0 || r.IntN(6) == 0 {
		i := r.IntN(len(refs))
		return refs[i], values[i]
	}
	tag := []string{"and", "or", "not", "nand", "nor", "xor", "iff", "imply", "atleast", "cardinality"}[r.IntN(10)]
	n := map[string]int{"not": 1, "imply": 2}[tag]
	if n == 0 {
		n = 1 + r.IntN(4)
	}
	var text strings.Builder
	var of [][]bool
	for range n {
		body, value := formula(r, refs, values, depth-1)
		text.WriteString(body)
		of = append(of, value)
	}
	least := r.IntN(n + 1)
	most := least + r.IntN(n-least+1)
	open := tag
	switch tag {
	case "atleast":
		open = fmt.Sprintf(`atleast min="%d"`, least)
	case "cardinality":
		open = fmt.Sprintf(`cardinality min="%d" max="%d"`, least, most)
	}
	out := make([]bool, len(of[0]))
	for s := range out {
		holding := 0
		for _, value := range of {
			if value[s] {
				holding++
			}
		}
		switch tag {
		case "and":
			out[s] = holding == n
		case "or":
			out[s] = holding > 0
		case "not", "nand":
			out[s] = holding < n
		case "nor":
			out[s] = holding == 0
		case "xor":
			out[s] = holding%2 == 1
		case "iff":
			out[s] = of[0][s]
			for _, value := range of[1:] {
				out[s] = out[s] == value[s]
			}
		case "imply":
			out[s] = !of[0][s] || of[1][s]
		case "atleast":
			out[s] = holding >= least
		case "cardinality":
			out[s] = holding >= least && holding <= most
		}
	}
	return "<" + open + ">" + text.String() + "</" + tag + ">", out
}

// given returns the chance of the top when one variable, -1 for none, is certain or out.
func (t tree) given(variable int, occurs bool) float64 {
	sum := 0.0
	for s, holds := range t.top {
		p := 1.0
		for v, q := range t.chance {
			if v == variable {
				q = float64(map[bool]int{true: 1}[occurs])
			}
			if s>>v&1 == 0 {
				q = 1 - q
			}
			p *= q
		}
		if holds {
			sum += p
		}
	}
	return sum
}

// primes returns the prime implicants, each as its sorted names with commas between, sorted: all sets of literals that
// are enough and of which no part is.
func (t tree) primes() []string {
	n := len(t.chance)
	enough := func(care, value int) bool {
		for s, holds := range t.top {
			if s&care == value && !holds {
				return false
			}
		}
		return true
	}
	var out []string
	for care := range 1 << n {
		for value := care; ; value = (value - 1) & care {
			if enough(care, value) {
				prime := true
				for v := range n {
					prime = prime && (care>>v&1 == 0 || !enough(care&^(1<<v), value&^(1<<v)))
				}
				if prime {
					out = append(out, t.literals(care, value))
				}
			}
			if value == 0 {
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

func (t tree) literals(care, value int) string {
	var list []string
	for v, name := range t.names {
		switch {
		case value>>v&1 != 0:
			list = append(list, name)
		case care>>v&1 != 0:
			list = append(list, "not "+name)
		}
	}
	slices.Sort(list)
	return strings.Join(list, ",")
}

// Truth tables say the same as the reader and the solvers, of trees with every connective, constants and common causes.
func TestFaultTreesAgreeWithTruthTables(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 41))
		tree := grown(r)
		if len(tree.chance) > 8 {
			continue
		}
		d, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "x", Reader: strings.NewReader(tree.xml)})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, tree.xml)
		}
		top, _ := d.Graph.FactByName(strings.TrimSuffix(strings.Split(tree.xml[strings.LastIndex(tree.xml, `<define-gate name="`)+19:], `"`)[0], ""))
		s, err := exchange.Solve(context.Background(), d, exchange.Options{Goals: []graph.FactID{top}, Ask: exchange.AllQuestions(), Easiest: 1 << 20})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, tree.xml)
		}
		tree.check(t, seed, s.Goals[0])
		little, err := exchange.Solve(context.Background(), d, exchange.Options{Goals: []graph.FactID{top}, Work: 1 + int64(seed%40)})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, tree.xml)
		}
		tree.checkBounds(t, seed, little.Goals[0])
		if t.Failed() {
			t.Fatal(tree.xml)
		}
	}
}

// checkBounds: with little work, an answer is right for what it says that it is.
func (t tree) checkBounds(test *testing.T, seed uint64, goal exchange.Goal) {
	chance, sets := t.given(-1, false), t.primes()
	switch c := goal.Chance; {
	case c.Status == graph.Exact && math.Abs(*c.Value-chance) > 1e-12, c.Status == graph.Bound && (*c.Lower > chance+1e-12 || *c.Upper < chance-1e-12):
		test.Errorf("seed %d: with little work, the chance is %+v, want %v", seed, c, chance)
	}
	if len(sets) > 0 && !goal.Reachable {
		test.Errorf("seed %d: with little work, not reachable", seed)
	}
	for _, set := range goal.AttackSets.Easiest {
		if !slices.Contains(sets, strings.Join(set.Set, ",")) {
			test.Errorf("seed %d: with little work, the set %v, of %q", seed, set.Set, sets)
		}
	}
	most, count := len(sets), goal.AttackSets.Count+goal.AttackSets.Lower
	if n, err := strconv.Atoi(count); err != nil || n > most || goal.AttackSets.Status == graph.Exact && n != most {
		test.Errorf("seed %d: with little work, %s sets (%s) of %d", seed, count, goal.AttackSets.Status, most)
	}
}

func (t tree) check(test *testing.T, seed uint64, goal exchange.Goal) {
	chance := t.given(-1, false)
	if goal.Chance.Status != graph.Exact || math.Abs(*goal.Chance.Value-chance) > 1e-12 {
		test.Errorf("seed %d: chance %+v, want %v", seed, goal.Chance, chance)
	}
	want := t.primes()
	if goal.Reachable != (len(want) > 0) {
		test.Errorf("seed %d: reachable %v", seed, goal.Reachable)
	}
	var got []string
	for _, set := range goal.AttackSets.Easiest {
		got = append(got, strings.Join(set.Set, ","))
	}
	slices.Sort(got)
	if goal.AttackSets.Count != fmt.Sprint(len(want)) || !slices.Equal(got, want) {
		test.Errorf("seed %d: %s sets %q, want %q", seed, goal.AttackSets.Count, got, want)
	}
	if len(want) > 0 {
		fewest := 100
		for _, set := range want {
			if n := len(strings.Split(set, ",")); set != "" && n < fewest {
				fewest = n
			} else if set == "" {
				fewest = 0
			}
		}
		if m := goal.MinEffort.Answer; m.Status != graph.Exact || *m.Value != float64(fewest) {
			test.Errorf("seed %d: least effort %+v, want %d", seed, m, fewest)
		}
		for _, name := range append(slices.Clone(t.names), negated(t.names)...) {
			every := !slices.ContainsFunc(want, func(set string) bool { return !slices.Contains(strings.Split(set, ","), name) })
			if slices.Contains(goal.Points.Rules, name) != every {
				test.Errorf("seed %d: single points %v, and %s is in every set: %v", seed, goal.Points.Rules, name, every)
			}
		}
	}
	for _, w := range goal.Weights.Events {
		v := slices.Index(t.names, w.Event)
		if want := t.given(v, true) - t.given(v, false); math.Abs(w.Birnbaum-want) > 1e-12 {
			test.Errorf("seed %d: importance of %s %v, want %v", seed, w.Event, w.Birnbaum, want)
		}
		if w.Achievement != nil && math.Abs(*w.Achievement*chance-t.given(v, true)) > 1e-9 {
			test.Errorf("seed %d: %s is worth %v", seed, w.Event, *w.Achievement)
		}
	}
}

func negated(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = "not " + name
	}
	return out
}
