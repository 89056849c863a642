package review

import (
	"slices"

	"github.com/harmpath/harmpath/models"
)

// The kinds of components that review asks of.
const (
	equipmentKind models.KindID = "equipment" // without any program
	gatewayKind   models.KindID = "gateway"
)

// wayHasAGap finds the places at which the way of a flow and what its components state of their networks do not fit.
func wayHasAGap(r *report) {
	known := r.components()
	for _, g := range r.ways.Gaps {
		r.add(g.Flow.At, r.flow(g.Flow, known), component(known[g.Network]), component(known[g.Beside]))
	}
}

// flow returns a flow as a subject: by its name, else by its ends.
func (r *report) flow(f *models.Flow, known map[models.ComponentID]*models.Component) subject {
	if !f.Name.Empty() {
		return subject{string(f.ID), f.Name}
	}
	from, to := component(known[f.From]).name, component(known[f.To]).name
	return subject{string(f.ID), models.Text{
		JA: from.In(models.Japanese) + " → " + to.In(models.Japanese), EN: from.In(models.English) + " → " + to.In(models.English),
	}}
}

// attachmentUnstated finds the components that state no network and are taken as attached to those beside which they
// stand on the ways of flows.
func attachmentUnstated(r *report) {
	known := r.components()
	for _, a := range r.ways.Unstated {
		r.add(known[a.Component].At, component(known[a.Component]), component(known[a.Network]))
	}
}

// attachedToNothing finds the components with a program that nothing in the model connects: they are on no network, and no
// flow but what they act on physically begins or ends at them.
func attachedToNothing(r *report) {
	reached := map[models.ComponentID]bool{}
	for _, a := range r.ways.Added {
		reached[a.Component] = true
	}
	for i := range r.system.Flows {
		f := &r.system.Flows[i]
		reached[f.To] = true
		reached[f.From] = reached[f.From] || f.Nature != models.ControlFlow
		for _, id := range f.Via {
			reached[id] = true
		}
	}
	for i := range r.system.Components {
		for _, id := range r.system.Components[i].Parts {
			reached[id] = true
		}
	}
	for i := range r.system.Components {
		c := &r.system.Components[i]
		if len(c.On) == 0 && !reached[c.ID] && r.isDevice(c) {
			r.add(c.At, component(c))
		}
	}
}

// isDevice tells whether a component is one that is attached to networks: neither a network nor a signal, no equipment
// without a program and no part.
func (r *report) isDevice(c *models.Component) bool {
	return !slices.ContainsFunc([]models.KindID{models.NetworkKind, models.PositioningSignalKind, equipmentKind, models.PartKind}, func(kind models.KindID) bool {
		return r.catalog.IsA(c.Kind, kind)
	})
}

// gatewayWithOneSide finds the gateways that join nothing: they are on one network, and no flow goes on from there
// without one.
func gatewayWithOneSide(r *report) {
	sides := r.networks()
	direct := r.wired(sides)
	for i := range r.system.Components {
		c := &r.system.Components[i]
		if r.catalog.IsA(c.Kind, gatewayKind) && len(sides[c.ID]) == 1 && !direct[c.ID] {
			r.add(c.At, component(c))
		}
	}
}

// networks returns what each component is attached to, stated or shown by the ways of flows.
func (r *report) networks() map[models.ComponentID][]models.ComponentID {
	out := make(map[models.ComponentID][]models.ComponentID, len(r.system.Components))
	for i := range r.system.Components {
		out[r.system.Components[i].ID] = slices.Clone(r.system.Components[i].On)
	}
	for _, a := range r.ways.Added {
		out[a.Component] = append(out[a.Component], a.Network)
	}
	return out
}

// wired returns the components that stand on the way of a flow beside one with which they share no network, and which
// is none.
func (r *report) wired(networks map[models.ComponentID][]models.ComponentID) map[models.ComponentID]bool {
	isNetwork := map[models.ComponentID]bool{}
	for i := range r.system.Components {
		c := &r.system.Components[i]
		isNetwork[c.ID] = r.catalog.IsA(c.Kind, models.NetworkKind)
	}
	out := map[models.ComponentID]bool{}
	for i := range r.system.Flows {
		way := r.system.Flows[i].Way()
		for at := range len(way) - 1 {
			a, b := way[at], way[at+1]
			shared := slices.ContainsFunc(networks[a], func(n models.ComponentID) bool { return slices.Contains(networks[b], n) })
			if !isNetwork[a] && !isNetwork[b] && !shared {
				out[a], out[b] = true, true
			}
		}
	}
	return out
}
