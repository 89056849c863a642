package graph

import "context"

// Enumerate lets tests ask the fallback of AttackSets directly.
func Enumerate(ctx context.Context, g *AttackGraph, sel *Selection, goal FactID, easiest int) *AttackSetsAnswer {
	return enumerate(ctx, newCone(g, sel, goal, sel.Counted), easiest, Limits{}, nil)
}
