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
}

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

// InForce returns the measures that the residual reading puts in force.
func (c *Case) InForce() []graph.MeasureID { return slices.Clone(c.special.inForce) }
