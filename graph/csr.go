package graph

import "math"

// csr is a list of short lists in two flat arrays (compressed sparse rows). What is empty at its end takes no memory.
type csr[T any] struct {
	start []uint32 // row i is items[start[i]:start[i+1]]; rows from len(start)-1 on are empty
	items []T
	rows  int // that are written
}

func newCSR[T any]() csr[T] { return csr[T]{start: []uint32{0}} }

// at returns row i; it must not be written to.
func (c *csr[T]) at(i int32) []T {
	if int(i)+1 >= len(c.start) {
		return nil
	}
	from, to := c.start[i], c.start[i+1]
	return c.items[from:to:to]
}

// push appends to the row that is being written.
func (c *csr[T]) push(item T) { c.items = append(c.items, item) }

// close ends the row that is being written. It panics past 2³²-1 items.
func (c *csr[T]) close() {
	c.rows++
	last := c.start[len(c.start)-1]
	if len(c.items) == int(last) {
		return
	}
	if uint64(len(c.items)) > math.MaxUint32 {
		panic("graph: more than 4294967295 items in a list of lists")
	}
	for len(c.start) < c.rows {
		c.start = append(c.start, last)
	}
	c.start = append(c.start, uint32(len(c.items)))
}

// invert turns a list of columns for each row into a list of rows for each column, rows ascending.
func invert[Row, Column ~int32](rows, columns int, of func(row int) []Column) csr[Row] {
	start := make([]uint32, columns+1)
	for r := range rows {
		for _, c := range of(r) {
			start[c+1]++
		}
	}
	for c := range columns {
		start[c+1] += start[c]
	}
	items := make([]Row, start[columns])
	next := append([]uint32(nil), start[:columns]...)
	for r := range rows {
		for _, c := range of(r) {
			items[next[c]] = Row(r)
			next[c]++
		}
	}
	return csr[Row]{start: start, items: items, rows: columns}
}

// convert returns the same lists with items of another integer type.
func convert[To, From ~int32](c csr[From]) csr[To] {
	out := csr[To]{start: c.start, rows: c.rows, items: make([]To, len(c.items))}
	for i, item := range c.items {
		out.items[i] = To(item)
	}
	return out
}

// packed puts lists one behind the other.
func packed[T any](lists [][]T) csr[T] {
	items := 0
	for _, list := range lists {
		items += len(list)
	}
	out := csr[T]{start: make([]uint32, 1, len(lists)+1), items: make([]T, 0, items)}
	for _, list := range lists {
		out.items = append(out.items, list...)
		out.close()
	}
	return out
}

// lists returns how many lists there are.
func (c *csr[T]) lists() int { return c.rows }

// total returns how many items all lists have together.
func (c *csr[T]) total() int { return len(c.items) }
