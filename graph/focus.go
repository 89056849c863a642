package graph

// A Focus is a graph read under one selection with many goals in view. What all of them share is computed once, so that
// a question about one costs what the goal rests on, not the size of the graph.
type Focus struct {
	g          *AttackGraph
	sel        *Selection
	holds      *Fixpoint
	essentials *Essentials
	local      []FactID // fact → 1 + its place in the part being cut out; 0: not there
}

// NewFocus prepares a selection, of which holds is the fixpoint and essentials are those of every fact, labelled by
// itself. Neither may be changed while the focus is in use.
func NewFocus(g *AttackGraph, sel *Selection, holds *Fixpoint, essentials *Essentials) *Focus {
	return &Focus{g: g, sel: sel, holds: holds, essentials: essentials, local: make([]FactID, g.NumFacts())}
}

// A Part is what one goal rests on, as a graph of its own, in which all rules are enabled. Its facts and rules bear the
// names that they have in the whole, and the efforts and probabilities of the selection. Whatever is asked of the goal
// has the same answer in both.
type Part struct {
	Graph *AttackGraph
	Goal  FactID
	facts []FactID
	rules []RuleID
}

// Facts turns facts of the part into those of the whole, in place.
func (p *Part) Facts(facts []FactID) []FactID {
	for i, f := range facts {
		facts[i] = p.facts[f]
	}
	return facts
}

// Rules turns rules of the part into those of the whole, in place.
func (p *Part) Rules(rules []RuleID) []RuleID {
	for i, r := range rules {
		rules[i] = p.rules[r]
	}
	return rules
}

// On cuts out what the goal rests on: the rules that can fire on the way back from it. A rule is left out where its
// conclusion is essential for one of its premises: whoever comes to fire it has derived the conclusion before. So a
// step that leads back to what everybody begins with brings nothing in.
func (f *Focus) On(goal FactID) *Part {
	p := &Part{}
	b := NewBuilder()
	fact := func(id FactID) FactID {
		if f.local[id] == 0 {
			p.facts = append(p.facts, id)
			f.local[id] = 1 + b.Fact(f.g.FactName(id))
		}
		return f.local[id] - 1
	}
	p.Goal = fact(goal)
	for next := 0; next < len(p.facts); next++ {
		for _, r := range f.g.Concluding(p.facts[next]) {
			if !f.useful(r) {
				continue
			}
			rule := Rule{ID: f.g.RuleName(r), Then: FactID(next), Effort: f.sel.Effort(r), Probability: f.sel.Probability(r)}
			for _, premise := range f.g.If(r) {
				rule.If = append(rule.If, fact(premise))
			}
			b.Rule(rule)
			p.rules = append(p.rules, r)
		}
	}
	for _, id := range p.facts {
		f.local[id] = 0
	}
	part, err := b.Build()
	if err != nil {
		panic("graph: a part of a graph is none: " + err.Error())
	}
	p.Graph = part
	return p
}

// useful tells whether a rule can fire, and not only after its conclusion holds.
func (f *Focus) useful(r RuleID) bool {
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
