package bdd

import (
	"github.com/harmpath/harmpath/graph/internal/cone"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// Together puts the sets of modules together to those of the goal, as a zero-suppressed diagram in which the
// variables of a module stand together, in the order that suited it; nil when it does not fit.
func (s *Sets) Together(m *meter.Meter) *Family {
	variable := numbered(s.cone, s.modules, s.of)
	d := newDiagram(m, mostNodes)
	sets := make([]int32, len(s.modules))
	for i := range s.modules {
		sets[i] = d.put(s.of[i], s.families[i], &s.modules[i], variable, sets)
	}
	if d.full {
		return nil
	}
	x := &Function{Formula: cone.NewFormula(s.cone), diagram: d, variable: variable, rule: inverse(variable)}
	return &Family{of: x, root: sets[len(sets)-1]}
}

// numbered numbers the variables of all modules, those of a module where the one around it has it.
func numbered(c *cone.Cone, list []cone.Module, diagrams []*Function) []int32 {
	variable := make([]int32, len(c.Rule))
	for r := range variable {
		variable[r] = -1
	}
	next := int32(0)
	type visit struct {
		module int
		left   []int32
	}
	stack := []visit{{len(list) - 1, diagrams[len(list)-1].rule}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.left) == 0 {
			stack = stack[:len(stack)-1]
			continue
		}
		part, r := list[top.module], top.left[0]
		top.left = top.left[1:]
		if inner := part.Inner[r]; inner >= 0 {
			stack = append(stack, visit{int(inner), diagrams[inner].rule})
			continue
		}
		variable[part.Own[r]] = next
		next++
	}
	return variable
}

// put copies a module's family into the diagram, with the sets of the modules inside it in their places.
func (d *diagram) put(x *Function, family int32, part *cone.Module, variable, sets []int32) int32 {
	marked := x.below(family)
	copied := make([]int32, family+1)
	if family >= always {
		copied[always] = always
	}
	for n := always + 1; n <= family && !d.full; n++ {
		if !marked[n] {
			continue
		}
		r := x.rule[x.nodes[n].level]
		low, high := copied[x.nodes[n].low], copied[x.nodes[n].high]
		if inner := part.Inner[r]; inner >= 0 {
			copied[n] = d.graft(sets[inner], low, high)
		} else {
			copied[n] = d.set(variable[part.Own[r]], low, high)
		}
	}
	return copied[family]
}

// graft returns the sets of low, and each of the family joined with each of high. The family has not the empty set,
// and its variables come before theirs: high takes the place of its end, and low that of the end on the path that
// takes none of its variables.
func (d *diagram) graft(family, low, high int32) int32 {
	if low == never && high == always {
		return family
	}
	joined := map[int32]int32{never: never, always: high}
	if high != always {
		for _, n := range d.ascending(family) {
			joined[n] = d.set(d.nodes[n].level, joined[d.nodes[n].low], joined[d.nodes[n].high])
		}
	}
	end := func(n int32) int32 {
		if high == always {
			return n
		}
		return joined[n]
	}
	var path []int32
	for n := family; n > always; n = d.nodes[n].low {
		path = append(path, n)
	}
	out := low
	for i := len(path) - 1; i >= 0; i-- {
		out = d.set(d.nodes[path[i]].level, out, end(d.nodes[path[i]].high))
	}
	return out
}
