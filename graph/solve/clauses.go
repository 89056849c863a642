package solve

import (
	"math/bits"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// lit is a literal of a clause: 2v is variable v, 2v+1 its negation.
type lit int32

func (l lit) not() lit     { return l ^ 1 }
func (l lit) v() int32     { return int32(l) >> 1 }
func positive(v int32) lit { return lit(2 * v) }

// verdict is what a search for a model came to.
type verdict int

const (
	undecided verdict = iota // the meter ran out
	satisfied
	refuted
)

// clauses is a set of clauses and a search for models of it: conflict-driven clause learning with two
// watched literals, first unique implication point, activity order, saved phases and Luby restarts
// (Eén, Sörensson, "An extensible SAT-solver", SAT 2003), under assumptions.
//
// It is written here, and not github.com/go-air/gini, because the work limit must cut inside one search
// at the same conflict on every machine, for which gini has no means; gini confirms it in tests.
type clauses struct {
	arena   []lit   // clause: size, then its literals
	given   []int32 // places of clauses in arena
	choices []int32 // those of given that have several positive literals
	learnt  []learnt
	watches [][]watch // literal → clauses that watch it
	values  []int8    // literal → 1 true, -1 false, 0 open
	level   []int32   // variable → decision level
	reason  []int32   // variable → clause that implied it, -1
	phase   []bool    // variable → value to try first
	trail   []lit
	heads   []int32 // decision level → its start on the trail
	next    int     // first literal of the trail that is not propagated
	order   activityHeap
	seen    []bool
	bump    float64
	broken  bool
	scanned int     // choices before it are satisfied, or are when open variables become false
	scans   []int32 // decision level → scanned when it began
	decided bool    // something was decided or taken back since scanned was 0
	core    []lit   // refuted: assumptions that cannot hold together
	props   int64
}

type learnt struct {
	at       int32
	glue     int32 // number of decision levels in it when learnt
	activity float64
}

type watch struct {
	clause int32
	other  lit // some literal of the clause: when true, the clause need not be looked at
}

func newClauses() *clauses { return &clauses{bump: 1} }

// variable adds a variable.
func (c *clauses) variable() int32 {
	v := int32(len(c.level))
	c.watches = append(c.watches, nil, nil)
	c.values = append(c.values, 0, 0)
	c.level = append(c.level, 0)
	c.reason = append(c.reason, -1)
	c.phase = append(c.phase, false)
	c.seen = append(c.seen, false)
	c.order.add(v)
	return v
}

// add adds a clause. It may be called between searches only.
func (c *clauses) add(literals ...lit) {
	c.backTo(0)
	if c.broken {
		return
	}
	kept := make([]lit, 0, len(literals))
	for _, l := range literals {
		if c.values[l] > 0 {
			return
		}
		if c.values[l] == 0 {
			kept = append(kept, l)
		}
	}
	switch len(kept) {
	case 0:
		c.broken = true
	case 1:
		c.assign(kept[0], -1)
		c.broken = c.propagate() >= 0
	default:
		c.given = append(c.given, c.attach(kept))
		if severalPositive(kept) {
			c.choices = append(c.choices, int32(len(c.given)-1))
		}
	}
}

func severalPositive(literals []lit) bool {
	n := 0
	for _, l := range literals {
		if l&1 == 0 {
			n++
		}
	}
	return n > 1
}

// holds gives a literal's value in the model found last; variables that are open in it are false.
func (c *clauses) holds(l lit) bool {
	return c.values[l] > 0 || c.values[l] == 0 && l&1 != 0
}

// refutes says whether the literal is false in every model.
func (c *clauses) refutes(l lit) bool { return c.values[l] < 0 && c.level[l.v()] == 0 }

// solve looks for a model in which all assumptions hold. After refuted, core holds assumptions that
// cannot hold together. At most conflicts are met (0: as many as the meter allows).
func (c *clauses) solve(m *meter.Meter, assumptions []lit, conflicts int) verdict {
	c.backTo(0)
	c.core = c.core[:0]
	if c.broken {
		return refuted
	}
	s := search{clauses: c, meter: m, assumptions: assumptions, limit: conflicts}
	for round := 1; ; round++ {
		if v, done := s.run(100 * luby(round)); done {
			return v
		}
		c.backTo(0)
	}
}

type search struct {
	*clauses
	meter       *meter.Meter
	assumptions []lit
	limit, met  int
	looked      int64 // clauses that choose looked at since the meter was told
}

// run searches until it is decided, the limits end it, or it is time for a restart.
func (s *search) run(restart int) (verdict, bool) {
	for n := 0; ; {
		before := s.props
		conflict := s.propagate()
		if !s.meter.Spend(1 + (s.props-before)/2 + s.looked/8) {
			return undecided, true
		}
		s.looked = 0
		if conflict >= 0 {
			n++
			s.met++
			if len(s.heads) == 0 {
				s.broken = true
				return refuted, true
			}
			s.learn(conflict)
			if s.limit > 0 && s.met >= s.limit {
				return undecided, true
			}
			continue
		}
		if n >= restart {
			return undecided, false
		}
		if len(s.learnt) > 4000+len(s.given)/2+100*len(s.heads) {
			s.forget()
		}
		l, v := s.decide()
		if v != undecided {
			return v, true
		}
		s.open()
		s.assign(l, -1)
	}
}

// decide picks the next assumption or the most active open variable.
func (s *search) decide() (lit, verdict) {
	for len(s.heads) < len(s.assumptions) {
		l := s.assumptions[len(s.heads)]
		switch {
		case s.values[l] == 0:
			return l, undecided
		case s.values[l] < 0:
			s.explain(l)
			return 0, refuted
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
				l = l.not()
			}
			return l, undecided
		}
	}
}

// choose decides when no variable that was ever part of a conflict is open: it looks for a clause that making
// all open variables false would break, and makes one of its literals true. When there is none, that is a
// model; most variables need not be decided at all.
func (s *search) choose() (lit, verdict) {
	for {
		for ; s.scanned < len(s.choices); s.scanned++ {
			s.looked++
			if l, broken := s.breaks(s.at(s.given[s.choices[s.scanned]])); broken {
				s.decided = true
				return l, undecided
			}
		}
		if !s.decided {
			return 0, satisfied
		}
		s.scanned, s.decided = 0, false
	}
}

// breaks says whether the clause is false when all open variables are, and an open literal of it.
func (s *search) breaks(clause []lit) (open lit, broken bool) {
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

// open begins a decision level.
func (c *clauses) open() {
	c.heads = append(c.heads, int32(len(c.trail)))
	c.scans = append(c.scans, int32(c.scanned))
}

func (c *clauses) attach(literals []lit) int32 {
	at := int32(len(c.arena))
	c.arena = append(append(c.arena, lit(len(literals))), literals...)
	c.watches[literals[0]] = append(c.watches[literals[0]], watch{at, literals[1]})
	c.watches[literals[1]] = append(c.watches[literals[1]], watch{at, literals[0]})
	return at
}

func (c *clauses) at(clause int32) []lit {
	return c.arena[clause+1 : clause+1+int32(c.arena[clause])]
}

func (c *clauses) assign(l lit, reason int32) {
	c.values[l], c.values[l.not()] = 1, -1
	c.level[l.v()] = int32(len(c.heads))
	c.reason[l.v()] = reason
	c.trail = append(c.trail, l)
}

// propagate draws all unit consequences; it returns a clause that is false, or -1.
func (c *clauses) propagate() int32 {
	for c.next < len(c.trail) {
		falsified := c.trail[c.next].not()
		c.next++
		c.props++
		list := c.watches[falsified]
		kept := list[:0]
		for i := 0; i < len(list); i++ {
			w := list[i]
			if c.values[w.other] > 0 {
				kept = append(kept, w)
				continue
			}
			c.props++
			moved, first := c.rewatch(w.clause, falsified)
			if moved {
				continue
			}
			kept = append(kept, watch{w.clause, first})
			if c.values[first] > 0 {
				continue
			}
			if c.values[first] < 0 {
				kept = append(kept, list[i+1:]...)
				c.watches[falsified] = kept
				c.next = len(c.trail)
				return w.clause
			}
			c.assign(first, w.clause)
		}
		c.watches[falsified] = kept
	}
	return -1
}

// rewatch looks for another literal to watch in place of a falsified one. It returns the clause's other
// watched literal.
func (c *clauses) rewatch(clause int32, falsified lit) (moved bool, first lit) {
	ls := c.at(clause)
	if ls[0] == falsified {
		ls[0], ls[1] = ls[1], ls[0]
	}
	if c.values[ls[0]] > 0 {
		return false, ls[0]
	}
	for k := 2; k < len(ls); k++ {
		if c.values[ls[k]] >= 0 {
			ls[1], ls[k] = ls[k], ls[1]
			c.watches[ls[1]] = append(c.watches[ls[1]], watch{clause, ls[0]})
			return true, ls[0]
		}
	}
	return false, ls[0]
}

// learn derives the clause of the first unique implication point, goes back and asserts it.
func (c *clauses) learn(conflict int32) {
	out := []lit{0}
	open, at := 0, len(c.trail)-1
	var p lit = -1
	for reason := conflict; ; {
		for _, q := range c.at(reason) {
			if q == p || c.seen[q.v()] || c.level[q.v()] == 0 {
				continue
			}
			c.seen[q.v()] = true
			c.order.bump(q.v(), c.bump)
			if int(c.level[q.v()]) == len(c.heads) {
				open++
			} else {
				out = append(out, q)
			}
		}
		for !c.seen[c.trail[at].v()] {
			at--
		}
		p = c.trail[at]
		at--
		reason = c.reason[p.v()]
		c.seen[p.v()] = false
		if open--; open == 0 {
			break
		}
	}
	out[0] = p.not()
	marked := append([]lit(nil), out[1:]...)
	out = c.minimize(out)
	for _, l := range marked {
		c.seen[l.v()] = false
	}
	c.assert(out)
	c.bump /= 0.95
	if c.bump > 1e100 {
		c.order.rescale(1e-100)
		c.bump *= 1e-100
	}
}

// minimize drops literals that the others imply in one step; all literals but the first are marked.
func (c *clauses) minimize(out []lit) []lit {
	kept := out[:1]
	for _, l := range out[1:] {
		reason := c.reason[l.v()]
		implied := reason >= 0
		if implied {
			for _, q := range c.at(reason) {
				if q != l.not() && !c.seen[q.v()] && c.level[q.v()] > 0 {
					implied = false
					break
				}
			}
		}
		if !implied {
			kept = append(kept, l)
		}
	}
	return kept
}

func (c *clauses) assert(out []lit) {
	back := int32(0)
	levels := map[int32]bool{int32(len(c.heads)): true}
	for i := 1; i < len(out); i++ {
		levels[c.level[out[i].v()]] = true
		if c.level[out[i].v()] > back {
			back = c.level[out[i].v()]
			out[1], out[i] = out[i], out[1]
		}
	}
	c.backTo(back)
	if len(out) == 1 {
		c.assign(out[0], -1)
		return
	}
	clause := c.attach(out)
	c.learnt = append(c.learnt, learnt{clause, int32(len(levels)), c.bump})
	c.assign(out[0], clause)
}

// explain puts into core the assumptions that make assumption l impossible.
func (s *search) explain(l lit) {
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

func (c *clauses) backTo(level int32) {
	c.decided = true
	if int32(len(c.heads)) <= level {
		return
	}
	c.scanned = min(c.scanned, int(c.scans[level]))
	c.scans = c.scans[:level]
	start := c.heads[level]
	for i := len(c.trail) - 1; i >= int(start); i-- {
		l := c.trail[i]
		c.values[l], c.values[l.not()] = 0, 0
		c.phase[l.v()] = l&1 == 0
		c.order.add(l.v())
	}
	c.trail = c.trail[:start]
	c.heads = c.heads[:level]
	c.next = int(start)
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
