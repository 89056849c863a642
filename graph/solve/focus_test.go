package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/confirm"
	"github.com/harmpath/harmpath/graph/graphtest"
	"github.com/harmpath/harmpath/graph/solve"
)

// Whatever is asked of a goal has the same answer in the part that it rests on as in the whole graph, cycles included.
func TestPartsAnswerLikeTheWhole(t *testing.T) {
	ctx := context.Background()
	smaller := 0
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 11))
		g, _ := graphtest.Random(r, graphtest.Shape{Facts: 2 + r.IntN(12), Rules: 1 + r.IntN(24), Counted: 6, MaxIf: 3})
		sel := g.All()
		if g.NumRules() > 0 {
			sel.Disable(graph.RuleID(r.IntN(g.NumRules())))
		}
		holds := graph.Reach(g, sel)
		essentials := solve.FindEssentials(context.Background(), g, sel, holds, func(f graph.FactID) int32 { return int32(f) }, 0)
		focus := solve.NewFocus(g, sel, holds, essentials)
		for goal := range graph.FactID(g.NumFacts()) {
			if !holds.Holds(goal) {
				continue
			}
			part := focus.On(goal)
			if part.Graph.NumRules() < g.NumRules() {
				smaller++
			}
			all := part.Graph.All()
			inPart := solve.LeastEffort(ctx, part.Graph, all, part.Goal, graph.Limits{})
			inWhole := solve.LeastEffort(ctx, g, sel, goal, graph.Limits{})
			if inPart.Status != inWhole.Status || inPart.Value != inWhole.Value || !slices.Equal(part.Rules(inPart.Set), inWhole.Set) {
				t.Fatalf("seed %d, %s: effort %v %v by %v, want %v %v by %v", seed, g.FactName(goal), inPart.Status, inPart.Value, inPart.Set, inWhole.Status, inWhole.Value, inWhole.Set)
			}
			if err := confirm.Proof(g, sel, goal, part.Rules(inPart.Proof)); err != nil {
				t.Fatalf("seed %d, %s: %v", seed, g.FactName(goal), err)
			}
			chance := solve.Probability(ctx, part.Graph, all, part.Goal, graph.Limits{}).Value
			if want := solve.Probability(ctx, g, sel, goal, graph.Limits{}).Value; math.Abs(chance-want) > 1e-9 {
				t.Fatalf("seed %d, %s: chance %v, want %v", seed, g.FactName(goal), chance, want)
			}
			points := solve.SinglePoints(ctx, part.Graph, all, part.Goal, graph.Limits{})
			want := solve.SinglePoints(ctx, g, sel, goal, graph.Limits{})
			if !slices.Equal(part.Facts(points.Facts), want.Facts) || !slices.Equal(part.Rules(points.Rules), want.Rules) {
				t.Fatalf("seed %d, %s: single points %v %v, want %v %v", seed, g.FactName(goal), points.Facts, points.Rules, want.Facts, want.Rules)
			}
		}
	}
	if smaller < 1000 {
		t.Errorf("only %d parts are smaller than their graphs", smaller)
	}
}
