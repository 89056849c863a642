package models

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

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
	AttackClassID string
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

// WideNetworkKind is the kind of the networks to which anybody can be attached.
const WideNetworkKind KindID = "wide_network"

// GatewayKind is the kind of the components that stand between networks and forward traffic.
const GatewayKind KindID = "gateway"

// ServerKind is the kind of the components that serve others, and so many at once.
const ServerKind KindID = "server"

// EndpointKind is the kind of what people hold and use.
const EndpointKind KindID = "endpoint"

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

// maxFileName is the length in bytes up to which FileName writes a word out: file systems take 255, and some programs put a
// word of their own behind a name.
const maxFileName = 180

// FileName makes a word, such as an identifier, the name of a file or folder that every file system takes, also where
// letters of both cases are the same and where devices have names. Words of small letters, digits, hyphens and
// underscores stay as they are, but for the names of devices; every other byte is written as ~ and two hexadecimal
// digits. Different words have different names, which differ in more than the case of letters.
func FileName(word string) string {
	var b strings.Builder
	for i := range len(word) {
		if c := word[i]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "~%02x", word[i])
	}
	name := b.String()
	switch {
	case name == "":
		return "~"
	case isDevice(name):
		return fmt.Sprintf("~%02x", name[0]) + name[1:]
	case len(name) > maxFileName:
		digest := sha256.Sum256([]byte(word))
		return "~~" + hex.EncodeToString(digest[:])
	}
	return name
}

// isDevice tells whether Windows takes a name, whatever its ending, for a device.
func isDevice(name string) bool {
	if slices.Contains([]string{"con", "prn", "aux", "nul"}, name) {
		return true
	}
	port, numbered := strings.CutPrefix(name, "com")
	if !numbered {
		port, numbered = strings.CutPrefix(name, "lpt")
	}
	return numbered && len(port) == 1 && port[0] >= '0' && port[0] <= '9'
}
