package bdd

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// mostNodes bounds a diagram: about half a gigabyte.
const mostNodes = 12_000_000

// stepsPerNode bounds the steps that an order may take, by its nodes; a good one takes about four.
const stepsPerNode = 20

// A Function is the function of a goal as a binary decision diagram. It is for one goroutine.
type Function struct {
	*cone.Formula
	*diagram
	root     int32
	variable []int32 // cone rule → variable, -1
	rule     []int32 // variable → cone rule

	halves [][2]int32 // scratch of apart, by node
}

// Compile compiles the function of a formula; nil when it does not fit within the meter and the most nodes that a diagram
// may have. The meter counts what is asked of the function later, too, until Renew.
func Compile(f *cone.Formula, m *meter.Meter) *Function { return compileWithin(f, m, mostNodes) }

// Cut says what kept a diagram from fitting: the meter, or the limit of nodes.
func Cut(m *meter.Meter) *graph.Cut { return m.CutOr("node limit") }

// Renew gives the function the work of another question.
func (x *Function) Renew(m *meter.Meter) { x.meter, x.full = m, false }

// Full says whether a limit ended something that was asked since Renew: its answer is then worth nothing.
func (x *Function) Full() bool { return x.full }

// Never says whether the goal holds in no state.
func (x *Function) Never() bool { return x.root == never }

// NeverWithout says whether the goal holds in no state when a counted rule never fires and a fact never holds; -1: none.
func (x *Function) NeverWithout(rule, fact int32) bool {
	leaf := leaves(x.Formula, x.diagram, x.variable)
	if rule >= 0 {
		leaf[rule] = never
	}
	root, _ := compileWithout(x.Formula, x.diagram, leaf, fact)
	return root == never
}

// compileWithin compiles the function of a formula with the orders in turn, giving each more nodes and steps round by round, up to
// most nodes, until one fits; nil when none does within the meter. Only the orders that came furthest go on to the next
// round.
func compileWithin(f *cone.Formula, m *meter.Meter, most int) *Function {
	tried := make([]attempt, orders)
	for order := range tried {
		tried[order].order = variableOrder(order)
	}
	for nodes := min(30_000, most); ; nodes = min(4*nodes, most) {
		for i := range tried {
			t := &tried[i]
			variable := variables(f, t.order)
			d := newDiagram(m, nodes)
			d.steps = stepsPerNode * int64(nodes)
			root, done := compile(f, d, leaves(f, d, variable))
			if !d.full {
				d.limit, d.steps = most, math.MaxInt64
				return &Function{Formula: f, diagram: d, root: root, variable: variable, rule: inverse(variable)}
			}
			if m.Over() {
				return nil
			}
			t.done = done
		}
		if nodes == most {
			return nil
		}
		slices.SortStableFunc(tried, func(a, b attempt) int { return b.done - a.done })
		tried = tried[:max(2, len(tried)*2/3)]
	}
}

// attempt is an order and how many facts could be compiled with it.
type attempt struct {
	order variableOrder
	done  int
}

// leaves makes a node for each variable; of a pair of opposites, the second is the negation of the first.
func leaves(f *cone.Formula, d *diagram, variable []int32) []int32 {
	leaf := make([]int32, len(variable))
	for r, v := range variable {
		switch {
		case v < 0:
		case f.Opposite != nil && v%2 != 0:
			leaf[r] = d.node(v-1, always, never)
		default:
			leaf[r] = d.node(v, never, always)
		}
	}
	return leaf
}

func inverse(variable []int32) []int32 {
	out := make([]int32, 0, len(variable))
	for r, v := range variable {
		for int(v) >= len(out) {
			out = append(out, -1)
		}
		if v >= 0 {
			out[v] = int32(r)
		}
	}
	return out
}
