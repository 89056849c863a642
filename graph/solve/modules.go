package solve

import (
	"math"

	"github.com/harmpath/harmpath/graph/internal/adjacency"
)

// A module is a part of a cone on which nothing outside depends but through its goal, as a cone of its own. A
// module inside it is a counted rule there. Modules are independent of each other: each can be compiled by
// itself, with an order of variables of its own.
type module struct {
	*cone
	own   []int32 // rule → the rule of the whole cone, -1: it stands for a module
	inner []int32 // rule → the module that it stands for, by its place in the list, -1: none
}

// modules divides a formula into modules, each after those inside it; the last is the goal's. They are found by the
// dates at which a walk from the goal first and last comes by each fact (Dutuit, Rauzy, "A linear-time algorithm to
// find modules of fault trees", IEEE Transactions on Reliability 1996), cycles being taken as one. A module of a
// single variable is left in the one around it.
func (f *formula) modules() []module {
	d := newDivision(f)
	var list []module
	for i, part := range f.parts {
		several := d.variables(int32(i), part)
		root, ok := d.entrance(int32(i), part)
		if !ok || several < 2 && root != f.goal {
			continue
		}
		d.module[root] = int32(len(list))
		d.several[i] = 1
		list = append(list, d.cut(root))
	}
	return list
}

// division is the search for modules.
type division struct {
	*formula
	part                []int32                // fact → its part
	below               adjacency.Lists[int32] // part → parts of the premises of its rules
	entered, left, last []int32                // part → dates of the walk
	earliest, latest    []int32                // part → dates of all parts below
	several             []int8                 // part → variables below, up to 2
	module              []int32                // fact → module of which it is the goal, -1
	local               []int32                // scratch of cut: fact → its number in the module, -1
}

func newDivision(f *formula) *division {
	d := &division{formula: f, part: make([]int32, len(f.fact)), below: adjacency.NewLists[int32](),
		module: make([]int32, len(f.fact)), local: make([]int32, len(f.fact)), several: make([]int8, len(f.parts))}
	for i, part := range f.parts {
		for _, fact := range part {
			d.part[fact] = int32(i)
			d.module[fact], d.local[fact] = -1, -1
		}
	}
	for i, part := range f.parts {
		for _, fact := range part {
			for _, r := range f.concluding.At(fact) {
				for _, p := range f.ifs.At(r) {
					if d.part[p] != int32(i) {
						d.below.Push(d.part[p])
					}
				}
			}
		}
		d.below.Close()
	}
	d.walk()
	d.span()
	return d
}

// walk dates each part: when it is entered, left, and come by for the last time.
func (d *division) walk() {
	d.entered, d.left, d.last = make([]int32, len(d.parts)), make([]int32, len(d.parts)), make([]int32, len(d.parts))
	type visit struct {
		part int32
		next []int32
	}
	var stack []visit
	now := int32(0)
	come := func(part int32) {
		now++
		d.last[part] = now
		if d.entered[part] == 0 {
			d.entered[part] = now
			stack = append(stack, visit{part, d.below.At(part)})
		}
	}
	come(d.part[d.goal])
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.next) == 0 {
			now++
			d.left[top.part] = now
			stack = stack[:len(stack)-1]
			continue
		}
		next := top.next[0]
		top.next = top.next[1:]
		come(next)
	}
}

// span finds the first and the last date of all that is below each part.
func (d *division) span() {
	d.earliest, d.latest = make([]int32, len(d.parts)), make([]int32, len(d.parts))
	for p := range d.parts {
		d.earliest[p] = math.MaxInt32
		for _, q := range d.below.At(int32(p)) {
			d.earliest[p] = min(d.earliest[p], d.entered[q], d.earliest[q])
			d.latest[p] = max(d.latest[p], d.last[q], d.latest[q])
		}
	}
}

// entrance returns the fact by which alone a part and all below it are used from outside; false when there is none.
func (d *division) entrance(number int32, part []int32) (root int32, ok bool) {
	if d.earliest[number] < d.entered[number] || d.latest[number] > d.left[number] {
		return 0, false
	}
	root = -1
	for _, fact := range part {
		outside := fact == d.goal
		for _, r := range d.using.At(fact) {
			outside = outside || d.part[d.head[r]] != number
		}
		switch {
		case outside && root >= 0:
			return 0, false
		case outside:
			root = fact
		}
	}
	return root, true
}

// variables counts what a part's function depends on, up to 2; what is shared may count twice.
func (d *division) variables(number int32, part []int32) int8 {
	n := int8(0)
	for _, fact := range part {
		for _, r := range d.concluding.At(fact) {
			if d.counted[r] {
				n = min(2, n+1)
			}
		}
	}
	for _, q := range d.below.At(number) {
		n = min(2, n+d.several[q])
	}
	d.several[number] = n
	return n
}

// cut makes the module of a goal: what is below it, down to the modules found before.
func (d *division) cut(root int32) module {
	m := module{cone: &cone{g: d.g, sel: d.sel, counts: d.counts, derivable: true, unit: d.unit, ifs: adjacency.NewLists[int32]()}}
	facts := []int32{root}
	d.local[root] = 0
	add := func(head int, rule, inner int32) {
		m.head = append(m.head, int32(head))
		m.own, m.inner = append(m.own, rule), append(m.inner, inner)
		if rule < 0 {
			m.rule, m.counted, m.weight = append(m.rule, -1), append(m.counted, true), append(m.weight, 0)
			return
		}
		m.rule, m.counted = append(m.rule, d.rule[rule]), append(m.counted, d.counted[rule])
		m.weight = append(m.weight, d.weight[rule])
	}
	for next := 0; next < len(facts); next++ {
		fact := facts[next]
		m.fact = append(m.fact, d.fact[fact])
		if inner := d.module[fact]; inner >= 0 && fact != root {
			add(next, -1, inner)
			m.ifs.Close()
			continue
		}
		for _, r := range d.concluding.At(fact) {
			add(next, r, -1)
			for _, p := range d.ifs.At(r) {
				if d.local[p] < 0 {
					d.local[p] = int32(len(facts))
					facts = append(facts, p)
				}
				m.ifs.Push(d.local[p])
			}
			m.ifs.Close()
		}
	}
	for _, fact := range facts {
		d.local[fact] = -1
	}
	m.index()
	return m
}

// chances returns the probability of each rule of a module, given the chances of the modules before it.
func (p *module) chances(modules []float64) []float64 {
	out := p.cone.chances()
	for r, inner := range p.inner {
		if inner >= 0 {
			out[r] = modules[inner]
		}
	}
	return out
}
