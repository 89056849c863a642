package check

import (
	"slices"
	"strings"
)

// maxCycles is how many cycles of one sort are told.
const maxCycles = 100

// cycle is a way from an element back to itself.
type cycle struct {
	at    int      // where in its list the element stands
	names []string // the ids on the way, the first again at the end
}

// String writes the way; a long one without its middle.
func (c cycle) String() string {
	const most = 12
	if len(c.names) > most {
		return strings.Join(c.names[:most/2], " → ") + " → … → " + strings.Join(c.names[len(c.names)-most/2:], " → ")
	}
	return strings.Join(c.names, " → ")
}

// cycles finds the cycles that close on a depth-first walk along next, in the order of the list: none is found where
// there is none. The search ends at maxCycles of them. The walk keeps its own stack.
func cycles[ID ~string](of *ids, next func(i int) []ID) []cycle {
	type frame struct{ node, next int }
	const unseen, open, closed = 0, 1, 2
	var out []cycle
	state := make([]uint8, len(of.order))
	for start := range of.order {
		if state[start] != unseen {
			continue
		}
		state[start] = open
		stack := []frame{{node: start}}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			successors := next(top.node)
			if top.next == len(successors) {
				state[top.node] = closed
				stack = stack[:len(stack)-1]
				continue
			}
			to, known := of.index[string(successors[top.next])]
			top.next++
			switch {
			case !known || state[to] == closed:
			case state[to] == unseen:
				state[to] = open
				stack = append(stack, frame{node: to})
			default:
				way := cycle{at: to, names: []string{of.order[to]}}
				for i := len(stack) - 1; stack[i].node != to; i-- {
					way.names = append(way.names, of.order[stack[i].node])
				}
				way.names = append(way.names, of.order[to])
				slices.Reverse(way.names)
				if out = append(out, way); len(out) == maxCycles {
					return out
				}
			}
		}
	}
	return out
}
