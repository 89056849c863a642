package solve

import (
	"math"
	"slices"

	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// mostNodes bounds a diagram: about half a gigabyte.
const mostNodes = 12_000_000

// nodeLimit is why a search ended whose diagrams did not fit.
const nodeLimit = "node limit"

// stepsPerNode bounds the steps that an order may take, by its nodes; a good one takes about four.
const stepsPerNode = 20

// compiled is the function of a goal as a binary decision diagram.
type compiled struct {
	*cone.Formula
	*diagram
	root     int32
	variable []int32 // cone rule → variable, -1
	rule     []int32 // variable → cone rule

	halves [][2]int32 // scratch of apart, by node
}

// compileAny compiles the function of a formula with the orders in turn, giving each more nodes and steps round by round, up to
// most nodes, until one fits; nil when none does within the meter. Only the orders that came furthest go on to the next
// round.
func compileAny(f *cone.Formula, m *meter.Meter, most int) *compiled {
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
				return &compiled{Formula: f, diagram: d, root: root, variable: variable, rule: inverse(variable)}
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

// compileModules compiles each module of the cone, small ones first, so that a hard one does not take the work of
// the others; nil stands for one that does not fit.
func compileModules(c *cone.Cone, m *meter.Meter) (list []cone.Module, diagrams []*compiled) {
	list = c.Divide(m)
	diagrams = make([]*compiled, len(list))
	bySize := make([]int, len(list))
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return len(list[a].Rule) - len(list[b].Rule) })
	most := mostNodes
	for _, i := range bySize {
		if diagrams[i] = compileAny(cone.NewFormula(list[i].Cone), m, most); diagrams[i] != nil {
			most = max(2, most-len(diagrams[i].nodes))
		}
	}
	return list, diagrams
}
