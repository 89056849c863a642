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
	found  []int32 // scratch of ascending
}

// compileAny compiles the cone's function with the orders in turn, giving each more nodes round by round, up to
// most, until one fits; nil when none does within the meter. Only the orders that came furthest go on to the next
// round.
func compileAny(c *cone, m *meter, most int) *compiled {
	f := newFormula(c)
	tried := make([]attempt, orders)
	for order := range tried {
		tried[order].order = variableOrder(order)
	}
	for nodes := min(30_000, most); ; nodes = min(8*nodes, most) {
		for i := range tried {
			t := &tried[i]
			variable := f.variables(t.order)
			d := newDiagram(m, nodes)
			root, done := f.compile(d, variable)
			if !d.full {
				d.limit = most
				return &compiled{formula: f, diagram: d, root: root, variable: variable, rule: inverse(variable)}
			}
			if m.why != "" {
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
func compileModules(c *cone, m *meter) (list []module, diagrams []*compiled) {
	list = newFormula(c).modules()
	diagrams = make([]*compiled, len(list))
	bySize := make([]int, len(list))
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return len(list[a].rule) - len(list[b].rule) })
	most := mostNodes
	for _, i := range bySize {
		if diagrams[i] = compileAny(list[i].cone, m, most); diagrams[i] != nil {
			most = max(2, most-len(diagrams[i].nodes))
		}
	}
	return list, diagrams
}

// cutAt says what kept some diagrams from fitting: the meter, or the limit of nodes.
func (m *meter) cutAt() *Cut {
	if cut := m.cut(); cut != nil {
		return cut
	}
	return &Cut{Reason: "node limit", Work: m.all - m.left}
}

// whole compiles the cone in one diagram, the variables of each module together in the order that suited it; nil
// when it does not fit.
func whole(c *cone, m *meter, list []module, diagrams []*compiled) *compiled {
	if len(list) == 1 {
		return diagrams[0]
	}
	variable := make([]int32, len(c.rule))
	for r := range variable {
		variable[r] = -1
	}
	next := int32(0)
	stack := [][]int32{diagrams[len(list)-1].rule}
	of := []int{len(list) - 1}
	for len(stack) > 0 {
		top := len(stack) - 1
		if len(stack[top]) == 0 {
			stack, of = stack[:top], of[:top]
			continue
		}
		part, r := list[of[top]], stack[top][0]
		stack[top] = stack[top][1:]
		if inner := part.inner[r]; inner >= 0 {
			stack, of = append(stack, diagrams[inner].rule), append(of, int(inner))
			continue
		}
		variable[part.own[r]] = next
		next++
	}
	f, d := newFormula(c), newDiagram(m, mostNodes)
	root, _ := f.compile(d, variable)
	if d.full {
		return nil
	}
	return &compiled{formula: f, diagram: d, root: root, variable: variable, rule: inverse(variable)}
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
