// Package graphtest is test furniture for attack graphs: graphs written as strings, families of
// generated graphs with known answers, and brute force that answers every question on small ones.
package graphtest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/graph"
)

// Parse reads a graph written as text, one rule or measure a line, # to the end of a line ignored:
//
//	measure m1 3
//	r1: top <- a b; effort 2.5; p 0.5; blocked m1; hardened m2 3 0.5
//	r2: a <-
//
// Effort is 0 and p is 1 where they are not given; "hardened" gives a measure, an added effort and a
// factor.
func Parse(text string) (*graph.AttackGraph, error) {
	b := graph.NewBuilder()
	measures := map[string]graph.MeasureID{}
	for i, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := parseLine(b, measures, line); err != nil {
			return nil, fmt.Errorf("graphtest: line %d: %w", i+1, err)
		}
	}
	return b.Build()
}

// Must is Parse for texts that are right; it panics on others.
func Must(text string) *graph.AttackGraph {
	g, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return g
}

// Fact returns the fact of that name; it panics when there is none.
func Fact(g *graph.AttackGraph, name string) graph.FactID {
	f, ok := g.FactByName(name)
	if !ok {
		panic("graphtest: no fact " + name)
	}
	return f
}

// Rule returns the rule of that id; false when there is none.
func Rule(g *graph.AttackGraph, id string) (graph.RuleID, bool) {
	for r := range graph.RuleID(g.NumRules()) {
		if g.RuleName(r) == id {
			return r, true
		}
	}
	return 0, false
}

// Held counts the facts that hold.
func Held(g *graph.AttackGraph, x *graph.Fixpoint) (n int) {
	for f := range graph.FactID(g.NumFacts()) {
		if x.Holds(f) {
			n++
		}
	}
	return n
}

// RuleNames returns the ids of rules, in their order.
func RuleNames(g *graph.AttackGraph, rules []graph.RuleID) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = g.RuleName(r)
	}
	return names
}

func parseLine(b *graph.Builder, measures map[string]graph.MeasureID, line string) error {
	if rest, ok := strings.CutPrefix(line, "measure "); ok {
		w := strings.Fields(rest)
		cost, err := strconv.ParseFloat(w[1], 64)
		measures[w[0]] = b.Measure(graph.Measure{ID: w[0], Cost: cost})
		return err
	}
	id, rest, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is neither a rule nor a measure", line)
	}
	parts := strings.Split(rest, ";")
	head, body, ok := strings.Cut(parts[0], "<-")
	if !ok {
		return fmt.Errorf("rule %q has no <-", id)
	}
	r := graph.Rule{ID: id, Then: b.Fact(strings.TrimSpace(head))}
	for _, f := range strings.Fields(body) {
		r.If = append(r.If, b.Fact(f))
	}
	for _, part := range parts[1:] {
		if err := parsePart(&r, measures, strings.Fields(part)); err != nil {
			return err
		}
	}
	b.Rule(r)
	return nil
}

func parsePart(r *graph.Rule, measures map[string]graph.MeasureID, w []string) (err error) {
	switch w[0] {
	case "effort":
		r.Effort, err = strconv.ParseFloat(w[1], 64)
	case "p":
		r.Probability, err = strconv.ParseFloat(w[1], 64)
		r.Never = r.Probability == 0
	case "blocked":
		for _, m := range w[1:] {
			r.BlockedBy = append(r.BlockedBy, measures[m])
		}
	case "hardened":
		h := graph.Hardening{Measure: measures[w[1]]}
		h.Effort, err = strconv.ParseFloat(w[2], 64)
		if err == nil {
			h.Probability, err = strconv.ParseFloat(w[3], 64)
		}
		r.HardenedBy = append(r.HardenedBy, h)
	default:
		err = fmt.Errorf("unknown part %q", w[0])
	}
	return err
}
