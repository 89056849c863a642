package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Query says under which reading and from which first steps the attack graph is read.
type Query struct {
	Reading  models.ReadingID
	Profiles []models.ProfileID // whose first steps are given; none: nobody's
	Asset    models.ComponentID // a component taken as compromised from the start

	Capability models.Capability // what the profiles are able to; unstated: what the model says of the most able one
	Taking     Taking            // how what is not stated is taken
	Failing    bool              // statements and presumptions may fail; in an open case alone
}

// Taking says how a query takes what a model does not state.
type Taking uint8

// The takings.
const (
	AsPublished Taking = iota // as the catalog says
	AsWorst                   // as not there, presumptions too
	AsBest                    // as there
)

// Select returns the rule instances that take part in a query: those of the reading, of the profiles, and, in the
// residual reading, those that the measures in force leave.
func (c *Case) Select(q Query) *graph.Selection {
	sel := c.Graph.All()
	if q.Reading != models.Inherent {
		sel.Disable(c.special.inherent...)
	}
	malicious := q.Asset != ""
	for i, p := range Profiles(c.System) {
		if !slices.Contains(q.Profiles, p.ID) {
			sel.Disable(c.special.profile[i]...)
		} else if p.Kind.Malicious() {
			malicious = true
		}
	}
	if !malicious {
		sel.Disable(c.special.malicious...)
	}
	c.limit(sel, q)
	asset := slices.IndexFunc(c.System.Components, func(e models.Component) bool { return e.ID == q.Asset })
	if asset < 0 {
		sel.Disable(c.special.asset...)
	} else {
		sel.Disable(c.special.asset[:c.special.assets[asset]]...)
		sel.Disable(c.special.asset[c.special.assets[asset+1]:]...)
	}
	if q.Reading == models.Residual && len(c.special.inForce) > 0 {
		sel = sel.Without(c.special.inForce...)
	}
	return sel
}

// limit takes out what wants more capability than the query's profiles have, and what the query does not let happen.
func (c *Case) limit(sel *graph.Selection, q Query) {
	able := q.Capability
	if able == models.CapabilityUnstated {
		able = c.capabilityOf(q)
	}
	if able < models.SubstantialAttacker {
		sel.Disable(c.special.substantial...)
	}
	if able < models.HighAttacker {
		sel.Disable(c.special.high...)
	}
	if q.Taking == AsBest {
		sel.Disable(c.special.unlessBest...)
	}
	if q.Taking != AsWorst {
		sel.Disable(c.special.worst...)
	}
	if q.Taking != AsWorst || able == models.CapabilityUnstated {
		sel.Disable(c.special.worstMalicious...)
	}
	if !q.Failing || able == models.CapabilityUnstated {
		sel.Disable(c.special.failing...)
	}
	if !q.Failing {
		sel.Disable(c.special.safeguards...)
	}
}

// capabilityOf is what the most able profile of a query is able to: those who are not malicious overcome nothing, and
// whoever attacks an asset is as able as the model's attackers.
func (c *Case) capabilityOf(q Query) models.Capability {
	if q.Asset != "" {
		return mostCapable(c.System)
	}
	able := models.CapabilityUnstated
	for _, p := range Profiles(c.System) {
		if p.Kind.Malicious() && slices.Contains(q.Profiles, p.ID) {
			able = max(able, p.Capability.OrDefault())
		}
	}
	return able
}

// InForce returns the measures that the residual reading puts in force.
func (c *Case) InForce() []graph.MeasureID { return slices.Clone(c.special.inForce) }
