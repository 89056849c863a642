package models

// Profile is an attacker, or a non-malicious initiator: whose or what first steps a consequence can follow from.
type Profile struct {
	Origin
	ID          ProfileID   `json:"id"`
	Name        Text        `json:"name"`
	Description Text        `json:"description,omitzero"`
	Kind        ProfileKind `json:"kind"`
	Capability  Capability  `json:"capability,omitempty"` // what an attacker is able to; unstated counts as substantial
	Starts      []Fact      `json:"starts,omitempty"`     // what it reaches first, e.g. reached(internet) or misoperated(phone)
	Knows       []DataID    `json:"knows,omitempty"`      // data it holds from the start
}

// ProfileKind is the sort of an attacker or initiator.
type ProfileKind string

// The sorts of attackers, then of non-malicious initiators.
const (
	RemoteAttacker      ProfileKind = "remote"       // over the internet
	LocalAttacker       ProfileKind = "local"        // on a local network
	PhysicalAttacker    ProfileKind = "physical"     // at the device
	InsiderAttacker     ProfileKind = "insider"      // at a stakeholder
	SupplyChainAttacker ProfileKind = "supply_chain" // through a part or an update
	Misoperation        ProfileKind = "misoperation"
	CommunicationLoss   ProfileKind = "communication_loss"
	Fault               ProfileKind = "fault"
)

// Malicious tells whether the sort is one of attackers.
func (k ProfileKind) Malicious() bool {
	return k != Misoperation && k != CommunicationLoss && k != Fault
}

// Values lists the sorts.
func (ProfileKind) Values() []string {
	return []string{
		string(RemoteAttacker), string(LocalAttacker), string(PhysicalAttacker), string(InsiderAttacker),
		string(SupplyChainAttacker), string(Misoperation), string(CommunicationLoss), string(Fault),
	}
}
