package models

import "slices"

// Attachment is one component on one network that the way of a flow shows and the component does not state.
type Attachment struct {
	Component, Network ComponentID
}

// WayGap is a place of a flow's way at which the way and what its components state of their networks do not fit. The
// components next to it are taken as attached, which counts against the system.
type WayGap struct {
	Flow    *Flow
	Network ComponentID // the network of the way
	Beside  ComponentID // what stands next to it: a component that states its networks and leaves this one out, or the network that follows without a gateway between
	Between bool        // Beside is a network
}

// Ways tells what the ways of a system's flows show of attachments. A flow attaches its neighbours along its way to each network
// of the way, whether it is switched off or not; where networks follow each other, the components before and behind
// them are neighbours of each. A positioning signal is sent out and attached to nothing.
type Ways struct {
	Added    []Attachment // beyond what components state, in the order of the flows and of their ways, each once
	Unstated []Attachment // those of Added whose components state no network at all
	Gaps     []WayGap     // each place once for each flow
}

// Ways follows the flows of the system. What they name may be missing: it is passed over.
func (s *System) Ways(catalog *Catalog) Ways {
	w := wayfarer{known: make(map[ComponentID]*Component, len(s.Components)), seen: map[Attachment]bool{}}
	for i := range s.Components {
		c := &s.Components[i]
		w.known[c.ID] = c
	}
	w.isNetwork = catalog.kindTest(NetworkKind)
	w.isSignal = catalog.kindTest(PositioningSignalKind)
	for i := range s.Flows {
		w.follow(&s.Flows[i])
	}
	return w.out
}

// kindTest returns whether components are of a kind, asked of the catalog once a kind.
func (c *Catalog) kindTest(ancestor KindID) func(*Component) bool {
	known := map[KindID]bool{}
	return func(x *Component) bool {
		is, asked := known[x.Kind]
		if !asked {
			is = c.IsA(x.Kind, ancestor)
			known[x.Kind] = is
		}
		return is
	}
}

// wayfarer is the state of following the ways of a system.
type wayfarer struct {
	known               map[ComponentID]*Component
	isNetwork, isSignal func(*Component) bool
	seen                map[Attachment]bool // of what was added
	way                 []*Component        // of the flow that is followed
	out                 Ways
}

// Way returns the components along a flow: its sender, what forwards it in order, its receiver.
func (f *Flow) Way() []ComponentID {
	return slices.Concat([]ComponentID{f.From}, f.Via, []ComponentID{f.To})
}

// follow goes along one flow, run after run of networks that follow each other.
func (w *wayfarer) follow(f *Flow) {
	w.way = w.way[:0]
	w.step(f.From)
	for _, id := range f.Via {
		w.step(id)
	}
	w.step(f.To)
	for i := 0; i < len(w.way); i++ {
		if !w.isNetwork(w.way[i]) {
			continue
		}
		end := i + 1
		for end < len(w.way) && w.isNetwork(w.way[end]) {
			w.gap(WayGap{f, w.way[end-1].ID, w.way[end].ID, true})
			end++
		}
		for at := i; at < end; at++ {
			if i > 0 {
				w.attach(f, w.way[i-1], w.way[at].ID, at == i)
			}
			if end < len(w.way) {
				w.attach(f, w.way[end], w.way[at].ID, at == end-1)
			}
		}
		i = end
	}
}

func (w *wayfarer) step(id ComponentID) {
	if c := w.known[id]; c != nil {
		w.way = append(w.way, c)
	}
}

// attach takes a neighbour of a network as attached to it. Of one that stands behind another network, the gap between
// the networks is told, and none of its own.
func (w *wayfarer) attach(f *Flow, c *Component, network ComponentID, next bool) {
	if w.isSignal(c) || slices.Contains(c.On, network) {
		return
	}
	added := Attachment{c.ID, network}
	if !w.seen[added] {
		w.seen[added] = true
		w.out.Added = append(w.out.Added, added)
		if len(c.On) == 0 {
			w.out.Unstated = append(w.out.Unstated, added)
		}
	}
	if len(c.On) > 0 && next {
		w.gap(WayGap{Flow: f, Network: network, Beside: c.ID})
	}
}

// gap adds a gap of the flow that is followed, unless it is told already.
func (w *wayfarer) gap(g WayGap) {
	for _, told := range slices.Backward(w.out.Gaps) {
		if told.Flow != g.Flow {
			break
		}
		if told == g {
			return
		}
	}
	w.out.Gaps = append(w.out.Gaps, g)
}
