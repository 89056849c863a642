package models

// DifferenceFormat names the version of the difference file that this version of harmpath writes.
const DifferenceFormat = "harmpath/difference/v1"

// Difference is what changed between the results of two versions of a case, or of a case and a what-if. Elements are
// told apart by their ids.
type Difference struct {
	Format       string              `json:"format"` // DifferenceFormat
	Old          Version             `json:"old"`
	New          Version             `json:"new"`
	Elements     []ElementChange     `json:"elements,omitempty"`     // what differs in the models
	Levels       []LevelChange       `json:"levels,omitempty"`       // published levels that moved
	Consequences []ConsequenceChange `json:"consequences,omitempty"` // effects that became reachable or are no longer
	Margins      []MarginChange      `json:"margins,omitempty"`      // consequences that came nearer to a profile or moved away from it
	Attacks      []AttackChange      `json:"attacks,omitempty"`      // easiest attacks that appeared, went, or cost otherwise
	Threats      []ThreatChange      `json:"threats,omitempty"`      // threats that became reachable or are no longer
	Entries      []EntryChange       `json:"entries,omitempty"`
	Findings     []FindingChange     `json:"findings,omitempty"`
	Names        []Element           `json:"names,omitempty"` // what people call the elements that the changes speak of
	Words        Words               `json:"words"`           // the catalog's entries that either side uses
}

// Version is one side of a difference.
type Version struct {
	ID        CaseID    `json:"id"`
	Title     Text      `json:"title"`
	Published LevelPair `json:"published"` // in the assessed reading
	Residual  LevelPair `json:"residual"`
}

// Turn says which way something changed.
type Turn string

// The turns.
const (
	Gained  Turn = "gained"  // there now, not before
	Lost    Turn = "lost"    // there before, not now
	Changed Turn = "changed" // there on both sides, but different
	Moved   Turn = "moved"   // there now, not before, as an easier one of its kind went: nothing is gained by it
)

// ElementChange is one element of the model that was added, removed or changed.
type ElementChange struct {
	Type   string        `json:"type"` // e.g. component, dataflow, safeguard, measure
	ID     string        `json:"id"`
	Name   Text          `json:"name,omitzero"`
	Turn   Turn          `json:"turn"`
	Fields []FieldChange `json:"fields,omitempty"`
	At     Place         `json:"at,omitzero"` // in the new model, or in the old one where it is gone

	// OnlyHardens is set for a measure that stops no step for good: whatever is decided about it, efforts and chances
	// change, and never a level.
	OnlyHardens bool `json:"only_hardens,omitempty"`
}

// FieldChange is one field of an element, as JSON before and after; empty where it is not stated.
type FieldChange struct {
	Field string `json:"field"` // path in the element, e.g. properties.authenticated
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// LevelChange is a published level that moved. One side has none where the level is not determined there.
type LevelChange struct {
	Reading     ReadingID  `json:"reading"`
	Missing     []Lack     `json:"missing,omitempty"`      // what the side without a level lacks
	OldRecovery *Recovery  `json:"old_recovery,omitempty"` // set on axis 1
	NewRecovery *Recovery  `json:"new_recovery,omitempty"`
	OldEconomic *Economic  `json:"old_economic,omitempty"` // set on axis 2
	NewEconomic *Economic  `json:"new_economic,omitempty"`
	Worse       bool       `json:"worse,omitempty"`
	Effects     []EffectID `json:"effects,omitempty"` // the consequences that give the higher of the two levels
	Reason      Reason     `json:"reason"`
}

// ConsequenceChange is an effect that became reachable or is no longer.
type ConsequenceChange struct {
	Effect  EffectID  `json:"effect"`
	Name    Text      `json:"name"`
	Reading ReadingID `json:"reading"`
	Turn    Turn      `json:"turn"`
	At      Place     `json:"at,omitzero"`
	Reason  Reason    `json:"reason"`
}

// MarginChange is a consequence that came nearer to a profile, or moved away from it. Of one that is on one side only, nothing
// is said here.
type MarginChange struct {
	Effect    EffectID    `json:"effect"`
	Name      Text        `json:"name"`
	Profile   ProfileID   `json:"profile"`
	Malicious bool        `json:"malicious,omitempty"` // the profile is an attacker
	Reading   ReadingID   `json:"reading"`
	Old       MarginPoint `json:"old"`
	New       MarginPoint `json:"new"`
	Worse     bool        `json:"worse,omitempty"` // it is nearer for certain, or comes about more easily
	At        Place       `json:"at,omitzero"`
	Reason    Reason      `json:"reason"`
}

// MarginPoint is a margin without what it rests on.
type MarginPoint struct {
	Standing   Standing   `json:"standing"`
	Capability Capability `json:"least_capability,omitempty"`
	Depth      int        `json:"depth,omitempty"`
	Raise      int        `json:"raise,omitempty"`
	Bound      bool       `json:"bound,omitempty"`
}

// AttackChange is a profile's easiest attack on an effect that appeared, went, or costs otherwise.
type AttackChange struct {
	Effect  EffectID  `json:"effect"`
	Name    Text      `json:"name"`
	Profile ProfileID `json:"profile"`
	Reading ReadingID `json:"reading"`
	Turn    Turn      `json:"turn"`
	Old     *Figure   `json:"old,omitempty"` // effort in person-days
	New     *Figure   `json:"new,omitempty"`
	Worse   bool      `json:"worse,omitempty"` // it appeared, or costs less for certain
	At      Place     `json:"at,omitzero"`
	Reason  Reason    `json:"reason"`
}

// ThreatChange is a threat of a component that became reachable or is no longer.
type ThreatChange struct {
	Component ComponentID `json:"component"`
	Name      Text        `json:"name"`
	Threat    ThreatID    `json:"threat"`
	Reading   ReadingID   `json:"reading"`
	Turn      Turn        `json:"turn"`
	At        Place       `json:"at,omitzero"`
	Reason    Reason      `json:"reason"`
}

// EntryChange is an entry point that appeared or went.
type EntryChange struct {
	Entry  EntryPoint `json:"entry"`
	Turn   Turn       `json:"turn"`
	Worse  bool       `json:"worse,omitempty"` // it appeared, and stands in for none that went
	At     Place      `json:"at,omitzero"`     // of the element where it begins
	Reason Reason     `json:"reason"`
}

// FindingChange is a finding that appeared or went.
type FindingChange struct {
	Finding Finding `json:"finding"`
	Turn    Turn    `json:"turn"`
	Worse   bool    `json:"worse,omitempty"` // it appeared, is no mere notice, and is not of a kind that appears as systems get safer
	Reason  Reason  `json:"reason"`
}

// Reason says why something turned: the derivation's step that works on one side only although its premises hold on
// both, and the changed elements that take part in it. Where no such step is on record, the elements that changed.
type Reason struct {
	Instance string   `json:"instance,omitempty"` // rule instance
	Fact     *Fact    `json:"fact,omitempty"`     // what it concludes
	Type     Sort     `json:"type,omitempty"`     // what Fact is about
	Elements []string `json:"elements,omitempty"` // type:id of changed elements
	Omitted  int      `json:"omitted,omitempty"`  // further changed elements that are not listed
}
