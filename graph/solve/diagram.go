package solve

import (
	"cmp"
	"math"
	"math/big"
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

type operation int32

const (
	opNone operation = iota
	opAnd
	opOr
	opMinimal
	opWithout
	opUnion
	opSubtract
	opPrimes
	opJoin
	opSubsume
	opFunction
	opProduct // of at most so many members: see atMost
)

// atMost is an operation on families that leaves out sets of more members.
func (o operation) atMost(members int32) operation { return o | operation(members)<<8 }

func (o operation) kind() operation { return o & 0xff }
func (o operation) members() int32  { return int32(o >> 8) }

// frame is an operation that waits for its parts.
type frame struct {
	op    operation
	a, b  int32
	step  int8
	first int32
	other int32
	kept  int32 // of opPrimes
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

// run works an operation off with an explicit stack: begin answers at once or says into which parts it
// splits, end puts the parts' results together.
func (d *diagram) run(op operation, a, b int32) int32 {
	base := len(d.stack)
	out, done := d.begin(op, &a, &b)
	if done {
		return out
	}
	d.stack = append(d.stack, frame{op: op, a: a, b: b})
	for len(d.stack) > base {
		d.steps--
		if d.full || d.steps < 0 || !d.meter.Spend(1) {
			d.full = true
			d.stack = d.stack[:base]
			return never
		}
		f := &d.stack[len(d.stack)-1]
		part, x, y := d.next(f)
		if part == opNone {
			out = d.end(f)
			d.remember(f.op, f.a, f.b, out)
			d.stack = d.stack[:len(d.stack)-1]
			d.deliver(base, out)
			continue
		}
		if out, done = d.begin(part, &x, &y); done {
			d.deliver(base, out)
			continue
		}
		d.stack = append(d.stack, frame{op: part, a: x, b: y})
	}
	return out
}

// deliver hands a part's result to the operation that waits for it.
func (d *diagram) deliver(base int, out int32) {
	if len(d.stack) == base {
		return
	}
	f := &d.stack[len(d.stack)-1]
	switch product, primes := f.op.kind() == opProduct, f.op == opPrimes; {
	case f.step == 0 || primes && f.step == 3:
		f.first = out
	case primes && f.step == 1 || product && f.step <= 2:
		f.kept = out
	default:
		f.other = out
	}
	f.step++
}

// begin answers simple cases and those in the cache; it may exchange the operands.
func (d *diagram) begin(op operation, a, b *int32) (int32, bool) {
	out, done := d.simple(op, a, b)
	if done {
		return out, true
	}
	return d.known(op, *a, *b)
}

func (d *diagram) simple(op operation, a, b *int32) (int32, bool) {
	x, y := *a, *b
	switch op.kind() {
	case opAnd:
		return d.simpleAnd(x, y, a, b)
	case opOr:
		return d.simpleOr(x, y, a, b)
	case opMinimal, opPrimes:
		return x, x <= always
	case opUnion:
		switch {
		case x == y || y == never:
			return x, true
		case x == never:
			return y, true
		case x > y:
			*a, *b = y, x
		}
	case opSubtract:
		switch {
		case x == never || x == y:
			return never, true
		case y == never:
			return x, true
		}
	case opFunction:
		return x, x <= always
	case opJoin, opSubsume:
		return d.simpleFamilies(op, a, b)
	case opProduct:
		return d.simpleProduct(op, a, b)
	case opWithout:
		switch {
		case x == never || y == always:
			return never, true
		case y == never || x == always:
			return x, true
		}
	}
	return never, false
}

func (d *diagram) simpleAnd(x, y int32, a, b *int32) (int32, bool) {
	switch {
	case x == never || y == never:
		return never, true
	case x == always || x == y:
		return y, true
	case y == always:
		return x, true
	case x > y:
		*a, *b = y, x
	}
	return never, false
}

func (d *diagram) simpleOr(x, y int32, a, b *int32) (int32, bool) {
	switch {
	case x == always || y == always:
		return always, true
	case x == never || x == y:
		return y, true
	case y == never:
		return x, true
	case x > y:
		*a, *b = y, x
	}
	return never, false
}

// next returns the part that the operation needs next; opNone: it has them all.
func (d *diagram) next(f *frame) (part operation, x, y int32) {
	top := min(d.nodes[f.a].level, d.nodes[f.b].level)
	switch f.op.kind() {
	case opMinimal:
		return d.nextMinimal(f)
	case opPrimes:
		return d.nextPrimes(f)
	case opJoin, opSubsume, opFunction, opProduct:
		return d.nextSmall(f, top)
	case opWithout:
		return d.nextWithout(f, top)
	case opAnd, opOr:
		al, ah := d.split(f.a, top)
		bl, bh := d.split(f.b, top)
		switch f.step {
		case 0:
			return f.op, al, bl
		case 1:
			return f.op, ah, bh
		}
	case opUnion, opSubtract:
		al, ah := d.splitSets(f.a, top)
		bl, bh := d.splitSets(f.b, top)
		switch f.step {
		case 0:
			return f.op, al, bl
		case 1:
			return f.op, ah, bh
		}
	}
	return opNone, 0, 0
}

// nextMinimal: the minimal solutions of (x, low, high) are those of low, and x with those of high that
// contain none of low's (Rauzy, "New algorithms for fault trees analysis", 1993).
func (d *diagram) nextMinimal(f *frame) (operation, int32, int32) {
	switch f.step {
	case 0:
		return opMinimal, d.nodes[f.a].low, d.nodes[f.a].low
	case 1:
		return opMinimal, d.nodes[f.a].high, d.nodes[f.a].high
	case 2:
		return opWithout, f.other, d.nodes[f.a].low
	}
	return opNone, 0, 0
}

// nextWithout: the sets of a that do not satisfy the monotone function b.
func (d *diagram) nextWithout(f *frame, top int32) (operation, int32, int32) {
	al, ah := d.splitSets(f.a, top)
	bl, bh := d.split(f.b, top)
	switch {
	case f.step == 0:
		return opWithout, al, bl
	case f.step == 1 && ah != never:
		return opWithout, ah, bh
	}
	return opNone, 0, 0
}

// end makes the result of an operation from its parts.
func (d *diagram) end(f *frame) int32 {
	switch f.op.kind() {
	case opAnd, opOr, opFunction:
		if f.first == f.other {
			return f.first
		}
	case opPrimes:
		level := d.nodes[f.a].level
		return d.set(level, d.set(level+1, f.kept, f.other), f.first)
	default:
		if f.other == never {
			return f.first
		}
	}
	return d.node(min(d.nodes[f.a].level, d.nodes[f.b].level), f.first, f.other)
}

// split cofactors a function.
func (d *diagram) split(n, level int32) (low, high int32) {
	if d.nodes[n].level != level {
		return n, n
	}
	return d.nodes[n].low, d.nodes[n].high
}

// splitSets splits a family into its sets without and with the variable.
func (d *diagram) splitSets(n, level int32) (without, with int32) {
	if d.nodes[n].level != level {
		return n, never
	}
	return d.nodes[n].low, d.nodes[n].high
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

// fold combines operands, those of the last variables first: where they share none, each step then only
// puts nodes on top.
func (d *diagram) fold(op operation, neutral int32, operands []int32) int32 {
	slices.SortStableFunc(operands, func(a, b int32) int { return cmp.Compare(d.nodes[b].level, d.nodes[a].level) })
	out := neutral
	for _, o := range operands {
		out = d.run(op, out, o)
	}
	return out
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

// count adds up the sets of a family, a set with a variable as often as times says, where it says something.
func (d *diagram) count(family int32, times []*big.Int) *big.Int {
	marked := d.below(family)
	sums := make([]*big.Int, family+1)
	sums[never] = new(big.Int)
	if family >= always {
		sums[always] = big.NewInt(1)
	}
	for n := always + 1; n <= family; n++ {
		if marked[n] {
			with := sums[d.nodes[n].high]
			if times != nil && times[d.nodes[n].level] != nil {
				with = new(big.Int).Mul(with, times[d.nodes[n].level])
			}
			sums[n] = new(big.Int).Add(sums[d.nodes[n].low], with)
		}
	}
	return sums[family]
}

// set returns the node of a zero-suppressed diagram.
func (d *diagram) set(level, low, high int32) int32 {
	if high == never {
		return low
	}
	return d.node(level, low, high)
}
