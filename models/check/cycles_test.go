package check

import (
	"fmt"
	"slices"
	"testing"

	"github.com/harmpath/harmpath/models"
	"pgregory.net/rapid"
)

// A cycle is found exactly where the transitive closure has one, and what is found is one.
func TestCyclesAgainstClosure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "elements")
		names := make([]string, n)
		next := make([][]string, n)
		for i := range n {
			names[i] = fmt.Sprintf("e%d", i)
		}
		for i := range n {
			next[i] = rapid.SliceOfN(rapid.SampledFrom(append(slices.Clone(names), "unknown")), 0, 3).Draw(t, "next")
		}
		known := idsOf(models.Messagef("element"), names, func(s *string) string { return *s })
		found := cycles(known, func(i int) []string { return next[i] })
		if want := closureHasCycle(known, next); want != (len(found) > 0) {
			t.Fatalf("cycles %v, want some: %v", found, want)
		}
		for _, c := range found {
			if c.names[0] != c.names[len(c.names)-1] || c.names[0] != names[c.at] {
				t.Fatalf("%v does not end where it begins", c.names)
			}
			for i := range len(c.names) - 1 {
				if !slices.Contains(next[known.index[c.names[i]]], c.names[i+1]) {
					t.Fatalf("%v leaves the graph at %s", c.names, c.names[i])
				}
			}
		}
	})
}

// closureHasCycle tells whether some element reaches itself.
func closureHasCycle(known *ids, next [][]string) bool {
	n := len(next)
	reach := make([][]bool, n)
	for i := range n {
		reach[i] = make([]bool, n)
		for _, to := range next[i] {
			if j, there := known.index[to]; there {
				reach[i][j] = true
			}
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	for i := range n {
		if reach[i][i] {
			return true
		}
	}
	return false
}

func TestLongCycleIsShownShort(t *testing.T) {
	c := cycle{names: []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "a"}}
	if got, want := c.String(), "a → b → c → d → e → f → … → i → j → k → l → m → a"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
