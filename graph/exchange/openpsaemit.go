package exchange

import (
	"fmt"
	"strconv"

	"github.com/harmpath/harmpath/graph"
)

// emit turns events and gates into facts and rules: all of them as they are, and negated those that some formula
// negates.
func (p *psa) emit() {
	w := emission{psa: p, event: map[int32]int{}, ruled: map[ref]graph.RuleID{}, done: map[ref]bool{}}
	for i, e := range p.events {
		w.event[e.of.node()] = i
		w.want(e.of)
	}
	for _, d := range p.scopes.houses {
		w.constant("house ", d)
	}
	for _, list := range [][]*definition{p.scopes.basic, p.scopes.gates} {
		for _, d := range list {
			if p.of[d].constant() {
				w.constant("", d)
			} else {
				w.want(p.of[d])
			}
		}
	}
	for next := 0; next < len(w.wanted); next++ {
		w.rules(w.wanted[next])
	}
}

// emission is the work.
type emission struct {
	*psa
	event  map[int32]int // node → its event
	ruled  map[ref]graph.RuleID
	wanted []ref
	done   map[ref]bool
}

// want returns the fact of a formula or of its negation, and sees to its rules.
func (w *emission) want(r ref) graph.FactID {
	if !w.done[r] {
		w.done[r] = true
		w.wanted = append(w.wanted, r)
	}
	return w.builder.Fact(w.name(r))
}

func (w *emission) name(r ref) string {
	if r.negated() {
		return "not " + w.formulas.nodes[r.node()].name
	}
	return w.formulas.nodes[r.node()].name
}

// constant makes the fact of a house event, or of a gate that house events decide: one that holds, or cannot.
func (w *emission) constant(before string, d *definition) {
	fact := w.builder.Fact(d.fact)
	if w.of[d] == trueRef {
		w.builder.Rule(graph.Rule{ID: before + d.fact + " true", Then: fact})
	}
}

// rules makes the rules that conclude a formula or, by De Morgan's laws, its negation.
func (w *emission) rules(r ref) {
	n := w.formulas.nodes[r.node()]
	sign := r & 1
	switch op := n.op; {
	case op == occurs:
		w.occurs(r)
	case op == same:
		w.rule(r, " is", n.of[0]^sign)
	case op == allOf && sign == 0, op == anyOf && sign == 1:
		operands := make([]ref, len(n.of))
		for i, o := range n.of {
			operands[i] = o ^ sign
		}
		w.rule(r, " and", operands...)
	case op == allOf, op == anyOf:
		for i, o := range n.of {
			w.rule(r, " or "+strconv.Itoa(i+1), o^sign)
		}
	case op == oddOf:
		w.odd(r, n)
	case sign == 0:
		w.atLeast(r, n.of, n.least)
	default:
		missing := make([]ref, len(n.of))
		for i, o := range n.of {
			missing[i] = o ^ 1
		}
		w.atLeast(r, missing, len(n.of)-n.least+1)
	}
}

func (w *emission) rule(r ref, part string, operands ...ref) {
	premises := make([]graph.FactID, len(operands))
	for i, o := range operands {
		premises[i] = w.want(o)
	}
	w.builder.Rule(graph.Rule{ID: w.name(r) + part, Then: w.want(r), If: premises})
}

// occurs makes the rule of an event, or of its absence. Its effort is 1, so that the effort of a set is its order.
func (w *emission) occurs(r ref) {
	e := w.events[w.event[r.node()]]
	rule := graph.Rule{ID: w.name(r), Then: w.want(r), Effort: 1}
	chance := e.x
	if r.negated() {
		chance = 1 - e.x
	}
	if e.unstated == "" {
		rule.Probability, rule.Never = chance, chance == 0
	}
	id := w.builder.Rule(rule)
	if e.unstated != "" {
		w.unstated = append(w.unstated, Unstated{id, e.unstated})
	}
	if r.negated() {
		w.opposites = append(w.opposites, [2]graph.RuleID{w.ruled[r^1], id})
	}
	w.ruled[r] = id
}

// odd makes the rules of "one of two and not the other", or of "both or neither".
func (w *emission) odd(r ref, n node) {
	a, b := n.of[0], n.of[1]^r&1
	w.rule(r, " first", a, b^1)
	w.rule(r, " second", a^1, b)
}

// atLeast counts up through the operands: the fact "k of the first n" follows from "k of the first n-1", or from
// "k-1 of the first n-1" and the n-th. This takes k·n rules where listing the choices takes n over k.
func (w *emission) atLeast(r ref, of []ref, least int) {
	name := w.name(r)
	count := func(k, n int) graph.FactID {
		if k == least && n == len(of) {
			return w.want(r)
		}
		return w.builder.Fact(fmt.Sprintf("%s %d of %d", name, k, n))
	}
	for n := 0; n <= len(of); n++ {
		for k := max(0, least-(len(of)-n)); k <= min(least, n); k++ {
			id := fmt.Sprintf("%s %d of %d", name, k, n)
			switch {
			case k == 0:
				w.builder.Rule(graph.Rule{ID: id, Then: count(0, n)})
				continue
			case k < n:
				w.builder.Rule(graph.Rule{ID: id + " without", Then: count(k, n), If: []graph.FactID{count(k, n-1)}})
			}
			w.builder.Rule(graph.Rule{ID: id + " with", Then: count(k, n), If: []graph.FactID{count(k-1, n-1), w.want(of[n-1])}})
		}
	}
}
