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

// invert turns a list of columns for each row into a list of rows for each column, rows ascending.
func invert[Row, Column ~int32](rows, columns int, of func(row int) []Column) csr[Row] {
	start := make([]int64, columns+1)
	for r := range rows {
		for _, c := range of(r) {
			start[c+1]++
		}
	}
	for c := range columns {
		start[c+1] += start[c]
	}
	items := make([]Row, start[columns])
	next := append([]int64(nil), start[:columns]...)
	for r := range rows {
		for _, c := range of(r) {
			items[next[c]] = Row(r)
			next[c]++
		}
	}
	return csr[Row]{start: start, items: items}
}
