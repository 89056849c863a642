package bdd

import (
	"math"
)

// Birnbaum returns the derivative of the chance by the probability of each rule of the cone, NaN for wiring:
// down through the modules, that of a rule inside a module times that of the module. All modules have to fit.
func (p *Modules) Birnbaum() []float64 {
	list, diagrams := p.List, p.Of
	out := make([]float64, len(p.cone.Rule))
	for r, counted := range p.cone.Counted {
		if !counted {
			out[r] = math.NaN()
		}
	}
	chance, weight := make([]float64, len(list)), make([]float64, len(list))
	given := make([][]float64, len(list))
	for i, x := range diagrams {
		given[i] = list[i].Chances(chance)
		chance[i] = x.chances(given[i])[x.root]
	}
	weight[len(list)-1] = 1
	for i := len(list) - 1; i >= 0; i-- {
		derivative := diagrams[i].birnbaum(given[i])
		for v, r := range diagrams[i].rule {
			if inner := list[i].Inner[r]; inner >= 0 {
				weight[inner] = weight[i] * derivative[v]
				continue
			}
			out[list[i].Own[r]] = weight[i] * derivative[v]
		}
	}
	return out
}

// Birnbaum returns the derivative of the chance by the probability of each rule of the cone, NaN where it is no variable; of
// a pair of opposites, by that of the one that has it.
func (x *Function) Birnbaum(of []float64) []float64 {
	out := make([]float64, len(x.Rule))
	for r := range out {
		out[r] = math.NaN()
	}
	for v, b := range x.birnbaum(of) {
		if r := x.rule[v]; r >= 0 && (x.Opposite == nil || v%2 == 0) {
			out[r] = b
		}
	}
	return out
}

// birnbaum returns the derivative of the chance by each variable: the chance of passing a node on the
// way down, times the difference that the node's variable makes there, summed over its nodes.
func (x *Function) birnbaum(of []float64) []float64 {
	up := x.chances(of)
	down := make([]float64, x.root+1)
	down[x.root] = 1
	derivative := make([]float64, len(x.rule))
	for n := x.root; n > always; n-- {
		if down[n] == 0 {
			continue
		}
		at := x.nodes[n]
		q := of[x.rule[at.level]]
		derivative[at.level] += down[n] * (up[at.high] - up[at.low])
		down[at.high] += down[n] * q
		down[at.low] += down[n] * (1 - q)
	}
	return derivative
}

// Chance returns the chance of the goal, given the probability of each rule of the cone.
func (x *Function) Chance(of []float64) float64 { return x.chances(of)[x.root] }

// chances returns the chance of each node up to the root, given the probability of each rule of the cone.
func (x *Function) chances(of []float64) []float64 {
	p := make([]float64, x.root+1)
	if x.root >= always {
		p[always] = 1
	}
	for n := always + 1; n <= x.root; n++ {
		q := of[x.rule[x.nodes[n].level]]
		p[n] = q*p[x.nodes[n].high] + (1-q)*p[x.nodes[n].low]
	}
	return p
}
