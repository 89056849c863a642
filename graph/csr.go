package graph

// csr is a list of short lists in two flat arrays (compressed sparse rows).
type csr[T any] struct {
	start []int64 // row i is items[start[i]:start[i+1]]
	items []T
}

func newCSR[T any]() csr[T] { return csr[T]{start: []int64{0}} }

// at returns row i; it must not be written to.
func (c *csr[T]) at(i int32) []T {
	from, to := c.start[i], c.start[i+1]
	return c.items[from:to:to]
}

// push appends to the row that is being written.
func (c *csr[T]) push(item T) { c.items = append(c.items, item) }

// close ends the row that is being written.
func (c *csr[T]) close() { c.start = append(c.start, int64(len(c.items))) }

// invert turns rule → facts into fact → rules, rules ascending.
func invert(rules, facts int, of func(rule int) []FactID) csr[RuleID] {
	start := make([]int64, facts+1)
	for r := range rules {
		for _, f := range of(r) {
			start[f+1]++
		}
	}
	for f := range facts {
		start[f+1] += start[f]
	}
	items := make([]RuleID, start[facts])
	next := append([]int64(nil), start[:facts]...)
	for r := range rules {
		for _, f := range of(r) {
			items[next[f]] = RuleID(r)
			next[f]++
		}
	}
	return csr[RuleID]{start: start, items: items}
}
