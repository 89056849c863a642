package models

// Catalog is what the project knows: component kinds, states, properties, threats, attack rules, measures and the
// framework's own words. Entries stand in the order in which outputs list them. It is immutable after NewCatalog.
type Catalog struct {
	Kinds         []Kind
	DeviceClasses []DeviceClass
	States        []State
	Properties    []Property
	Threats       []Threat
	Rules         []Rule
	Attacks       []AttackClass
	Measures      []CatalogMeasure
	Requirements  []Requirement
	Viewpoints    []Viewpoint
	Sensitivities []Sensitivity
	Sites         []Site
	Findings      []FindingKind
	Cells         []Cell
	Schemes       []Scheme
	Categories    []Category
	Norms         []Norm
	DataRisks     []DataRiskKind
	Policies      []Policy

	index *catalogIndex // built by NewCatalog
}

// Entry is what every entry of the catalog says of itself.
type Entry struct {
	At         Place       `json:"-"`
	Source     string      `json:"source,omitempty"`     // whose knowledge it is; `inferred` for harmpath's own judgement
	Order      int         `json:"order,omitempty"`      // place among its fellows; equal ones follow their ids
	Name       Text        `json:"name"`                 // what people call it
	Means      Text        `json:"means"`                // what it means, in a sentence or two
	Why        Text        `json:"why,omitzero"`         // why it matters
	Example    Text        `json:"example,omitzero"`     // one example
	References []Reference `json:"references,omitempty"` // where it is told at length
	Since      string      `json:"since,omitempty"`      // version of harmpath that brought it
}

// Reference names an entry of a public scheme or a text.
type Reference struct {
	Scheme string `json:"scheme"`        // e.g. CAPEC, CWE, ATT&CK-ICS, EMB3D, CPSF, or `text`
	ID     string `json:"id"`            // its identifier there, or the title of the text
	Note   Text   `json:"note,omitzero"` // what it has to do with the entry
}

// Kind is a kind of component. Kinds form a hierarchy: what holds for a kind holds for those below it.
type Kind struct {
	Entry
	ID         KindID        `json:"id"`
	Parent     KindID        `json:"parent,omitempty"`
	Abstract   bool          `json:"abstract,omitempty"`   // exists for rules and for its children; no component is of it
	Mark       string        `json:"mark,omitempty"`       // the mark in diagrams; default the parent's
	Threats    []ThreatID    `json:"threats,omitempty"`    // the threats listed for it; a kind's own list replaces its parent's
	Forwards   bool          `json:"forwards,omitempty"`   // it forwards flows whose ends are others
	Decides    bool          `json:"decides,omitempty"`    // it acts on the telemetry that it receives, unless the model says on what; so do the kinds below it
	Passes     []KindPassage `json:"passes,omitempty"`     // between networks of which kinds it passes traffic where a model does not state that; a kind's own list replaces its parent's; default between none
	Properties []PropertyID  `json:"properties,omitempty"` // the properties that matter for it, beside the parent's
}

// KindPassage is a direction in which components of a kind pass traffic.
type KindPassage struct {
	From KindID `json:"from"` // of the network that traffic comes from
	To   KindID `json:"to"`   // of the network that it is passed on to
}

// DeviceClass is a class of devices of a kind on which safety rules decide.
type DeviceClass struct {
	Entry
	ID              DeviceClassID `json:"id"`
	Kind            KindID        `json:"kind"`
	RemoteForbidden bool          `json:"remote_forbidden,omitempty"` // a rule or law forbids its remote operation
}

// State is a state that a subject can be in.
type State struct {
	Entry
	ID         StateID `json:"id"`
	Of         Sort    `json:"of"`                   // what it is a state of
	Compromise bool    `json:"compromise,omitempty"` // being in it means being compromised, not only being exposed
	OfUsers    bool    `json:"of_users,omitempty"`   // a service for many users is in it for one of them, or for all
}

// Property is a protective property: worded so that true protects.
type Property struct {
	Entry
	ID       PropertyID `json:"id"`
	Of       Sort       `json:"of"`                 // component, dataflow or data
	Resists  Resistance `json:"resists,omitempty"`  // what true withstands; default substantial
	Follows  PropertyID `json:"follows,omitempty"`  // another of the same sort, which holds only where this one does: where this one is not stated and that one is, it is as that one says
	Unstated Resistance `json:"unstated,omitempty"` // what counts where nothing is stated; default that it is not there
	OnWays   []OnWay    `json:"on_ways,omitempty"`  // of dataflows: what counts instead where nothing is stated, by what is on the way; the first that fits
	Overcome Breaking   `json:"overcome,omitzero"`  // what it takes to overcome it
}

// OnWay says what counts of a property that is not stated of a dataflow with a certain way.
type OnWay struct {
	Along   []KindID   `json:"along,omitempty"`   // one of these kinds is on the way; none: nothing of them need be
	Without []KindID   `json:"without,omitempty"` // none of these kinds is on the way
	Counts  Resistance `json:"counts"`
}

// Breaking is what it takes an attacker to overcome a protection that withstands lesser ones, in person-days. One that
// withstands the high or all is not overcome.
type Breaking struct {
	Basic       float64 `json:"basic"`       // a basic one, by an attacker of substantial capability or more
	Substantial float64 `json:"substantial"` // a substantial one, by one of high capability
	Basis       Text    `json:"basis"`       // why these figures
}

// Resistance is what the property withstands where a model states a word of it: nothing is stated of what is NotStated.
func (p *Property) Resistance(stated Resistance) Resistance {
	if stated != Given {
		return stated
	}
	if p.Resists == NotStated {
		return ResistSubstantial
	}
	return p.Resists
}

// Says is what the properties of an element state of this one, itself or by the one that it follows.
func (p *Property) Says(stated Properties) Resistance {
	if own := stated[p.ID]; own.Stated() || p.Follows == "" {
		return own
	}
	return stated[p.Follows]
}

// Presumed is what the property withstands where nothing is stated.
func (p *Property) Presumed() Resistance {
	if p.Unstated == NotStated {
		return Absent
	}
	return p.Resistance(p.Unstated)
}

// Threat is a threat to a component.
type Threat struct {
	Entry
	ID    ThreatID `json:"id"`
	State StateID  `json:"state"` // the threat's row is reachable if and only if the component can be in this state
}

// AttackClass is a class of attacks, and what the catalog makes of it for components of which kinds.
type AttackClass struct {
	Entry
	ID      AttackClassID    `json:"id"`
	Answers []CoverageAnswer `json:"answers"` // of kinds that no answer is about nothing is to be said
}

// CoverageAnswer says of some kinds, and of those below them that no nearer answer is about, what becomes of a class of
// attacks: it is one of its three fields.
type CoverageAnswer struct {
	Kinds   []KindID `json:"kinds"`
	Rules   []RuleID `json:"rules,omitempty"`   // it is modelled by these
	LeftOut Text     `json:"left_out,omitzero"` // it is left out on purpose: why
	NotYet  Text     `json:"not_yet,omitzero"`  // it is not modelled yet: what is missing
}

// Coverage tells of what becomes a class of attacks.
type Coverage string

// What becomes of a class of attacks.
const (
	ModelledClass Coverage = "modelled"
	LeftOutClass  Coverage = "left_out"
	NotYetClass   Coverage = "not_yet"
)

// Coverage tells which of the three answers it is; empty where it is not one of them.
func (a *CoverageAnswer) Coverage() Coverage {
	var given []Coverage
	if len(a.Rules) > 0 {
		given = append(given, ModelledClass)
	}
	if !a.LeftOut.Empty() {
		given = append(given, LeftOutClass)
	}
	if !a.NotYet.Empty() {
		given = append(given, NotYetClass)
	}
	if len(given) != 1 {
		return ""
	}
	return given[0]
}

// Reason is why a class is left out, or what is missing.
func (a *CoverageAnswer) Reason() Text {
	if a.LeftOut.Empty() {
		return a.NotYet
	}
	return a.LeftOut
}

// Covered is what becomes of a class of attacks for some kinds of which the same is to be said.
type Covered struct {
	Class      AttackClassID `json:"class"`
	Name       Text          `json:"name"`
	References []Reference   `json:"references,omitempty"`
	Kinds      []KindID      `json:"kinds"`
	Answer     Coverage      `json:"answer"`
	Rules      []RuleID      `json:"rules,omitempty"`
	Why        Text          `json:"why,omitzero"` // it is left out, or what is missing
}

// Requirement is a requirement on measures (対策要件).
type Requirement struct {
	Entry
	ID RequirementID `json:"id"`
}

// CatalogMeasure is a measure that cases can use.
type CatalogMeasure struct {
	Entry
	ID         MeasureID       `json:"id"`
	Viewpoint  ViewpointID     `json:"viewpoint"`
	Target     Target          `json:"target"`
	Threats    []ThreatID      `json:"threats,omitempty"`
	AllThreats bool            `json:"all_threats,omitempty"`
	Requires   RequirementID   `json:"requires,omitempty"`
	Text       Text            `json:"measure"` // 対策（例）
	Kinds      []KindID        `json:"kinds,omitempty"`
	Provides   []PropertyID    `json:"provides,omitempty"`
	Blocks     []RuleID        `json:"blocks,omitempty"`
	Hardens    []RuleHardening `json:"hardens,omitempty"`
	Overcome   *Overcoming     `json:"overcome,omitempty"`
	Cost       *float64        `json:"cost,omitempty"`
	Burden     *float64        `json:"burden,omitempty"`
}

// Viewpoint is one of the four viewpoints of axis 3 (求められるセキュリティ・セーフティ要求の観点).
type Viewpoint struct {
	Entry
	ID ViewpointID `json:"id"`
	No int         `json:"no"`
}

// Sensitivity is a class of data.
type Sensitivity struct {
	Entry
	ID         SensitivityID `json:"id"`
	Personal   bool          `json:"personal,omitempty"`   // it is personal information
	Important  bool          `json:"important,omitempty"`  // personal information of high importance (重要度が高い)
	Credential bool          `json:"credential,omitempty"` // it lets its holder act: no personal information by itself
}

// Site is where a system is used.
type Site struct {
	Entry
	ID           SiteID   `json:"id"`
	Mark         string   `json:"mark"`          // the mark of its cases on the risk map
	LongDuration Duration `json:"long_duration"` // from which time on an effect counts as long here
}

// FindingKind is a kind of finding about a model. Its texts may name the finding's subjects as {1}, {2}, ….
type FindingKind struct {
	Entry
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Neutral  bool     `json:"neutral,omitempty"` // it may appear as the system gets safer: that it appears is no change for the worse
	Remedy   Text     `json:"remedy"`            // what to do
}

// Severity is how grave a finding is.
type Severity string

// The severities.
const (
	Notice  Severity = "notice"
	Warning Severity = "warning"
	Grave   Severity = "error"
)

// Values lists the severities.
func (Severity) Values() []string { return []string{string(Notice), string(Warning), string(Grave)} }

// Cell says which viewpoints a cell of the risk map calls for.
type Cell struct {
	Entry
	ID         string        `json:"id"`
	Recovery   Recovery      `json:"recovery"`
	Economic   Economic      `json:"economic"`
	Viewpoints []ViewpointID `json:"viewpoints"`
}

// Policy is a choice that the framework's text leaves open. A case sets it under `policies`; a catalog gives its default.
type Policy struct {
	Entry
	ID      PolicyID       `json:"id"`                // the key under `policies`
	Default string         `json:"default,omitempty"` // the choice where a case makes none; empty: told elsewhere in the catalog
	Choices []PolicyChoice `json:"choices,omitempty"`
}

// PolicyChoice is one way to decide a policy.
type PolicyChoice struct {
	ID    string `json:"id"`
	Means Text   `json:"means"`
}

// The policies that harmpath asks for.
const (
	MisusePolicy    PolicyID = "foreseeable_misuse"
	RecallPolicy    PolicyID = "large_recall"
	DurationPolicy  PolicyID = "long_duration"
	ImportantPolicy PolicyID = "important_information"
	JoinPolicy      PolicyID = "join_attackers"
)

// PolicyChoices lists the policies with the choices that harmpath knows of each; none where it is no choice of words.
func PolicyChoices() map[PolicyID][]string {
	return map[PolicyID][]string{
		MisusePolicy: ForeseeableMisuse("").Values(), RecallPolicy: LargeRecall("").Values(),
		DurationPolicy: nil, ImportantPolicy: nil, JoinPolicy: {"false", "true"},
	}
}

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
