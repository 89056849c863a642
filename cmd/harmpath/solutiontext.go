package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/exchange"
)

// printSolved prints the answers to questions about an attack graph, and what cut them short.
func printSolved(w io.Writer, s *exchange.Solution) error {
	t := solutionText{w: w}
	for _, goal := range s.Goals {
		t.goal(goal)
	}
	for _, l := range s.Limits {
		t.line("%s of %s was cut short: %s after %d steps of work", l.Question, l.Goal, l.Reason, l.At)
	}
	return t.err
}

// solutionText writes a solution for people.
type solutionText struct {
	w   io.Writer
	err error
}

func (t *solutionText) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

func (t *solutionText) goal(g exchange.Goal) {
	if !g.Reachable {
		t.line("%s: not reachable", g.Goal)
		return
	}
	t.line("%s: reachable", g.Goal)
	if m := g.MinEffort.Answer; m != nil {
		t.line("  least effort: %s by %s", worth(m.Status, m.Value, m.Lower, m.Upper), spaced(m.Proof))
	}
	if c := g.Chance; c != nil {
		t.chance(c)
	}
	if m := g.AttackSets; m != nil {
		count := m.Count
		if count == "" {
			count = "at least " + m.Lower
		}
		t.line("  minimal attack sets: %s", count)
		for i, set := range m.Easiest {
			if m.Proven != nil && *m.Proven == i {
				t.line("    found; there may be easier ones:")
			}
			t.line("    %s: %s", number(set.Effort), spaced(set.Set))
		}
	}
	if s := g.Points; s != nil {
		t.line("  single points: rules %s; facts %s", spaced(s.Rules), spaced(s.Facts))
	}
	if m := g.Measures; m != nil && m.Status == graph.Impossible {
		t.line("  cheapest measures: impossible, an attack is left that no measure blocks")
	} else if m != nil {
		t.line("  cheapest measures: %s by %s", worth(m.Status, m.Cost, m.Lower, m.Upper), spaced(m.Measures))
	}
	if g.Weights != nil {
		t.weights(g.Weights)
	}
}

// chance writes the probability, or why it is not known.
func (t *solutionText) chance(c *exchange.Chance) {
	if c.Status != graph.Unknown {
		t.line("  chance: %s", worth(c.Status, c.Value, first(c.Low, c.Lower), first(c.High, c.Upper)))
		return
	}
	between := ""
	if c.Lower != nil && c.Upper != nil && (*c.Lower > 0 || *c.Upper < 1) {
		between = fmt.Sprintf("; whatever it is there, between %s and %s", number(*c.Lower), number(*c.Upper))
	}
	t.line("  chance: not known: %s%s", missing(c.Unstated), between)
}

// weights writes the importance of events.
func (t *solutionText) weights(w *exchange.Weights) {
	if w.Status != graph.Exact {
		if len(w.Unstated) == 0 {
			t.line("  importance: not known: the chance is not exact")
			return
		}
		t.line("  importance: not known: %s", missing(w.Unstated))
		return
	}
	t.line("  importance (Birnbaum, Fussell–Vesely, risk achievement worth, risk reduction worth):")
	for _, e := range w.Events {
		t.line("    %s: %s, %s, %s, %s", e.Event, number(e.Birnbaum), ratio(e.Fussell), ratio(e.Achievement), ratio(e.Reduction))
	}
}

func ratio(x *float64) string {
	if x == nil {
		return "∞"
	}
	return number(*x)
}

// mostMissing is how many events are named of which nobody states the probability.
const mostMissing = 20

func missing(list []exchange.Missing) string {
	var parts []string
	for i, m := range list {
		if i == mostMissing {
			parts = append(parts, fmt.Sprintf("%d more", len(list)-i))
			break
		}
		parts = append(parts, m.Event+" "+m.Why)
	}
	return strings.Join(parts, ", ")
}

// worth writes a value with what it is worth.
func worth(status graph.Status, value, low, high *float64) string {
	switch {
	case status == graph.Exact && value != nil:
		return number(*value)
	case status == graph.Sampled && value != nil && low != nil && high != nil:
		return fmt.Sprintf("about %s (%s to %s, sampled)", number(*value), number(*low), number(*high))
	case low != nil && high != nil:
		return fmt.Sprintf("between %s and %s", number(*low), number(*high))
	case low != nil:
		return "at least " + number(*low)
	}
	return string(status)
}

func first(a, b *float64) *float64 {
	if a != nil {
		return a
	}
	return b
}

func number(x float64) string {
	if math.IsInf(x, 1) {
		return "∞"
	}
	return fmt.Sprintf("%.10g", x)
}

func spaced(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, " ")
}
