package layout

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// read reads Graphviz's answer to a request and refuses one that cannot be right.
func read(output []byte, request Request) (*Layout, error) {
	placed, err := parse(output)
	if err == nil {
		err = placed.check(request.Program)
	}
	if err != nil {
		return nil, err
	}
	return placed, nil
}

// slack is by how many points Graphviz's rounding may move a border.
const slack = 1.5

// check finds what is wrong with a layout: what is no number, lies out of the drawing, or on something else. (Only the
// program dot keeps nodes apart. Curves may leave the drawing a little, and clusters share borders.)
func (l *Layout) check(program Program) error {
	if !finite(l.Width, l.Height) {
		return fmt.Errorf("a drawing of %g × %g points", l.Width, l.Height)
	}
	whole := Box{Max: Point{l.Width, l.Height}}
	for _, node := range l.Nodes {
		if !node.Box.within(whole) {
			return fmt.Errorf("node %q lies out of the drawing", node.Name)
		}
	}
	for _, cluster := range l.Clusters {
		if !cluster.Box.within(whole) {
			return fmt.Errorf("cluster %q lies out of the drawing", cluster.Name)
		}
	}
	for _, edge := range l.Edges {
		for _, curve := range edge.Curves {
			for _, p := range curve.Points {
				if !finite(p.X, p.Y) {
					return fmt.Errorf("the edge from %q to %q leads nowhere", edge.Tail, edge.Head)
				}
			}
		}
	}
	if program == Dot {
		return l.checkApart()
	}
	return nil
}

// checkApart finds nodes that lie on each other.
func (l *Layout) checkApart() error {
	nodes := slices.Clone(l.Nodes)
	slices.SortStableFunc(nodes, func(a, b Node) int { return cmp.Compare(a.Box.Min.X, b.Box.Min.X) })
	for i, a := range nodes {
		for _, b := range nodes[i+1:] {
			if b.Box.Min.X > a.Box.Max.X-slack {
				break
			}
			if b.Box.Max.X > a.Box.Min.X+slack && a.Box.Min.Y < b.Box.Max.Y-slack && b.Box.Min.Y < a.Box.Max.Y-slack {
				return fmt.Errorf("nodes %q and %q lie on each other", a.Name, b.Name)
			}
		}
	}
	return nil
}

// within tells whether a box has its corners in order and lies in another one. Boxes with a corner that is no number do not.
func (b Box) within(other Box) bool {
	return b.Min.X <= b.Max.X && b.Min.Y <= b.Max.Y &&
		b.Min.X >= other.Min.X-slack && b.Min.Y >= other.Min.Y-slack && b.Max.X <= other.Max.X+slack && b.Max.Y <= other.Max.Y+slack
}

func finite(numbers ...float64) bool {
	return !slices.ContainsFunc(numbers, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
}
