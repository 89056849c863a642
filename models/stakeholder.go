package models

// Stakeholder is a party to the system.
type Stakeholder struct {
	Origin
	ID         StakeholderID `json:"id"`
	Name       Text          `json:"name"`
	Definition Text          `json:"definition,omitzero"` // who this is, as in the stakeholder diagram
	Role       Text          `json:"role,omitzero"`       // what it does in the system, as in the configuration diagram
	Lead       bool          `json:"lead,omitempty"`      // the party at the centre of implementing measures
	Assets     []Text        `json:"assets,omitempty"`    // what the stakeholder diagram draws with it; default: the components below

	Makes     []ComponentID `json:"makes,omitempty"`     // components that it makes
	Supplies  []ComponentID `json:"supplies,omitempty"`  // components that it supplies and installs
	Owns      []ComponentID `json:"owns,omitempty"`      // components that belong to it
	Operates  []ComponentID `json:"operates,omitempty"`  // components that it keeps running
	Maintains []ComponentID `json:"maintains,omitempty"` // components that it maintains and repairs
	Uses      []ComponentID `json:"uses,omitempty"`      // components that it uses

	Relations []Relationship  `json:"relations,omitempty"` // what it does for other parties
	Accepts   *AcceptedLevels `json:"accepts,omitempty"`   // the risk that it accepts; what lies above is shown
	Budget    *float64        `json:"budget,omitempty"`    // the most it can spend on measures, in the unit of their costs
	Response  *Response       `json:"response,omitempty"`  // how long it takes over a vulnerability
	Capacity  *float64        `json:"capacity,omitempty"`  // the most burden it can bear, in the unit of the measures' burdens
}

// Relationship is what one stakeholder does for another.
type Relationship struct {
	Origin
	To   StakeholderID `json:"to"`
	Does Text          `json:"does"`
}

// AcceptedLevels is the highest level on each axis that a stakeholder accepts.
type AcceptedLevels struct {
	Recovery *Recovery `json:"recovery,omitempty"`
	Economic *Economic `json:"economic,omitempty"`
}

// Duty is what a stakeholder has to do with a component.
type Duty string

// The duties, in the order in which documents list them.
const (
	Makes     Duty = "makes"
	Supplies  Duty = "supplies"
	Owns      Duty = "owns"
	Operates  Duty = "operates"
	Maintains Duty = "maintains"
	Uses      Duty = "uses"
)

// Duties lists the duties in the order in which documents list them.
func Duties() []Duty { return []Duty{Makes, Supplies, Owns, Operates, Maintains, Uses} }

// Of returns the components with which the stakeholder has the duty d.
func (s *Stakeholder) Of(d Duty) []ComponentID {
	switch d {
	case Makes:
		return s.Makes
	case Supplies:
		return s.Supplies
	case Owns:
		return s.Owns
	case Operates:
		return s.Operates
	case Maintains:
		return s.Maintains
	}
	return s.Uses
}

// Response is how long a party takes over a vulnerability of what it makes or operates, from the moment that it could
// know. A time that is not stated is not known.
type Response struct {
	Origin
	Notice      Span `json:"notice,omitempty"`        // until it sees that a correction delivered to it, or a disclosure, concerns it
	Match       Span `json:"match,omitempty"`         // the same by looking a disclosure up in SBOMs; at once where it is not stated
	Investigate Span `json:"investigate,omitempty"`   // until it knows how it is affected
	Mitigate    Span `json:"mitigate,omitempty"`      // of who operates: until something stands in the way of an attack, without a correction
	Fix         Span `json:"fix,omitempty"`           // until its correction is made and tested; of who operates: until the correction is installed
	Deliver     Span `json:"deliver,omitempty"`       // until its correction is with those who build it in or operate it
	HandsOnSBOM bool `json:"hands_on_sbom,omitempty"` // it hands an SBOM on with what it makes
}
