package cone

import (
	"slices"

	"github.com/harmpath/harmpath/graph/internal/meter"
)

// peeling is a function divided into what it has outermost and the rest.
type peeling struct {
	rest      *Cone   // without the variables taken off, or with them certain
	own       []int32 // its rule → the rule of the cone divided, -1: wiring that was made up
	variables []int32 // taken off
	any       bool    // the function is any of the variables or the rest, else all of them and the rest
}

// peelShare is the part of the work left that may go into peeling one module.
const peelShare = 20

// peel takes off what a goal's function has outermost: variables that alone are enough, or variables that it cannot do
// without. The rest is smaller and often falls into modules. It is nil where there is nothing to take off, or nothing
// beside it, or where to find out would take too much.
func (c *Cone) peel(m *meter.Meter) *peeling {
	var variables [][]int32
	for r, counted := range c.Counted {
		if counted {
			variables = append(variables, []int32{int32(r)})
		}
	}
	work := int64(len(variables)/64+1) * int64(len(c.Rule)) / 8
	if work > m.Left()/peelShare || !m.Spend(work) {
		return nil
	}
	p := NewVariants(NewFormula(c))
	if enough := p.chosen(variables, true); len(enough) > 0 {
		if !p.with(enough, false) {
			return nil
		}
		d := newDraft(c)
		d.settle(c.marked(enough))
		rest, own := d.cone()
		return &peeling{rest, own, enough, true}
	}
	needed := p.chosen(variables, false)
	if len(needed) == 0 || p.with(needed, true) {
		return nil
	}
	d := newDraft(c)
	for _, v := range needed {
		d.rule[v].own = -1
	}
	d.settle(make([]bool, len(c.Rule)))
	rest, own := d.cone()
	return &peeling{rest, own, needed, false}
}

// chosen returns the variables that alone are enough for the goal, or else those without which the others are not.
func (p *Variants) chosen(variables [][]int32, alone bool) (found []int32) {
	for start := 0; start < len(variables); start += 64 {
		some := variables[start:min(start+64, len(variables))]
		for r, counted := range p.Counted {
			p.Rules[r] = ^uint64(0)
			if counted && alone {
				p.Rules[r] = 0
			}
		}
		for i, v := range some {
			p.Rules[v[0]] ^= 1 << i
		}
		holds := p.Run()
		for i, v := range some {
			if holds>>i&1 != 0 == alone {
				found = append(found, v[0])
			}
		}
	}
	return found
}

// with says whether the goal holds when only these variables are there, or all but these.
func (p *Variants) with(variables []int32, only bool) bool {
	for r, counted := range p.Counted {
		p.Rules[r] = ^uint64(0)
		if counted && only {
			p.Rules[r] = 0
		}
	}
	for _, v := range variables {
		p.Rules[v] = ^p.Rules[v]
	}
	return p.Run() != 0
}

// settle takes out the rules that are gone and all that follows: rules that can fire no more, and facts that hold by
// wiring alone.
func (d *draft) settle(gone []bool) {
	holds := d.closure(func(r int32) bool { return !gone[r] })
	free := d.closure(func(r int32) bool { return !gone[r] && !d.counted(r) })
	for f := range d.base.Fact {
		var kept []int32
		for _, r := range d.of[f] {
			ifs := d.rule[r].ifs
			if gone[r] || slices.Contains(ifs, int32(f)) || slices.ContainsFunc(ifs, func(p int32) bool { return !holds[p] }) {
				continue
			}
			d.rule[r].ifs = slices.DeleteFunc(slices.Clone(ifs), func(p int32) bool { return free[p] })
			kept = append(kept, r)
		}
		d.of[f] = kept
	}
}

// closure returns the facts that hold by some of the base's rules.
func (d *draft) closure(enabled func(r int32) bool) []bool {
	holds := make([]bool, len(d.base.Fact))
	missing := make([]int32, len(d.base.Rule))
	var queue []int32
	fire := func(r int32) {
		if f := d.base.Head[r]; missing[r] == 0 && enabled(r) && !holds[f] {
			holds[f] = true
			queue = append(queue, f)
		}
	}
	for r := range missing {
		missing[r] = int32(len(d.base.Premises.At(int32(r))))
		fire(int32(r))
	}
	for next := 0; next < len(queue); next++ {
		for _, r := range d.base.using.At(queue[next]) {
			missing[r]--
			fire(r)
		}
	}
	return holds
}

func (c *Cone) marked(rules []int32) []bool {
	in := make([]bool, len(c.Rule))
	for _, r := range rules {
		in[r] = true
	}
	return in
}
