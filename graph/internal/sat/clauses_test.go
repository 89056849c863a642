package sat

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/go-air/gini"
	"github.com/go-air/gini/z"
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// TestClausesAgreeWithGini asks both searches the same random questions, clauses added in between.
func TestClausesAgreeWithGini(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		n := 5 + r.IntN(60)
		ours := newClauses()
		for range n {
			ours.Variable()
		}
		var all [][]Literal
		for range 6 {
			for range r.IntN(n + n/4) {
				clause := make([]Literal, 1+r.IntN(3)+r.IntN(2))
				for i := range clause {
					clause[i] = Literal(r.IntN(2 * n))
				}
				all = append(all, clause)
				ours.Add(clause...)
			}
			assumptions := make([]Literal, r.IntN(6))
			for i := range assumptions {
				assumptions[i] = Literal(r.IntN(2 * n))
			}
			got := ours.solve(meter.New(context.Background(), graph.Limits{}), assumptions, 0)
			want := giniSays(all, assumptions)
			if got != want {
				t.Fatalf("seed %d: %v, gini says %v", seed, got, want)
			}
			if got == Satisfied {
				checkModel(t, ours, append(all, units(assumptions)...))
				continue
			}
			if giniSays(all, ours.core) != Refuted {
				t.Fatalf("seed %d: the core %v can hold", seed, ours.core)
			}
		}
	}
}

func TestClausesHardAndForgetting(t *testing.T) {
	c := newClauses() // nine pigeons in eight holes
	v := func(p, h int) int32 { return int32(8*p + h) }
	for range 9 * 8 {
		c.Variable()
	}
	for p := range 9 {
		clause := []Literal{}
		for h := range 8 {
			clause = append(clause, positive(v(p, h)))
			for q := range p {
				c.Add(positive(v(p, h)).Not(), positive(v(q, h)).Not())
			}
		}
		c.Add(clause...)
	}
	if got := c.solve(meter.New(context.Background(), graph.Limits{Work: 1000}), nil, 0); got != Undecided {
		t.Fatalf("within a small limit: %v", got)
	}
	if got := c.solve(meter.New(context.Background(), graph.Limits{Work: 1 << 40}), nil, 0); got != Refuted {
		t.Fatalf("got %v", got)
	}
}

// giniSays starts afresh each time: gini 1.0.4 ends the process with an internal error on some of these
// questions when clauses are added between two searches.
func giniSays(all [][]Literal, assumptions []Literal) Verdict {
	s := gini.New()
	for _, clause := range all {
		for _, l := range clause {
			s.Add(giniLit(l))
		}
		s.Add(0)
	}
	for _, l := range assumptions {
		s.Assume(giniLit(l))
	}
	return map[int]Verdict{1: Satisfied, -1: Refuted}[s.Solve()]
}

func checkModel(t *testing.T, c *Clauses, all [][]Literal) {
	t.Helper()
	for _, clause := range all {
		held := false
		for _, l := range clause {
			held = held || c.Holds(l)
		}
		if !held {
			t.Fatalf("the model breaks clause %v", clause)
		}
	}
}

func units(ls []Literal) [][]Literal {
	out := make([][]Literal, len(ls))
	for i, l := range ls {
		out[i] = []Literal{l}
	}
	return out
}

func giniLit(l Literal) z.Lit {
	m := z.Var(l.v() + 1).Pos()
	if l&1 != 0 {
		return m.Not()
	}
	return m
}
