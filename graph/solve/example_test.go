package solve_test

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
)

// Two ways into a controller, one of which shares a step with what follows.
func Example() {
	b := graph.NewBuilder()
	internet, phone, account := b.Fact("internet"), b.Fact("phone:infected"), b.Fact("account:used")
	controller, scald := b.Fact("controller:used"), b.Fact("scald:occurred")
	factor := b.Measure(graph.Measure{ID: "second-factor", Cost: 3})
	b.Rule(graph.Rule{ID: "online", Then: internet})
	b.Rule(graph.Rule{ID: "malware", Then: phone, If: []graph.FactID{internet}, Effort: 5, Probability: 0.3})
	b.Rule(graph.Rule{ID: "phish", Then: account, If: []graph.FactID{internet}, Effort: 2, Probability: 0.2,
		BlockedBy: []graph.MeasureID{factor}})
	b.Rule(graph.Rule{ID: "session", Then: account, If: []graph.FactID{phone}})
	b.Rule(graph.Rule{ID: "command", Then: controller, If: []graph.FactID{account}, Effort: 1})
	b.Rule(graph.Rule{ID: "too-hot", Then: scald, If: []graph.FactID{controller}})
	g, err := b.Build()
	if err != nil {
		fmt.Println(err)
		return
	}

	ctx, sel := context.Background(), g.All()
	names := func(rules []graph.RuleID) (out []string) {
		for _, r := range rules {
			out = append(out, g.RuleName(r))
		}
		return out
	}
	easiest := solve.LeastEffort(ctx, g, sel, scald, graph.Limits{})
	fmt.Println(easiest.Status, easiest.Value, names(easiest.Proof))
	after := solve.LeastEffort(ctx, g, sel.Without(factor), scald, graph.Limits{})
	fmt.Println("with a second factor:", after.Value, names(after.Proof))
	fmt.Printf("chance %.2f\n", solve.Probability(ctx, g, sel, scald, graph.Limits{}).Value)
	fmt.Println("always:", names(solve.SinglePoints(ctx, g, sel, scald, graph.Limits{}).Rules))
	// Output:
	// exact 3 [online phish command too-hot]
	// with a second factor: 6 [online malware session command too-hot]
	// chance 0.44
	// always: [command]
}
