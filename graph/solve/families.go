package solve

import (
	"math"
	"math/big"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// found are the families of minimal sets of modules, each with the diagram that it is in.
type found struct {
	of       []*compiled
	families []int32
	fit      bool    // all families have all minimal sets
	beyond   float64 // the effort that sets which are missing take at least
}

// minimalSets finds the minimal solutions of each module, those inside it taken for variables; where they do not fit, the
// small ones.
func minimalSets(list []cone.Module, diagrams []*compiled, m *meter.Meter) found {
	f := found{of: slices.Clone(diagrams), families: make([]int32, len(list)), fit: true, beyond: math.Inf(1)}
	var open []int
	for i, x := range diagrams {
		if x != nil {
			f.families[i] = x.run(opMinimal, x.root, x.root)
		}
		if x == nil || x.full {
			open = append(open, i)
		}
	}
	spare := m.Spare()
	for n, i := range open {
		s := newSmallSets(list[i].Cone, spare.Share(len(open)-n))
		f.of[i], f.families[i] = s.compiled, s.family()
		if !s.whole {
			f.fit, f.beyond = false, min(f.beyond, s.beyond())
		}
	}
	return f
}

// countSets counts the minimal attack sets of all modules and returns the last one's: a set with a module stands for as
// many as the module has.
func countSets(list []cone.Module, diagrams []*compiled, families []int32) *big.Int {
	counts := make([]*big.Int, len(list))
	for i, x := range diagrams {
		times := make([]*big.Int, len(x.rule))
		for v, r := range x.rule {
			if inner := list[i].Inner[r]; inner >= 0 {
				times[v] = counts[inner]
			}
		}
		counts[i] = x.count(families[i], times)
	}
	return counts[len(list)-1]
}
