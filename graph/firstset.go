package graph

import "slices"

// first finds, among the sufficient choices of the least weight that are minimal by inclusion, the one that is
// first by its sorted ids, beginning with one of them. Each step asks for a set that agrees with the best
// one up to some place and has a smaller id there; none is the proof that there is none. It says false
// when the meter ran out: the set is then minimal and of least weight, but perhaps not the first.
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
	for place, from := 0, 0; place < len(best); {
		set, v := o.smaller(optimal, best[:place], o.byName[from:rank[best[place]]])
		switch v {
		case undecided:
			return best, false
		case refuted:
			from = rank[best[place]] + 1
			place++
		case satisfied:
			set = o.minimalByName(set, rank)
			o.forbid(set)
			if slices.Equal(set, best) {
				continue
			}
			if !before(set, best, rank) {
				o.spare = append(o.spare, set)
				continue
			}
			o.forbid(best)
			o.spare = append(o.spare, best)
			best = set
		}
	}
	return best, true
}

// smaller looks for a set of least weight with all of the prefix and one of the candidates.
func (o *optimum) smaller(optimal []lit, prefix, candidates []int32) ([]int32, verdict) {
	if len(candidates) == 0 {
		return nil, refuted
	}
	guard := positive(o.variable())
	clause := []lit{guard.not()}
	for _, r := range candidates {
		if !o.refutes(o.literal[r]) {
			clause = append(clause, o.literal[r])
		}
	}
	o.add(clause...)
	assumptions := append(slices.Clone(optimal), guard)
	for _, r := range prefix {
		assumptions = append(assumptions, o.literal[r])
	}
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

// before compares sets that are sorted by id.
func before(a, b []int32, rank []int) bool {
	return slices.CompareFunc(a, b, func(x, y int32) int { return rank[x] - rank[y] }) < 0
}
