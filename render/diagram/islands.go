package diagram

import (
	"cmp"
	"slices"
)

// island is a part of a scene that no edge joins to the rest.
type island struct {
	nodes  []int
	roots  []int   // that no edge leads to
	last   int     // a node of its last rank
	ranks  int     // how many
	across float64 // its extent across the ranks
}

// column is a stack of islands.
type column struct {
	across float64
	ranks  int
	last   int // a node of the last rank of the last island
}

// roomy is how many times as wide as its page a drawing may become that is shrunk to it.
const roomy = 1.25

// stackIslands sets parts that nothing joins below each other where side by side they would be too wide for the page:
// Graphviz lays them all in one row. Zones hold such parts together by themselves.
func (p *plan) stackIslands() {
	room := p.scene.Page.Width * roomy
	if p.direction == Rightwards {
		room = p.scene.Page.Height * roomy
	}
	if room <= 0 || len(p.scene.Zones) > 0 {
		return
	}
	islands := p.islands()
	total := 0.0
	for _, part := range islands {
		total += part.across
	}
	if total <= room {
		return
	}
	slices.SortStableFunc(islands, func(a, b island) int { return cmp.Compare(b.across, a.across) })
	var columns []column
	taken := 0.0
	for _, part := range islands {
		if len(columns) == 0 || taken+part.across <= room {
			columns = append(columns, column{part.across, part.ranks, part.last})
			taken += part.across
			continue
		}
		at := 0
		for i := range columns {
			if columns[i].ranks < columns[at].ranks {
				at = i
			}
		}
		for _, root := range part.roots {
			p.stacks = append(p.stacks, [2]string{p.scene.Nodes[columns[at].last].ID, p.scene.Nodes[root].ID})
		}
		columns[at].ranks += part.ranks
		columns[at].last = part.last
	}
}

// islands finds the parts that no edge joins, in the order of their first nodes, and measures them.
func (p *plan) islands() []island {
	of := make([]int, len(p.scene.Nodes))
	for i := range of {
		of[i] = i
	}
	find := func(i int) int {
		for of[i] != i {
			of[i] = of[of[i]]
			i = of[i]
		}
		return i
	}
	for _, e := range p.scene.Edges {
		a, b := find(p.index[e.From]), find(p.index[e.To])
		of[max(a, b)] = min(a, b)
	}
	rank := p.ranks()
	at := map[int]int{}
	var out []island
	for i := range p.scene.Nodes {
		root := find(i)
		if _, known := at[root]; !known {
			at[root] = len(out)
			out = append(out, island{last: i})
		}
		part := &out[at[root]]
		part.nodes = append(part.nodes, i)
		if rank[i] == 0 {
			part.roots = append(part.roots, i)
		}
		if rank[i] > rank[part.last] {
			part.last = i
		}
		part.ranks = max(part.ranks, rank[i]+1)
	}
	for i := range out {
		p.measure(&out[i], rank)
	}
	return out
}

// ranks are the lengths of the longest ways to the nodes, as far as no cycle stands in them.
func (p *plan) ranks() []int {
	into, rank := make([]int, len(p.scene.Nodes)), make([]int, len(p.scene.Nodes))
	out := make([][]int, len(p.scene.Nodes))
	for _, e := range p.scene.Edges {
		if from, to := p.index[e.From], p.index[e.To]; from != to {
			out[from] = append(out[from], to)
			into[to]++
		}
	}
	var queue []int
	for i := range into {
		if into[i] == 0 {
			queue = append(queue, i)
		}
	}
	for next := 0; next < len(queue); next++ {
		for _, to := range out[queue[next]] {
			rank[to] = max(rank[to], rank[queue[next]]+1)
			if into[to]--; into[to] == 0 {
				queue = append(queue, to)
			}
		}
	}
	return rank
}

// measure estimates how far an island extends across its ranks: as its fullest rank does, labels of lines included.
func (p *plan) measure(part *island, rank []int) {
	gap, _ := p.separation()
	full := make([]float64, part.ranks)
	extent := func(width, height float64) float64 {
		if p.direction == Rightwards {
			return height + gap
		}
		return width + gap
	}
	inside := map[int]bool{}
	for _, i := range part.nodes {
		inside[i] = true
		full[rank[i]] += extent(p.nodes[i].width, p.nodes[i].height)
	}
	labels := make([]float64, part.ranks)
	for i, e := range p.scene.Edges {
		if to := p.index[e.To]; inside[to] && p.edges[i].width > 0 {
			labels[rank[to]] += extent(p.edges[i].width, p.edges[i].height)
		}
	}
	for r := range full {
		part.across = max(part.across, full[r], labels[r])
	}
}
