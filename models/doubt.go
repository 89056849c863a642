package models

// Doubt is something that an attached file leaves open on a vulnerability. What it would clear is not cleared, and what
// it would make vulnerable counts as vulnerable.
type Doubt struct {
	Origin
	Kind          DoubtKind           `json:"kind"`
	Vulnerability string              `json:"vulnerability"`   // as published
	Status        VulnerabilityStatus `json:"status"`          // what the statement says
	Words         string              `json:"words,omitempty"` // by which it names what it is about, or the product around that
	Component     ComponentID         `json:"component"`       // that the file is attached to
	Part          string              `json:"part"`            // what it may be said of: an entry of the component's SBOM, or the component
	Taken         VulnerabilityStatus `json:"taken"`           // what counts
}

// DoubtKind says what is open.
type DoubtKind string

// The kinds of doubts.
const (
	DoubtfulProduct DoubtKind = "product" // whether that product is meant: another type, supplier or file has something of the same name, or the name is all that is said
	DoubtfulVersion DoubtKind = "version" // whether its version is meant: it is not known, or versions cannot be compared
	DoubtfulVariant DoubtKind = "variant" // whether its variant is meant: it does not say whether it has a qualifier that is stated
	DoubtfulWay     DoubtKind = "way"     // it is certain of the thing within one product, but nothing is said of the thing elsewhere
)

// Values lists the kinds.
func (DoubtKind) Values() []string {
	return []string{string(DoubtfulProduct), string(DoubtfulVersion), string(DoubtfulVariant), string(DoubtfulWay)}
}
