package diagram

import "math"

// fewLeaves is how many leaves a node may have on one side before they are set in several ranks.
const fewLeaves = 4

// fanLengths tells for each edge how many ranks it spans at least. Nodes with a single neighbour (the devices of a controller, say) would
// all stand in one rank; when there are many, that makes a drawing that fits no page, so they are set in a block of about equal sides.
// The second result joins each of them to the one below it, so that a block stands in columns with room between them for the lines.
func (s *Scene) fanLengths() ([]int, [][2]string) {
	degree := map[string]int{}
	for _, edge := range s.Edges {
		degree[edge.From]++
		degree[edge.To]++
	}
	type fan struct {
		hub      string
		outwards bool
	}
	fans := map[fan][]int{} // edges, in their order
	var order []fan
	for i, edge := range s.Edges {
		if edge.From == edge.To || edge.Loose || len(edge.Label) > 0 || edge.Number != "" {
			continue
		}
		var f fan
		switch {
		case degree[edge.To] == 1:
			f = fan{edge.From, true}
		case degree[edge.From] == 1:
			f = fan{edge.To, false}
		default:
			continue
		}
		if fans[f] == nil {
			order = append(order, f)
		}
		fans[f] = append(fans[f], i)
	}
	lengths := make([]int, len(s.Edges))
	for i := range lengths {
		lengths[i] = 1
	}
	var stacks [][2]string
	for _, f := range order {
		if len(fans[f]) <= fewLeaves {
			continue
		}
		leaf := func(i int) string {
			edge := s.Edges[fans[f][i]]
			if f.outwards {
				return edge.To
			}
			return edge.From
		}
		side := int(math.Ceil(math.Sqrt(float64(len(fans[f])))))
		for i, edge := range fans[f] {
			lengths[edge] = 1 + i/side
			if i < side {
				continue
			}
			if stack := [2]string{leaf(i - side), leaf(i)}; f.outwards {
				stacks = append(stacks, stack)
			} else {
				stacks = append(stacks, [2]string{stack[1], stack[0]})
			}
		}
	}
	return lengths, stacks
}
