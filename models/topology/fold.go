package topology

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Folded is a view with components folded into groups: what joins components of different groups joins these.
type Folded struct {
	Links []FoldedLink // between groups, each pair once, in the order of connections and hops

	groups *relation[int]
}

// FoldedLink joins two groups by the first link between components of theirs.
type FoldedLink struct {
	From, To int
	Flow     *models.Flow // nil: an attachment or a part
}

// Fold folds components into groups, numbered from 0; of returns the group of a component, or that it is left out.
func (v *View) Fold(groups int, of func(models.ComponentID) (group int, shown bool)) *Folded {
	numbers := newVertices[int](groups)
	for i := range groups {
		numbers.add(i)
	}
	out := &Folded{groups: newRelation(numbers)}
	for _, l := range slices.Concat(v.Connections(), v.Hops()) {
		from, shown := of(l.From)
		to, there := of(l.To)
		if !shown || !there || from == to || out.groups.has(to, from) {
			continue
		}
		if out.groups.add(from, to) {
			out.Links = append(out.Links, FoldedLink{from, to, l.Flow})
		}
	}
	return out
}

// Depths tells how many links each group is away from the first of some groups with which it is joined at all; -1: it
// is joined with none.
func (f *Folded) Depths(starts []int) []int {
	depth := make([]int, len(f.groups.rows.ids))
	for i := range depth {
		depth[i] = -1
	}
	for _, start := range starts {
		if depth[start] >= 0 {
			continue
		}
		depth[start] = 0
		for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
			for _, row := range [][]int{f.groups.next(queue[0]), f.groups.back(queue[0])} {
				for _, other := range row {
					if depth[other] < 0 {
						depth[other] = depth[queue[0]] + 1
						queue = append(queue, other)
					}
				}
			}
		}
	}
	return depth
}
