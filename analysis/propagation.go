package analysis

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
)

// Propagation is what follows from a start beyond a baseline. Starts that lead to the same share what they lead to.
type Propagation struct {
	shared     *spread // nil: nothing
	own        spread
	group      int32 // the starts of one group have shared in common; 0: none
	unexamined bool
}

// spread is what some facts say: the effects that occur and the components that are compromised, by their places,
// ascending.
type spread struct {
	effects, components []int32
}

// all returns what is in a spread that may be nil.
func (s *spread) all() spread {
	if s == nil {
		return spread{}
	}
	return *s
}

// Examined reports whether the work limit left room for the start.
func (f *Propagation) Examined() bool { return !f.unexamined }

// Shared returns the part of the effects that the start has in common with others, with a number for it, and those of
// its own, both by their places, ascending. Neither slice is to be changed.
func (f *Propagation) Shared() (shared []int32, number int32, own []int32) {
	return f.shared.all().effects, f.group, f.own.effects
}

// Components returns how many components are compromised, one of them not counted.
func (f *Propagation) Components(but int) int {
	n := 0
	for _, list := range [][]int32{f.shared.all().components, f.own.components} {
		n += len(list)
		if _, there := slices.BinarySearch(list, int32(but)); there {
			n--
		}
	}
	return n
}

// spreadOf tells what some facts say, beyond what is known already.
func (p *Pass) spreadOf(facts []graph.FactID, known spread) spread {
	var out spread
	for _, f := range facts {
		s := p.subjectOf(f)
		if s.effect >= 0 {
			out.effects = append(out.effects, s.effect)
		}
		if s.component >= 0 && s.compromise {
			out.components = append(out.components, s.component)
		}
	}
	slices.Sort(out.effects)
	slices.Sort(out.components)
	out.components = slices.Compact(out.components)
	out.components = slices.DeleteFunc(out.components, func(c int32) bool {
		_, there := slices.BinarySearch(known.components, c)
		return there
	})
	return out
}

// and joins what has nothing in common.
func (s spread) and(other spread) spread {
	out := spread{slices.Concat(s.effects, other.effects), slices.Concat(s.components, other.components)}
	slices.Sort(out.effects)
	slices.Sort(out.components)
	return out
}
