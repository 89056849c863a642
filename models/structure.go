package models

import "slices"

// Properties are what a model says of an element's protection. Each is worded so that true protects; one that is
// not stated is Unknown.
type Properties map[PropertyID]Resistance

// Component is a device, service, network, person's tool or part.
type Component struct {
	Origin
	ID            ComponentID   `json:"id"`
	Name          Text          `json:"name"`
	ThreatName    Text          `json:"name_in_threats,omitzero"` // what the table of threats calls it, where that differs
	Description   Text          `json:"description,omitzero"`
	Kind          KindID        `json:"kind"`
	Zone          ZoneID        `json:"zone"`
	DrawnOnly     bool          `json:"drawn_only,omitempty"`           // drawn in diagrams, but not in the list of components
	Layer         int           `json:"layer,omitempty"`                // CPSF layer: 1 organisations, 2 cyber-physical transcription, 3 cyberspace
	DeviceClass   DeviceClassID `json:"device_class,omitempty"`         // a class of its kind that rules decide on, e.g. the flue of a gas appliance
	On            []ComponentID `json:"networks,omitempty" former:"on"` // the networks that it is attached to; a flow attaches it, too, to those beside which it stands on the way
	Passes        []Passage     `json:"passes,omitzero"`                // of what joins networks: between which it passes traffic that no flow opens; an empty list: between none; default by kind
	Separate      []ComponentID `json:"separate,omitempty"`             // of a network: those that nothing joins it with, e.g. over an air gap
	Parts         []ComponentID `json:"parts,omitempty"`                // components built into it
	Stores        []DataID      `json:"stores,omitempty"`               // data kept in it
	Addresses     []DataID      `json:"addresses,omitempty"`            // data by which it is reached through a relay
	DecidesOn     []string      `json:"decides_on,omitempty"`           // the flows into it that it acts on; [nothing]: it acts on none; default all telemetry where its kind acts on what it is told
	Installations int           `json:"installations,omitempty"`        // how many of it exist where the model stands for a fleet; 0: one
	Users         Users         `json:"users,omitempty"`                // of a service: how many act through it; default many where it has a flow with what there is many of
	Properties    Properties    `json:"properties,omitempty"`

	Identity
	SBOM            string          `json:"sbom,omitempty"`            // file with its software bill of materials, beside the model; reading the case puts what it lists into packages and left_out
	VEX             []string        `json:"vex,omitempty"`             // files with statements on vulnerabilities of it and of what its SBOM lists; their order does not matter
	Packages        []Package       `json:"packages,omitempty"`        // what its SBOM lists
	LeftOut         []LeftOut       `json:"left_out,omitempty"`        // what its SBOM lists and says itself not to be in the product
	Vulnerabilities []Vulnerability `json:"vulnerabilities,omitempty"` // what is known of published vulnerabilities of it
}

// Passage is one direction in which a component that joins networks passes traffic.
type Passage struct {
	From ComponentID `json:"from"` // the network that traffic comes from
	To   ComponentID `json:"to"`   // the network that it is passed on to
}

// Flow is a flow of data or of a physical command from end to end. What only forwards it stands in its way.
type Flow struct {
	Origin
	ID          FlowID        `json:"id"`
	Name        Text          `json:"name,omitzero"` // what is sent, as printed on the arrow
	Seq         int           `json:"seq,omitempty"` // its number in the data-flow diagram
	From        ComponentID   `json:"from"`
	To          ComponentID   `json:"to"`
	Via         []ComponentID `json:"via,omitempty"`         // what forwards it, in order
	Nature      Nature        `json:"nature"`                // what the flow is for
	OpenedBy    ComponentID   `json:"opened_by,omitempty"`   // which end opens the session; default from
	Carries     []DataID      `json:"carries,omitzero"`      // data that it brings along; an empty list: none; not stated: of a command to a controller, settings, too
	Credentials []DataID      `json:"credentials,omitempty"` // data that let whoever holds them send it
	When        []ConditionID `json:"when,omitempty"`        // it exists only while all of these hold
	Optional    bool          `json:"optional,omitempty"`    // drawn dashed: not every installation has it
	Closed      bool          `json:"closed,omitempty"`      // switched off: drawn, but nothing passes; its ends stay attached to their networks
	Properties  Properties    `json:"properties,omitempty"`
}

// Way returns the components along a flow: its sender, what forwards it in order, its receiver.
func (f *Flow) Way() []ComponentID {
	return slices.Concat([]ComponentID{f.From}, f.Via, []ComponentID{f.To})
}

// Opener is the end that opens the session.
func (f *Flow) Opener() ComponentID {
	if f.OpenedBy == "" {
		return f.From
	}
	return f.OpenedBy
}

// Nature is what a flow is for.
type Nature string

// The natures of flows.
const (
	CommandFlow      Nature = "command"      // makes the receiver act
	TelemetryFlow    Nature = "telemetry"    // reports a state
	RegistrationFlow Nature = "registration" // announces an end to a relay
	MaintenanceFlow  Nature = "maintenance"  // configures or repairs with an administrator's rights
	UpdateFlow       Nature = "update"       // brings code
	ControlFlow      Nature = "control"      // acts physically or over hard wiring
)

// Natures lists the natures of flows in the order in which legends show them.
func Natures() []Nature {
	return []Nature{CommandFlow, TelemetryFlow, RegistrationFlow, MaintenanceFlow, UpdateFlow, ControlFlow}
}

// Values lists the natures.
func (Nature) Values() []string {
	var out []string
	for _, n := range Natures() {
		out = append(out, string(n))
	}
	return out
}

// Data is information, an address, an identifier or a credential.
type Data struct {
	Origin
	ID          DataID          `json:"id"`
	Name        Text            `json:"name"`
	Sensitivity SensitivityID   `json:"sensitivity"`        // class of the catalog: decides whether a disclosure is of personal information, and how grave
	Subjects    int             `json:"subjects,omitempty"` // how many people it is about, where known
	Settings    bool            `json:"settings,omitempty"` // whoever stores it works by it: limits, programs, recipes
	Shared      bool            `json:"shared,omitempty"`   // it is the same in every unit: a key of the whole fleet, a default password
	Properties  Properties      `json:"properties,omitempty"`
	Fields      []FieldID       `json:"lies_in,omitempty"`    // the fields (場) that it lies in
	Attributes  *DataAttributes `json:"attributes,omitempty"` // what it is at this stage of its life
}

// Dependency says that the function of one component needs another's.
type Dependency struct {
	Origin
	ID         DependencyID `json:"id"`
	Component  ComponentID  `json:"component"`            // whose function
	Needs      ComponentID  `json:"needs"`                // whom it needs
	Precaution bool         `json:"precaution,omitempty"` // it is stopped on purpose when the other is compromised
	Reason     Text         `json:"reason,omitzero"`
}
