package exchange

import "fmt"

// A ref is a formula or, when odd, its negation: twice the place of its node.
type ref int32

const (
	falseRef ref = 0
	trueRef  ref = 1
)

func (r ref) node() int32    { return int32(r >> 1) }
func (r ref) negated() bool  { return r&1 != 0 }
func (r ref) constant() bool { return r <= trueRef }

// formulas are Boolean formulas that share parts. Constants are folded as formulas are made, so that no node but the
// first has one for an operand.
type formulas struct {
	nodes []node
}

// node is a formula that is no constant.
type node struct {
	op    connective
	of    []ref
	least int    // of atLeast
	name  string // of the fact that it becomes
}

type connective int8

const (
	constant connective = iota
	occurs              // an event
	same                // its operand, under a name of its own
	allOf
	anyOf
	oddOf // one of two
	atLeast
)

func newFormulas() formulas { return formulas{nodes: []node{{op: constant}}} }

func (f *formulas) add(n node) ref {
	f.nodes = append(f.nodes, n)
	return ref(len(f.nodes)-1) << 1
}

// own gives a formula a name.
func (f *formulas) own(name string, r ref) ref {
	switch {
	case r.constant():
		return r
	case f.nodes[r.node()].name == name && !r.negated():
		return r
	case f.nodes[r.node()].name == name:
		f.nodes[r.node()].name += " not"
	}
	return f.add(node{op: same, of: []ref{r}, name: name})
}

func (f *formulas) and(name string, of []ref) ref {
	rest := make([]ref, 0, len(of))
	for _, r := range of {
		switch r {
		case falseRef:
			return falseRef
		case trueRef:
		default:
			rest = append(rest, r)
		}
	}
	if len(rest) == 0 {
		return trueRef
	}
	return f.add(node{op: allOf, of: rest, name: name})
}

func (f *formulas) or(name string, of []ref) ref {
	rest := make([]ref, 0, len(of))
	for _, r := range of {
		switch r {
		case trueRef:
			return trueRef
		case falseRef:
		default:
			rest = append(rest, r)
		}
	}
	if len(rest) == 0 {
		return falseRef
	}
	return f.add(node{op: anyOf, of: rest, name: name})
}

// xor is true where an odd number of operands is.
func (f *formulas) xor(name string, of []ref) ref {
	odd := falseRef
	rest := make([]ref, 0, len(of))
	for _, r := range of {
		odd ^= r & 1
		if !r.constant() {
			rest = append(rest, r&^1)
		}
	}
	if len(rest) == 0 {
		return odd
	}
	out := rest[0]
	for i, r := range rest[1:] {
		n := node{op: oddOf, of: []ref{out, r}, name: name}
		if i < len(rest)-2 {
			n.name = fmt.Sprintf("%s odd %d", name, i+2)
		}
		out = f.add(n)
	}
	return out ^ odd
}

// atLeast is true where at least so many operands are.
func (f *formulas) atLeast(name string, of []ref, least int) ref {
	rest := make([]ref, 0, len(of))
	for _, r := range of {
		switch r {
		case trueRef:
			least--
		case falseRef:
		default:
			rest = append(rest, r)
		}
	}
	switch {
	case least <= 0:
		return trueRef
	case least > len(rest):
		return falseRef
	}
	return f.add(node{op: atLeast, of: rest, least: least, name: name})
}
