package graph

import "slices"

// mostNodes bounds a diagram: about half a gigabyte.
const mostNodes = 12_000_000

// A compiled is the function of a goal as a binary decision diagram.
type compiled struct {
	*formula
	*diagram
	root     int32
	variable []int32 // cone rule → variable, -1
	rule     []int32 // variable → cone rule

	halves [][2]int32 // scratch of apart, by node
	stamp  []int32    // scratch of ascending, by node
	stamps int32
	nodes  []int32
}

// compileAny compiles the cone's function with the orders in turn, giving each more nodes round by round
// until one fits; nil when none does within the meter. Only the orders that came furthest go on to the
// next round.
func compileAny(c *cone, m *meter) *compiled {
	f := newFormula(c)
	tried := make([]attempt, orders)
	for order := range tried {
		tried[order].order = variableOrder(order)
	}
	for nodes := 30_000; ; nodes = min(8*nodes, mostNodes) {
		for i := range tried {
			t := &tried[i]
			variable := f.variables(t.order)
			d := newDiagram(m, nodes)
			root, done := f.compile(d, variable)
			if !d.full {
				d.limit = mostNodes
				return &compiled{formula: f, diagram: d, root: root, variable: variable, rule: inverse(variable)}
			}
			if m.why != "" {
				return nil
			}
			t.done = done
		}
		if nodes == mostNodes {
			m.why = "node limit"
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

// below marks the nodes that a root leads to.
func (d *diagram) below(root int32) []bool {
	marked := make([]bool, root+1)
	marked[root] = true
	for n := root; n > always; n-- {
		if marked[n] {
			marked[d.low[n]], marked[d.high[n]] = true, true
		}
	}
	return marked
}
