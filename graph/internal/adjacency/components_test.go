package adjacency_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/graph/internal/adjacency"
)

// Two vertices are in one component exactly where each reaches the other, and a component comes after those it leads to.
func TestComponentsAgainstClosure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "vertices")
		next := make([][]int32, n)
		reach := make([][]bool, n)
		for v := range next {
			next[v] = rapid.SliceOfN(rapid.Int32Range(0, int32(n-1)), 0, 3).Draw(t, "next")
			reach[v] = make([]bool, n)
			reach[v][v] = true
			for _, w := range next[v] {
				reach[v][w] = true
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		starts := rapid.SliceOfN(rapid.Int32Range(0, int32(n-1)), 1, 3).Draw(t, "starts")
		found := adjacency.Components(starts, n, func(v int32, visit func(int32)) {
			for _, w := range next[v] {
				visit(w)
			}
		})
		at := map[int32]int{}
		for i, component := range found {
			for _, v := range component {
				at[v] = i
			}
		}
		for v := range int32(n) {
			_, is := at[v]
			if want := slices.ContainsFunc(starts, func(s int32) bool { return reach[s][v] }); is != want {
				t.Fatalf("%d is in a component: %t, want %t", v, is, want)
			}
		}
		for v := range at {
			for w := range at {
				if together := reach[v][w] && reach[w][v]; together != (at[v] == at[w]) {
					t.Fatalf("%d and %d in one component: %t, want %t", v, w, at[v] == at[w], together)
				}
				if reach[v][w] && at[w] > at[v] {
					t.Fatalf("%d leads to %d, whose component comes later", v, w)
				}
			}
		}
	})
}
