package sat

import (
	"math/bits"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// solve looks for a model in which all assumptions hold. After refuted, core holds assumptions that
// cannot hold together. At most conflicts are met (0: as many as the meter allows).
func (c *Clauses) solve(m *meter.Meter, assumptions []Literal, conflicts int) Verdict {
	c.backTo(0)
	c.core = c.core[:0]
	if c.broken {
		return Refuted
	}
	s := search{Clauses: c, meter: m, assumptions: assumptions, limit: conflicts}
	for round := 1; ; round++ {
		if v, done := s.run(100 * luby(round)); done {
			return v
		}
		c.backTo(0)
	}
}

type search struct {
	*Clauses
	meter       *meter.Meter
	assumptions []Literal
	limit, met  int
	looked      int64 // clauses that choose looked at since the meter was told
}

// run searches until it is decided, the limits end it, or it is time for a restart.
func (s *search) run(restart int) (Verdict, bool) {
	for n := 0; ; {
		before := s.props
		conflict := s.propagate()
		if !s.meter.Spend(1 + (s.props-before)/2 + s.looked/8) {
			return Undecided, true
		}
		s.looked = 0
		if conflict >= 0 {
			n++
			s.met++
			if len(s.heads) == 0 {
				s.broken = true
				return Refuted, true
			}
			s.learn(conflict)
			if s.limit > 0 && s.met >= s.limit {
				return Undecided, true
			}
			continue
		}
		if n >= restart {
			return Undecided, false
		}
		if len(s.learnt) > 4000+len(s.given)/2+100*len(s.heads) {
			s.forget()
		}
		l, v := s.decide()
		if v != Undecided {
			return v, true
		}
		s.open()
		s.assign(l, -1)
	}
}

// decide picks the next assumption or the most active open variable.
func (s *search) decide() (Literal, Verdict) {
	for len(s.heads) < len(s.assumptions) {
		l := s.assumptions[len(s.heads)]
		switch {
		case s.values[l] == 0:
			return l, Undecided
		case s.values[l] < 0:
			s.explain(l)
			return 0, Refuted
		}
		s.open()
	}
	for {
		v, ok := s.order.pop()
		if !ok || s.order.activity[v] == 0 {
			if ok {
				s.order.add(v)
			}
			return s.choose()
		}
		if s.values[2*v] == 0 {
			l := positive(v)
			if !s.phase[v] {
				l = l.Not()
			}
			return l, Undecided
		}
	}
}

// choose decides when no variable that was ever part of a conflict is open: it looks for a clause that making
// all open variables false would break, and makes one of its literals true. When there is none, that is a
// model; most variables need not be decided at all.
func (s *search) choose() (Literal, Verdict) {
	for {
		for ; s.scanned < len(s.broad); s.scanned++ {
			s.looked++
			if l, broken := s.breaks(s.at(s.given[s.broad[s.scanned]])); broken {
				s.decided = true
				return l, Undecided
			}
		}
		if !s.decided {
			return 0, Satisfied
		}
		s.scanned, s.decided = 0, false
	}
}

// breaks says whether the clause is false when all open variables are, and an open literal of it.
func (s *search) breaks(clause []Literal) (open Literal, broken bool) {
	open = -1
	for _, l := range clause {
		switch {
		case s.values[l] > 0 || s.values[l] == 0 && l&1 != 0:
			return 0, false
		case s.values[l] == 0 && open < 0:
			open = l
		}
	}
	return open, true
}

// explain puts into core the assumptions that make assumption l impossible.
func (s *search) explain(l Literal) {
	s.core = append(s.core[:0], l)
	if len(s.heads) == 0 || s.level[l.v()] == 0 {
		return
	}
	s.seen[l.v()] = true
	for i := len(s.trail) - 1; i >= int(s.heads[0]); i-- {
		v := s.trail[i].v()
		if !s.seen[v] {
			continue
		}
		s.seen[v] = false
		if s.reason[v] < 0 {
			s.core = append(s.core, s.trail[i])
			continue
		}
		for _, q := range s.at(s.reason[v]) {
			if q.v() != v && s.level[q.v()] > 0 {
				s.seen[q.v()] = true
			}
		}
	}
	s.seen[l.v()] = false
}

// luby is the i-th term of 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair, Zuckerman 1993), from 1.
func luby(i int) int {
	for {
		k := bits.Len(uint(i))
		if i == 1<<k-1 {
			return 1 << (k - 1)
		}
		i -= 1<<(k-1) - 1
	}
}
