package exchange

import (
	"fmt"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// gateOrder puts the gates into an order in which each comes after those in it. It resolves the references on its way,
// and tells where a gate needs itself; whole is false where one does.
func (p *psa) gateOrder() (order []*definition, whole bool) {
	w := gateWalk{psa: p, below: map[*definition][]step{}, state: map[*definition]int8{}}
	for _, d := range p.scopes.gates {
		if len(d.body) != 1 {
			p.tell(d.at, d.fact, models.Messagef("the gate has %d formulas", len(d.body)), models.Messagef("write one"))
		}
		w.below[d] = p.references(d)
	}
	for _, d := range p.scopes.gates {
		if w.state[d] == 0 {
			w.from(d)
		}
	}
	return w.order, !w.cyclic
}

// step is a place in a gate's formula where another gate is named.
type step struct {
	at *element
	to *definition
}

// references resolves what a gate's formula names, and returns the gates among it.
func (p *psa) references(d *definition) []step {
	var gates []step
	list := append([]*element(nil), d.body...)
	for next := 0; next < len(list); next++ {
		e := list[next]
		if !reference(e.tag) {
			list = append(list, e.children...)
			continue
		}
		meant := p.event(e, d)
		if meant == nil {
			continue
		}
		p.meant[e] = meant
		if meant.kind == gateKind {
			p.used[meant] = true
			gates = append(gates, step{e, meant})
		}
	}
	return gates
}

// gateWalk goes down from gate to gate, depth first.
type gateWalk struct {
	*psa
	below  map[*definition][]step
	state  map[*definition]int8 // 1: on the way, 2: done
	path   []visit
	order  []*definition
	cyclic bool
}

// visit is a gate on the way and how many of its steps were taken.
type visit struct {
	gate *definition
	next int
}

func (w *gateWalk) from(d *definition) {
	w.path = append(w.path, visit{d, 0})
	w.state[d] = 1
	for len(w.path) > 0 {
		top := &w.path[len(w.path)-1]
		steps := w.below[top.gate]
		if top.next == len(steps) {
			w.state[top.gate] = 2
			w.order = append(w.order, top.gate)
			w.path = w.path[:len(w.path)-1]
			continue
		}
		s := steps[top.next]
		top.next++
		switch w.state[s.to] {
		case 0:
			w.state[s.to] = 1
			w.path = append(w.path, visit{s.to, 0})
		case 1:
			w.loop(s)
		}
	}
}

// mostNamed is how many gates of a cycle are named.
const mostNamed = 20

// loop tells a cycle: the way from a gate back to it.
func (w *gateWalk) loop(back step) {
	w.cyclic = true
	start := len(w.path) - 1
	for w.path[start].gate != back.to {
		start--
	}
	var way []string
	for i, v := range w.path[start:] {
		if i == mostNamed {
			way = append(way, "…")
			break
		}
		way = append(way, fmt.Sprintf("%s (%s)", v.gate.fact, w.where(w.below[v.gate][v.next-1].at)))
	}
	w.tell(back.to.at, back.to.fact, models.Messagef("the fault tree contains itself: %s → %s", strings.Join(way, " → "), back.to.fact),
		models.Messagef("take one of these references out"))
}
