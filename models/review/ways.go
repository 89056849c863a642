package review

import (
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/topology"
)

// The kind of components that review asks of beyond those that package models names.
const equipmentKind models.KindID = "equipment" // without any program

// component returns a component as a subject, by its id.
func (r *report) component(id models.ComponentID) subject { return component(r.ways.Component(id)) }

// wayHasAGap finds the places at which the way of a flow and what its components state of their networks do not fit.
func wayHasAGap(r *report) {
	for _, g := range r.ways.Gaps {
		r.add(g.Flow.At, r.flow(g.Flow), r.component(g.Network), r.component(g.Beside))
	}
}

// flow returns a flow as a subject: by its name, else by its ends.
func (r *report) flow(f *models.Flow) subject {
	if !f.Name.Empty() {
		return subject{string(f.ID), f.Name}
	}
	from, to := r.component(f.From).name, r.component(f.To).name
	return subject{string(f.ID), models.Text{
		JA: from.In(models.Japanese) + " → " + to.In(models.Japanese), EN: from.In(models.English) + " → " + to.In(models.English),
	}}
}

// attachmentUnstated finds the components that state no network and are taken as attached to those beside which they
// stand on the ways of flows.
func attachmentUnstated(r *report) {
	for _, a := range r.ways.Unstated {
		r.add(r.ways.Component(a.Component).At, r.component(a.Component), r.component(a.Network))
	}
}

// whoSharesWhat finds the copies that are taken to share a network because nothing says of how many sites that is.
func whoSharesWhat(r *report) {
	for _, a := range r.ways.WhoShare() {
		r.add(r.ways.Component(a.Component).At, r.component(a.Component), r.component(a.Network))
	}
}

// attachedToNothing finds the components with a program that nothing in the model connects: they are on no network and
// no parts, and no flow comes by but what they act on physically.
func attachedToNothing(r *report) {
	for i := range r.system.Components {
		c := &r.system.Components[i]
		if r.isDevice(c) && len(r.ways.Attached(c.ID))+len(r.ways.Wholes(c.ID)) == 0 && !r.onWay(c.ID) {
			r.add(c.At, component(c))
		}
	}
}

// onWay tells whether a flow comes to a component, or one that is no physical action begins there.
func (r *report) onWay(id models.ComponentID) bool {
	return len(r.ways.LegsInto(id)) > 0 || slices.ContainsFunc(r.ways.LegsFrom(id), func(l topology.Leg) bool { return l.Flow.Nature != models.ControlFlow })
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
	for i := range r.system.Components {
		c := &r.system.Components[i]
		if r.catalog.IsA(c.Kind, models.GatewayKind) && len(r.ways.Attached(c.ID)) == 1 && !r.wired(c.ID) {
			r.add(c.At, component(c))
		}
	}
}

// wired tells whether a component stands on the way of a flow beside one with which it shares no network, and which is
// none.
func (r *report) wired(id models.ComponentID) bool {
	return slices.ContainsFunc(slices.Concat(r.ways.LegsFrom(id), r.ways.LegsInto(id)), func(l topology.Leg) bool {
		return !r.ways.IsNetwork(l.From) && !r.ways.IsNetwork(l.To) && !r.ways.Neighbors(l.From, l.To)
	})
}
