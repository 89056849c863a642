package models

// Margin says of one consequence and one profile, in one reading, how far it is from coming about, or from being kept from
// it: what it rests on, or what to do first.
type Margin struct {
	Effect     EffectID   `json:"effect"`
	Profile    ProfileID  `json:"profile"`
	Reading    ReadingID  `json:"reading"`
	Standing   Standing   `json:"standing"`
	Capability Capability `json:"least_capability,omitempty"` // the least that the attacker must be able to, of what is published; unstated: none is enough, or the profile is no attacker
	Depth      int        `json:"depth,omitempty"`            // where it does not come about: how many statements and presumptions have to fail, at least; 0: however many fail, it does not
	Raise      int        `json:"raise,omitempty"`            // where it comes about: how many properties, raised to what the attacker is able to, keep it from it, at least; 0: however many are raised, it does
	Bound      bool       `json:"bound,omitempty"`            // a limit ended the search: depth is at least so many, raise at most so many, or rests_on and do_first are not all; 0: it was not asked
	RestsOn    [][]Fact   `json:"rests_on,omitempty"`         // the minimal sets of up to two statements and presumptions whose failing is enough, as the facts that then hold
	DoFirst    []Fact     `json:"do_first,omitempty"`         // the properties that stand in one of the smallest sets that are enough, as weak(element.property)
}

// Standing says how far the answer to whether a consequence comes about hangs on what the model does not state.
type Standing string

// The standings.
const (
	Settled      Standing = "settled"       // it comes about even where all that is not stated is favourable
	StandsOpen   Standing = "open"          // it comes about as published, and not where all that is not stated is favourable
	PresumedAway Standing = "presumed_away" // it comes about only where presumptions fail
	DoesNot      Standing = "absent"        // it does not come about, whatever is not stated
)

// Values lists the standings.
func (Standing) Values() []string {
	return []string{string(Settled), string(StandsOpen), string(PresumedAway), string(DoesNot)}
}
