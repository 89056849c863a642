package cone

import (
	"math"

	"github.com/harmpath/harmpath/graph/internal/adjacency"
)

// A Module is a part of a cone on which nothing outside depends but through its goal, as a cone of its own. A
// module inside it is a counted rule there. Modules are independent of each other: each can be compiled by
// itself, with an order of variables of its own.
type Module struct {
	*Cone
	Own   []int32 // rule → the rule of the whole cone, -1: it stands for a module
	Inner []int32 // rule → the module that it stands for, by its place in the list, -1: none
}

// modules divides a formula into modules, each after those inside it; the last is the goal's. They are found by the
// dates at which a walk from the goal first and last comes by each fact (Dutuit, Rauzy, "A linear-time algorithm to
// find modules of fault trees", IEEE Transactions on Reliability 1996), cycles being taken as one. A module of a
// single variable is left in the one around it.
func (f *Formula) modules() []Module {
	d := newDivision(f)
	var list []Module
	for i, part := range f.Parts {
		several := d.variables(int32(i), part)
		root, ok := d.entrance(int32(i), part)
		if !ok || several < 2 && root != f.Goal {
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
	*Formula
	part                []int32                // fact → its part
	below               adjacency.Lists[int32] // part → parts of the premises of its rules
	entered, left, last []int32                // part → dates of the walk
	earliest, latest    []int32                // part → dates of all parts below
	several             []int8                 // part → variables below, up to 2
	module              []int32                // fact → module of which it is the goal, -1
	local               []int32                // scratch of cut: fact → its number in the module, -1
}

func newDivision(f *Formula) *division {
	d := &division{Formula: f, part: make([]int32, len(f.Fact)), below: adjacency.NewLists[int32](),
		module: make([]int32, len(f.Fact)), local: make([]int32, len(f.Fact)), several: make([]int8, len(f.Parts))}
	for i, part := range f.Parts {
		for _, fact := range part {
			d.part[fact] = int32(i)
			d.module[fact], d.local[fact] = -1, -1
		}
	}
	for i, part := range f.Parts {
		for _, fact := range part {
			for _, r := range f.Concluding.At(fact) {
				for _, p := range f.Premises.At(r) {
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
	d.entered, d.left, d.last = make([]int32, len(d.Parts)), make([]int32, len(d.Parts)), make([]int32, len(d.Parts))
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
	come(d.part[d.Goal])
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
	d.earliest, d.latest = make([]int32, len(d.Parts)), make([]int32, len(d.Parts))
	for p := range d.Parts {
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
		outside := fact == d.Goal
		for _, r := range d.using.At(fact) {
			outside = outside || d.part[d.Head[r]] != number
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
		for _, r := range d.Concluding.At(fact) {
			if d.Counted[r] {
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
func (d *division) cut(root int32) Module {
	m := Module{Cone: &Cone{Whole: d.Whole, Selection: d.Selection, Counts: d.Counts, Derivable: true, Unit: d.Unit, Premises: adjacency.NewLists[int32]()}}
	facts := []int32{root}
	d.local[root] = 0
	add := func(head int, rule, inner int32) {
		m.Head = append(m.Head, int32(head))
		m.Own, m.Inner = append(m.Own, rule), append(m.Inner, inner)
		if rule < 0 {
			m.Rule, m.Counted, m.Weight = append(m.Rule, -1), append(m.Counted, true), append(m.Weight, 0)
			return
		}
		m.Rule, m.Counted = append(m.Rule, d.Rule[rule]), append(m.Counted, d.Counted[rule])
		m.Weight = append(m.Weight, d.Weight[rule])
	}
	for next := 0; next < len(facts); next++ {
		fact := facts[next]
		m.Fact = append(m.Fact, d.Fact[fact])
		if inner := d.module[fact]; inner >= 0 && fact != root {
			add(next, -1, inner)
			m.Premises.Close()
			continue
		}
		for _, r := range d.Concluding.At(fact) {
			add(next, r, -1)
			for _, p := range d.Premises.At(r) {
				if d.local[p] < 0 {
					d.local[p] = int32(len(facts))
					facts = append(facts, p)
				}
				m.Premises.Push(d.local[p])
			}
			m.Premises.Close()
		}
	}
	for _, fact := range facts {
		d.local[fact] = -1
	}
	m.index()
	return m
}

// Chances returns the probability of each rule of a module, given the chances of the modules before it.
func (p *Module) Chances(modules []float64) []float64 {
	out := p.Cone.Chances()
	for r, inner := range p.Inner {
		if inner >= 0 {
			out[r] = modules[inner]
		}
	}
	return out
}
