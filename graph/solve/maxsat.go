package solve

import (
	"cmp"
	"slices"
)

// optimum looks for a sufficient choice of the least weight: core-guided search with soft
// cardinality constraints (OLL: Andres, Kaufmann, Matheis, Schaub, "Unsatisfiability-based optimization
// in clasp", ICLP 2012; as MaxSAT: Morgado, Dodaro, Marques-Silva, CP 2014), heavy rules first.
type optimum struct {
	*choices
	soft   map[lit]*term // literals that are true where their weight is saved
	choice map[lit]int32 // literal of a choice → its place in byName
	terms  []*term       // in the order they were made
	lower  int64         // proven
	many   bool          // more sets than the best are wanted: nothing may be ruled out for being dear
	upper  int64
	best   []int32   // the lightest sufficient choice known
	spare  [][]int32 // forbidden by first and not its result: more choices of the least weight
	cores  [][]int32 // cores made of choices alone: parts of landmarks
	reused []lit
}

// term is a soft literal: its weight is paid when it is false.
type term struct {
	lit    lit
	weight int64
	sum    *totalizer // nil: the negation of a choice
	bound  int        // lit says: at most bound-1 inputs of sum are true
}

// newOptimum starts from a sufficient choice, or from none (nil) when all are to be listed.
func newOptimum(c *choices, known []int32) *optimum {
	o := &optimum{choices: c, soft: map[lit]*term{}, choice: make(map[lit]int32, len(c.byName)), best: known}
	o.upper = c.total(known)
	for i, x := range c.byName {
		o.choice[c.literal[x]] = int32(i)
		if c.weight[x] > 0 {
			o.addTerm(&term{lit: c.literal[x].not(), weight: c.weight[x]})
		}
	}
	return o
}

// restart makes ready for the best of the choices that are not forbidden; best stays nil when there is
// none.
func (o *optimum) restart() {
	o.many, o.best, o.upper = true, nil, 1<<61
}

// search proves the optimum; it says false when the meter ran out before lower met upper.
func (o *optimum) search() bool {
	floor := o.heaviest()
	for o.lower < o.upper {
		o.payFixed()
		if !o.meter.Spend(int64(len(o.terms)) / 16) {
			return false
		}
		assumptions := o.assumptions(floor)
		switch o.solve(o.meter, assumptions, 0) {
		case undecided:
			return false
		case satisfied:
			if !o.improve() {
				continue
			}
			if floor <= 1 || len(o.assumptions(1)) == len(assumptions) {
				o.lower = o.upper
				return true
			}
			floor = o.lighter(floor)
		case refuted:
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
func (o *optimum) payFixed() {
	for i := 0; i < len(o.terms); i++ {
		t := o.terms[i]
		if t.weight <= 0 || !o.refutes(t.lit) {
			continue
		}
		if t.sum == nil {
			o.remember([]lit{t.lit})
		}
		o.lower += t.weight
		o.charge(t, t.weight)
	}
}

// improve takes the model's choice. When it is not sufficient, improve forbids it and says false.
func (o *optimum) improve() bool {
	set := o.chosen()
	if o.reject(set) {
		return false
	}
	set = o.trimmed(set)
	if weight := o.total(set); weight < o.upper {
		o.upper, o.best = weight, append([]int32{}, set...)
		o.harden()
	}
	return true
}

// harden fixes what no choice as light as the best can pay.
func (o *optimum) harden() {
	if o.many {
		return
	}
	for _, t := range o.terms {
		if t.weight > o.upper-o.lower {
			o.add(t.lit)
		}
	}
}

// relax raises the lower bound by a core and replaces it by the sum of its members.
func (o *optimum) relax(core []lit) {
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
	inputs := make([]lit, len(core))
	for i, t := range terms {
		inputs[i] = t.lit.not()
		o.charge(t, least)
	}
	o.add(inputs...)
	if len(inputs) > 1 {
		sum := newTotalizer(o.clauses, inputs)
		o.addTerm(&term{lit: sum.atLeast(2).not(), weight: least, sum: sum, bound: 2})
	}
	o.harden()
}

// charge takes weight off a term; where it stood for a sum, the next bound of the sum takes it over.
func (o *optimum) charge(t *term, weight int64) {
	t.weight -= weight
	if t.sum == nil || t.bound >= len(t.sum.inputs) {
		return
	}
	o.addTerm(&term{lit: t.sum.atLeast(t.bound + 1).not(), weight: weight, sum: t.sum, bound: t.bound + 1})
}

func (o *optimum) addTerm(t *term) {
	if known := o.soft[t.lit]; known != nil {
		known.weight += t.weight
		return
	}
	o.soft[t.lit] = t
	o.terms = append(o.terms, t)
}

// shrink leaves members out of a core while it remains one, within a few conflicts each.
func (o *optimum) shrink(core []lit) []lit {
	slices.SortStableFunc(core, func(a, b lit) int { return cmp.Compare(o.soft[a].weight, o.soft[b].weight) })
	if len(core) > 200 {
		return core
	}
	for i := 0; i < len(core) && len(core) > 1; {
		rest := slices.Delete(slices.Clone(core), i, i+1)
		if o.solve(o.meter, rest, 50) != refuted {
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
func (o *optimum) remember(core []lit) {
	set := make([]int32, len(core))
	for i, l := range core {
		set[i] = o.choice[l.not()]
	}
	slices.Sort(set)
	for i, place := range set {
		set[i] = o.byName[place]
	}
	o.cores = append(o.cores, set)
}

// assumptions returns the soft literals of at least the weight given.
func (o *optimum) assumptions(floor int64) []lit {
	o.reused = o.reused[:0]
	live := o.terms[:0]
	for _, t := range o.terms {
		if t.weight <= 0 {
			delete(o.soft, t.lit)
			continue
		}
		live = append(live, t)
		if t.weight >= floor {
			o.reused = append(o.reused, t.lit)
		}
	}
	o.terms = live
	return o.reused
}

func (o *optimum) heaviest() int64 {
	w := int64(1)
	for _, t := range o.terms {
		w = max(w, t.weight)
	}
	return w
}

// lighter picks the next floor: low enough to take in a good share of new weights.
func (o *optimum) lighter(floor int64) int64 {
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

// resume finds the next best attack set: one that came up beside the last, or by search; best stays nil when
// there is none. It says false when the meter ran out.
func (o *optimum) resume() bool {
	if n := len(o.spare); n > 0 {
		o.best, o.spare = o.spare[n-1], o.spare[:n-1]
		return true
	}
	o.restart()
	return o.search()
}

// below looks for the lightest sufficient choice that weighs less than a limit; refuted: there is none. It may be asked again
// after clauses were added.
func (o *optimum) below(limit int64) ([]int32, verdict) {
	o.many, o.best, o.upper = true, nil, limit
	switch {
	case !o.search():
		return nil, undecided
	case o.best == nil:
		return nil, refuted
	}
	return o.best, satisfied
}
