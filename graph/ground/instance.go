package ground

import (
	"slices"

	"github.com/harmpath/harmpath/graph"
	"github.com/harmpath/harmpath/models"
)

// Instance is a rule instance with all that is known of it: what results show, and in which selections it takes part.
type Instance struct {
	models.Step
	Hardenings []Hardening        // what measures do to it short of removing it
	Inherent   bool               // it takes part in the inherent reading alone
	Malicious  bool               // it takes part with malicious profiles alone
	Wants      models.Capability  // it takes part with a profile of this capability or more alone; unstated: with any
	Profile    models.ProfileID   // it takes part with this profile alone; "": with any
	Asset      models.ComponentID // it takes part where this component is taken as compromised; "": always
}

// Hardening is what a measure in force does to an instance short of removing it.
type Hardening struct {
	Measure     models.MeasureID
	Effort      float64 // person-days added
	Probability float64 // factor on the chance
}

// Instance returns a rule instance with all that is known of it.
func (c *Case) Instance(r graph.RuleID) Instance {
	hardenings := make([]Hardening, 0, len(c.Graph.HardenedBy(r)))
	for _, h := range c.Graph.HardenedBy(r) {
		hardenings = append(hardenings, Hardening{c.measures[h.Measure], h.Effort, h.Probability})
	}
	step := c.Step(r)
	step.BlockedBy = c.measuresOf(c.Graph.BlockedBy(r)) // those alone that remove it themselves
	return c.graded(step, c.profileOf(r), c.instances.each[r].grade, hardenings)
}

// profileOf returns the place of the profile that brings an instance along; -1: none.
func (c *Case) profileOf(r graph.RuleID) int32 {
	for i, brought := range c.special.profile {
		if _, there := slices.BinarySearch(brought, r); there {
			return int32(i)
		}
	}
	return -1
}

// graded adds in which selections an instance takes part, as [Case.Select] reads it.
func (c *Case) graded(s models.Step, profile int32, g grade, hardenings []Hardening) Instance {
	out := Instance{Step: s, Hardenings: hardenings, Inherent: g == inherentOnly, Malicious: g == maliciousOnly}
	switch g {
	case wantsSubstantial:
		out.Wants = models.SubstantialAttacker
	case wantsHigh:
		out.Wants = models.HighAttacker
	}
	if profile >= 0 {
		out.Profile = Profiles(c.System)[profile].ID
	}
	if g == assetOnly {
		out.Asset = models.ComponentID(s.Concludes.Subject)
	}
	return out
}
