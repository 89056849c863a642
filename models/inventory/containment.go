package inventory

import (
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// maxSteps bounds what finding ways through the containment may cost. Behind it nothing is found out any more: what
// would be cleared is not cleared, and what would be affected is.
const maxSteps = 50_000_000

// Containment is what directly contains what in a case. Its nodes are the components, by their places, and behind them
// the packages that are no components. Every way to something begins at a component that nothing contains.
type Containment struct {
	nodes [][]int       // component → by place in its packages: the node
	names []models.Text // node → what it is called
	out   [][]int       // node → what it directly contains, each once
	in    [][]int       // node → what directly contains it
	top   []int         // nodes that nothing contains
	reach map[string][]bool
	steps int
}

// NewContainment finds out what contains what: by the parts of components and by what their SBOMs list.
func NewContainment(view *topology.View) *Containment {
	system := view.System
	g := &Containment{reach: map[string][]bool{}}
	n := len(system.Components)
	for i := range system.Components {
		g.names = append(g.names, system.Components[i].Name)
	}
	for i := range system.Components {
		packages := system.Components[i].Packages
		nodes := make([]int, len(packages))
		for j := range packages {
			if c, is := view.Place(packages[j].Component); is {
				nodes[j] = c
				continue
			}
			nodes[j] = n
			g.names = append(g.names, models.Plain(packages[j].Name))
			n++
		}
		g.nodes = append(g.nodes, nodes)
	}
	g.out = make([][]int, n)
	for i := range system.Components {
		g.list(i, system.Components[i].Packages)
	}
	for i := range system.Components {
		g.build(i, placesOf(view, view.Parts(system.Components[i].ID)))
	}
	g.in = make([][]int, n)
	for i := range g.out {
		slices.Sort(g.out[i])
		g.out[i] = slices.Compact(g.out[i])
		for _, part := range g.out[i] {
			g.in[part] = append(g.in[part], i)
		}
	}
	for i, into := range g.in {
		if len(into) == 0 {
			g.top = append(g.top, i)
		}
	}
	return g
}

// placesOf turns components of a view into their places.
func placesOf(view *topology.View, ids []models.ComponentID) []int {
	out := make([]int, len(ids))
	for i, id := range ids {
		out[i], _ = view.Place(id)
	}
	return out
}

// list adds what a component's SBOM lists.
func (g *Containment) list(i int, packages []models.Package) {
	for j, containers := range models.Containers(packages) {
		node := g.Node(i, j)
		for _, in := range containers {
			if around := g.Node(i, in); around != node {
				g.out[around] = append(g.out[around], node)
			}
		}
	}
}

// build adds the parts of a component. Where SBOMs tell in which packages of it a part lies, they tell it more exactly.
func (g *Containment) build(i int, parts []int) {
	if len(parts) == 0 {
		return
	}
	components := len(g.nodes)
	listed := map[int]bool{i: true}
	for _, node := range g.nodes[i] {
		listed[node] = true
	}
	queue := slices.DeleteFunc(slices.Clone(g.nodes[i]), func(node int) bool { return node < components })
	queue = append(queue, i)
	for next := 0; next < len(queue); next++ {
		for _, node := range g.out[queue[next]] {
			if !listed[node] {
				listed[node] = true
				if node >= components {
					queue = append(queue, node)
				}
			}
		}
	}
	for _, part := range parts {
		if !listed[part] {
			g.out[i] = append(g.out[i], part)
		}
	}
}

// Node is the place of a component's package, or of the component itself.
func (g *Containment) Node(component, of int) int {
	if of < 0 || of >= len(g.nodes[component]) {
		return component
	}
	return g.nodes[component][of]
}

// Within tells whether something lies in a product, at any depth. Where that costs too much to find out, it does.
func (g *Containment) Within(node, product int) bool {
	reached := g.from([]int{product}, nil)
	return node != product && (reached == nil || reached[node])
}

// EveryWay tells whether every way to something leads through one of some products. Where that costs
// too much to find out, one does not.
func (g *Containment) EveryWay(node int, products []int) bool {
	products = slices.DeleteFunc(slices.Clone(products), func(p int) bool { return p == node })
	if len(products) == 0 {
		return false
	}
	slices.Sort(products)
	all, past := g.from(g.top, nil), g.from(g.top, slices.Compact(products))
	return all != nil && past != nil && all[node] && !past[node]
}

// from tells what can be reached from some nodes without touching others; nil: that costs too much.
func (g *Containment) from(start, avoided []int) []bool {
	key := fmt.Sprint(len(start), start[:min(len(start), 1)], avoided) // there is one list of several to start from
	if known, is := g.reach[key]; is {
		return known
	}
	if g.steps > maxSteps {
		return nil
	}
	seen := make([]bool, len(g.out))
	for _, i := range avoided {
		seen[i] = true
	}
	var queue []int
	visit := func(i int) {
		if !seen[i] {
			seen[i] = true
			queue = append(queue, i)
		}
	}
	for _, i := range start {
		visit(i)
	}
	for next := 0; next < len(queue); next++ {
		g.steps += 1 + len(g.out[queue[next]])
		for _, part := range g.out[queue[next]] {
			visit(part)
		}
	}
	for _, i := range avoided {
		seen[i] = false
	}
	g.steps += len(seen)
	g.reach[key] = seen
	return seen
}
