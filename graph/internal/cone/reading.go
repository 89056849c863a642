package cone

import "github.com/harmpath/harmpath/graph"

// A Reading is what the cones of several goals under one selection share.
type Reading struct {
	Whole     *graph.AttackGraph
	Selection *graph.Selection
	counts    func(graph.RuleID) bool
	all       *graph.Fixpoint
	Wiring    *graph.Fixpoint // what holds by rules alone that do not count
}

// NewReading reads a graph; rules for which counts is false are wiring.
func NewReading(g *graph.AttackGraph, sel *graph.Selection, counts func(graph.RuleID) bool) *Reading {
	return &Reading{Whole: g, Selection: sel, counts: counts, all: graph.Reach(g, sel), Wiring: graph.Reach(g, Wiring(g, sel, counts))}
}

// Cone finds the cone of the goal.
func (r *Reading) Cone(goal graph.FactID) *Cone {
	c := &Cone{Whole: r.Whole, Selection: r.Selection, Counts: r.counts, Derivable: r.all.Holds(goal), Free: r.Wiring.Holds(goal)}
	if !c.Derivable || c.Free {
		return c
	}
	c.collect(goal, r.all, r.Wiring.Holds)
	c.index()
	c.weigh()
	return c
}

// Wiring returns the selection of the enabled rules that do not count.
func Wiring(g *graph.AttackGraph, sel *graph.Selection, counts func(graph.RuleID) bool) *graph.Selection {
	w := sel.Clone()
	for r := range graph.RuleID(g.NumRules()) {
		if counts(r) {
			w.Disable(r)
		}
	}
	return w
}

// An Alternative is a fact from which a goal follows by wiring rules of one premise.
type Alternative struct {
	Fact graph.FactID
	Path []graph.RuleID // in their order
}

// Alternatives replaces a goal by the facts that it follows from by wiring of one premise: each has to be
// blocked, and each has a smaller cone.
func (r *Reading) Alternatives(goal graph.FactID) []Alternative {
	seen := map[graph.FactID]bool{goal: true}
	walk := []Alternative{{Fact: goal}}
	var out []Alternative
	for next := 0; next < len(walk); next++ {
		a := walk[next]
		if !r.simple(a.Fact) {
			out = append(out, a)
			continue
		}
		for _, rule := range r.Whole.Concluding(a.Fact) {
			if p := r.Whole.If(rule)[0]; r.Selection.Enabled(rule) && !seen[p] {
				seen[p] = true
				walk = append(walk, Alternative{p, append([]graph.RuleID{rule}, a.Path...)})
			}
		}
	}
	return out
}

// simple says whether a fact follows only by wiring of one premise, and not by wiring alone.
func (r *Reading) simple(f graph.FactID) bool {
	if !r.all.Holds(f) || r.Wiring.Holds(f) {
		return false
	}
	for _, rule := range r.Whole.Concluding(f) {
		if len(r.Whole.If(rule)) != 1 || r.Selection.Enabled(rule) && r.counts(rule) {
			return false
		}
	}
	return true
}
