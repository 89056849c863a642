package models

// SupplyChain tells where the parts with known vulnerabilities are contained, and how long products stay exposed to
// them, with and without software bills of materials.
type SupplyChain struct {
	Parts     []Contained `json:"parts"`               // what has known vulnerabilities, in each component that is no part of another
	Exposures []Exposure  `json:"exposures,omitempty"` // by vulnerable part and product, where some party's times are stated
}

// Contained is one thing that a component contains, at some depth.
type Contained struct {
	Whole ComponentID `json:"whole"` // a component that is no part of another
	Name  Text        `json:"name"`
	Identity
	Within          []Text          `json:"within,omitempty"`       // what lies around it on one of the shortest ways, the outermost first; nothing where it is built in directly
	Ways            [][]Text        `json:"ways,omitempty"`         // where there are several: the ways to it, the shortest first
	Further         *Figure         `json:"further_ways,omitempty"` // where not all ways are listed: how many more there are
	Component       ComponentID     `json:"component,omitempty"`    // the component that it is, where it is one
	Vulnerabilities []Vulnerability `json:"vulnerabilities,omitempty"`
}

// Exposure is how long one product stays exposed to the vulnerabilities of one part, from their disclosure on.
type Exposure struct {
	Part            ComponentID   `json:"part"`
	Vulnerabilities []string      `json:"vulnerabilities,omitempty"` // those that affect it; none where the model says only that it is flawed
	Product         ComponentID   `json:"product"`                   // contains the part and is no part of another
	Operator        StakeholderID `json:"operator,omitempty"`        // who operates it; without one the time ends when the correction is delivered
	Without         Timeline      `json:"without"`                   // nobody hands on an SBOM
	With            Timeline      `json:"with"`                      // everybody does
	Stated          *Timeline     `json:"stated,omitempty"`          // those do who say so or whose SBOM the case has; where it differs from both
	Waits           []Wait        `json:"waits"`                     // what each party waits for without SBOMs, from the part to the operator
	Unstated        []Unstated    `json:"unstated,omitempty"`        // times that nobody states; they count as none, so that the figures are lower bounds
}

// Timeline is a schedule of what the parties do about a vulnerability: each task begins as early as it can.
type Timeline struct {
	Tasks     []Task `json:"tasks"`
	Mitigated Figure `json:"mitigated"` // hours from the disclosure until an attack is held off, at the latest by the correction
	Fixed     Figure `json:"fixed"`     // hours from the disclosure until the correction is in operation
}

// Task is what one party does. Times are hours from the disclosure.
type Task struct {
	Component   ComponentID   `json:"component"`
	Stakeholder StakeholderID `json:"stakeholder,omitempty"`
	Activity    Activity      `json:"activity"`
	Start       int           `json:"start"`
	End         int           `json:"end"`
	Critical    bool          `json:"critical,omitempty"` // a delay of it delays the correction in operation
}

// Activity is what a party does about a vulnerability.
type Activity string

// The activities, in their order.
const (
	Noticing      Activity = "notice"      // sees that it is concerned
	Investigating Activity = "investigate" // finds out how
	Mitigating    Activity = "mitigate"    // holds an attack off without a correction
	Fixing        Activity = "fix"         // makes its correction
	Delivering    Activity = "deliver"     // hands its correction on
	Installing    Activity = "install"     // puts the correction into operation
)

// Wait is how long a party does not know that it is concerned.
type Wait struct {
	Component   ComponentID   `json:"component"`
	Stakeholder StakeholderID `json:"stakeholder,omitempty"`
	Operates    bool          `json:"operates,omitempty"` // the party operates the component rather than makes it
	Without     int           `json:"without"`            // hours from the disclosure until it knows, without SBOMs
	With        int           `json:"with"`               // the same with them
	Serial      int           `json:"serial"`             // hours of noticing and investigating that delay the correction in operation only without SBOMs
}

// Unstated is a time that a party of the chain does not state.
type Unstated struct {
	Component   ComponentID   `json:"component"`
	Stakeholder StakeholderID `json:"stakeholder,omitempty"` // empty where nobody is known who makes the component
	Activity    Activity      `json:"activity"`
}
