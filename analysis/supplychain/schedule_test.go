package supplychain

import (
	"testing"

	"pgregory.net/rapid"
)

// plans draws steps each of which waits for some before it.
func plans(t *rapid.T) []step {
	steps := make([]step, rapid.IntRange(1, 9).Draw(t, "steps"))
	for i := range steps {
		steps[i].hours = rapid.IntRange(0, 5).Draw(t, "hours")
		for before := range i {
			switch rapid.IntRange(0, 4).Draw(t, "waits") {
			case 0:
				steps[i].all = append(steps[i].all, before)
			case 1:
				steps[i].first = append(steps[i].first, before)
			}
		}
	}
	return steps
}

// longest is the longest way that ends with a step, by trying every way, where each step that waits for the earliest
// of some waits for the chosen one.
func longest(steps []step, chosen []int, last int) int {
	before := steps[last].all
	if len(steps[last].first) > 0 {
		before = append(before[:len(before):len(before)], steps[last].first[chosen[last]])
	}
	start := 0
	for _, b := range before {
		start = max(start, longest(steps, chosen, b))
	}
	return start + steps[last].hours
}

// brute is the earliest end of a step over all choices of what to wait for.
func brute(steps []step, chosen []int, next, last int) int {
	if next == len(steps) {
		return longest(steps, chosen, last)
	}
	best := -1
	for k := range max(len(steps[next].first), 1) {
		chosen[next] = k
		if end := brute(steps, chosen, next+1, last); best < 0 || end < best {
			best = end
		}
	}
	return best
}

func TestScheduleIsTheLongestPath(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := plans(t)
		times := schedule(steps)
		last := len(steps) - 1
		if want := brute(steps, make([]int, len(steps)), 0, last); times[last].end != want {
			t.Fatalf("%+v ends at %d, by brute force at %d", steps, times[last].end, want)
		}
		hours := 0
		for i, decides := range critical(times, last) {
			if decides {
				hours += steps[i].hours
			}
		}
		if hours != times[last].end {
			t.Fatalf("%+v: the critical steps take %d, the whole %d", steps, hours, times[last].end)
		}
	})
}
