package graph

import (
	"context"
	"math/big"
)

// Enumerate lets tests ask the fallback of AttackSets directly.
func Enumerate(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, easiest int) *AttackSetsAnswer {
	return enumerate(ctx, newCone(g, sel, goal, sel.Counted), easiest, Limits{}, nil)
}

// CountInParts lets tests count attack sets module by module, where AttackSets would need no modules; it says how
// many there were.
func CountInParts(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID) (*big.Int, int) {
	c := newCone(g, sel, goal, sel.Counted)
	if !c.derivable || c.free {
		return nil, 0
	}
	list, diagrams := compileModules(c, newMeter(ctx, Limits{}))
	f := minimalSets(list, diagrams, newMeter(ctx, Limits{}))
	return countSets(list, f.of, f.families), len(list)
}
