package inventory

import (
	"cmp"
	"container/heap"

	"github.com/harmpath/harmpath/models"
)

const (
	// MaxWays is how many ways to one thing are listed. How many more there are is said.
	MaxWays = 10

	mostSteps  = 10_000    // of looking for the ways to one thing
	maxSearch  = 2_000_000 // of looking for all ways of a case; behind it each thing is listed with one
	exactCount = 1 << 53   // up to here numbers of ways are exact
)

// within is a whole with all that lies in it.
type within struct {
	*Containment
	whole int
	far   []int     // node → how many steps it lies in the whole; -1: it does not
	many  []float64 // node → how many ways lead to it; -1: it lies in, or behind, what contains itself
}

// inWhole finds out what lies in a whole, and by how many ways.
func (g *Containment) inWhole(whole int) *within {
	w := &within{Containment: g, whole: whole, far: make([]int, len(g.out)), many: make([]float64, len(g.out))}
	for i := range w.far {
		w.far[i], w.many[i] = -1, -1
	}
	w.far[whole] = 0
	order := []int{whole}
	for next := 0; next < len(order); next++ {
		for _, part := range g.out[order[next]] {
			if w.far[part] < 0 {
				w.far[part] = w.far[order[next]] + 1
				order = append(order, part)
			}
		}
	}
	w.count(order)
	return w
}

// count counts the ways to each node: those to all that contains it together, in an order in which each comes after
// what contains it. What lies in a circle, or behind one, never comes.
func (w *within) count(nodes []int) {
	awaited := map[int]int{}
	for _, i := range nodes {
		for _, around := range w.in[i] {
			if w.far[around] >= 0 {
				awaited[i]++
			}
		}
	}
	if awaited[w.whole] > 0 {
		return // it contains itself
	}
	w.many[w.whole] = 1
	queue := []int{w.whole}
	for next := 0; next < len(queue); next++ {
		for _, part := range w.out[queue[next]] {
			if awaited[part]--; awaited[part] > 0 {
				continue
			}
			w.many[part] = 0
			for _, around := range w.in[part] {
				if w.far[around] >= 0 {
					w.many[part] += w.many[around]
				}
			}
			queue = append(queue, part)
		}
	}
}

// way is a part of a way, from its end: a node, and the rest of the way behind it.
type way struct {
	node   int
	behind *way
	length int // of the whole way, at least
	left   int // how far the node lies in the whole
	no     int // in the order in which they were found
}

func (w *way) passes(node int) bool {
	for ; w != nil; w = w.behind {
		if w.node == node {
			return true
		}
	}
	return false
}

// ways is a heap of ways, the shortest first, and of these those that are nearly done.
type ways []*way

func (h ways) Len() int      { return len(h) }
func (h ways) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h ways) Less(i, j int) bool {
	return cmp.Or(h[i].length-h[j].length, h[i].left-h[j].left, h[i].no-h[j].no) < 0
}
func (h *ways) Push(x any) { *h = append(*h, x.(*way)) }
func (h *ways) Pop() any {
	last := len(*h) - 1
	out := (*h)[last]
	*h = (*h)[:last]
	return out
}

// shortest lists the shortest ways to some nodes, at most limit, each from the outside inwards without the whole and
// the node itself. The second result tells whether these are all.
func (w *within) shortest(nodes []int, limit int, steps *int) ([][]models.Text, bool) {
	var queue ways
	made := 0
	push := func(node int, behind *way, done int) {
		if w.far[node] >= 0 {
			heap.Push(&queue, &way{node, behind, done + w.far[node], w.far[node], made})
			made++
		}
	}
	for _, i := range nodes {
		push(i, nil, 0)
	}
	var out [][]models.Text
	for spent := 0; len(queue) > 0; spent++ {
		first := heap.Pop(&queue).(*way)
		if first.node == w.whole {
			if len(out) == limit {
				return out, false
			}
			out = append(out, w.texts(first))
			continue
		}
		if spent > mostSteps {
			return out, false
		}
		*steps++
		done := first.length - first.left + 1
		for _, around := range w.in[first.node] {
			if w.many[around] >= 0 || !first.passes(around) { // only what lies in a circle is ever passed twice
				push(around, first, done)
			}
		}
	}
	return out, true
}

// texts are the names along a way between its ends.
func (w *within) texts(from *way) []models.Text {
	var out []models.Text
	for at := from.behind; at != nil && at.behind != nil; at = at.behind {
		out = append(out, w.names[at.node])
	}
	return out
}

// further says how many ways lead to some nodes beside those that are listed.
func (w *within) further(nodes []int, listed int) *models.Figure {
	total := 0.0
	for _, i := range nodes {
		if w.many[i] < 0 {
			none := 0.0
			return &models.Figure{Status: models.Bound, Lower: &none}
		}
		total += w.many[i]
	}
	if total -= float64(listed); total > exactCount {
		most := float64(exactCount)
		return &models.Figure{Status: models.Bound, Lower: &most}
	}
	return &models.Figure{Status: models.Exact, Value: &total}
}
