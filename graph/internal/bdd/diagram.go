package bdd

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// diagram is a store of decision diagram nodes: binary decision diagrams (Bryant 1986) of monotone
// functions and zero-suppressed ones (Minato 1993) of sets of sets share it. Nodes 0 and 1 are the
// terminals; a node is always made after its children, so that ascending ids are a bottom-up order.
// Nothing is ever freed: a diagram is made for one question and bounded by its limit.
type diagram struct {
	meter *meter.Meter
	limit int   // most nodes
	steps int64 // how many more steps of operations there may be
	full  bool  // a limit or the meter ended the work: results are worthless
	left  bool  // a set was left out for having too many members

	nodes []node
	slots []int32 // open addressing of nodes by content, 0 is empty
	cache []cached
	stack []frame

	stamp  []int32 // scratch of ascending, by node
	stamps int32
	found  []int32 // scratch of ascending
}

// node tests a variable; terminals have the largest.
type node struct {
	level, low, high int32
}

// cached is the result of an operation, in a table that forgets.
type cached struct {
	op   operation
	a, b int32
	out  int32
}

const (
	never  int32 = 0 // the function false, the empty family
	always int32 = 1 // the function true, the family of the empty set
	bottom       = int32(1<<31 - 1)
)

func newDiagram(m *meter.Meter, limit int) *diagram {
	return &diagram{meter: m, limit: limit, steps: math.MaxInt64, nodes: []node{{bottom, never, never}, {bottom, always, always}},
		slots: make([]int32, 1<<4), cache: make([]cached, 1<<4)}
}

// node returns the node of that content, making it if need be.
func (d *diagram) node(level, low, high int32) int32 {
	mask := uint32(len(d.slots) - 1)
	at := mix(uint32(level), uint32(low), uint32(high)) & mask
	for {
		n := d.slots[at]
		if n == 0 {
			break
		}
		if d.nodes[n] == (node{level, low, high}) {
			return n
		}
		at = (at + 1) & mask
	}
	if len(d.nodes) >= d.limit || !d.meter.Spend(1) {
		d.full = true
		return never
	}
	n := int32(len(d.nodes))
	d.nodes = append(d.nodes, node{level, low, high})
	d.slots[at] = n
	if 2*len(d.nodes) > len(d.slots) {
		d.grow()
	}
	return n
}

func (d *diagram) grow() {
	d.slots = make([]int32, 2*len(d.slots))
	mask := uint32(len(d.slots) - 1)
	for n := int32(2); int(n) < len(d.nodes); n++ {
		at := mix(uint32(d.nodes[n].level), uint32(d.nodes[n].low), uint32(d.nodes[n].high)) & mask
		for d.slots[at] != 0 {
			at = (at + 1) & mask
		}
		d.slots[at] = n
	}
	if len(d.cache) < 1<<22 {
		old := d.cache
		d.cache = make([]cached, 2*len(old))
		for _, c := range old {
			if c.op != opNone {
				d.remember(c.op, c.a, c.b, c.out)
			}
		}
	}
}

func (d *diagram) known(op operation, a, b int32) (int32, bool) {
	c := d.cache[mix(uint32(op), uint32(a), uint32(b))&uint32(len(d.cache)-1)]
	return c.out, c.op == op && c.a == a && c.b == b
}

func (d *diagram) remember(op operation, a, b, out int32) {
	d.cache[mix(uint32(op), uint32(a), uint32(b))&uint32(len(d.cache)-1)] = cached{op, a, b, out}
}

// mix is a hash of three words (the finalizer of MurmurHash3 between multiplications).
func mix(a, b, c uint32) uint32 {
	h := a*0x9e3779b1 ^ b*0x85ebca6b ^ c*0xc2b2ae35
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	return h ^ h>>15
}

// ascending returns the inner nodes that a node leads to and itself, children first.
func (d *diagram) ascending(root int32) []int32 {
	for len(d.stamp) < len(d.nodes) {
		d.stamp = append(d.stamp, 0)
	}
	d.stamps++
	nodes := d.found[:0]
	mark := func(n int32) {
		if n > always && d.stamp[n] != d.stamps {
			d.stamp[n] = d.stamps
			nodes = append(nodes, n)
		}
	}
	mark(root)
	for next := 0; next < len(nodes); next++ {
		mark(d.nodes[nodes[next]].low)
		mark(d.nodes[nodes[next]].high)
	}
	slices.Sort(nodes)
	d.found = nodes
	return nodes
}

// below marks the nodes that a root leads to.
func (d *diagram) below(root int32) []bool {
	marked := make([]bool, root+1)
	marked[root] = true
	for n := root; n > always; n-- {
		if marked[n] {
			marked[d.nodes[n].low], marked[d.nodes[n].high] = true, true
		}
	}
	return marked
}

// set returns the node of a zero-suppressed diagram.
func (d *diagram) set(level, low, high int32) int32 {
	if high == never {
		return low
	}
	return d.node(level, low, high)
}
