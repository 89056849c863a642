package solve

import (
	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/graph/internal/adjacency"
	"github.com/harmpath/harmpath/graph/internal/meter"
)

// peelFrom is the size in rules from which a module is peeled: smaller ones are easy.
const peelFrom = 12

// divide reduces a cone and divides it into modules, each after those inside it; the last is the goal's. What is peeled
// off a module is a module around the rest, which is reduced and divided again.
func (c *cone) divide(m *meter.Meter) []module {
	whole := task{cone: c, own: make([]int32, len(c.rule)), inner: make([]int32, len(c.rule))}
	for r := range whole.own {
		whole.own[r], whole.inner[r] = int32(r), -1
	}
	w := dividing{meter: m, made: make([]module, 1), tasks: []task{whole}}
	for len(w.tasks) > 0 {
		t := w.tasks[len(w.tasks)-1]
		w.tasks = w.tasks[:len(w.tasks)-1]
		w.split(t)
	}
	return w.ordered()
}

// task is a cone that is to be divided.
type task struct {
	*cone
	own, inner []int32 // as of a module, its parts by their places in made
	place      int32   // where its goal's module goes in made
}

// dividing is the work; modules are made the outer ones first.
type dividing struct {
	meter *meter.Meter
	made  []module
	tasks []task
}

// split reduces a cone, and peels the modules that it is divided into.
func (w *dividing) split(t task) {
	small, own := t.reduce()
	if d := newDraft(small); d.bundle() {
		var from []int32
		small, from = d.cone()
		own = through(from, own)
	}
	list := newFormula(small).modules()
	places := make([]int32, len(list))
	for i := range list {
		places[i] = t.place
		if i < len(list)-1 {
			places[i] = w.reserve()
		}
	}
	for i, part := range list {
		for r, from := range part.own {
			switch inner := part.inner[r]; {
			case inner >= 0:
				part.inner[r] = places[inner]
			case own[from] >= 0:
				part.own[r], part.inner[r] = t.own[own[from]], t.inner[own[from]]
			default:
				part.own[r] = -1
			}
		}
		w.made[places[i]] = part
		if len(part.rule) < peelFrom {
			continue
		}
		if p := part.peel(w.meter); p != nil {
			w.made[places[i]] = w.around(&part, p)
		}
	}
}

func (w *dividing) reserve() int32 {
	w.made = append(w.made, module{})
	return int32(len(w.made) - 1)
}

// around makes the module of what was peeled off, and a task of the rest.
func (w *dividing) around(part *module, p *peeling) module {
	rest := task{cone: p.rest, own: make([]int32, len(p.own)), inner: make([]int32, len(p.own)), place: w.reserve()}
	for r, from := range p.own {
		rest.own[r], rest.inner[r] = -1, -1
		if from >= 0 {
			rest.own[r], rest.inner[r] = part.own[from], part.inner[from]
		}
	}
	w.tasks = append(w.tasks, rest)
	out := module{cone: &cone{g: part.g, sel: part.sel, counts: part.counts, derivable: true, unit: part.unit, ifs: adjacency.NewLists[int32]()}}
	add := func(head int32, rule graph.RuleID, weight int64, own, inner int32) {
		out.head, out.rule, out.weight = append(out.head, head), append(out.rule, rule), append(out.weight, weight)
		out.counted, out.own, out.inner = append(out.counted, true), append(out.own, own), append(out.inner, inner)
		out.ifs.Close()
	}
	out.fact = []graph.FactID{-1}
	head := func() int32 { return 0 }
	if !p.any {
		head = func() int32 { out.fact = append(out.fact, -1); return int32(len(out.fact) - 1) }
	}
	for _, v := range p.variables {
		add(head(), part.rule[v], part.weight[v], part.own[v], part.inner[v])
	}
	add(head(), -1, 0, -1, rest.place)
	if !p.any {
		out.head, out.rule, out.weight = append(out.head, 0), append(out.rule, -1), append(out.weight, 0)
		out.counted, out.own, out.inner = append(out.counted, false), append(out.own, -1), append(out.inner, -1)
		for f := 1; f < len(out.fact); f++ {
			out.ifs.Push(int32(f))
		}
		out.ifs.Close()
	}
	out.index()
	return out
}

// ordered puts the modules into an order in which each comes after those inside it.
func (w *dividing) ordered() []module {
	place := make([]int32, len(w.made))
	list := make([]module, 0, len(w.made))
	type visit struct {
		module int32
		next   int
	}
	stack := []visit{{0, 0}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		part := w.made[top.module]
		for top.next < len(part.inner) && part.inner[top.next] < 0 {
			top.next++
		}
		if top.next < len(part.inner) {
			top.next++
			stack = append(stack, visit{part.inner[top.next-1], 0})
			continue
		}
		place[top.module] = int32(len(list))
		list = append(list, part)
		stack = stack[:len(stack)-1]
	}
	for _, part := range list {
		for r, inner := range part.inner {
			if inner >= 0 {
				part.inner[r] = place[inner]
			}
		}
	}
	return list
}
