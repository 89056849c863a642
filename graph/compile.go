package graph

import (
	"cmp"
	"slices"
)

// A formula is a cone whose facts are put in an order in which each strongly connected component comes
// after those that it needs.
type formula struct {
	*cone
	parts    [][]int32 // components in that order; the goal is in the last
	opposite []int32   // rule → its opposite, -1: none is here; nil: there are no opposites
}

func newFormula(c *cone) *formula {
	return &formula{cone: c, parts: components([]int32{c.goal}, len(c.fact), func(f int32, visit func(int32)) {
		for _, r := range c.concluding.at(f) {
			for _, p := range c.ifs.at(r) {
				visit(p)
			}
		}
	})}
}

// compile builds the diagram of the goal's function and says for how many facts it got. Leaf is the function of a
// counted rule's own trial, mostly a variable. The parts that are cyclic are iterated to their least fixpoint from "false" (absorptive provenance needs as many
// rounds as it has facts at most, and mostly two or three).
func (f *formula) compile(d *diagram, leaf []int32) (root int32, done int) {
	return f.compileWithout(d, leaf, -1)
}

// compileWithout does it as if one fact, -1 for none, never held.
func (f *formula) compileWithout(d *diagram, leaf []int32, without int32) (root int32, done int) {
	value := make([]int32, len(f.fact))
	for _, part := range f.parts {
		for again := true; again && !d.full; {
			again = false
			for _, fact := range part {
				if fact == without {
					continue
				}
				next := f.disjunction(d, leaf, value, fact)
				again = again || next != value[fact] && len(part) > 1
				value[fact] = next
			}
		}
		if d.full {
			break
		}
		done += len(part)
	}
	return value[f.goal], done
}

func (f *formula) disjunction(d *diagram, leaf, value []int32, fact int32) int32 {
	rules := f.concluding.at(fact)
	terms := make([]int32, 0, len(rules))
	for _, r := range rules {
		terms = append(terms, f.conjunction(d, leaf, value, r))
	}
	return d.fold(opOr, never, terms)
}

func (f *formula) conjunction(d *diagram, leaf, value []int32, rule int32) int32 {
	premises := f.ifs.at(rule)
	factors := make([]int32, 0, len(premises)+1)
	for _, p := range premises {
		if value[p] == never {
			return never
		}
		factors = append(factors, value[p])
	}
	if f.counted[rule] {
		factors = append(factors, leaf[rule])
	}
	return d.fold(opAnd, always, factors)
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
