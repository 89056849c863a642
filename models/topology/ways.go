package topology

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// Attachment is one component on one network that the way of a flow shows and the component does not state.
type Attachment struct {
	Component, Network models.ComponentID
}

// Gap is a place of a flow's way at which the way and what its components state of their networks do not fit. The
// components next to it are taken as attached, which counts against the system.
type Gap struct {
	Flow    *models.Flow
	Network models.ComponentID // the network of the way
	Beside  models.ComponentID // what stands next to it: a component that states its networks and leaves this one out, or the network that follows without a gateway between
	Between bool               // Beside is a network
}

// Ways is a view with what the ways of its system's flows show of attachments. A flow attaches its neighbors along its
// way to each network of the way, whether it is switched off or not; where networks follow each other, the components
// before and behind them are neighbors of each. A positioning signal is sent out and attached to nothing.
type Ways struct {
	*View
	Unstated []Attachment // beyond what components state, in the order of the flows and of their ways: those of components that state no network at all
	Gaps     []Gap        // each place once for each flow

	shown               *relation[models.ComponentID] // component → network, beyond what it states
	isNetwork, isSignal func(*models.Component) bool
	isGateway, forwards func(*models.Component) bool
	catalog             *models.Catalog
	way                 []*models.Component // of the flow that is followed
}

// Ways follows the flows of the system.
func (v *View) Ways(catalog *models.Catalog) *Ways {
	w := &Ways{View: v, shown: newRelation(v.components), catalog: catalog, forwards: kindTest(catalog, catalog.Forwards)}
	isA := func(ancestor models.KindID) func(*models.Component) bool {
		return kindTest(catalog, func(kind models.KindID) bool { return catalog.IsA(kind, ancestor) })
	}
	w.isNetwork, w.isSignal, w.isGateway = isA(models.NetworkKind), isA(models.PositioningSignalKind), isA(models.GatewayKind)
	for i := range v.System.Flows {
		w.follow(&v.System.Flows[i])
	}
	w.way = nil
	return w
}

// kindTest returns whether something holds of the kinds of components, asked once a kind.
func kindTest(catalog *models.Catalog, holds func(models.KindID) bool) func(*models.Component) bool {
	of := map[models.KindID]bool{}
	for i := range catalog.Kinds {
		of[catalog.Kinds[i].ID] = holds(catalog.Kinds[i].ID)
	}
	return func(c *models.Component) bool { return of[c.Kind] }
}

// Attached lists the networks that a component is attached to: those that it states, then those that ways show.
func (w *Ways) Attached(id models.ComponentID) []models.ComponentID {
	stated, shown := w.Networks(id), w.shown.next(id)
	if len(shown) == 0 {
		return stated
	}
	return slices.Concat(stated, shown)
}

// IsOn tells whether a component is attached to a network.
func (w *Ways) IsOn(id, network models.ComponentID) bool {
	return w.attached().has(id, network) || w.shown.has(id, network)
}

// Members lists what is attached to a network: what states so, then what ways show.
func (w *Ways) Members(network models.ComponentID) []models.ComponentID {
	return slices.Concat(w.attached().back(network), w.shown.back(network))
}

// Neighbors tells whether two components are attached to a network together.
func (w *Ways) Neighbors(a, b models.ComponentID) bool {
	return slices.ContainsFunc(w.Attached(a), func(network models.ComponentID) bool {
		return w.IsOn(b, network)
	})
}

// IsNetwork tells whether a component is a network.
func (w *Ways) IsNetwork(id models.ComponentID) bool {
	c := w.Component(id)
	return c != nil && w.isNetwork(c)
}

// follow goes along one flow, run after run of networks that follow each other.
func (w *Ways) follow(f *models.Flow) {
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
			w.gap(Gap{f, w.way[end-1].ID, w.way[end].ID, true})
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

func (w *Ways) step(id models.ComponentID) {
	if c := w.Component(id); c != nil {
		w.way = append(w.way, c)
	}
}

// attach takes a neighbor of a network as attached to it. Of one that stands behind another network, the gap between
// the networks is listed, and none of its own.
func (w *Ways) attach(f *models.Flow, c *models.Component, network models.ComponentID, next bool) {
	if w.isSignal(c) || w.attached().has(c.ID, network) {
		return
	}
	if w.shown.add(c.ID, network) && len(c.On) == 0 {
		w.Unstated = append(w.Unstated, Attachment{c.ID, network})
	}
	if len(c.On) > 0 && next {
		w.gap(Gap{Flow: f, Network: network, Beside: c.ID})
	}
}

// gap adds a gap of the flow that is followed, unless it is listed already.
func (w *Ways) gap(g Gap) {
	for _, known := range slices.Backward(w.Gaps) {
		if known.Flow != g.Flow {
			break
		}
		if known == g {
			return
		}
	}
	w.Gaps = append(w.Gaps, g)
}
