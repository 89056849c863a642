package sat

import (
	"cmp"
	"slices"
)

// An Optimum looks for a sufficient choice of the least weight: core-guided search with soft
// cardinality constraints (OLL: Andres, Kaufmann, Matheis, Schaub, "Unsatisfiability-based optimization
// in clasp", ICLP 2012; as MaxSAT: Morgado, Dodaro, Marques-Silva, CP 2014), heavy things first. It is for one goroutine.
type Optimum struct {
	*Choices
	soft   map[Literal]*term // literals that are true where their weight is saved
	choice map[Literal]int32 // literal of a choice → its place in byName
	terms  []*term           // in the order they were made
	lower  int64             // proven
	many   bool              // more sets than the best are wanted: nothing may be ruled out for being dear
	upper  int64
	best   []int32   // the lightest sufficient choice known
	spare  [][]int32 // forbidden by First and not its result: more choices of the least weight
	cores  [][]int32 // see Cores
	reused []Literal
}

// term is a soft literal: its weight is paid when it is false.
type term struct {
	literal Literal
	weight  int64
	sum     *totalizer // nil: the negation of a choice
	bound   int        // the literal says: at most bound-1 inputs of sum are true
}

// NewOptimum starts from a sufficient choice; nil: none is known.
func NewOptimum(c *Choices, known []int32) *Optimum {
	o := &Optimum{Choices: c, soft: map[Literal]*term{}, choice: make(map[Literal]int32, len(c.ByName)), best: known}
	o.upper = c.total(known)
	if known == nil {
		o.upper = unbounded
	}
	for i, x := range c.ByName {
		o.choice[c.Literal[x]] = int32(i)
		if c.Weight[x] > 0 {
			o.addTerm(&term{literal: c.Literal[x].Not(), weight: c.Weight[x]})
		}
	}
	return o
}

// unbounded is more than what is chosen weighs together.
const unbounded = 1 << 61

// restart makes ready for the best of the choices that are not forbidden; best stays nil when there is
// none.
func (o *Optimum) restart() {
	o.many, o.best, o.upper = true, nil, unbounded
}

// Search proves the optimum, of which Best then is an example; it says false when the meter ran out before lower met upper.
func (o *Optimum) Search() bool {
	floor := o.heaviest()
	for o.lower < o.upper {
		o.payFixed()
		if !o.meter.Spend(int64(len(o.terms)) / 16) {
			return false
		}
		assumptions := o.assumptions(floor)
		switch o.solve(o.meter, assumptions, 0) {
		case Undecided:
			return false
		case Satisfied:
			if !o.improve() {
				continue
			}
			if floor <= 1 || len(o.assumptions(1)) == len(assumptions) {
				o.lower = o.upper
				return true
			}
			floor = o.lighter(floor)
		case Refuted:
			if len(o.core) == 0 {
				o.lower = o.upper
				return true
			}
			o.relax(slices.Clone(o.core))
		}
	}
	return true
}

// payFixed pays all at once what every model pays: a core of one soft literal each.
func (o *Optimum) payFixed() {
	for i := 0; i < len(o.terms); i++ {
		t := o.terms[i]
		if t.weight <= 0 || !o.refutes(t.literal) {
			continue
		}
		if t.sum == nil {
			o.remember([]Literal{t.literal})
		}
		o.lower += t.weight
		o.charge(t, t.weight)
	}
}

// improve takes the model's choice. When it is not sufficient, improve forbids it and says false.
func (o *Optimum) improve() bool {
	set := o.chosen()
	if o.reject(set) {
		return false
	}
	set = o.Trimmed(set)
	if weight := o.total(set); weight < o.upper {
		o.upper, o.best = weight, append([]int32{}, set...)
		o.harden()
	}
	return true
}

// harden fixes what no choice as light as the best can pay.
func (o *Optimum) harden() {
	if o.many {
		return
	}
	for _, t := range o.terms {
		if t.weight > o.upper-o.lower {
			o.Add(t.literal)
		}
	}
}

// relax raises the lower bound by a core and replaces it by the sum of its members.
func (o *Optimum) relax(core []Literal) {
	core = o.shrink(core)
	terms := make([]*term, len(core))
	least := int64(1) << 62
	plain := true
	for i, l := range core {
		terms[i] = o.soft[l]
		least = min(least, terms[i].weight)
		plain = plain && terms[i].sum == nil
	}
	if plain {
		o.remember(core)
	}
	o.lower += least
	inputs := make([]Literal, len(core))
	for i, t := range terms {
		inputs[i] = t.literal.Not()
		o.charge(t, least)
	}
	o.Add(inputs...)
	if len(inputs) > 1 {
		sum := newTotalizer(o.Clauses, inputs)
		o.addTerm(&term{literal: sum.atLeast(2).Not(), weight: least, sum: sum, bound: 2})
	}
	o.harden()
}

// charge takes weight off a term; where it stood for a sum, the next bound of the sum takes it over.
func (o *Optimum) charge(t *term, weight int64) {
	t.weight -= weight
	if t.sum == nil || t.bound >= len(t.sum.inputs) {
		return
	}
	o.addTerm(&term{literal: t.sum.atLeast(t.bound + 1).Not(), weight: weight, sum: t.sum, bound: t.bound + 1})
}

func (o *Optimum) addTerm(t *term) {
	if known := o.soft[t.literal]; known != nil {
		known.weight += t.weight
		return
	}
	o.soft[t.literal] = t
	o.terms = append(o.terms, t)
}

// shrink leaves members out of a core while it remains one, within a few conflicts each.
func (o *Optimum) shrink(core []Literal) []Literal {
	slices.SortStableFunc(core, func(a, b Literal) int { return cmp.Compare(o.soft[a].weight, o.soft[b].weight) })
	if len(core) > 200 {
		return core
	}
	for i := 0; i < len(core) && len(core) > 1; {
		rest := slices.Delete(slices.Clone(core), i, i+1)
		if o.solve(o.meter, rest, 50) != Refuted {
			i++
			continue
		}
		kept := core[:0:0]
		for j, l := range core {
			if slices.Contains(o.core, l) && j != i {
				kept = append(kept, l)
			}
		}
		removedBefore := 0
		for _, l := range core[:i] {
			if !slices.Contains(kept, l) {
				removedBefore++
			}
		}
		core, i = kept, i-removedBefore
	}
	return core
}

// remember keeps a core of choices alone, sorted by id.
func (o *Optimum) remember(core []Literal) {
	set := make([]int32, len(core))
	for i, l := range core {
		set[i] = o.choice[l.Not()]
	}
	slices.Sort(set)
	for i, place := range set {
		set[i] = o.ByName[place]
	}
	o.cores = append(o.cores, set)
}

// assumptions returns the soft literals of at least the weight given.
func (o *Optimum) assumptions(floor int64) []Literal {
	o.reused = o.reused[:0]
	live := o.terms[:0]
	for _, t := range o.terms {
		if t.weight <= 0 {
			delete(o.soft, t.literal)
			continue
		}
		live = append(live, t)
		if t.weight >= floor {
			o.reused = append(o.reused, t.literal)
		}
	}
	o.terms = live
	return o.reused
}

func (o *Optimum) heaviest() int64 {
	w := int64(1)
	for _, t := range o.terms {
		w = max(w, t.weight)
	}
	return w
}

// lighter picks the next floor: low enough to take in a good share of new weights.
func (o *Optimum) lighter(floor int64) int64 {
	var below []int64
	for _, t := range o.terms {
		if t.weight > 0 && t.weight < floor {
			below = append(below, t.weight)
		}
	}
	if len(below) == 0 {
		return 1
	}
	slices.Sort(below)
	return below[len(below)*3/4]
}

// Best returns the lightest sufficient choice known; nil: none is. After a search that was proven, there is none.
func (o *Optimum) Best() []int32 { return o.best }

// Lower returns what every sufficient choice weighs at least, proven.
func (o *Optimum) Lower() int64 { return o.lower }

// Cores returns the sets of things found of each of which every sufficient choice has one, where it is light enough to be
// an optimum: things that are too dear may have been ruled out.
func (o *Optimum) Cores() [][]int32 { return o.cores }

// Resume finds the next best choice: one that came up beside the last, or by search; Best is nil when
// there is none. It says false when the meter ran out.
func (o *Optimum) Resume() bool {
	if n := len(o.spare); n > 0 {
		o.best, o.spare = o.spare[n-1], o.spare[:n-1]
		return true
	}
	o.restart()
	return o.Search()
}

// Below looks for the lightest sufficient choice that weighs less than a limit; refuted: there is none. It may be asked again
// after clauses were added.
func (o *Optimum) Below(limit int64) ([]int32, Verdict) {
	o.many, o.best, o.upper = true, nil, limit
	switch {
	case !o.Search():
		return nil, Undecided
	case o.best == nil:
		return nil, Refuted
	}
	return o.best, Satisfied
}
