package load_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/load"
)

// Every container is said once, everything has one, a way leads to everything from what the SBOM is of, and neither
// hangs on the order in which things are listed.
func TestNest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "n")
		place := rapid.IntRange(0, n-1)
		below := make([][]int, n)
		for i := range below {
			below[i] = rapid.SliceOfN(place, 0, 3).Draw(t, "below")
		}
		top := rapid.SliceOfN(place, 0, 2).Draw(t, "top")
		got := nested(t, n, top, below)
		for i := range n {
			for in := range n {
				if contains := in != i && slices.Contains(below[in], i); contains != slices.Contains(got[i], in) {
					t.Fatalf("%d directly in %d: %t, but it is in %v", i, in, contains, got[i])
				}
			}
			if slices.Contains(top, i) && got[i][0] != -1 || len(got[i]) == 0 || !slices.IsSorted(got[i]) || len(slices.Compact(slices.Clone(got[i]))) != len(got[i]) {
				t.Fatalf("%d is in %v", i, got[i])
			}
		}
		if out := reached(got); len(out) != n {
			t.Fatalf("only %v are reached in %v", out, got)
		}
		order := rapid.Permutation(indices(n)).Draw(t, "order") // old place → new one
		shuffled := make([][]int, n)
		renamed := func(list []int) []int {
			var out []int
			for _, i := range list {
				if i >= 0 {
					i = order[i]
				}
				out = append(out, i)
			}
			return out
		}
		for i := range n {
			shuffled[order[i]] = renamed(below[i])
		}
		again := nested(t, n, renamed(top), shuffled)
		for i := range n {
			want := renamed(got[i])
			slices.Sort(want)
			if !slices.Equal(want, again[order[i]]) {
				t.Fatalf("listed in another order, %d is in %v instead of %v", i, again[order[i]], want)
			}
		}
	})
}

func indices(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i)
	}
	return out
}

// nested is what contains each of n things.
func nested(t *rapid.T, n int, top []int, below [][]int) [][]int {
	listed := make([]load.Listed, n)
	for i := range listed {
		listed[i].Package = models.Package{Name: fmt.Sprint(i)}
	}
	if problems := load.Nest(listed, top, func(i int) []int { return below[i] }, load.SupplementLimits{}.WithDefaults()); len(problems) > 0 {
		t.Fatal(problems)
	}
	var out [][]int
	for _, l := range listed {
		out = append(out, l.In)
	}
	return out
}

// reached lists what ways lead to from the subject.
func reached(in [][]int) []int {
	queue := []int{-1}
	for next := 0; next < len(queue); next++ {
		for i := range in {
			if slices.Contains(in[i], queue[next]) && !slices.Contains(queue, i) {
				queue = append(queue, i)
			}
		}
	}
	return queue[1:]
}
