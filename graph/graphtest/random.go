package graphtest

import (
	"fmt"
	"math/rand/v2"

	"github.com/harmpath/harmpath/graph"
)

// Shape says what a random graph is made of.
type Shape struct {
	Facts, Rules int
	Counted      int  // at most this many rules get an effort or a probability below 1
	MaxIf        int  // at most this many premises a rule
	Acyclic      bool // premises are facts of lower number than the conclusion
	Measures     int
	WholeEfforts bool // efforts are small whole numbers, so that there are many ties
}

// Random makes a graph whose last fact is the goal. Cycles, shared steps, counted rules without
// effort, rules of probability 0, underivable facts and free goals all turn up.
func Random(r *rand.Rand, s Shape) (*graph.AttackGraph, graph.FactID) {
	b := graph.NewBuilder()
	facts := make([]graph.FactID, s.Facts)
	for i := range facts {
		facts[i] = b.Fact(fmt.Sprintf("f%d", i))
	}
	for i := range s.Measures {
		b.Measure(graph.Measure{ID: fmt.Sprintf("m%d", i), Cost: float64(r.IntN(5))})
	}
	counted := s.Counted
	for i := range s.Rules {
		head := r.IntN(s.Facts)
		rule := graph.Rule{ID: fmt.Sprintf("r%d", (i*7919+13)%100003), Then: facts[head]}
		for range r.IntN(s.MaxIf + 1) {
			below := s.Facts
			if s.Acyclic {
				below = head
			}
			if below > 0 {
				rule.If = append(rule.If, facts[r.IntN(below)])
			}
		}
		if counted > 0 && r.IntN(4) != 0 {
			counted--
			count(r, &rule, s.WholeEfforts)
		} else if len(rule.If) == 0 && r.IntN(3) != 0 {
			continue
		}
		for m := range s.Measures {
			if r.IntN(3) == 0 {
				rule.BlockedBy = append(rule.BlockedBy, graph.MeasureID(m))
			}
		}
		b.Rule(rule)
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g, facts[s.Facts-1]
}

// Small makes one of many graphs that are small enough to try all states of the counted rules: every fifth a fault tree, half
// of the others without cycles.
func Small(seed uint64) (*graph.AttackGraph, graph.FactID) {
	r := rand.New(rand.NewPCG(seed, 71))
	if seed%5 == 0 {
		return FaultTree(r, 6+r.IntN(6), 3, 0.2)
	}
	return Random(r, Shape{Facts: 3 + r.IntN(12), Rules: 6 + r.IntN(22), Counted: 8, MaxIf: 3, Acyclic: seed%2 == 0, WholeEfforts: true})
}

func count(r *rand.Rand, rule *graph.Rule, whole bool) {
	switch r.IntN(8) {
	case 0:
		rule.Never = true
	case 1, 2:
		rule.Probability = float64(1+r.IntN(9)) / 10
	default:
		rule.Effort = float64(r.IntN(4))
		if !whole {
			rule.Effort = float64(r.IntN(1000)) / 100
		}
		rule.Probability = float64(1+r.IntN(10)) / 10
	}
}
