package solve

import (
	"context"
	"math/big"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/bdd"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// Enumerate lets tests ask the fallback of AttackSets directly.
func Enumerate(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID, easiest int) *AttackSetsAnswer {
	return enumerate(ctx, cone.New(g, sel, goal, sel.Counted), easiest, graph.Limits{}, nil)
}

// CountInParts lets tests count attack sets module by module, where AttackSets would need no modules; it says how
// many there were.
func CountInParts(ctx context.Context, g *graph.AttackGraph, sel *graph.Selection, goal graph.FactID) (*big.Int, int) {
	c := cone.New(g, sel, goal, sel.Counted)
	if !c.Derivable || c.Free {
		return nil, 0
	}
	parts := bdd.CompileModules(c, meter.New(ctx, graph.Limits{}))
	return parts.MinimalSets(meter.New(ctx, graph.Limits{})).Count(), len(parts.List)
}
