package bdd

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// SmallSets are the minimal sets of a module that have few members, as a family of a zero-suppressed diagram. They are
// found where the whole function does not fit: bottom-up, without the sets that have more members than a bound, which
// grows until the work is used up.
type SmallSets struct {
	*Function         // its root is of no use
	families  []int32 // bound - 1 → the family of the minimal sets of at most so many members
	whole     bool    // the last family is all minimal sets: none was left out
}

// NewSmallSets finds the minimal sets of the cone's goal that have 1, 2, 3, … members.
func NewSmallSets(c *cone.Cone, m *meter.Meter) *SmallSets {
	f := cone.NewFormula(c)
	variable := variables(f, drawn)
	d := newDiagram(m, mostNodes)
	s := &SmallSets{Function: &Function{Formula: f, diagram: d, root: never, variable: variable, rule: inverse(variable)}}
	for bound := int32(1); !s.whole; bound++ {
		d.left = false
		clear(d.cache) // what was left out before is not remembered there
		family := small(f, d, variable, bound)
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
func (s *SmallSets) family() int32 {
	if len(s.families) == 0 {
		return never
	}
	return s.families[len(s.families)-1]
}

// beyond returns what sets that were left out take in effort at least: they have more members than the bound. Modules
// inside count as nothing.
func (s *SmallSets) beyond() float64 {
	weights := make([]int64, len(s.rule))
	for v, r := range s.rule {
		weights[v] = s.Weight[r]
	}
	slices.Sort(weights)
	sum := int64(0)
	for _, w := range weights[:min(len(weights), len(s.families)+1)] {
		sum += w
	}
	return s.Unit.Effort(sum)
}

// small computes the minimal sets of each fact with at most so many members. Parts that are cyclic are
// iterated as in compile.
func small(f *cone.Formula, d *diagram, variable []int32, bound int32) int32 {
	value := make([]int32, len(f.Fact))
	for _, part := range f.Parts {
		for again := true; again && !d.full; {
			again = false
			for _, fact := range part {
				next := never
				for _, r := range f.Concluding.At(fact) {
					next = d.run(opJoin, next, smallRule(f, d, variable, value, r, bound))
				}
				again = again || next != value[fact] && len(part) > 1
				value[fact] = next
			}
		}
	}
	return value[f.Goal]
}

func smallRule(f *cone.Formula, d *diagram, variable, value []int32, rule, bound int32) int32 {
	factors := make([]int32, 0, len(f.Premises.At(rule))+1)
	for _, p := range f.Premises.At(rule) {
		factors = append(factors, value[p])
	}
	if f.Counted[rule] {
		factors = append(factors, d.node(variable[rule], never, always))
	}
	slices.SortStableFunc(factors, func(a, b int32) int { return int(d.nodes[b].level) - int(d.nodes[a].level) })
	out := always
	for _, x := range factors {
		out = d.run(opProduct.atMost(bound), out, x)
	}
	return out
}

// Chance bounds the chance of the goal, given the lower and upper chances of the variables: it is at least that of the small
// sets alone, and what they miss needs more members than the bound to occur at a time.
func (s *SmallSets) Chance(low, high []float64) (lower, upper float64) {
	for bound := len(s.families); bound > 0; bound-- {
		root := s.run(opFunction, s.families[bound-1], s.families[bound-1])
		if s.full {
			s.full = false
			continue
		}
		x := *s.Function
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
func (s *SmallSets) moreThan(members int, chance []float64) float64 {
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
