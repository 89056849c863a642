package models

import "slices"

// System is a case: one system in one mode of use, as a person describes it. It is immutable after loading. The
// words are those of the IoT Security Safety Framework and, where it has one for the same thing, of the Open Threat
// Model (trust_zones, components, dataflows). Two words of OTM are not taken: its `assets` are data, whereas METI
// calls the attacked component an asset; and its flow ends `source`/`destination`, because `source` here says where
// an element's statement comes from (the ends are `from` and `to`). A tag `former` holds the key that a field had in
// earlier files, which may go on using it: tools that read YAML 1.1 take `on` and `no` for truth values.
type System struct {
	Harmpath     string        `json:"harmpath"`                     // version of this format: "1"
	Include      []string      `json:"include,omitempty"`            // further files of the same case, relative to this one and inside its folder
	ID           CaseID        `json:"id"`                           // stable name of the case, e.g. gas-water-heater
	No           int           `json:"number,omitempty" former:"no"` // number of the case in a collection
	Title        Text          `json:"title"`                        // title as in a list of cases
	FullTitle    Text          `json:"full_title,omitzero"`          // title as at the head of the document, where it differs
	SystemName   Text          `json:"system_name,omitzero"`         // the label of the plotted case on the risk map, e.g. ガス給湯器システム
	Site         SiteID        `json:"site"`                         // where the system is used; sets the default threshold of a long duration
	Date         string        `json:"date,omitempty"`               // date of the document, YYYY-MM-DD; outputs take no other date from the case
	Reference    *CoarseRisk   `json:"reference,omitempty"`          // the coarse size of risk given by the source; a label, never an input
	Overview     Overview      `json:"overview,omitzero"`            // what the system does for whom
	Policies     Policies      `json:"policies,omitzero"`            // readings of the framework that this case chooses
	Schemes      []SchemeID    `json:"schemes,omitempty"`            // standards, laws and labels whose requirements the document holds the case against
	Stakeholders []Stakeholder `json:"stakeholders,omitempty"`       // the parties and what each answers for
	Zones        []Zone        `json:"trust_zones,omitempty"`        // trust boundaries, nested
	Components   []Component   `json:"components,omitempty"`         // devices, services, networks and parts
	Flows        []Flow        `json:"dataflows,omitempty"`          // who sends what to whom, end to end
	Data         []Data        `json:"data,omitempty"`               // information, addresses, identifiers and credentials
	Fields       []Field       `json:"fields,omitempty"`             // the fields (場) whose norms hold for data
	Events       []Event       `json:"events,omitempty"`             // what makes data and changes their attributes
	Dependencies []Dependency  `json:"dependencies,omitempty"`       // whose function needs whose
	Conditions   []Condition   `json:"conditions,omitempty"`         // circumstances under which a flow works or harm occurs
	Effects      []Effect      `json:"effects,omitempty"`            // physical and other consequences, with their causes and their harm
	Safeguards   []Safeguard   `json:"safeguards,omitempty"`         // what stands between a cause and its effect
	Attackers    []Profile     `json:"attackers,omitempty"`          // malicious profiles: what each reaches first and what it knows
	Initiators   []Profile     `json:"initiators,omitempty"`         // non-malicious causes: misoperation, loss of communication, fault
	Measures     []Measure     `json:"measures,omitempty"`           // measures considered, and what was decided
	Assumptions  []Assumption  `json:"assumptions,omitempty"`        // what the author takes for granted
	Doubts       []Doubt       `json:"doubts,omitempty"`             // what attached files leave open on vulnerabilities; reading the case writes it
	Rationale    Rationale     `json:"rationale,omitzero"`           // the author's own reasons for the levels; they stand beside the derived ones
	Sources      []Citation    `json:"sources,omitempty"`            // literature and rules that the case rests on
	Layout       Presentation  `json:"presentation,omitzero"`        // orders that the document follows where they differ from the file's
	At           Place         `json:"-"`                            // where the case's file begins
}

// Unprotected is the system without any protective property that it states. What is not changed is shared with it.
func (s *System) Unprotected() *System {
	out := *s
	out.Components, out.Flows, out.Data = slices.Clone(s.Components), slices.Clone(s.Flows), slices.Clone(s.Data)
	for i := range out.Components {
		out.Components[i].Properties = nil
	}
	for i := range out.Flows {
		out.Flows[i].Properties = nil
	}
	for i := range out.Data {
		out.Data[i].Properties = nil
	}
	return &out
}

// Origin says where an element comes from: its place in the user's file and the source of what it states.
type Origin struct {
	At     Place    `json:"-"`                  // set by the reader
	Source string   `json:"source,omitempty"`   // `inferred` for the author's own judgement, else whose statement it is
	Fields []string `json:"inferred,omitempty"` // the fields of an element stated by a source that are the author's own judgement, e.g. [properties, cost]
}

// Inferred is the source of an element that is the author's own engineering judgement.
const Inferred = "inferred"

// Inferred tells whether the element is its author's own judgement rather than stated by a source.
func (o Origin) Inferred() bool { return o.Source == Inferred }

// Infers tells whether a field of the element, named as in files, is its author's own judgement.
func (o Origin) Infers(field string) bool {
	return o.Inferred() || slices.Contains(o.Fields, field)
}

// CoarseRisk is the coarse size of risk that the source of a case prints beside it (大/中/小).
type CoarseRisk struct {
	Recovery Size `json:"recovery"` // 回復困難性の度合い
	Economic Size `json:"economic"` // 経済的影響の度合い
}

// Size is a coarse size of risk.
type Size string

// The coarse sizes.
const (
	Small  Size = "small"  // 小
	Medium Size = "medium" // 中
	Large  Size = "large"  // 大
)

// Values lists the coarse sizes.
func (Size) Values() []string { return []string{string(Small), string(Medium), string(Large)} }

// Overview tells what the system does, as the first section of the document.
type Overview struct {
	Text      []Text `json:"text,omitempty"`      // paragraphs
	Footnotes []Text `json:"footnotes,omitempty"` // printed below the overview as written, mark included
	Picture   []Text `json:"picture,omitempty"`   // labels of the illustration, in reading order
	Notes     []Text `json:"notes,omitempty"`     // remarks printed under the system configuration
}

// Policies are the choices that the framework's text leaves open. A zero field takes the default.
type Policies struct {
	ForeseeableMisuse ForeseeableMisuse `json:"foreseeable_misuse,omitempty"`    // how harm in a foreseeable misuse counts: improper (default) or intended
	LargeRecall       LargeRecall       `json:"large_recall,omitempty"`          // what a possible large recall does: escalate (default) or conjunctive
	LongDuration      Duration          `json:"long_duration,omitempty"`         // from which time on an effect is long; default by site
	Important         []SensitivityID   `json:"important_information,omitempty"` // classes of personal information counted as important; default from the catalog
	JoinAttackers     bool              `json:"join_attackers,omitempty"`        // let all attacker profiles act together, beside each alone
}

// ForeseeableMisuse says how harm that occurs only in a foreseeable misuse is mapped.
type ForeseeableMisuse string

// The readings of foreseeable misuse.
const (
	MisuseImproper ForeseeableMisuse = "improper" // the literal reading: use is not proper, so loss of life is serious
	MisuseIntended ForeseeableMisuse = "intended" // the maker must expect it, so loss of life is fatal
)

// Values lists the readings.
func (ForeseeableMisuse) Values() []string {
	return []string{string(MisuseImproper), string(MisuseIntended)}
}

// LargeRecall says what the possibility of a large recall or compensation does to axis 2.
type LargeRecall string

// The readings of the large recall.
const (
	RecallEscalates   LargeRecall = "escalate"    // it alone makes the impact catastrophic
	RecallConjunctive LargeRecall = "conjunctive" // the top level wants all three of its bullets
)

// Values lists the readings.
func (LargeRecall) Values() []string {
	return []string{string(RecallEscalates), string(RecallConjunctive)}
}

// Zone is a trust boundary.
type Zone struct {
	Origin
	ID     ZoneID `json:"id"`
	Name   Text   `json:"name"`
	Parent ZoneID `json:"parent,omitempty"` // the zone around it

	Installations int `json:"installations,omitempty"` // how many sites there are, each with all that lies in the zone; 0: one
}

// Assumption is something that the author takes for granted, with who answers for it.
type Assumption struct {
	Origin
	ID    AssumptionID  `json:"id"`
	Text  Text          `json:"text"`
	Owner StakeholderID `json:"owner,omitempty"`
}

// Rationale is the author's own reasoning by viewpoint, as the slides print it. It stands beside the derived one.
type Rationale struct {
	Recovery RecoveryRationale `json:"recovery,omitzero"`
	Economic EconomicRationale `json:"economic,omitzero"`
	Note     Text              `json:"note,omitzero"` // printed below
}

// RecoveryRationale is the author's reasoning on axis 1.
type RecoveryRationale struct {
	At      Place     `json:"-"`
	Level   *Recovery `json:"level,omitempty"`  // the level that the author claims; a contradiction with the derived one is a finding
	Privacy Text      `json:"privacy,omitzero"` // プライバシーの観点
	Safety  Text      `json:"safety,omitzero"`  // セーフティの観点
	Caption Text      `json:"caption,omitzero"` // short form beside the risk map
}

// EconomicRationale is the author's reasoning on axis 2.
type EconomicRationale struct {
	At               Place     `json:"-"`
	Level            *Economic `json:"level,omitempty"`           // the level that the author claims; a contradiction with the derived one is a finding
	Internal         Text      `json:"internal,omitzero"`         // 内部への経済影響
	External         Text      `json:"external,omitzero"`         // 外部への経済影響
	Duration         Text      `json:"duration,omitzero"`         // 影響の継続時間
	Substitutability Text      `json:"substitutability,omitzero"` // 代替可能性
	Indirect         Text      `json:"indirect,omitzero"`         // 間接被害の規模
	Caption          Text      `json:"caption,omitzero"`          // short form beside the risk map
}

// Citation is a source under a section of the document.
type Citation struct {
	Origin
	ID       string    `json:"id"` // identifier of the source
	Text     Text      `json:"text"`
	Sections []Section `json:"sections,omitempty"` // under which sections it is printed; all where none is named
}

// Section names a part of the use-case document.
type Section string

// The sections that carry sources.
const (
	SectionOverview      Section = "overview"
	SectionStakeholders  Section = "stakeholders"
	SectionConfiguration Section = "configuration"
	SectionDataflow      Section = "dataflow"
	SectionEvaluation    Section = "evaluation"
	SectionThreats       Section = "threats"
	SectionMeasures      Section = "measures"
	SectionDecisions     Section = "decisions"
)

// Values lists the sections.
func (Section) Values() []string {
	return []string{
		string(SectionOverview), string(SectionStakeholders), string(SectionConfiguration), string(SectionDataflow),
		string(SectionEvaluation), string(SectionThreats), string(SectionMeasures), string(SectionDecisions),
	}
}

// Presentation gives orders that the document follows where they differ from the order in the file.
type Presentation struct {
	Threats []ComponentID `json:"threats,omitempty"` // order of the components in the table of threats
}
