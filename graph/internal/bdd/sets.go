package bdd

import (
	"math"
	"math/big"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// Sets are the minimal sets of counted rules from which a goal follows, module by module: a set of a module has modules inside
// it for members.
type Sets struct {
	Whole  bool    // no minimal set is missing
	Beyond float64 // the effort that sets which are missing take at least; +Inf when none is

	cone     *cone.Cone
	modules  []cone.Module
	of       []*Function // by module
	families []int32     // likewise, in the diagram of its function
}

// MinimalSets finds the minimal solutions of each module, those inside it taken for variables; where they do not fit, the
// small ones, with the work that the meter has to spare.
func (p *Modules) MinimalSets(m *meter.Meter) *Sets {
	s := &Sets{cone: p.cone, modules: p.List, of: slices.Clone(p.Of), families: make([]int32, len(p.List)), Whole: true, Beyond: math.Inf(1)}
	var open []int
	for i, x := range p.Of {
		if x != nil {
			s.families[i] = x.run(opMinimal, x.root, x.root)
		}
		if x == nil || x.full {
			open = append(open, i)
		}
	}
	spare := m.Spare()
	for n, i := range open {
		small := NewSmallSets(p.List[i].Cone, spare.Share(len(open)-n))
		s.of[i], s.families[i] = small.Function, small.family()
		if !small.whole {
			s.Whole, s.Beyond = false, min(s.Beyond, small.beyond())
		}
	}
	return s
}

// Count counts the sets of the goal: a set with a module stands for as many as the module has.
func (s *Sets) Count() *big.Int {
	counts := make([]*big.Int, len(s.modules))
	for i, x := range s.of {
		times := make([]*big.Int, len(x.rule))
		for v, r := range x.rule {
			if inner := s.modules[i].Inner[r]; inner >= 0 {
				times[v] = counts[inner]
			}
		}
		counts[i] = x.count(s.families[i], times)
	}
	return counts[len(s.modules)-1]
}
