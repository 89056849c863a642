package cone

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// peelFrom is the size in rules from which a module is peeled: smaller ones are easy.
const peelFrom = 12

// Divide reduces a cone and divides it into modules, each after those inside it; the last is the goal's. What is peeled
// off a module is a module around the rest, which is reduced and divided again.
func (c *Cone) Divide(m *meter.Meter) []Module {
	whole := task{Cone: c, own: make([]int32, len(c.Rule)), inner: make([]int32, len(c.Rule))}
	for r := range whole.own {
		whole.own[r], whole.inner[r] = int32(r), -1
	}
	w := dividing{meter: m, made: make([]Module, 1), tasks: []task{whole}}
	for len(w.tasks) > 0 {
		t := w.tasks[len(w.tasks)-1]
		w.tasks = w.tasks[:len(w.tasks)-1]
		w.split(t)
	}
	return w.ordered()
}

// task is a cone that is to be divided.
type task struct {
	*Cone
	own, inner []int32 // as of a module, its parts by their places in made
	place      int32   // where its goal's module goes in made
}

// dividing is the work; modules are made the outer ones first.
type dividing struct {
	meter *meter.Meter
	made  []Module
	tasks []task
}

// split reduces a cone, and peels the modules that it is divided into.
func (w *dividing) split(t task) {
	small, own := t.Reduce()
	if d := newDraft(small); d.bundle() {
		var from []int32
		small, from = d.cone()
		own = Through(from, own)
	}
	list := NewFormula(small).modules()
	places := make([]int32, len(list))
	for i := range list {
		places[i] = t.place
		if i < len(list)-1 {
			places[i] = w.reserve()
		}
	}
	for i, part := range list {
		for r, from := range part.Own {
			switch inner := part.Inner[r]; {
			case inner >= 0:
				part.Inner[r] = places[inner]
			case own[from] >= 0:
				part.Own[r], part.Inner[r] = t.own[own[from]], t.inner[own[from]]
			default:
				part.Own[r] = -1
			}
		}
		w.made[places[i]] = part
		if len(part.Rule) < peelFrom {
			continue
		}
		if p := part.peel(w.meter); p != nil {
			w.made[places[i]] = w.around(&part, p)
		}
	}
}

func (w *dividing) reserve() int32 {
	w.made = append(w.made, Module{})
	return int32(len(w.made) - 1)
}

// around makes the module of what was peeled off, and a task of the rest.
func (w *dividing) around(part *Module, p *peeling) Module {
	rest := task{Cone: p.rest, own: make([]int32, len(p.own)), inner: make([]int32, len(p.own)), place: w.reserve()}
	for r, from := range p.own {
		rest.own[r], rest.inner[r] = -1, -1
		if from >= 0 {
			rest.own[r], rest.inner[r] = part.Own[from], part.Inner[from]
		}
	}
	w.tasks = append(w.tasks, rest)
	out := Module{Cone: &Cone{Whole: part.Whole, Selection: part.Selection, Counts: part.Counts, Derivable: true, Unit: part.Unit, Premises: adjacency.NewLists[int32]()}}
	add := func(head int32, rule graph.RuleID, weight int64, own, inner int32) {
		out.Head, out.Rule, out.Weight = append(out.Head, head), append(out.Rule, rule), append(out.Weight, weight)
		out.Counted, out.Own, out.Inner = append(out.Counted, true), append(out.Own, own), append(out.Inner, inner)
		out.Premises.Close()
	}
	out.Fact = []graph.FactID{-1}
	head := func() int32 { return 0 }
	if !p.any {
		head = func() int32 { out.Fact = append(out.Fact, -1); return int32(len(out.Fact) - 1) }
	}
	for _, v := range p.variables {
		add(head(), part.Rule[v], part.Weight[v], part.Own[v], part.Inner[v])
	}
	add(head(), -1, 0, -1, rest.place)
	if !p.any {
		out.Head, out.Rule, out.Weight = append(out.Head, 0), append(out.Rule, -1), append(out.Weight, 0)
		out.Counted, out.Own, out.Inner = append(out.Counted, false), append(out.Own, -1), append(out.Inner, -1)
		for f := 1; f < len(out.Fact); f++ {
			out.Premises.Push(int32(f))
		}
		out.Premises.Close()
	}
	out.index()
	return out
}

// ordered puts the modules into an order in which each comes after those inside it.
func (w *dividing) ordered() []Module {
	place := make([]int32, len(w.made))
	list := make([]Module, 0, len(w.made))
	type visit struct {
		module int32
		next   int
	}
	stack := []visit{{0, 0}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		part := w.made[top.module]
		for top.next < len(part.Inner) && part.Inner[top.next] < 0 {
			top.next++
		}
		if top.next < len(part.Inner) {
			top.next++
			stack = append(stack, visit{part.Inner[top.next-1], 0})
			continue
		}
		place[top.module] = int32(len(list))
		list = append(list, part)
		stack = stack[:len(stack)-1]
	}
	for _, part := range list {
		for r, inner := range part.Inner {
			if inner >= 0 {
				part.Inner[r] = place[inner]
			}
		}
	}
	return list
}
