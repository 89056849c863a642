package solve

import "slices"

// first finds, among the sufficient choices of the least weight that are minimal by inclusion, the one that is
// first by its sorted ids, beginning with one of them. Each step asks for a set that is before the best one;
// none is the proof that there is none. It says false when the meter ran out: the set is then minimal and of
// least weight, but perhaps not the first.
//
// It is to be called after a successful search: with all soft literals assumed, exactly the choices of
// least weight are left.
func (o *optimum) first() ([]int32, bool) {
	rank := o.ranks()
	best := o.minimalByName(o.best, rank)
	for i, set := range o.spare {
		if before(set, best, rank) {
			best, o.spare[i] = set, best
		}
	}
	optimal := slices.Clone(o.assumptions(1))
	for {
		set, v := o.smaller(optimal, best, rank)
		if v != satisfied {
			return best, v == refuted && !o.meter.Over()
		}
		set = o.minimalByName(set, rank)
		o.forbid(set)
		switch {
		case slices.Equal(set, best):
		case before(set, best, rank):
			o.forbid(best)
			o.spare = append(o.spare, best)
			best = set
		default:
			o.spare = append(o.spare, set)
		}
	}
}

// smaller looks for a set of least weight that is before the best: at some place it has a smaller id, and
// all of the best before that place. It may hold more than a minimal set.
func (o *optimum) smaller(optimal []lit, best []int32, rank []int) ([]int32, verdict) {
	guard := o.earlier(best, rank)
	assumptions := append(slices.Clone(optimal), guard)
	for {
		v := o.solve(o.meter, assumptions, 0)
		if v != satisfied {
			o.add(guard.not())
			return nil, v
		}
		if set := o.chosen(); !o.reject(set) {
			o.add(guard.not())
			return set, satisfied
		}
	}
}

// earlier makes clauses by which its literal says that the choice is before the best.
func (o *optimum) earlier(best []int32, rank []int) lit {
	guard := positive(o.variable())
	some := []lit{guard.not()}
	prefix, from := lit(-1), 0
	for _, x := range best {
		at := positive(o.variable())
		clause := []lit{at.not()}
		for _, y := range o.byName[from:rank[x]] {
			if !o.refutes(o.literal[y]) {
				clause = append(clause, o.literal[y])
			}
		}
		if len(clause) > 1 {
			o.add(clause...)
			some = append(some, at)
		}
		longer := positive(o.variable())
		o.add(longer.not(), o.literal[x])
		if prefix >= 0 {
			o.add(at.not(), prefix)
			o.add(longer.not(), prefix)
		}
		prefix, from = longer, rank[x]+1
	}
	o.add(some...)
	return guard
}

// before compares sets that are sorted by id.
func before(a, b []int32, rank []int) bool {
	return slices.CompareFunc(a, b, func(x, y int32) int { return rank[x] - rank[y] }) < 0
}
