package sat

import "slices"

// First finds, among the sufficient choices of the least weight that are minimal by inclusion, the one that is
// first by its sorted ids, beginning with one of them. Each step asks for a set that is before the best one;
// none is the proof that there is none. It says false when the meter ran out: the set is then minimal and of
// least weight, but perhaps not the first.
//
// It is to be called after a successful search: with all soft literals assumed, exactly the choices of
// least weight are left.
func (o *Optimum) First() ([]int32, bool) {
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
		if v != Satisfied {
			return best, v == Refuted && !o.meter.Over()
		}
		set = o.minimalByName(set, rank)
		o.Forbid(set)
		switch {
		case slices.Equal(set, best):
		case before(set, best, rank):
			o.Forbid(best)
			o.spare = append(o.spare, best)
			best = set
		default:
			o.spare = append(o.spare, set)
		}
	}
}

// smaller looks for a set of least weight that is before the best: at some place it has a smaller id, and
// all of the best before that place. It may hold more than a minimal set.
func (o *Optimum) smaller(optimal []Literal, best []int32, rank []int) ([]int32, Verdict) {
	guard := o.earlier(best, rank)
	assumptions := append(slices.Clone(optimal), guard)
	for {
		v := o.solve(o.meter, assumptions, 0)
		if v != Satisfied {
			o.Add(guard.Not())
			return nil, v
		}
		if set := o.chosen(); !o.reject(set) {
			o.Add(guard.Not())
			return set, Satisfied
		}
	}
}

// earlier makes clauses by which its literal says that the choice is before the best.
func (o *Optimum) earlier(best []int32, rank []int) Literal {
	guard := o.Variable()
	some := []Literal{guard.Not()}
	prefix, from := Literal(-1), 0
	for _, x := range best {
		at := o.Variable()
		clause := []Literal{at.Not()}
		for _, y := range o.ByName[from:rank[x]] {
			if !o.refutes(o.Literal[y]) {
				clause = append(clause, o.Literal[y])
			}
		}
		if len(clause) > 1 {
			o.Add(clause...)
			some = append(some, at)
		}
		longer := o.Variable()
		o.Add(longer.Not(), o.Literal[x])
		if prefix >= 0 {
			o.Add(at.Not(), prefix)
			o.Add(longer.Not(), prefix)
		}
		prefix, from = longer, rank[x]+1
	}
	o.Add(some...)
	return guard
}

// before compares sets that are sorted by id.
func before(a, b []int32, rank []int) bool {
	return slices.CompareFunc(a, b, func(x, y int32) int { return rank[x] - rank[y] }) < 0
}
