package bdd

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// Modules are the modules of a cone, the function of each compiled for itself, with an order of variables of its own.
type Modules struct {
	List []cone.Module // each after those inside it; the last is the goal's
	Of   []*Function   // by module; nil: its function does not fit
	cone *cone.Cone
}

// CompileModules divides the cone and compiles each of its modules, small ones first, so that a hard one does not take the
// work of the others.
func CompileModules(c *cone.Cone, m *meter.Meter) *Modules {
	list := c.Divide(m)
	diagrams := make([]*Function, len(list))
	bySize := make([]int, len(list))
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return len(list[a].Rule) - len(list[b].Rule) })
	most := mostNodes
	for _, i := range bySize {
		if diagrams[i] = compileWithin(cone.NewFormula(list[i].Cone), m, most); diagrams[i] != nil {
			most = max(2, most-len(diagrams[i].nodes))
		}
	}
	return &Modules{List: list, Of: diagrams, cone: c}
}
