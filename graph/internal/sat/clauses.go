package sat

// A Literal is a literal of a clause: 2v is variable v, 2v+1 its negation.
type Literal int32

// Not returns the literal that is true where this one is false.
func (l Literal) Not() Literal { return l ^ 1 }

func (l Literal) v() int32 { return int32(l) >> 1 }

func positive(v int32) Literal { return Literal(2 * v) }

// A Verdict is what a search for a model came to.
type Verdict int

// What a search comes to.
const (
	Undecided Verdict = iota // the meter ran out
	Satisfied                // there is a model
	Refuted                  // there is none
)

// Clauses are a set of clauses and a search for models of it: conflict-driven clause learning with two
// watched literals, first unique implication point, activity order, saved phases and Luby restarts
// (Eén, Sörensson, "An extensible SAT-solver", SAT 2003), under assumptions.
//
// It is written here, and not github.com/go-air/gini, because the work limit must cut inside one search
// at the same conflict on every machine, for which gini has no means; gini confirms it in tests.
type Clauses struct {
	arena   []Literal // clause: size, then its literals
	given   []int32   // places of clauses in arena
	broad   []int32   // those of given that have several positive literals
	learnt  []learnt
	watches [][]watch // literal → clauses that watch it
	values  []int8    // literal → 1 true, -1 false, 0 open
	level   []int32   // variable → decision level
	reason  []int32   // variable → clause that implied it, -1
	phase   []bool    // variable → value to try first
	trail   []Literal
	heads   []int32 // decision level → its start on the trail
	next    int     // first literal of the trail that is not propagated
	order   activityHeap
	seen    []bool
	bump    float64
	broken  bool      // no model is left
	scanned int       // of broad, those before it are satisfied, or are when open variables become false
	scans   []int32   // decision level → scanned when it began
	decided bool      // something was decided or taken back since scanned was 0
	core    []Literal // refuted: assumptions that cannot hold together
	props   int64
}

type learnt struct {
	at       int32
	glue     int32 // number of decision levels in it when learnt
	activity float64
}

type watch struct {
	clause int32
	other  Literal // some literal of the clause: when true, the clause need not be looked at
}

func newClauses() *Clauses { return &Clauses{bump: 1} }

// Variable adds a variable and returns the literal that is true where it is.
func (c *Clauses) Variable() Literal {
	v := int32(len(c.level))
	c.watches = append(c.watches, nil, nil)
	c.values = append(c.values, 0, 0)
	c.level = append(c.level, 0)
	c.reason = append(c.reason, -1)
	c.phase = append(c.phase, false)
	c.seen = append(c.seen, false)
	c.order.add(v)
	return positive(v)
}

// Add adds a clause: one of its literals is true in every model. It may be called between searches only.
func (c *Clauses) Add(literals ...Literal) {
	c.backTo(0)
	if c.broken {
		return
	}
	kept := make([]Literal, 0, len(literals))
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
			c.broad = append(c.broad, int32(len(c.given)-1))
		}
	}
}

func severalPositive(literals []Literal) bool {
	n := 0
	for _, l := range literals {
		if l&1 == 0 {
			n++
		}
	}
	return n > 1
}

// Holds gives a literal's value in the model found last; variables that are open in it are false.
func (c *Clauses) Holds(l Literal) bool {
	return c.values[l] > 0 || c.values[l] == 0 && l&1 != 0
}

// refutes says whether the literal is false in every model.
func (c *Clauses) refutes(l Literal) bool { return c.values[l] < 0 && c.level[l.v()] == 0 }

// open begins a decision level.
func (c *Clauses) open() {
	c.heads = append(c.heads, int32(len(c.trail)))
	c.scans = append(c.scans, int32(c.scanned))
}

func (c *Clauses) attach(literals []Literal) int32 {
	at := int32(len(c.arena))
	c.arena = append(append(c.arena, Literal(len(literals))), literals...)
	c.watches[literals[0]] = append(c.watches[literals[0]], watch{at, literals[1]})
	c.watches[literals[1]] = append(c.watches[literals[1]], watch{at, literals[0]})
	return at
}

func (c *Clauses) at(clause int32) []Literal {
	return c.arena[clause+1 : clause+1+int32(c.arena[clause])]
}

func (c *Clauses) assign(l Literal, reason int32) {
	c.values[l], c.values[l.Not()] = 1, -1
	c.level[l.v()] = int32(len(c.heads))
	c.reason[l.v()] = reason
	c.trail = append(c.trail, l)
}

// propagate draws all unit consequences; it returns a clause that is false, or -1.
func (c *Clauses) propagate() int32 {
	for c.next < len(c.trail) {
		falsified := c.trail[c.next].Not()
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
func (c *Clauses) rewatch(clause int32, falsified Literal) (moved bool, first Literal) {
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

func (c *Clauses) backTo(level int32) {
	c.decided = true
	if int32(len(c.heads)) <= level {
		return
	}
	c.scanned = min(c.scanned, int(c.scans[level]))
	c.scans = c.scans[:level]
	start := c.heads[level]
	for i := len(c.trail) - 1; i >= int(start); i-- {
		l := c.trail[i]
		c.values[l], c.values[l.Not()] = 0, 0
		c.phase[l.v()] = l&1 == 0
		c.order.add(l.v())
	}
	c.trail = c.trail[:start]
	c.heads = c.heads[:level]
	c.next = int(start)
}
