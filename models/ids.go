package models

// Identifiers are stable ASCII words from the model or the catalog: a lower-case letter, then lower-case letters,
// digits, hyphens and underscores. Results of two versions of a model are compared by them.
type (
	CaseID        string
	StakeholderID string
	ZoneID        string
	ComponentID   string
	FlowID        string
	DataID        string
	DependencyID  string
	ConditionID   string
	EffectID      string
	SafeguardID   string
	ProfileID     string // an attacker profile or a non-malicious initiator
	MeasureID     string
	AssumptionID  string
	FieldID       string
	EventID       string
	PurposeID     string

	KindID        string
	DeviceClassID string
	StateID       string
	PropertyID    string
	ThreatID      string
	RuleID        string
	RequirementID string
	SensitivityID string
	ViewpointID   string
	SiteID        string
	SchemeID      string
	CategoryID    string
	NormID        string
	DataRiskID    string
	PolicyID      string
)

// NetworkKind is the kind of the components to which others are attached.
const NetworkKind KindID = "network"

// PositioningSignalKind is the kind of what is sent out for everybody, by satellites for instance, and attached to nothing.
const PositioningSignalKind KindID = "positioning_signal"

// PartKind is the kind of the components that packages with known vulnerabilities become.
const PartKind KindID = "part"

// MaxIDLength is the length in bytes up to which an identifier is accepted.
const MaxIDLength = 100

// ValidID tells whether s is a well-formed identifier.
func ValidID(s string) bool {
	if s == "" || len(s) > MaxIDLength || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}
