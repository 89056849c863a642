package graph

import (
	"errors"
	"fmt"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"math"
	"slices"
)

// A Rule concludes Then from all facts in If.
type Rule struct {
	ID   string // unique among rules, not empty
	Then FactID
	If   []FactID // a premise named twice counts once; none: an entry

	Effort      float64 // ≥ 0, paid once for each rule used
	Probability float64 // 0 < p ≤ 1; the zero value means certain (1), see Never
	Never       bool    // the rule never fires: probability 0

	BlockedBy  []MeasureID // any of these in force removes the rule
	HardenedBy []Hardening // what these do to the rule while in force
}

// A Hardening makes a rule harder while a measure is in force; it never makes it impossible.
type Hardening struct {
	Measure     MeasureID
	Effort      float64 // ≥ 0, added to the rule's effort
	Probability float64 // 0 < p ≤ 1, multiplies the rule's probability; the zero value means 1
}

// A Measure can be put in force at a cost.
type Measure struct {
	ID   string  // unique among measures, not empty
	Cost float64 // ≥ 0, in units of the caller's choice
}

// A Builder collects facts, measures and rules. The zero value is not ready: use [NewBuilder].
type Builder struct {
	facts, rules, measures names
	naming                 *naming // nil: facts and rules are named here
	cost                   []float64
	costed                 []bool
	then                   []FactID
	ifs                    adjacency.Lists[FactID]
	kind                   []int32 // rule → its effort and probability
	kinds                  map[figures]int32
	effort, probability    []float64
	blockedBy              adjacency.Lists[MeasureID]
	hardenedBy             adjacency.Lists[Hardening]
	wrong                  []error
	seen                   []int32 // fact → 1 + rule that last named it as a premise
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	return &Builder{kinds: map[figures]int32{}, facts: newNames(), rules: newNames(), measures: newNames(),
		ifs: adjacency.NewLists[FactID](), blockedBy: adjacency.NewLists[MeasureID](), hardenedBy: adjacency.NewLists[Hardening]()}
}

// NewBuilderNamedBy returns an empty builder of a graph that does not keep the names of its facts and rules. Its facts
// are added with [Builder.NewFact], its rules with [Builder.Rule] without an id.
func NewBuilderNamedBy(n Naming) *Builder {
	b := NewBuilder()
	b.naming = &naming{Naming: n}
	return b
}

// NewFact adds a fact whose name is told by the builder's Naming.
func (b *Builder) NewFact() FactID {
	b.seen = append(b.seen, 0)
	return FactID(len(b.seen) - 1)
}

// Fact returns the fact of that name, which is added at first mention.
func (b *Builder) Fact(name string) FactID {
	i, fresh := b.facts.add(name)
	if fresh {
		b.seen = append(b.seen, 0)
	}
	return FactID(i)
}

// MeasureNamed returns the measure of that id, which is added at first mention; [Builder.Measure] says what
// it costs, else it costs nothing.
func (b *Builder) MeasureNamed(id string) MeasureID {
	i, fresh := b.measures.add(id)
	if fresh {
		b.cost = append(b.cost, 0)
		b.costed = append(b.costed, false)
	}
	return MeasureID(i)
}

// Measure adds a measure. Adding an id twice is an error of Build.
func (b *Builder) Measure(m Measure) MeasureID {
	i := b.MeasureNamed(m.ID)
	switch {
	case b.costed[i]:
		b.fail("measure %q is there already", m.ID)
		return i
	case m.ID == "":
		b.fail("a measure needs an id")
	case !(m.Cost >= 0) || math.IsInf(m.Cost, 1):
		b.fail("measure %q: cost %v is not a number ≥ 0", m.ID, m.Cost)
	}
	b.cost[i], b.costed[i] = m.Cost, true
	return i
}

// HasRule says whether a rule of that id was added.
func (b *Builder) HasRule(id string) bool { return b.rules.find(id) >= 0 }

// FactName returns the name of a fact that was added.
func (b *Builder) FactName(f FactID) string { return b.facts.at(int32(f)) }

// MeasureName returns the id of a measure that was mentioned.
func (b *Builder) MeasureName(m MeasureID) string { return b.measures.at(int32(m)) }

// Rule adds a rule. Whatever is wrong with it is an error of Build.
func (b *Builder) Rule(r Rule) RuleID {
	i := int32(len(b.then))
	if b.naming == nil {
		at, fresh := b.rules.add(r.ID)
		if !fresh {
			b.fail("rule %q is there already", r.ID)
			return RuleID(at)
		}
	}
	b.checkRule(r)
	p := r.Probability
	switch {
	case r.Never:
		p = 0
	case p == 0:
		p = 1
	}
	b.then = append(b.then, r.Then)
	b.kind = append(b.kind, b.kindOf(figures{r.Effort, p}))
	for _, f := range r.If {
		if f < 0 || int(f) >= len(b.seen) || b.seen[f] == i+1 {
			continue
		}
		b.seen[f] = i + 1
		b.ifs.Push(f)
	}
	b.ifs.Close()
	for _, m := range slices.Compact(slices.Sorted(slices.Values(r.BlockedBy))) {
		b.blockedBy.Push(m)
	}
	b.blockedBy.Close()
	for _, h := range r.HardenedBy {
		if h.Probability == 0 {
			h.Probability = 1
		}
		b.hardenedBy.Push(h)
	}
	b.hardenedBy.Close()
	return RuleID(i)
}

// Build returns the graph, or all that was wrong (the first hundred of it), joined. The builder must
// not be used afterwards: the graph takes its memory over.
func (b *Builder) Build() (*AttackGraph, error) {
	if len(b.wrong) > 0 {
		return nil, errors.Join(b.wrong...)
	}
	g := &AttackGraph{facts: b.facts, rules: b.rules, measures: b.measures, naming: b.naming, cost: b.cost,
		then: b.then, ifs: b.ifs, kind: b.kind, effort: b.effort, probability: b.probability,
		blockedBy: b.blockedBy, hardenedBy: b.hardenedBy}
	g.index(len(b.seen))
	g.sweep = newSweep(g)
	return g, nil
}

// figures are the effort and the probability of a rule.
type figures struct {
	effort, probability float64
}

// kindOf returns where an effort and a probability stand. Rules that follow each other mostly have the same.
func (b *Builder) kindOf(f figures) int32 {
	if last := len(b.kind) - 1; last >= 0 {
		if k := b.kind[last]; b.effort[k] == f.effort && b.probability[k] == f.probability {
			return k
		}
	}
	k, known := b.kinds[f]
	if !known {
		k = int32(len(b.effort))
		b.kinds[f] = k
		b.effort, b.probability = append(b.effort, f.effort), append(b.probability, f.probability)
	}
	return k
}

func (b *Builder) checkRule(r Rule) {
	if r.ID == "" && b.naming == nil {
		b.fail("a rule needs an id")
	}
	if wrong := len(b.wrong); b.naming != nil {
		defer func() {
			if len(b.wrong) > wrong {
				b.fail("the rule without an id is no. %d", len(b.then))
			}
		}()
	}
	if r.Then < 0 || int(r.Then) >= len(b.seen) {
		b.fail("rule %q concludes fact %d, which is not there", r.ID, r.Then)
	}
	for _, f := range r.If {
		if f < 0 || int(f) >= len(b.seen) {
			b.fail("rule %q needs fact %d, which is not there", r.ID, f)
		}
	}
	b.checkNumbers(r.ID, r.Effort, r.Probability)
	for _, m := range r.BlockedBy {
		b.checkMeasure(r.ID, m)
	}
	for i, h := range r.HardenedBy {
		b.checkMeasure(r.ID, h.Measure)
		b.checkNumbers(r.ID, h.Effort, h.Probability)
		for _, other := range r.HardenedBy[:i] {
			if other.Measure == h.Measure {
				b.fail("rule %q is hardened by measure %d twice", r.ID, h.Measure)
			}
		}
	}
}

func (b *Builder) checkMeasure(rule string, m MeasureID) {
	if m < 0 || int(m) >= b.measures.len() {
		b.fail("rule %q names measure %d, which is not there", rule, m)
	}
}

func (b *Builder) checkNumbers(rule string, effort, probability float64) {
	if !(effort >= 0) || math.IsInf(effort, 1) {
		b.fail("rule %q: effort %v is not a number ≥ 0", rule, effort)
	}
	if !(probability >= 0 && probability <= 1) {
		b.fail("rule %q: probability %v is not between 0 and 1", rule, probability)
	}
}

func (b *Builder) fail(format string, args ...any) {
	if len(b.wrong) < 100 {
		b.wrong = append(b.wrong, fmt.Errorf("graph: "+format, args...))
	}
}
