// Package adjacency holds lists of lists, the form in which graphs keep who stands beside whom: in two flat arrays, inverted
// and with the strongly connected components of what they join. It knows nothing of facts and rules.
package adjacency

import "math"

// Lists is a list of short lists in two flat arrays (compressed sparse rows). What is empty at its end takes no memory.
type Lists[T any] struct {
	start []uint32 // row i is items[start[i]:start[i+1]]; rows from len(start)-1 on are empty
	items []T
	rows  int // that are written
}

// NewLists returns no lists.
func NewLists[T any]() Lists[T] { return Lists[T]{start: []uint32{0}} }

// At returns row i; it must not be written to.
func (c *Lists[T]) At(i int32) []T {
	if int(i)+1 >= len(c.start) {
		return nil
	}
	from, to := c.start[i], c.start[i+1]
	return c.items[from:to:to]
}

// Push appends to the row that is being written.
func (c *Lists[T]) Push(item T) { c.items = append(c.items, item) }

// Close ends the row that is being written. It panics past 2³²-1 items.
func (c *Lists[T]) Close() {
	c.rows++
	last := c.start[len(c.start)-1]
	if len(c.items) == int(last) {
		return
	}
	if uint64(len(c.items)) > math.MaxUint32 {
		panic("adjacency: more than 4294967295 items in a list of lists")
	}
	for len(c.start) < c.rows {
		c.start = append(c.start, last)
	}
	c.start = append(c.start, uint32(len(c.items)))
}

// Invert turns a list of columns for each row into a list of rows for each column, rows ascending.
func Invert[Row, Column ~int32](rows, columns int, of func(row int) []Column) Lists[Row] {
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
	return Lists[Row]{start: start, items: items, rows: columns}
}

// Convert returns the same lists with items of another integer type.
func Convert[To, From ~int32](c Lists[From]) Lists[To] {
	out := Lists[To]{start: c.start, rows: c.rows, items: make([]To, len(c.items))}
	for i, item := range c.items {
		out.items[i] = To(item)
	}
	return out
}

// Pack puts lists one behind the other.
func Pack[T any](lists [][]T) Lists[T] {
	items := 0
	for _, list := range lists {
		items += len(list)
	}
	out := Lists[T]{start: make([]uint32, 1, len(lists)+1), items: make([]T, 0, items)}
	for _, list := range lists {
		out.items = append(out.items, list...)
		out.Close()
	}
	return out
}

// Len returns how many lists there are.
func (c *Lists[T]) Len() int { return c.rows }

// Total returns how many items all lists have together.
func (c *Lists[T]) Total() int { return len(c.items) }
