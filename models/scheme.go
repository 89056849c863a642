package models

// Scheme is a standard, a law or a label from outside against whose requirements cases are held. Numbers are its own;
// all words are ours.
type Scheme struct {
	Entry
	ID           SchemeID            `json:"id"`
	Publisher    Text                `json:"publisher"`         // who issues it
	Edition      string              `json:"edition"`           // the edition that the numbers are of
	Confirmed    Text                `json:"confirmed"`         // what kind of source the numbers and their subjects were confirmed by
	LeftOut      Text                `json:"left_out,omitzero"` // what of it is not listed, and why
	Kinds        []KindID            `json:"kinds,omitempty"`   // the kinds of components that it is addressed to; none: all
	Sites        []SiteID            `json:"sites,omitempty"`   // the sites that it is addressed to; none: all
	Requirements []SchemeRequirement `json:"requirements"`      // in its own order
}

// SchemeRequirement is one requirement of a scheme, with what of a case meets it.
type SchemeRequirement struct {
	No           string          `json:"no"`                     // its number in the scheme
	Title        Text            `json:"title"`                  // what it is about, in our own words
	Recommended  bool            `json:"recommended,omitempty"`  // the scheme recommends it and does not demand it
	NotShown     bool            `json:"not_shown,omitempty"`    // it is about processes, documents or the inside of products: the model of a system cannot show it
	Part         bool            `json:"part,omitempty"`         // what a model can show is only a part of it
	If           []Applicability `json:"if,omitempty"`           // it applies to cases that have all of these; none: to all
	Safe         bool            `json:"safe,omitempty"`         // met where no attacker can bring about an effect that injures people
	Kinds        []KindID        `json:"kinds,omitempty"`        // of the components that the scheme is addressed to, only those of these kinds; none: all
	Properties   []PropertyID    `json:"properties,omitempty"`   // met where all of these hold wherever a rule asks for them
	Measures     []MeasureID     `json:"measures,omitempty"`     // measures of the catalog each of which meets it
	Partly       []MeasureID     `json:"partly,omitempty"`       // measures of the catalog that meet a part of it
	Requirements []RequirementID `json:"requirements,omitempty"` // requirements on measures of the catalog that cover a part of it
}

// Applicability is something that a case must have for a requirement to apply.
type Applicability string

// What requirements ask for.
const (
	IfPersonalData Applicability = "personal_data" // personal information is stored or sent
	IfStoredData   Applicability = "stored_data"   // a component stores data
	IfCredentials  Applicability = "credentials"   // a credential lets its holder act
	IfUpdates      Applicability = "updates"       // updates arrive over a flow
	IfMaintenance  Applicability = "maintenance"   // maintenance is done over a flow
	IfTelemetry    Applicability = "telemetry"     // telemetry is sent
	IfWireless     Applicability = "wireless"      // there is a wireless network
	IfSafety       Applicability = "safety"        // an effect can injure people
	IfWideNetwork  Applicability = "wide_network"  // there is a network that outsiders are on
)

// Values lists what requirements ask for.
func (Applicability) Values() []string {
	return []string{
		string(IfPersonalData), string(IfStoredData), string(IfCredentials), string(IfUpdates), string(IfMaintenance),
		string(IfTelemetry), string(IfWireless), string(IfSafety), string(IfWideNetwork),
	}
}
