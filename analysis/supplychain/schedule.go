package supplychain

// step is a task before it has its times. The steps of a plan stand in an order in which each comes after those that
// it waits for.
type step struct {
	hours int
	all   []int // ends of which it waits for, every one
	first []int // ends of which it waits for the earliest, where there are any
}

// timed is a step with its times, in hours.
type timed struct {
	start, end int
	by         int // the step whose end lets it begin; -1: nothing
}

// schedule lets each step begin as early as it can.
func schedule(steps []step) []timed {
	out := make([]timed, len(steps))
	for i, s := range steps {
		t := timed{by: -1}
		for k, before := range s.first {
			if end := out[before].end; k == 0 || end < t.start {
				t.start, t.by = end, before
			}
		}
		for _, before := range s.all {
			if end := out[before].end; end > t.start || end == t.start && t.by < 0 {
				t.start, t.by = end, before
			}
		}
		t.end = t.start + s.hours
		out[i] = t
	}
	return out
}

// critical marks the steps that let the last one begin when it does.
func critical(times []timed, last int) []bool {
	out := make([]bool, len(times))
	for i := last; i >= 0; i = times[i].by {
		out[i] = true
	}
	return out
}
