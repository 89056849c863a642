package graph

import "slices"

// smallSets are the minimal sets of a module that have few members, as a family of a zero-suppressed diagram. They are
// found where the whole function does not fit: bottom-up, without the sets that have more members than a bound, which
// grows until the work is used up.
type smallSets struct {
	*compiled         // its root is of no use
	families  []int32 // bound - 1 → the family of the minimal sets of at most so many members
	whole     bool    // the last family is all minimal sets: none was left out
}

// firstSets are the steps that finding small sets may take when the time for the question is over.
const firstSets = 2_000_000

// smallSets finds the minimal sets of the cone's goal that have 1, 2, 3, … members.
func (c *cone) smallSets(m *meter) *smallSets {
	f := newFormula(c)
	variable := f.variables(drawn)
	d := newDiagram(m, mostNodes)
	s := &smallSets{compiled: &compiled{formula: f, diagram: d, root: never, variable: variable, rule: inverse(variable)}}
	for bound := int32(1); !s.whole; bound++ {
		d.left = false
		clear(d.cache) // what was left out before is not remembered there
		family := f.small(d, variable, bound)
		if d.full {
			break
		}
		s.families = append(s.families, family)
		s.whole = !d.left
	}
	d.full = false
	return s
}

// family returns the largest family that was found.
func (s *smallSets) family() int32 {
	if len(s.families) == 0 {
		return never
	}
	return s.families[len(s.families)-1]
}

// beyond returns what sets that were left out take in effort at least: they have more members than the bound. Modules
// inside count as nothing.
func (s *smallSets) beyond() float64 {
	weights := make([]int64, len(s.rule))
	for v, r := range s.rule {
		weights[v] = s.weight[r]
	}
	slices.Sort(weights)
	sum := int64(0)
	for _, w := range weights[:min(len(weights), len(s.families)+1)] {
		sum += w
	}
	return s.unit.effort(sum)
}

// small computes the minimal sets of each fact with at most so many members. Parts that are cyclic are
// iterated as in compile.
func (f *formula) small(d *diagram, variable []int32, bound int32) int32 {
	value := make([]int32, len(f.fact))
	for _, part := range f.parts {
		for again := true; again && !d.full; {
			again = false
			for _, fact := range part {
				next := never
				for _, r := range f.concluding.at(fact) {
					next = d.run(opJoin, next, f.smallRule(d, variable, value, r, bound))
				}
				again = again || next != value[fact] && len(part) > 1
				value[fact] = next
			}
		}
	}
	return value[f.goal]
}

func (f *formula) smallRule(d *diagram, variable, value []int32, rule, bound int32) int32 {
	factors := make([]int32, 0, len(f.ifs.at(rule))+1)
	for _, p := range f.ifs.at(rule) {
		factors = append(factors, value[p])
	}
	if f.counted[rule] {
		factors = append(factors, d.node(variable[rule], never, always))
	}
	slices.SortStableFunc(factors, func(a, b int32) int { return int(d.nodes[b].level) - int(d.nodes[a].level) })
	out := always
	for _, x := range factors {
		out = d.run(opProduct.atMost(bound), out, x)
	}
	return out
}

// simpleFamilies: of two families of minimal sets, the minimal sets of both together, or those of the first that contain
// none of the second's.
func (d *diagram) simpleFamilies(op operation, a, b *int32) (int32, bool) {
	x, y := *a, *b
	switch {
	case op == opJoin && (x == always || y == always):
		return always, true
	case op == opJoin && (x == never || x == y):
		return y, true
	case y == never:
		return x, true
	case op == opJoin && x > y:
		*a, *b = y, x
	case op == opJoin:
	case x == never || y == always || x == y:
		return never, true
	case x == always:
		return always, true
	}
	return never, false
}

// simpleProduct: the minimal unions of a set of each.
func (d *diagram) simpleProduct(op operation, a, b *int32) (int32, bool) {
	x, y := *a, *b
	switch {
	case x == never || y == never:
		return never, true
	case x == always && y == always:
		return always, true
	case op.members() == 0:
		d.left = true
		return never, true
	case x > y:
		*a, *b = y, x
	}
	return never, false
}

// nextSmall says what operations on families of minimal sets are made of.
func (d *diagram) nextSmall(f *frame, top int32) (operation, int32, int32) {
	al, ah := d.splitSets(f.a, top)
	bl, bh := d.splitSets(f.b, top)
	switch f.op.kind() {
	case opJoin:
		switch f.step {
		case 0:
			return opJoin, al, bl
		case 1:
			return opJoin, ah, bh
		case 2:
			return opSubsume, f.other, f.first
		}
	case opSubsume:
		switch f.step {
		case 0:
			return opSubsume, al, bl
		case 1:
			return opSubsume, ah, bl
		case 2:
			return opSubsume, f.other, bh
		}
	case opFunction:
		switch f.step {
		case 0:
			return opFunction, al, al
		case 1:
			return opFunction, ah, ah
		case 2:
			return opOr, f.first, f.other
		}
	case opProduct:
		return d.nextProduct(f, [2]int32{al, ah}, [2]int32{bl, bh})
	}
	return opNone, 0, 0
}

// nextProduct: the sets with the variable come from one with it and any other one, or from one without it and one with it.
func (d *diagram) nextProduct(f *frame, a, b [2]int32) (operation, int32, int32) {
	members := f.op.members()
	switch f.step {
	case 0:
		return opProduct.atMost(members), a[0], b[0]
	case 1:
		return opJoin, b[0], b[1]
	case 2:
		return opProduct.atMost(members - 1), a[1], f.kept
	case 3:
		return opProduct.atMost(members - 1), a[0], b[1]
	case 4:
		return opJoin, f.kept, f.other
	case 5:
		return opSubsume, f.other, f.first
	}
	return opNone, 0, 0
}

// chance bounds the chance of the goal, given the lower and upper chances of the variables: it is at least that of the small
// sets alone, and what they miss needs more members than the bound to occur at a time.
func (s *smallSets) chance(low, high []float64) (lower, upper float64) {
	for bound := len(s.families); bound > 0; bound-- {
		root := s.run(opFunction, s.families[bound-1], s.families[bound-1])
		if s.full {
			s.full = false
			continue
		}
		x := *s.compiled
		x.root = root
		lower, upper = x.chances(low)[root], x.chances(high)[root]
		if !s.whole || bound < len(s.families) {
			upper += s.moreThan(bound, high)
		}
		return lower, min(1, upper*(1+1e-12))
	}
	return 0, 1
}

// moreThan bounds the chance that more than so many variables occur.
func (s *smallSets) moreThan(members int, chance []float64) float64 {
	exactly := make([]float64, members+1) // how likely it is that so many occur
	exactly[0] = 1
	more := 0.0
	for _, r := range s.rule {
		p := chance[r]
		more += p * exactly[members]
		for n := members; n > 0; n-- {
			exactly[n] = exactly[n]*(1-p) + exactly[n-1]*p
		}
		exactly[0] *= 1 - p
	}
	return more
}
