package exchange_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/graph/exchange"
)

func Example() {
	d, err := exchange.Read(exchange.ReadOptions{}, exchange.Input{Name: "vault.json", Reader: strings.NewReader(`{"format": "harmpath/attack-graph/v1",
 "facts": [{"id": "door"}, {"id": "safe"}],
 "rules": [{"id": "pick", "then": "door", "effort": 2, "probability": 0.5},
           {"id": "drill", "then": "safe", "if": ["door"], "effort": 7}],
 "goals": ["safe"]}`)})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := exchange.Solve(context.Background(), d, exchange.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	goal := s.Goals[0]
	fmt.Println(goal.Goal, *goal.MinEffort.Answer.Value, goal.MinEffort.Answer.Proof, *goal.Chance.Value)
	// Output:
	// safe 9 [pick drill] 0.5
}
