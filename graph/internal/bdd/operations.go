package bdd

import (
	"cmp"
	"slices"
)

// operation is what is computed of one or two nodes: of functions, of families of sets, or of one of each.
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
