package graph

import (
	"hash/maphash"
	"math"
)

// names is an append-only list of distinct strings, kept in one block of bytes so that tens of
// millions of them cost neither a pointer nor a garbage collector's time each.
type names struct {
	seed  maphash.Seed
	bytes []byte
	ends  []uint64 // ends[i] is where name i ends in bytes
	slots []int32  // open addressing: index+1, 0 is empty; len is a power of two
}

func newNames() names {
	return names{seed: maphash.MakeSeed(), slots: make([]int32, 16)}
}

func (n *names) len() int { return len(n.ends) }

func (n *names) at(i int32) string {
	return string(n.slice(i))
}

func (n *names) slice(i int32) []byte {
	start := uint64(0)
	if i > 0 {
		start = n.ends[i-1]
	}
	return n.bytes[start:n.ends[i]]
}

// find returns the index of name, or -1.
func (n *names) find(name string) int32 {
	i, _ := n.slot(name)
	return i
}

// slot returns the index of name (-1: absent) and the slot where it is or would be.
func (n *names) slot(name string) (int32, int) {
	mask := uint64(len(n.slots) - 1)
	for at := maphash.String(n.seed, name) & mask; ; at = (at + 1) & mask {
		i := n.slots[at] - 1
		if i < 0 {
			return -1, int(at)
		}
		if string(n.slice(i)) == name {
			return i, int(at)
		}
	}
}

// add returns the index of name and whether it was new. It panics past 2³¹-2 names.
func (n *names) add(name string) (int32, bool) {
	i, at := n.slot(name)
	if i >= 0 {
		return i, false
	}
	if len(n.ends) >= math.MaxInt32-1 {
		panic("graph: more than 2147483646 names")
	}
	n.bytes = append(n.bytes, name...)
	n.ends = append(n.ends, uint64(len(n.bytes)))
	i = int32(len(n.ends) - 1)
	n.slots[at] = i + 1
	if 4*len(n.ends) > 3*len(n.slots) {
		n.grow()
	}
	return i, true
}

func (n *names) grow() {
	n.slots = make([]int32, 2*len(n.slots))
	mask := uint64(len(n.slots) - 1)
	for i := range n.ends {
		at := maphash.Bytes(n.seed, n.slice(int32(i))) & mask
		for n.slots[at] != 0 {
			at = (at + 1) & mask
		}
		n.slots[at] = int32(i + 1)
	}
}
