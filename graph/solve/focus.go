package solve

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// A Focus is a graph read under one selection with many goals in view. What all of them share is computed once, so that
// a question about one costs what the goal rests on, not the size of the graph.
type Focus struct {
	g          *graph.AttackGraph
	sel        *graph.Selection
	holds      *graph.Fixpoint
	essentials *Essentials
	useful     map[graph.FactID][]graph.RuleID // of facts that many rules conclude: those to go on with
	local      []graph.FactID                  // fact → 1 + its place in the part being cut out; 0: not there
}

// manyRules is how many rules conclude a fact of which a Focus remembers the useful ones.
const manyRules = 16

// NewFocus prepares a selection, of which holds is the fixpoint and essentials are those of every fact, labelled by
// itself. Neither may be changed while the focus is in use.
func NewFocus(g *graph.AttackGraph, sel *graph.Selection, holds *graph.Fixpoint, essentials *Essentials) *Focus {
	return &Focus{g: g, sel: sel, holds: holds, essentials: essentials, useful: map[graph.FactID][]graph.RuleID{}, local: make([]graph.FactID, g.NumFacts())}
}

// A Part is what one goal rests on, as a graph of its own, in which all rules are enabled. Its facts and rules bear the
// names that they have in the whole, and the efforts and probabilities of the selection. Whatever is asked of the goal
// has the same answer in both.
type Part struct {
	Graph *graph.AttackGraph
	Goal  graph.FactID
	facts []graph.FactID
	rules []graph.RuleID
}

// Key tells parts of one graph apart: parts with equal keys are the same graph with the same goal, whatever selections
// they were cut out under. It is a digest (SHA-256) of the goal and of each rule with its effort and probability.
func (p *Part) Key() [sha256.Size]byte {
	key := make([]byte, 0, 4+20*len(p.rules))
	key = binary.LittleEndian.AppendUint32(key, uint32(p.facts[p.Goal]))
	all := p.Graph.All()
	for i, whole := range p.rules {
		key = binary.LittleEndian.AppendUint32(key, uint32(whole))
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(all.Effort(graph.RuleID(i))))
		key = binary.LittleEndian.AppendUint64(key, math.Float64bits(all.Probability(graph.RuleID(i))))
	}
	return sha256.Sum256(key)
}

// Facts turns facts of the part into those of the whole, in place.
func (p *Part) Facts(facts []graph.FactID) []graph.FactID {
	for i, f := range facts {
		facts[i] = p.facts[f]
	}
	return facts
}

// Rules turns rules of the part into those of the whole, in place.
func (p *Part) Rules(rules []graph.RuleID) []graph.RuleID {
	for i, r := range rules {
		rules[i] = p.rules[r]
	}
	return rules
}

// On cuts out what the goal rests on: the rules that can fire on the way back from it. A rule is left out where its
// conclusion is essential for one of its premises: whoever comes to fire it has derived the conclusion before. So a
// step that leads back to what everybody begins with brings nothing in. Facts and rules keep their order.
func (f *Focus) On(goal graph.FactID) *Part {
	p := f.collect(goal)
	b := graph.NewBuilderNamedBy(graph.Naming{
		Fact: func(i graph.FactID) string { return f.g.FactName(p.facts[i]) },
		Rule: func(i graph.RuleID) string { return f.g.RuleName(p.rules[i]) },
	})
	for i, id := range p.facts {
		f.local[id] = graph.FactID(i) + 1
		b.NewFact()
	}
	var premises []graph.FactID
	for _, r := range p.rules {
		premises = premises[:0]
		for _, id := range f.g.If(r) {
			premises = append(premises, f.local[id]-1)
		}
		b.Rule(graph.Rule{Then: f.local[f.g.Then(r)] - 1, If: premises, Effort: f.sel.Effort(r), Probability: f.sel.Probability(r)})
	}
	p.Goal = f.local[goal] - 1
	for _, id := range p.facts {
		f.local[id] = 0
	}
	part, err := b.Build()
	if err != nil {
		panic("solve: a part of a graph is none: " + err.Error())
	}
	p.Graph = part
	return p
}

// collect walks back from the goal.
func (f *Focus) collect(goal graph.FactID) *Part {
	p := &Part{facts: []graph.FactID{goal}}
	f.local[goal] = 1
	for next := 0; next < len(p.facts); next++ {
		for _, r := range f.leadingTo(p.facts[next]) {
			p.rules = append(p.rules, r)
			for _, id := range f.g.If(r) {
				if f.local[id] == 0 {
					f.local[id] = 1
					p.facts = append(p.facts, id)
				}
			}
		}
	}
	slices.Sort(p.facts)
	slices.Sort(p.rules)
	return p
}

// leadingTo returns the useful rules that conclude a fact.
func (f *Focus) leadingTo(id graph.FactID) []graph.RuleID {
	all := f.g.Concluding(id)
	known, there := f.useful[id]
	if there {
		return known
	}
	useful := make([]graph.RuleID, 0, min(len(all), manyRules))
	for _, r := range all {
		if f.isUseful(r) {
			useful = append(useful, r)
		}
	}
	if len(all) > manyRules {
		f.useful[id] = useful
	}
	return useful
}

// isUseful tells whether a rule can fire, and not only after its conclusion holds.
func (f *Focus) isUseful(r graph.RuleID) bool {
	if !f.sel.Enabled(r) {
		return false
	}
	then := f.g.Then(r)
	for _, premise := range f.g.If(r) {
		if !f.holds.Holds(premise) || has(f.essentials.Of(premise), int32(then)) {
			return false
		}
	}
	return true
}
