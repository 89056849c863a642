package models

// Measure is a measure that was considered for the case and what was decided about it. One with a viewpoint is a row
// of the table of measures by viewpoint; one that is adopted, adapted or rejected is a row of the table of decisions.
type Measure struct {
	Origin
	ID          MeasureID     `json:"id"`
	Uses        MeasureID     `json:"uses,omitempty"`               // entry of the catalog that this is; empty fields are taken from it
	No          int           `json:"number,omitempty" former:"no"` // number of the row by viewpoint; 0: by position
	Viewpoint   ViewpointID   `json:"viewpoint,omitempty"`          // axis 3: viewpoint-1 … viewpoint-4
	Target      Target        `json:"target,omitempty"`             // 適用対象
	Stakeholder StakeholderID `json:"stakeholder,omitempty"`        // 主に対策を実施すべき主体
	AllThreats  bool          `json:"all_threats,omitempty"`        // 全般
	Threats     []ThreatID    `json:"threats,omitempty"`            // 想定される脅威
	Requirement Text          `json:"requirement,omitzero"`         // 対策要件
	Requires    RequirementID `json:"requires,omitempty"`           // the catalog's requirement that it meets; gives the text where requirement is empty
	Text        Text          `json:"measure,omitzero"`             // 対策（例）, or what is actually done where it is decided
	Placeholder bool          `json:"placeholder,omitempty"`        // the source prints ・・・ here: a row without content, no findings are made of it

	Status Status      `json:"status,omitempty"` // default candidate
	Adapts []MeasureID `json:"adapts,omitempty"` // the measures by viewpoint that this decision puts into practice
	Reason Text        `json:"reason,omitzero"`  // why it was adopted, adapted or rejected
	Cost   *float64    `json:"cost,omitempty"`   // relative cost, 0 or more; the unit is the case's own; default from the catalog, else 1
	Burden *float64    `json:"burden,omitempty"` // burden on the stakeholder, 0 or more; default 0

	AppliesTo  []string        `json:"applies_to,omitempty"` // ids of components, flows or data where it acts
	Provides   []PropertyID    `json:"provides,omitempty"`   // protective properties that it makes true there
	Blocks     []RuleID        `json:"blocks,omitempty"`     // rules whose instances there it removes
	Hardens    []RuleHardening `json:"hardens,omitempty"`    // rules whose instances there it makes harder
	OvercomeBy *Overcoming     `json:"overcome,omitempty"`   // how what it blocks or hardens can be overcome; without it, never; what it provides is overcome as the property is
}

// Overcomable tells whether a measure that removes steps can itself be overcome.
func (m *Measure) Overcomable() bool { return m.OvercomeBy != nil && len(m.Blocks) > 0 }

// RuleHardening adds effort to a rule's instances and lowers their chance; it never changes a level.
type RuleHardening struct {
	Rule        RuleID   `json:"rule"`
	Effort      float64  `json:"effort,omitempty"`      // person-days added
	Probability *float64 `json:"probability,omitempty"` // factor 0…1 on the chance; default 1
}

// Overcoming is what it takes to overcome a measure.
type Overcoming struct {
	Effort      float64  `json:"effort"`                // person-days
	Probability *float64 `json:"probability,omitempty"` // chance of success; default 1
}

// Target is what a measure applies to.
type Target string

// The targets of axis 3.
const (
	OrganisationTarget Target = "organisation" // ソシキ・ヒト
	ProcedureTarget    Target = "procedure"    // プロシージャ
	SystemTarget       Target = "system"       // システム
)

// Values lists the targets.
func (Target) Values() []string {
	return []string{string(OrganisationTarget), string(ProcedureTarget), string(SystemTarget)}
}

// Status is what was decided about a measure.
type Status string

// The decisions. The empty value means candidate.
const (
	Candidate Status = "candidate"
	Adopted   Status = "adopted"
	Adapted   Status = "adapted"
	Rejected  Status = "rejected"
)

// Values lists the decisions.
func (Status) Values() []string {
	return []string{string(Candidate), string(Adopted), string(Adapted), string(Rejected)}
}

// InForce tells whether a measure of this status is in force in the residual reading.
func (s Status) InForce() bool { return s == Adopted || s == Adapted }
