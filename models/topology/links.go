package topology

import "github.com/harmpath/harmpath/models"

// Link joins two components as drawings show it: a component with a network that it states or with a part of it, or
// two that follow each other on the way of a flow. Where those share a network, the way leads through it.
type Link struct {
	From, To models.ComponentID
	Flow     *models.Flow // nil: an attachment or a part
}

// Connections lists, component by component, the links with the networks that it states and with its parts.
func (v *View) Connections() []Link {
	var out []Link
	for _, id := range v.components.ids {
		for _, network := range v.Networks(id) {
			out = append(out, Link{From: id, To: network})
		}
		for _, part := range v.Parts(id) {
			out = append(out, Link{From: id, To: part})
		}
	}
	return out
}

// Hops lists the links of all flows.
func (v *View) Hops() []Link {
	var out []Link
	for i := range v.System.Flows {
		out = append(out, v.HopsOf(&v.System.Flows[i])...)
	}
	return out
}

// HopsOf lists the links of a flow along its way.
func (v *View) HopsOf(f *models.Flow) []Link {
	var out []Link
	way := f.Way()
	for i := range len(way) - 1 {
		from, to := way[i], way[i+1]
		if v.Component(from) == nil || v.Component(to) == nil {
			continue
		}
		if network := v.Shared(from, to); network != "" {
			out = append(out, Link{from, network, f})
			from = network
		}
		out = append(out, Link{from, to, f})
	}
	return out
}
