package solve_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/solve"
)

// Efforts that have no common unit are compared all the same.
func TestLeastEffortOfExtremes(t *testing.T) {
	for _, efforts := range [][]float64{{math.Pi, math.E, 1e-300}, {math.MaxFloat64, math.MaxFloat64, 1}, {5e-324, 5e-324}, {1e300, 1e-300, 0.1}} {
		b := graph.NewBuilder()
		top := b.Fact("top")
		for i, e := range efforts {
			b.Rule(graph.Rule{ID: fmt.Sprint(i), Then: top, Effort: e})
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		least := efforts[0]
		for _, e := range efforts {
			least = min(least, e)
		}
		if a := solve.LeastEffort(context.Background(), g, g.All(), top, graph.Limits{}); a.Status != graph.Exact || a.Value != least {
			t.Errorf("%v: %v (%v)", efforts, a.Value, a.Status)
		}
	}
}
