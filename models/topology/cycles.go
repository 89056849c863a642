package topology

import "slices"

// cycles finds the cycles that close on a depth-first walk along a relation, from its vertices in their order: none is
// found where there is none. Each begins and ends with the same vertex. The search ends at most of them. The walk keeps
// its own stack.
func cycles[K comparable](r *relation[K], most int) [][]K {
	type frame struct {
		node K
		next int
	}
	const unseen, open, closed = 0, 1, 2
	var out [][]K
	state := make(map[K]uint8, len(r.rows.next))
	for _, start := range r.rows.ids {
		if state[start] != unseen || len(r.next(start)) == 0 {
			continue
		}
		state[start] = open
		stack := []frame{{node: start}}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			row := r.next(top.node)
			if top.next == len(row) {
				state[top.node] = closed
				stack = stack[:len(stack)-1]
				continue
			}
			to := row[top.next]
			top.next++
			switch state[to] {
			case unseen:
				state[to] = open
				stack = append(stack, frame{node: to})
			case open:
				way := []K{to}
				for i := len(stack) - 1; stack[i].node != to; i-- {
					way = append(way, stack[i].node)
				}
				way = append(way, to)
				slices.Reverse(way)
				if out = append(out, way); len(out) == most {
					return out
				}
			}
		}
	}
	return out
}
